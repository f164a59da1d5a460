import { verbergBsn } from '../../subgraphs/kit/index.ts';
import type { Doel, Identity } from '../access/index.ts';
import { newSpanId, type OperationContext, type Overgang, type Verwerkt } from '../sources/index.ts';
import type { Auditregel } from './auditregel.ts';
import type { Logboek } from './logboek.ts';
import type { Verwerking } from './verwerkingsregel.ts';

/** Accounts for one operation, in as many parts as its answer leaves in. */
export type Verantwoording = {
  /**
   * Writes a record for each person and source that was not recorded yet for this operation, and who asked.
   * @throws GraafFout `VERANTWOORDING_NIET_MOGELIJK`: the part may not leave
   */
  readonly legVast: (
    operationName: string | null,
    uitkomst: Auditregel['uitkomst'],
    /** Why a file of somebody else's client was opened, when one was. */
    reden: string | undefined,
  ) => Promise<void>;
  /** Whether somebody's data were processed of whom there is no record yet. */
  readonly isOpen: () => boolean;
};

/** @param context of the operation; its report tells who was processed */
export function openVerantwoording(
  logboek: Logboek,
  identity: Identity,
  { trace, correlationId, now, verslag }: OperationContext,
): Verantwoording {
  const vastgelegd = new Set<Verwerkt['id']>();
  const sleutelVan = ({ subgraph, bron, soort, id }: Verwerkt) => `${subgraph} ${bron} ${soort} ${id}`;
  return {
    isOpen: () => verslag.verwerkingen().some((verwerkt) => !vastgelegd.has(sleutelVan(verwerkt))),
    legVast: async (operationName, uitkomst, reden) => {
      const operatie = naamVan(operationName);
      const verwerkingen = verslag.verwerkingen().flatMap((verwerkt): Verwerking[] => {
        const sleutel = sleutelVan(verwerkt);
        if (vastgelegd.has(sleutel)) return [];
        vastgelegd.add(sleutel);
        return [
          {
            traceId: trace.traceId,
            spanId: newSpanId(),
            parentSpanId: trace.spanId,
            name: operatie,
            startTime: verwerkt.begin,
            endTime: verwerkt.einde,
            status: verwerkt.gelukt ? 'Ok' : 'Error',
            // Without an activity nothing may be asked of this partner for this purpose; the log refuses the record.
            verwerkingsactiviteit: logboek.register.van(identity.doel, verwerkt.subgraph)?.id ?? '',
            bron: verwerkt.bron,
            betrokkene: { id: verwerkt.id, soort: verwerkt.soort },
          },
        ];
      });
      await logboek.schrijf({
        verwerkingen,
        audit: {
          tijd: now().toISOString(),
          actor: identity.actor,
          rollen: [...identity.rollen],
          doel: identity.doel,
          organisatie: identity.organisatie,
          operatie,
          correlationId,
          uitkomst,
          ...(reden === undefined ? {} : { ontsnapping: { reden } }),
          traceId: trace.traceId,
          gegevensstromen: stromenIn(logboek, verslag.overgangen(), identity.doel),
          verwerkingen: verwerkingen.map(({ spanId }) => spanId),
        },
      });
    },
  };
}

/** Stands for a crossing that no declared flow allows: of a supergraph that was composed without that check. */
const nietVerklaard = 'niet-verklaard';

/** The declared flows under which the calls of an operation told one partner what another gave, by id. */
function stromenIn(
  { gegevensstromen }: Logboek,
  overgangen: ReadonlySet<readonly Overgang[]>,
  doel: Doel,
): string[] {
  const ids = new Set<string>();
  for (const lijst of overgangen) {
    for (const overgang of lijst) {
      const onder = gegevensstromen.van(overgang, doel);
      for (const id of onder.length === 0 ? [nietVerklaard] : onder) ids.add(id);
    }
  }
  return [...ids].sort();
}

const maxNaam = 64;

/** A name that may stand in a record: whoever writes a document may name it after a person. */
function naamVan(operationName: string | null): string {
  const naam = operationName?.slice(0, maxNaam) ?? '';
  return /^[A-Za-z_]\w*$/.test(naam) && verbergBsn(naam) === naam ? naam : 'anoniem';
}
