/**
 * A process of the bench: every partner and its simulated sources. What a subgraph says is computed once for each
 * question and written from memory after that, with its reports of sources and of whose data it processed.
 */
import { startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { answerMessages } from '../speed/processes/index.ts';
import { serveCanned } from '../speed/subgraphs/index.ts';

const asked: (() => number)[] = [];
const urls: Record<string, string> = {};
const werkplein = await startWerkplein({
  // The same question of gateways that sign and gateways that do not.
  env: { ...(await ruimeTijd()), SUBGRAPH_ACCESS: 'open' },
  tussen: async (naam, url) => {
    const canned = await serveCanned(async (body) => {
      const headers = { 'content-type': 'application/json', 'x-tijdbudget-ms': '20000' };
      return (await fetch(url, { method: 'POST', headers, body })).text();
    });
    asked.push(canned.requests);
    urls[naam] = `http://127.0.0.1:${canned.port}/graphql`;
    return urls[naam];
  },
});
const medewerkernummer = process.argv[2];
const client = werkplein.bevolking.personen.find(
  ({ klantdossier }) => klantdossier?.klantmanager.nummer === medewerkernummer,
);
if (client === undefined) throw new Error('the worker has no clients');
const clientnummer = werkplein.pseudoniem.clientnummerVan(client.bsn);

answerMessages(() => ({ urls, clientnummer, requests: asked.reduce((sum, of) => sum + of(), 0) }));
