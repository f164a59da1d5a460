import type { Bronvermelding } from '../../kit/index.ts';
import { bronstand, gezamenlijkeBronstand, isVolledig } from '../bronstand.ts';
import { amsterdamseDag } from '../kalender.ts';
import type { SignalenInvoer } from './invoer.ts';
import type { Belemmering, Oordeel, Signaalregel } from './oordeel.ts';
import { regels } from './register.ts';

export type { SignalenInvoer } from './invoer.ts';
export type { Signaalregel } from './oordeel.ts';

type Signaal = Exclude<Oordeel, { readonly stand: 'GEEN' }>;

/** Nothing stands in the way of what is determined. */
const onbelemmerd: Belemmering = { zwijgend: [], ontbrekend: [] };

export type Signalenoverzicht = {
  /** What is due or comes, the earliest due day first; without a day last. */
  readonly signalen: readonly (Exclude<Signaal, { readonly stand: 'NIET_TE_BEPALEN' }> & Belemmering)[];
  readonly nietTeBepalen: readonly Extract<Signaal, { readonly stand: 'NIET_TE_BEPALEN' }>[];
  /** Rules that were checked and found no occasion. */
  readonly geenAanleiding: readonly Signaalregel[];
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

/** Every process rule about a client, on the calendar day in the Netherlands. */
export function bepaalSignalen(invoer: SignalenInvoer, now: () => Date): Signalenoverzicht {
  const vandaag = amsterdamseDag(now());
  const oordelen = Object.values(regels).flatMap((regel) => regel(invoer, vandaag));
  const bronnen = [
    bronstand(invoer.klantdossier, 'KVS', now),
    bronstand(invoer.bijstand, 'SUWI_BIJSTAND', now),
    bronstand(invoer.reintegratie, 'SUWI_REINTEGRATIE', now),
    bronstand(invoer.werknemersverzekeringen, 'SUWINET_WERKNEMERSVERZEKERINGEN', now),
    bronstand(invoer.inkomen, 'SUWINET_INKOMSTEN', now),
    bronstand(invoer.werkzoekende, 'SUWINET_WERKZOEKENDE', now),
    gezamenlijkeBronstand([invoer.loonwaarde, invoer.plaatsingen], 'SW_ADMINISTRATIE', now),
    bronstand(invoer.wachtlijst, 'SW_WACHTLIJST', now),
    bronstand(invoer.bemiddeling, 'CRM', now),
  ];
  return {
    signalen: oordelen
      .flatMap((o) => (o.stand === 'GEEN' || o.stand === 'NIET_TE_BEPALEN' ? [] : [{ ...o, ...onbelemmerd }]))
      .sort(eerstVervallend),
    nietTeBepalen: oordelen.flatMap((o) => (o.stand === 'NIET_TE_BEPALEN' ? [o] : [])),
    geenAanleiding: oordelen.flatMap((o) => (o.stand === 'GEEN' ? [o.regel] : [])),
    volledig: bronnen.every((b) => isVolledig(b.uitkomst)),
    bronnen,
  };
}

function eerstVervallend(
  a: { readonly vervaldatum: string | null; readonly regel: string },
  b: { readonly vervaldatum: string | null; readonly regel: string },
): number {
  const dag = (s: { readonly vervaldatum: string | null }) => s.vervaldatum ?? '9999-99-99';
  return dag(a).localeCompare(dag(b)) || a.regel.localeCompare(b.regel);
}
