/** `npm run clientnummer -- <bsn>`: the clientnummer of a synthetic BSN under the development key. */
import { createPseudonimiseerder, isBsn } from '../subgraphs/kit/index.ts';
import { ontwikkelPseudoniem } from './development.ts';

const bsn = process.argv[2] ?? '';
if (!isBsn(bsn)) {
  console.error('usage: npm run clientnummer -- <bsn of nine digits that passes the eleven-test>');
  process.exit(2);
}
if (process.env['NODE_ENV'] === 'production') {
  console.error('development only: in production the key never leaves the processes that hold it');
  process.exit(2);
}
const env = { ...ontwikkelPseudoniem, ...process.env };
console.log(createPseudonimiseerder(env.PSEUDONIEM_SLEUTEL, env.WERKPLEIN_REGIO).clientnummerVan(bsn));
