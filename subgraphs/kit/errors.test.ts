import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatFout, foutcodes, GraafFout } from './errors.ts';

describe('an error that leaves', () => {
  const plaats = { path: ['client', 0], locations: [{ line: 1, column: 2 }] };
  const format = (
    code: unknown,
    message = 'Jan "Jansen J" 999990019',
    error: unknown = new GraphQLError(message),
  ) => {
    const onbekend: unknown[] = [];
    const extensions = {
      code,
      bron: 'GWS',
      subgraph: 'gemeente',
      stacktrace: ['INTERN'],
      http: { status: 500 },
    };
    const uit = formatFout({ message, ...plaats, extensions }, error, (oorzaak) => onbekend.push(oorzaak));
    return { uit, onbekend };
  };

  it('of our own has its code and its sentence', () => {
    const fout = new GraafFout('ONGELDIGE_INVOER', 'bsn is not valid.', { cause: new Error('INTERN') });
    const { uit } = format('INTERNAL_SERVER_ERROR', fout.message, fout);
    expect(uit).toEqual({
      message: 'bsn is not valid.',
      ...plaats,
      extensions: { code: 'ONGELDIGE_INVOER' },
    });
  });

  it.each(foutcodes)(
    'with our code %s from a subgraph keeps it, with its origin and nothing else',
    (code) => {
      expect(format(code).uit).toEqual({
        message: 'Jan "…" *********',
        ...plaats,
        extensions: { code, bron: 'GWS', subgraph: 'gemeente' },
      });
    },
  );

  it('takes as its origin only what can be the name of one', () => {
    const extensions = { code: 'BRON_NIET_BESCHIKBAAR', bron: 'Jan Jansen', subgraph: { naam: 'Jansen' } };
    const uit = formatFout({ message: 'x', extensions }, new Error('x'), () => undefined);
    expect(uit.extensions).toEqual({ code: 'BRON_NIET_BESCHIKBAAR' });
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', 'ONGELDIGE_VRAAG'],
    ['GRAPHQL_VALIDATION_FAILED', 'ONGELDIGE_VRAAG'],
    ['OPERATION_RESOLUTION_FAILURE', 'ONGELDIGE_VRAAG'],
    ['BAD_REQUEST', 'ONGELDIGE_VRAAG'],
    ['PERSISTED_QUERY_NOT_FOUND', 'ONGELDIGE_VRAAG'],
    ['PERSISTED_QUERY_NOT_SUPPORTED', 'ONGELDIGE_VRAAG'],
    ['BAD_USER_INPUT', 'ONGELDIGE_INVOER'],
  ])("Apollo's %s is our %s", (code, eigen) => {
    const { uit, onbekend } = format(code, 'Variable "$v" got invalid value "Jansen"; Expected type "Date".');
    expect(uit.extensions).toEqual({ code: eigen });
    expect(uit.message).toBe('Variable "$v" got an invalid value; Expected type "Date".');
    expect(onbekend).toEqual([]);
  });

  it.each([
    ['INTERNAL_SERVER_ERROR'],
    ['DOWNSTREAM_SERVICE_ERROR'],
    ['UNAUTHENTICATED'],
    ['constructor'],
    ['__proto__'],
    [undefined],
    [42],
  ])('with the foreign code %s is INTERNE_FOUT, says nothing, and is logged', (code) => {
    const oorzaak = new TypeError('INTERN Jansen');
    const { uit, onbekend } = format(code, oorzaak.message, oorzaak);
    expect(uit).toEqual({ message: 'Er ging iets mis.', ...plaats, extensions: { code: 'INTERNE_FOUT' } });
    expect(onbekend).toEqual([oorzaak]);
  });
});

it('docs/foutcodes.md has a section for each code, and for nothing else', () => {
  const pagina = readFileSync(new URL('../../docs/foutcodes.md', import.meta.url), 'utf8');
  const secties = [...pagina.matchAll(/^## `?(\w+)`?$/gm)].map(([, code]) => code);
  expect(secties).toEqual([...foutcodes]);
  for (const sectie of pagina.split(/^## /m).slice(1)) {
    expect(sectie).toMatch(/\*\*Meaning\.\*\*[\s\S]+\*\*When\.\*\*[\s\S]+\*\*What you can do\.\*\*/);
  }
});
