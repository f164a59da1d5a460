/** A token is recognised for a moment, and never longer than it is valid. */
import { describe, expect, it } from 'vitest';
import { createRecognised, type Person } from './recognised.ts';

const person = (actor: string): Person => ({
  issuer: 'https://inloggen.example',
  actor,
  rollen: ['klantmanager'],
  organisatie: 'gemeente',
  mandaten: [],
});

describe('a token that was verified', () => {
  const start = 1_793_872_800;

  it.each([
    ['at once', 600, 0, true],
    ['within half a minute', 600, 29, true],
    ['not after that', 600, 30, false],
    ['not when it has ended', 10, 10, false],
    ['until it ends', 10, 9, true],
  ])('is recognised %s', (_wat, validFor, later, expected) => {
    let now = start;
    const recognised = createRecognised(() => new Date(now * 1_000), 30_000);
    recognised.remember('token', person('a'), start + validFor);
    now += later;
    expect(recognised.find('token')).toEqual(expected ? person('a') : undefined);
    expect(recognised.find('token2')).toBeUndefined();
  });

  it('makes place for others', () => {
    const recognised = createRecognised(() => new Date(start * 1_000), 30_000);
    for (let i = 0; i <= 10_000; i += 1) recognised.remember(`token ${i}`, person(`a${i}`), start + 600);
    expect(recognised.find('token 0')).toBeUndefined();
    expect(recognised.find('token 1')).toEqual(person('a1'));
    expect(recognised.find('token 10000')).toEqual(person('a10000'));
  });
});
