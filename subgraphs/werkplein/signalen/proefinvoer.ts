import type { Bronuitkomst, Bronvermelding } from '../../kit/index.ts';
import type { SignalenInvoer } from './invoer.ts';
import type { Oordeel, Signaalregel } from './oordeel.ts';
import { regels } from './register.ts';

/** Input for tests: what a source is said to have answered. */
export function bron(naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding {
  return {
    bron: naam,
    uitkomst,
    geraadpleegdOp: '2026-03-18T08:00:00.000Z',
    actueelPer: null,
    melding: null,
  };
}

type Inhoud<S extends keyof SignalenInvoer> = Omit<NonNullable<SignalenInvoer[S]>, 'bron'>;

/** Every source answered; those of which nothing is given here know nothing of the client. */
export function antwoorden(
  gegeven: { readonly [S in keyof SignalenInvoer]?: Inhoud<S> } = {},
): SignalenInvoer {
  const slice = <S extends keyof SignalenInvoer>(naam: S, van: string) => {
    const inhoud = gegeven[naam];
    return { ...inhoud, bron: bron(van, inhoud === undefined ? 'NIETS_GEVONDEN' : 'GEVONDEN') };
  };
  return {
    klantdossier: slice('klantdossier', 'KVS'),
    bijstand: slice('bijstand', 'SUWI_BIJSTAND'),
    reintegratie: slice('reintegratie', 'SUWI_REINTEGRATIE'),
    werknemersverzekeringen: slice('werknemersverzekeringen', 'SUWINET_WERKNEMERSVERZEKERINGEN'),
    inkomen: slice('inkomen', 'SUWINET_INKOMSTEN'),
    werkzoekende: slice('werkzoekende', 'SUWINET_WERKZOEKENDE'),
    loonwaarde: slice('loonwaarde', 'SW_ADMINISTRATIE'),
    plaatsingen: slice('plaatsingen', 'SW_ADMINISTRATIE'),
    wachtlijst: slice('wachtlijst', 'SW_WACHTLIJST'),
    bemiddeling: slice('bemiddeling', 'CRM'),
  };
}

/** How a rule stands on a day, each of its outcomes. */
export const stand = (regel: Signaalregel, invoer: SignalenInvoer, vandaag: string) =>
  regels[regel](invoer, vandaag).map((o) => o.stand);
/** The first outcome of a rule. */
export const enig = (regel: Signaalregel, invoer: SignalenInvoer, vandaag: string): Oordeel | undefined =>
  regels[regel](invoer, vandaag)[0];

/** Target group in the municipality's file. */
export const groep = (code: string) => ({ doelgroepcode: { code } });
/** Social assistance from a day on. */
export const pw = (begindatum: string, meer = {}) => ({
  uitkeringen: [{ regeling: { code: 'PW' }, begindatum, ...meer }],
});
/** A proposal that led to a placement: proposed on, arrangements from, contacts with the employer. */
export const geplaatst = (
  voorgesteldOp: string,
  afspraken: readonly string[],
  contacten: readonly (readonly [op: string, namens: string | null])[] = [],
) => ({
  voorstellen: [
    {
      voorgesteldOp,
      status: 'GEPLAATST',
      plaatsingsafspraken: { bron: bron('CRM'), afspraken: afspraken.map((begindatum) => ({ begindatum })) },
      vacature: {
        gegevens: {
          bron: bron('CRM'),
          werkgever: {
            kvkNummer: '90000001',
            relatie: {
              bron: bron('CRM'),
              laatsteContactmomenten: {
                bron: bron('CRM'),
                edges: contacten.map(([op, namens]) => ({
                  node: { op, namens: namens === null ? null : { code: namens } },
                })),
              },
            },
          },
        },
      },
    },
  ],
});
