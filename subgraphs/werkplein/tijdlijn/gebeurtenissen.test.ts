import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Gebeurtenis } from './gebeurtenis.ts';
import { bron, gevallen, now } from './gevallen/index.ts';
import { bronnenVan, gebeurtenissenVan, type TijdlijnInvoer } from './partners.ts';

const CRM = bron('CRM');

describe('events', () => {
  it.each(gevallen)('of %s', (_wat, invoer, volgens, regels) => {
    const verwacht = regels.map(
      ([soort, moment, datum, omschrijving, tijdstip = null]): Gebeurtenis => ({
        soort,
        moment,
        datum,
        tijdstip,
        omschrijving,
        bron: volgens,
      }),
    );
    expect(gebeurtenissenVan(invoer)).toEqual(verwacht);
  });

  it('of every kind and moment of the schema are among these', () => {
    const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
    const waarden = (naam: string) =>
      (schema.getType(naam) as GraphQLEnumType).getValues().map(({ name }) => name);
    const regels = gevallen.flatMap(([, , , r]) => r);
    expect([...new Set(regels.map(([soort]) => soort))].sort()).toEqual(waarden('Gebeurtenissoort').sort());
    expect([...new Set(regels.map(([, moment]) => moment))].sort()).toEqual(
      waarden('Gebeurtenismoment').sort(),
    );
  });
});

/** A client of whom every slice knows something. */
const heel: TijdlijnInvoer = Object.fromEntries(gevallen.flatMap(([, invoer]) => Object.entries(invoer)));
const perBron = new Map(Object.entries(heel).map(([slice, deel]) => [slice, deel?.bron.bron ?? ''] as const));
const namen = bronnenVan(heel, now).map((b) => b.bron);

describe('a silent source', () => {
  it('is one of those that the line rests on, each named once', () => {
    expect(namen).toEqual([...new Set(namen)]);
    expect([...new Set(perBron.values())].sort()).toEqual([...namen].sort());
  });

  it.each(namen)('%s: is named, its events are not there, and all others are', (stil) => {
    const stiller = Object.fromEntries(
      Object.entries(heel).map(([slice, deel]) => [slice, perBron.get(slice) === stil ? null : deel]),
    );
    expect(gebeurtenissenVan(heel).filter((g) => g.bron === stil)).not.toEqual([]);
    expect(gebeurtenissenVan(stiller)).toEqual(gebeurtenissenVan(heel).filter((g) => g.bron !== stil));
    expect(bronnenVan(stiller, now).map((b) => [b.bron, b.uitkomst])).toEqual(
      namen.map((naam) => [naam, naam === stil ? 'BRON_NIET_BESCHIKBAAR' : 'GEVONDEN']),
    );
  });

  it.each([...perBron])('%s that does not come makes %s silent', (slice, vanBron) => {
    const stand = bronnenVan({ ...heel, [slice]: null }, now).find((b) => b.bron === vanBron);
    expect(stand?.uitkomst).toBe('BRON_NIET_BESCHIKBAAR');
  });

  it('that found nothing has no events', () => {
    const niets = Object.fromEntries(
      [...perBron].map(([slice, naam]) => [slice, { bron: bron(naam, 'NIETS_GEVONDEN') }]),
    );
    expect(gebeurtenissenVan(niets)).toEqual([]);
    expect(bronnenVan(niets, now).map((b) => b.uitkomst)).toEqual(namen.map(() => 'NIETS_GEVONDEN'));
  });

  it('is named too when only the vacancy or the arrangements of a proposal did not come', () => {
    const voorstel = {
      voorgesteldOp: '2026-01-01',
      status: 'GESPREK',
      vacature: { gegevens: { bron: CRM, titel: 'Kok' } },
      plaatsingsafspraken: { bron: CRM, afspraken: [] },
    };
    const stand = (anders: Partial<typeof voorstel>) =>
      bronnenVan({ bemiddeling: { bron: CRM, voorstellen: [{ ...voorstel, ...anders }] } }, now).find(
        (b) => b.bron === 'CRM',
      );
    const fout = bron('CRM', 'FOUT');
    expect(stand({})).toEqual(CRM);
    expect(stand({ plaatsingsafspraken: { bron: fout, afspraken: [] } })).toEqual(fout);
    expect(stand({ vacature: { gegevens: { bron: fout, titel: '' } } })).toEqual(fout);
  });
});
