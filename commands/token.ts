/**
 * `npm run -s token -- --rol <rol> …`: an access token of the development issuer for one of the made-up persons. The
 * token alone goes to standard output; for whom it is, and the header to send with it, to standard error.
 */
import { ConfiguratieFout, createPseudonimiseerder } from '../subgraphs/kit/index.ts';
import { createBevolking, isRegionaam, type Regionaam } from '../subgraphs/population/index.ts';
import { ontwikkelPseudoniem } from './development.ts';
import { type Ontwikkelpersoon, openOntwikkelIssuer } from './development-issuer.ts';
import { mandatenVan, medewerkerVan, rolpersonen } from './development-persons.ts';
import { readTokenRequest, type TokenRequest, UsageError, usage } from './token-request.ts';

const env = { ...ontwikkelPseudoniem, ...process.env };

function persoonVan(request: TokenRequest, regio: Regionaam): Ontwikkelpersoon {
  if (request.rol !== 'client') {
    return medewerkerVan(request.rol, request.persoon, request.gemeenten ?? mandatenVan(regio));
  }
  const pseudoniem = createPseudonimiseerder(env.PSEUDONIEM_SLEUTEL, regio);
  const bsn =
    'clientnummer' in request.wie
      ? pseudoniem.bsnVan(request.wie.clientnummer)
      : createBevolking({ regio, seed: Number(process.env['SEED'] ?? '1') }).personen[request.wie.persoon - 1]
          ?.bsn;
  if (bsn?.startsWith('9999') !== true) throw new UsageError('there is no such person in the population');
  return { kind: 'burger', sub: pseudoniem.clientnummerVan(bsn), bsn };
}

function voorWie({ rol, doel }: TokenRequest, persoon: Ontwikkelpersoon): string {
  const wie =
    rol === 'client' || persoon.kind === 'burger'
      ? persoon.sub
      : (persoon.medewerkernummer ?? rolpersonen[rol].naam);
  return `${rol} ${wie}; send with X-Doelbinding: ${doel ?? '<doel>'}`;
}

try {
  if (process.env['NODE_ENV'] === 'production') {
    throw new ConfiguratieFout(['NODE_ENV: production trusts no development issuer']);
  }
  const request = readTokenRequest(process.argv.slice(2));
  const regio = env.WERKPLEIN_REGIO;
  if (!isRegionaam(regio)) throw new ConfiguratieFout(['WERKPLEIN_REGIO: must have a synthetic population']);
  const persoon = persoonVan(request, regio);
  const { token } = await openOntwikkelIssuer();
  console.error(voorWie(request, persoon));
  console.log(await token(persoon, request.geldigSeconds));
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n${usage}`);
  else if (error instanceof ConfiguratieFout) console.error(error.message);
  else throw error;
  process.exitCode = 2;
}
