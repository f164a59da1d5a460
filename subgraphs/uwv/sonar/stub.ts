import {
  type BronStub,
  createPostvak,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking } from '../../population/index.ts';
import { correctieOperatie } from './stub-correctie.ts';
import { dienstverbandenOperatie } from './stub-dienstverbanden.ts';
import { kandidatenOperatie } from './stub-kandidaten.ts';
import { kengetallenOperatie } from './stub-kengetallen.ts';
import { controleer, type Operatie, probleem } from './stub-protocol.ts';
import { werkvoorraadOperatie } from './stub-werkvoorraad.ts';

/** SONAR, simulated: one operation per path. */
export function createSonarStub(wereld: StubWereld<Bevolking>): BronStub {
  const postvak = createPostvak(wereld.now);
  const operaties: Readonly<Record<string, Operatie>> = {
    '/sonar/v1/werkvoorraad': werkvoorraadOperatie(wereld.bevolking),
    '/sonar/v1/kandidaten': kandidatenOperatie(wereld.bevolking),
    '/sonar/v1/dienstverbanden': dienstverbandenOperatie(wereld.bevolking),
    '/sonar/v1/kengetallen': kengetallenOperatie(wereld.bevolking),
    '/sonar/v1/correctieverzoeken': correctieOperatie(wereld.bevolking, postvak),
  };
  /** Answers a question that is in order as `doe` says; a bad one is refused as always. */
  const bij = (doe: (operatie: Operatie, body: Readonly<Record<string, unknown>>) => StubResponse) => {
    return (request: StubRequest): StubResponse => {
      const gelezen = controleer(request, operaties);
      return 'fout' in gelezen ? gelezen.fout : doe(gelezen.operatie, gelezen.body);
    };
  };
  const antwoord = bij((operatie, body) => operatie.antwoord(body));
  return {
    bron: 'SONAR',
    antwoord,
    ontvangen: postvak.alle,
    faults: {
      'nothing-found': bij((operatie, body) => operatie.niets(body)),
      warning: (request) => {
        const heel = antwoord(request);
        return { ...heel, headers: { ...heel.headers, warning: '199 - "INTERN: db-host-7 loopt achter"' } };
      },
      'server-error': () => probleem(500, 'storing', 'Er ging iets mis.'),
      'wrong-shape': bij((operatie) => operatie.verkeerdeVorm),
      maintenance: () => probleem(503, 'onderhoud', 'SONAR is gesloten.'),
      'rate-limited': () => probleem(429, 'te_veel', 'Te veel vragen.', { 'retry-after': '30' }),
    },
  };
}
