import { tellingenVanPersonen } from '../../kit/index.ts';
import type { UwvDienstverbandenBijWerkgever } from '../generated/resolvers.ts';
import type { SonarDienstverbanden } from './dienstverbanden-messages.ts';

/** The counts, without those of one to four and without what these could be worked out from. */
export function mapDienstverbanden({
  lopend,
  werkzoekenden,
}: SonarDienstverbanden): Omit<UwvDienstverbandenBijWerkgever, 'bron'> {
  const [totaal] = tellingenVanPersonen([{ code: 'LOPEND', aantal: lopend }]);
  // The total stands beside it: what is left of it tells of the others.
  const [deel] = tellingenVanPersonen([
    { code: 'WERKZOEKENDEN', aantal: werkzoekenden },
    { code: 'OVERIGEN', aantal: lopend - werkzoekenden },
  ]);
  return {
    aantalLopend: totaal?.aantal ?? null,
    aantalWerkzoekenden: deel?.aantal ?? null,
    onderdrukt: totaal?.onderdrukt === true || deel?.onderdrukt === true,
  };
}
