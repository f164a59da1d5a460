/**
 * `npm run stub -- <bron> --fault <kind>`: switches the behaviour of a running simulated source;
 * without arguments it lists sources, faults and what each is doing.
 */
import { parseArgs } from 'node:util';
import { poortplan, registry } from '../subgraphs/index.ts';
import { stubFaults } from '../subgraphs/kit/index.ts';
import { basispoort } from './development.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { fault: { type: 'string' } },
});
const ports = poortplan(basispoort(process.env));
const partners = await Promise.all(
  registry.map(async ({ naam, laad }, index) => ({
    naam,
    bronnen: (await laad()).bronnen,
    control: `http://127.0.0.1:${ports.control(index)}`,
  })),
);
const bron = positionals[0];
if (bron === undefined) {
  console.log(`faults: ${stubFaults.join(', ')}`);
  for (const { naam, bronnen, control } of partners) {
    if (bronnen.length === 0) continue;
    const stand = await fetch(control).then(
      (response) => response.text(),
      () => 'not running',
    );
    console.log(`${naam}: ${bronnen.join(', ')}\n  ${stand}`);
  }
} else {
  const partner = partners.find(({ bronnen }) => bronnen.includes(bron));
  const fault = values.fault ?? '';
  if (partner === undefined || !stubFaults.some((kind) => kind === fault)) {
    console.error(
      `usage: npm run stub -- <bron> --fault <kind>\n  bron: ${partners.flatMap((p) => p.bronnen).join(', ')}\n  kind: ${stubFaults.join(', ')}`,
    );
    process.exit(2);
  }
  const response = await fetch(`${partner.control}/faults/${bron}`, {
    method: 'PUT',
    body: JSON.stringify({ fault }),
  }).catch(() => undefined);
  if (response?.ok !== true) {
    console.error(`${partner.naam}'s simulated sources do not answer: is npm start running on this port?`);
    process.exit(1);
  }
  console.log(`${bron}: ${fault}`);
}
