import type { Inzage } from '../../subgraphs/kit/index.ts';
import type { Logboek } from './logboek.ts';

/** The citizen's look into the own processing records (AVG art. 15). */
export function createInzage({ lees, register }: Logboek, clientnummer: string): Inzage {
  return {
    clientnummer,
    verwerkingen: async (vanaf, tot) => {
      const regels = await lees({ betrokkene: clientnummer, vanaf, tot });
      return regels.flatMap(({ spanId, startTime, status, attributes }) => {
        const activiteit = register.metId(attributes['dpl.core.processing_activity_id']);
        if (activiteit === undefined) return [];
        const { doel, omschrijving, partner, verantwoordelijke, grondslagen } = activiteit;
        return [
          {
            id: spanId,
            tijdstip: new Date(startTime).toISOString(),
            bron: attributes['dpl.werkplein.bron'],
            isGelukt: status !== 'Error',
            doel,
            omschrijving,
            partner,
            verantwoordelijke,
            grondslagen,
          },
        ];
      });
    },
  };
}
