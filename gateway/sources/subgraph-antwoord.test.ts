/** What foreign servers send as a GraphQL response, and what it is read as. */
import { describe, expect, it } from 'vitest';
import { leesAntwoord } from './subgraph-antwoord.ts';

const gevonden = {
  bron: 'KVS',
  uitkomst: 'GEVONDEN',
  aanroepen: 1,
  duurMs: 12.5,
  geraadpleegdOp: '2026-11-05T10:00:00.000Z',
};

describe('an answer', () => {
  const antwoorden: readonly (readonly [string, unknown, unknown])[] = [
    ['data', { data: { a: 1 } }, { data: { a: 1 }, errors: undefined, bronnen: [] }],
    ['data with nothing in it', { data: {} }, { data: {}, errors: undefined, bronnen: [] }],
    ['data and no errors in a list', { data: {}, errors: [] }, { data: {}, errors: [], bronnen: [] }],
    [
      'data and errors that are null, as some servers write what is absent',
      { data: {}, errors: null, extensions: null },
      { data: {}, errors: undefined, bronnen: [] },
    ],
    [
      'data with errors, of which only what GraphQL knows is read',
      {
        data: { a: null },
        errors: [
          { message: 'stuk', path: ['a', 0, 'b'], locations: [{ line: 1, column: 2 }], stack: 'at x' },
          { message: '', extensions: { code: 'X', nested: { y: 1 } } },
        ],
      },
      {
        data: { a: null },
        errors: [
          { message: 'stuk', path: ['a', 0, 'b'] },
          { message: '', extensions: { code: 'X', nested: { y: 1 } } },
        ],
        bronnen: [],
      },
    ],
    [
      'an error whose path and extensions are null',
      { data: {}, errors: [{ message: 'stuk', path: null, locations: null, extensions: null }] },
      { data: {}, errors: [{ message: 'stuk' }], bronnen: [] },
    ],
    [
      'errors without data: it says why',
      { errors: [{ message: 'stuk' }] },
      { data: undefined, errors: [{ message: 'stuk' }], bronnen: [] },
    ],
    [
      'data that became null, with the error that made it so',
      { data: null, errors: [{ message: 'stuk', path: ['a'] }] },
      { data: null, errors: [{ message: 'stuk', path: ['a'] }], bronnen: [] },
    ],
    [
      'a report of sources',
      {
        data: {},
        extensions: { bronnen: [gevonden, { ...gevonden, actueelPer: '2026-11-01' }], tracing: {} },
      },
      { data: {}, errors: undefined, bronnen: [gevonden, { ...gevonden, actueelPer: '2026-11-01' }] },
    ],
    [
      'a report of sources that is none',
      { data: {}, extensions: { bronnen: [gevonden, { ...gevonden, uitkomst: 'MISSCHIEN' }] } },
      { data: {}, errors: undefined, bronnen: [] },
    ],
    [
      'extensions that are a list',
      { data: {}, extensions: [] },
      { data: {}, errors: undefined, bronnen: [] },
    ],
  ];
  it.each(antwoorden)('is: %s', (_wat, body, gelezen) => {
    expect(leesAntwoord(body)).toEqual(gelezen);
  });
});

describe('no answer', () => {
  const geenAntwoorden: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'Bad Gateway'],
    ['a number', 0],
    ['a list', [{ data: {} }]],
    ['an empty object', {}],
    ['another format of error', { error: 'Bad Gateway', status: 502 }],
    ['problem+json', { type: 'about:blank', title: 'Gateway Timeout', status: 504 }],
    ['data that is text', { data: 'x' }],
    ['data that is a list', { data: [{}] }],
    ['data that is false', { data: false }],
    ['data that is null without saying why', { data: null }],
    ['data that is null with no errors in a list', { data: null, errors: [] }],
    ['no data and no errors in a list', { errors: [] }],
    ['errors that are text', { data: {}, errors: 'stuk' }],
    ['an error that is text', { data: {}, errors: ['stuk'] }],
    ['an error without a message', { data: {}, errors: [{ path: ['a'] }] }],
    ['an error whose path is text', { data: {}, errors: [{ message: 'stuk', path: 'a.b' }] }],
    ['an error with a path through objects', { data: {}, errors: [{ message: 'stuk', path: [{}] }] }],
  ];
  it.each(geenAntwoorden)('is: %s', (_wat, body) => {
    expect(leesAntwoord(body)).toBeUndefined();
  });
});
