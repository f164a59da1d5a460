import { describe, expect, it } from 'vitest';
import { oordeelOverSignalen, type Signaalregel, signaalplaats } from './signaalvolgorde.ts';

type Overzicht = Parameters<typeof signaalplaats>[1];
type Signaal = Overzicht['signalen'][number];

function signaal(regel: Signaalregel, stand: Signaal['stand'], vervaldatum: string | null): Signaal {
  return {
    regel,
    voorRol: 'KLANTMANAGER',
    omschrijving: regel,
    feiten: [],
    stand,
    vervaldatum,
    uitersteVervaldatum: vervaldatum,
    zwijgend: [],
    ontbrekend: [],
  };
}
const onbekend = (regel: Signaalregel): Overzicht['nietTeBepalen'][number] => ({
  ...signaal(regel, 'KOMT', null),
  stand: 'NIET_TE_BEPALEN',
  zwijgend: ['KVS'],
  ontbrekend: [],
});

const komt = signaal('TREDE365', 'KOMT', '2026-12-01');
const nu = signaal('HERB', 'AAN_DE_ORDE', '2026-11-05');
const laat = signaal('PW90', 'TE_LAAT', '2026-10-01');
const zonderDag = signaal('GEREED', 'AAN_DE_ORDE', null);

describe('where a client stands by what is due', () => {
  it.each([
    ['what is late and what is due: by the earliest', [laat, nu, komt], [], 0, '2026-10-01'],
    ['what is due, whatever comes sooner after it', [nu, komt], [], 0, '2026-11-05'],
    ['what is due on no day: after all that has a day', [zonderDag], [], 0, '9999-12-31'],
    ['only what comes', [komt], [onbekend('HERB')], 1, '2026-12-01'],
    ['only what cannot be told', [], [onbekend('HERB')], 2, ''],
    ['nothing', [], [], 3, ''],
  ] as const)('%s', (_wat, signalen, nietTeBepalen, groep, waarde) => {
    expect(signaalplaats('w1.x', { signalen, nietTeBepalen }, undefined)).toEqual({
      groep,
      waarde,
      clientnummer: 'w1.x',
    });
  });

  it('only by the rules asked for', () => {
    const overzicht = { signalen: [laat, komt], nietTeBepalen: [onbekend('HERB')] };
    expect(signaalplaats('w1.x', overzicht, new Set(['TREDE365'])).groep).toBe(1);
    expect(signaalplaats('w1.x', overzicht, new Set(['HERB'])).groep).toBe(2);
    expect(signaalplaats('w1.x', overzicht, new Set(['SAMEN'])).groep).toBe(3);
  });
});

describe('whether one of the rules is due', () => {
  const overzicht = { signalen: [laat, komt], nietTeBepalen: [onbekend('HERB')] };
  it.each([
    ['everybody is listed without rules', undefined, 'JA'],
    ['late is due', ['PW90'], 'JA'],
    ['what comes is not due yet', ['TREDE365'], 'NEE'],
    ['what cannot be told is neither', ['HERB'], 'ONBEKEND'],
    ['one that is due settles it', ['HERB', 'PW90'], 'JA'],
    ['no occasion is no', ['SAMEN'], 'NEE'],
  ] as const)('%s', (_wat, regels, verwacht) => {
    expect(oordeelOverSignalen(overzicht, regels === undefined ? undefined : new Set(regels))).toBe(verwacht);
  });
});
