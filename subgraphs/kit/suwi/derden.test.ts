import { describe, expect, it } from 'vitest';
import { derdenIn } from './derden.ts';

const client = '999990019';
const partner = '999990020';
const ander = '999990032';

describe('whose BSN is in an answer beside the client’s', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['nobody', { ClientSuwi: { Burgerservicenr: client } }, []],
    [
      'a partner',
      { ClientSuwi: { Burgerservicenr: client, Partner: { Burgerservicenr: partner } } },
      [partner],
    ],
    [
      'each once, however deep and however often',
      {
        A: [
          { P: { Burgerservicenr: partner } },
          { P: [{ BurgerServiceNr: ander }, { Burgerservicenr: partner }] },
        ],
      },
      [ander, partner],
    ],
    [
      'nobody under another name, and no number that is no BSN',
      { Telefoonnr: partner, P: { Burgerservicenr: '123456789' } },
      [],
    ],
    ['nobody in what is no message', null, []],
  ])('%s', (_wie, inhoud, verwacht) => {
    expect([...derdenIn(inhoud, client)].sort()).toEqual([...verwacht].sort());
  });

  it('is found in an answer that is very deep', () => {
    let inhoud: unknown = { Burgerservicenr: partner };
    for (let i = 0; i < 50_000; i += 1) inhoud = { E: inhoud };
    expect(derdenIn(inhoud, client)).toEqual([partner]);
  });
});
