/** Workers of the population with their caseloads: of each role the one who has the first client, or another. */
import type { LopendWerkplein } from '../../commands/in-one-process.ts';
import type { Persoon } from '../../subgraphs/population/index.ts';

/** Of each role: the part of the caseload that its partner keeps, and the source that keeps it. */
export const delen = {
  KLANTMANAGER: { veld: 'vanGemeente', partner: 'gemeente', bron: 'KVS' },
  WERKCOACH: { veld: 'vanUwv', partner: 'uwv', bron: 'SONAR' },
  ARBEIDSBEMIDDELAAR: { veld: 'vanSw', partner: 'sw', bron: 'SW_ADMINISTRATIE' },
  MATCHMAKER: { veld: 'vanWsp', partner: 'wsp', bron: 'CRM' },
} as const;

export type Rol = keyof typeof delen;
export const rollen = Object.keys(delen) as readonly Rol[];

/** A worker by number, and the clients that the worker should see, in the order of the pseudonyms. */
export type Geval = { readonly nummer: string; readonly clienten: readonly string[] };

export function gevallen({ bevolking, pseudoniem }: LopendWerkplein): Readonly<Record<Rol, Geval>> {
  const { personen, vacatures, werkgevers } = bevolking;
  const nummers = (is: (persoon: Persoon) => boolean) =>
    personen
      .filter(is)
      .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))
      .sort();
  const matchmakers = new Map(
    vacatures.map((v) => [v.id, werkgevers.find((w) => w.kvkNummer === v.kvkNummer)?.matchmaker.nummer]),
  );
  const klantmanager = personen[0]?.klantdossier?.klantmanager.nummer ?? '';
  const werkcoach = personen[0]?.werkzoekende?.werkcoach.nummer ?? '';
  const matchmaker = matchmakers.get(personen[0]?.voorstellen[0]?.vacatureId ?? '') ?? '';
  const consulent = personen[0]?.swDienstverband?.consulent.nummer ?? '';
  return {
    KLANTMANAGER: {
      nummer: klantmanager,
      clienten: nummers((p) => p.klantdossier?.klantmanager.nummer === klantmanager),
    },
    WERKCOACH: {
      nummer: werkcoach,
      clienten: nummers(
        ({ werkzoekende: w }) => w?.werkcoach.nummer === werkcoach && w.uitgeschrevenOp === undefined,
      ),
    },
    ARBEIDSBEMIDDELAAR: {
      nummer: consulent,
      clienten: nummers(
        ({ swDienstverband: d }) => d?.consulent.nummer === consulent && d.einddatum === undefined,
      ),
    },
    MATCHMAKER: {
      nummer: matchmaker,
      clienten: nummers((p) =>
        p.voorstellen.some(
          (v) =>
            (v.status === 'VOORGESTELD' || v.status === 'GESPREK') &&
            matchmakers.get(v.vacatureId) === matchmaker,
        ),
      ),
    },
  };
}
