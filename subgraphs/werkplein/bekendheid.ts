import type { Bronvermelding } from '../kit/index.ts';
import { bronstand, type Ingebracht } from './bronstand.ts';

/** The slices by which partners know a client. */
export type BekendheidInvoer = {
  readonly bijstand?: Ingebracht<object>;
  readonly klantdossier?: Ingebracht<object>;
  readonly werknemersverzekeringen?: Ingebracht<object>;
  readonly werkzoekende?: Ingebracht<object>;
  readonly swDienstverbanden?: Ingebracht<object>;
  readonly wachtlijst?: Ingebracht<object>;
  readonly bemiddeling?: Ingebracht<object>;
};

export type Bekendheid = {
  readonly partner: 'GEMEENTE' | 'UWV' | 'SW' | 'WSP';
  readonly bekend: 'JA' | 'NEE' | 'NIET_TE_BEPALEN';
  readonly bronnen: readonly Bronvermelding[];
};

/** Which partners know the client: known once one source says so, unknown only when all say so. */
export function bepaalBekendheid(invoer: BekendheidInvoer, now: () => Date): readonly Bekendheid[] {
  return [
    partner('GEMEENTE', [
      bronstand(invoer.bijstand, 'SUWI_BIJSTAND', now),
      bronstand(invoer.klantdossier, 'KVS', now),
    ]),
    partner('UWV', [
      bronstand(invoer.werknemersverzekeringen, 'SUWINET_WERKNEMERSVERZEKERINGEN', now),
      bronstand(invoer.werkzoekende, 'SUWINET_WERKZOEKENDE', now),
    ]),
    partner('SW', [
      bronstand(invoer.swDienstverbanden, 'SW_ADMINISTRATIE', now),
      bronstand(invoer.wachtlijst, 'SW_WACHTLIJST', now),
    ]),
    partner('WSP', [bronstand(invoer.bemiddeling, 'CRM', now)]),
  ];
}

function partner(naam: Bekendheid['partner'], bronnen: readonly Bronvermelding[]): Bekendheid {
  const uitkomsten = bronnen.map((b) => b.uitkomst);
  const bekend = uitkomsten.some((u) => u === 'GEVONDEN' || u === 'GEDEELTELIJK')
    ? 'JA'
    : uitkomsten.every((u) => u === 'NIETS_GEVONDEN')
      ? 'NEE'
      : 'NIET_TE_BEPALEN';
  return { partner: naam, bekend, bronnen };
}
