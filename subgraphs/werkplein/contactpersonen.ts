import type { Bronvermelding } from '../kit/index.ts';
import { bronstand, type Ingebracht, isVolledig } from './bronstand.ts';
import { amsterdamseDag, type Drie, looptOp } from './kalender.ts';

type Persoon = {
  readonly naam: string;
  readonly functie?: string | null;
  readonly telefoonnummer?: string | null;
  readonly emailadres?: string | null;
};

/** The slices that name whom a client can turn to. */
export type ContactpersonenInvoer = {
  readonly klantdossier?: Ingebracht<{ readonly contactpersoon?: Persoon | null }>;
  readonly werkzoekende?: Ingebracht<{ readonly contactpersoon?: Persoon | null }>;
  readonly swDienstverbanden?: Ingebracht<{
    readonly dienstverbanden?:
      | readonly {
          readonly begindatum?: string | null;
          readonly einddatum?: string | null;
          readonly contactpersoon?: Persoon | null;
        }[]
      | null;
  }>;
};

type Rol = 'KLANTMANAGER' | 'WERKCOACH' | 'ARBEIDSBEMIDDELAAR';

export type Aanspreekpunt = {
  readonly partner: 'GEMEENTE' | 'UWV' | 'SW';
  readonly rol: Rol;
  readonly bepaalbaarheid: 'BEPAALD' | 'GEEN_GEGEVENS' | 'NIET_TE_BEPALEN';
  readonly contactpersoon: Persoon | null;
  readonly bron: Bronvermelding;
};

export type Contactpersonenoverzicht = {
  /** The one contact person over all partners: the klantmanager, who directs everything. */
  readonly eersteAanspreekpunt: Persoon | null;
  readonly aanspreekpunten: readonly Aanspreekpunt[];
  readonly volledig: boolean;
};

/** Per partner its one contact person for the client, and what cannot be told. */
export function bepaalContactpersonen(
  invoer: ContactpersonenInvoer,
  now: () => Date,
): Contactpersonenoverzicht {
  const { klantdossier, werkzoekende, swDienstverbanden } = invoer;
  const vandaag = amsterdamseDag(now());
  const aanspreekpunten = [
    aanspreekpunt(
      'GEMEENTE',
      'KLANTMANAGER',
      klantdossier?.contactpersoon,
      bronstand(klantdossier, 'KVS', now),
    ),
    aanspreekpunt(
      'UWV',
      'WERKCOACH',
      werkzoekende?.contactpersoon,
      bronstand(werkzoekende, 'SUWINET_WERKZOEKENDE', now),
    ),
    aanspreekpunt(
      'SW',
      'ARBEIDSBEMIDDELAAR',
      consulent(swDienstverbanden, vandaag),
      bronstand(swDienstverbanden, 'SW_ADMINISTRATIE', now),
    ),
  ];
  return {
    eersteAanspreekpunt: klantdossier?.contactpersoon ?? null,
    aanspreekpunten,
    volledig: aanspreekpunten.every(({ bron }) => isVolledig(bron.uitkomst)),
  };
}

/** Of the employment that runs; who guided an employment that ended is no contact person any more. */
function consulent(slice: ContactpersonenInvoer['swDienstverbanden'], vandaag: string): Persoon | null {
  const loopt = (slice?.dienstverbanden ?? []).map((d) => ({ d, stand: looptOp(d, vandaag) }));
  const van = (stand: Drie) => loopt.filter((l) => l.stand === stand).at(-1)?.d.contactpersoon;
  return van('JA') ?? van('MOGELIJK') ?? null;
}

function aanspreekpunt(
  partner: Aanspreekpunt['partner'],
  rol: Rol,
  contactpersoon: Persoon | null | undefined,
  bron: Bronvermelding,
): Aanspreekpunt {
  const bepaalbaarheid = contactpersoon
    ? 'BEPAALD'
    : isVolledig(bron.uitkomst)
      ? 'GEEN_GEGEVENS'
      : 'NIET_TE_BEPALEN';
  return { partner, rol, bepaalbaarheid, contactpersoon: contactpersoon ?? null, bron };
}
