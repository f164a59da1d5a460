import { describe, expect, it } from 'vitest';
import { isDatumOnvolledig } from '../kit/index.ts';
import {
  type Bijstand,
  createBevolking,
  type Klantdossier,
  type Persoon,
  populatieTelling,
} from './index.ts';

const westland = createBevolking({ regio: 'westland', seed: 1 });
const eerste = westland.personen[0] as Persoon;
const dossiers = westland.personen.flatMap(({ klantdossier }) => klantdossier ?? []);
const bijstanden = westland.personen.flatMap(({ bijstand }) => bijstand ?? []);

/** How many of the population have something that the facts may hold. */
const aantal = <T>(lijst: readonly T[], heeft: (feit: T) => unknown) => lijst.filter(heeft).length;

/** Whether service is registered, and intensive personal service among it or not. */
const heeftDienst = ({ dienstverlening }: Klantdossier, intensief: boolean) =>
  dienstverlening?.some(({ soort }) => soort === 'INTENSIEF_PERSOONLIJK') === intensief;

describe("the municipality's files", () => {
  const perFeit: readonly [string, (dossier: Klantdossier) => unknown][] = [
    ['a registration', (d) => d.aangemeldOp],
    ['a registration known by month', (d) => d.aangemeldOp?.endsWith('-XX')],
    ['a self-reliant jobseeker', (d) => d.zelfredzaam === true],
    ['someone who is not', (d) => d.zelfredzaam === false],
    ['no such finding', (d) => d.zelfredzaam === undefined],
    ['a reassessment', (d) => d.herbeoordelingOp],
    ['a notable fact', (d) => d.opvallendheden?.length],
    ['an agreement kept', (d) => d.overeenkomsten?.some(({ nagekomen }) => nagekomen === true)],
    ['an agreement not kept', (d) => d.overeenkomsten?.some(({ nagekomen }) => nagekomen === false)],
    ['an open task', (d) => d.interneTaken?.some(({ verwerkt }) => !verwerkt)],
    ['someone at work by Work First', (d) => d.workFirst?.aanHetWerkOp],
    ['someone in Work First without work', (d) => d.workFirst && !d.workFirst.aanHetWerkOp],
    [
      'someone in Work First without contact',
      (d) => d.workFirst && !d.workFirst.eersteContactKlantmanagerOp && !d.workFirst.beeindigdOp,
    ],
    ['a benefit intake after Work First', (d) => d.workFirst?.uitkeringsintakeGeplandOp],
    ['childcare', (d) => d.kinderopvang?.length],
    ['a file that registers no service', (d) => d.dienstverlening === undefined],
    ['a file that registers service, and has none that is personal', (d) => heeftDienst(d, false)],
    ['intensive personal service', (d) => heeftDienst(d, true)],
    ['an offer of work', (d) => d.werkaanbod?.length],
    ['a file without an offer', (d) => d.werkaanbod?.length === 0],
    ['a contribution that runs', (d) => d.tegenprestatie?.some(({ einddatum }) => !einddatum)],
    ['a contribution that ended', (d) => d.tegenprestatie?.some(({ einddatum }) => einddatum)],
    ['a file without a contribution', (d) => d.tegenprestatie?.length === 0],
  ];
  it.each(perFeit)('there is %s', (_naam, heeft) => {
    expect(aantal(dossiers, heeft)).toBeGreaterThan(0);
  });

  it('every target group occurs', () => {
    expect(new Set(dossiers.map((d) => d.doelgroepcode))).toEqual(new Set(['1', '2', '3', '4']));
  });

  it('whoever is in a Work First trajectory has its stages, from the same day', () => {
    for (const dossier of dossiers.filter((d) => d !== eerste.klantdossier)) {
      const traject = dossier.trajecten.find(({ soort }) => soort === 'Work First');
      expect(dossier.workFirst?.gestartOp).toBe(traject?.begindatum);
    }
  });
});

