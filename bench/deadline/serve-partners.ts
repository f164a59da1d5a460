/** A process of the bench: the four partners, the fourth silent in the way that is named. */
import { silences, startPartners } from './partners.ts';

const silence = silences.find((name) => name === process.argv[2]);
if (silence === undefined) throw new Error(`usage: serve-partners.ts ${silences.join(' | ')}`);
const partners = await startPartners(silence);
process.on('message', () => undefined);
process.send?.(partners.urls);