describe('civic integration', () => {
  it('has dates that go with its status', () => {
    for (const { inburgering } of westland.personen) {
      if (inburgering === undefined) continue;
      const { status, ...datums } = inburgering;
      expect(Object.values(datums).every(isDatumOnvolledig)).toBe(true);
      const bekend = Object.keys(datums).sort().join();
      const mogelijk = {
        POTENTIEEL: [''],
        AANGEMELD: ['aangemeldOp'],
        AANGEBODEN: ['aangemeldOp', 'aangemeldOp,startOp', 'aangemeldOp,eindOp,startOp'],
        VRIJGESTELD: ['aangemeldOp,eindOp'],
        ONTHEVEN: ['aangemeldOp,eindOp'],
      };
      expect(mogelijk[status]).toContain(bekend);
    }
  });
});

describe('social assistance', () => {
  const perFeit: readonly [string, (bijstand: Bijstand) => unknown][] = [
    ['a rejected application', (b) => b.andereAanvragen?.some((a) => a.beslissing?.soort === 'AFGEWEZEN')],
    [
      'an application not dealt with',
      (b) => b.andereAanvragen?.some((a) => a.beslissing?.soort === 'BUITEN_BEHANDELING'),
    ],
    ['an application without a decision', (b) => b.andereAanvragen?.some((a) => !a.beslissing)],
    ['special assistance', (b) => b.bijzondereBijstand?.length],
    ['special assistance not yet payable', (b) => b.bijzondereBijstand?.some((x) => !x.betaalbaarOp)],
    ['a warning', (b) => b.waarschuwingOp],
    ['an exemption', (b) => b.vrijstellingArbeidsplicht],
    ['a measure', (b) => b.maatregel],
    ['a claim', (b) => b.vordering],
    ['a claim that rests on fraud', (b) => b.vordering?.fraude === true && b.fraude],
    ['an earlier Bbz benefit', (b) => b.eerdereUitkering?.szWet === 'BBZ'],
    ['an earlier IOAW or IOAZ benefit', (b) => b.eerdereUitkering?.szWet.startsWith('IOA')],
  ];
  it.each(perFeit)('there is %s', (_naam, heeft) => {
    expect(aantal(bijstanden, heeft)).toBeGreaterThan(0);
  });

  it('an earlier benefit has ended before the present one, so nobody is counted twice', () => {
    for (const { eerdereUitkering, begindatum } of bijstanden) {
      if (eerdereUitkering === undefined) continue;
      expect(eerdereUitkering.einddatum && eerdereUitkering.einddatum < begindatum).toBe(true);
    }
    expect(populatieTelling(westland).bijstand).toBe(530);
  });
});

describe('documents', () => {
  it('are of everyone with a file of which something was kept, dated in order, not after today', () => {
    const metDocumenten = westland.personen.filter(({ documenten }) => documenten !== undefined);
    expect(metDocumenten.length).toBeGreaterThan(500);
    for (const { documenten = [], bijstand } of metDocumenten) {
      expect(bijstand).toBeDefined();
      const dagen = documenten.map(({ creatiedatum }) => creatiedatum);
      expect(dagen).toEqual(dagen.toSorted());
      expect(dagen.every((dag) => dag <= westland.peildatum)).toBe(true);
    }
    const ids = metDocumenten.flatMap(({ documenten = [] }) => documenten.map((d) => d.identificatie));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the first client', () => {
  it('has something of every kind but civic integration, and no other benefit', () => {
    const { klantdossier, bijstand, documenten, inburgering } = eerste;
    expect(klantdossier).toMatchObject({
      aangemeldOp: expect.any(String) as unknown,
      zelfredzaam: false,
      doelgroepcode: '2',
      herbeoordelingOp: expect.any(String) as unknown,
    });
    expect([
      klantdossier?.opvallendheden?.length,
      klantdossier?.overeenkomsten?.length,
      klantdossier?.interneTaken?.length,
      klantdossier?.kinderopvang?.length,
      Object.keys(klantdossier?.workFirst ?? {}).length,
    ]).toEqual([2, 2, 2, 2, 6]);
    expect([bijstand?.andereAanvragen?.length, bijstand?.bijzondereBijstand?.length]).toEqual([2, 2]);
    expect([bijstand?.waarschuwingOp, bijstand?.fraude, bijstand?.andereVorderingen]).not.toContain(
      undefined,
    );
    expect(documenten?.length).toBeGreaterThan(5);
    expect([inburgering, bijstand?.eerdereUitkering]).toEqual([undefined, undefined]);
  });
});
