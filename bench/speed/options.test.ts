import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const everyone = [
  'ours',
  'ours-trusted',
  'stock',
  'hive',
  'hive-rust',
  'grafbase',
  'mercurius',
  'limit-undici',
  'limit-raw',
];

describe('the flags of npm run bench', () => {
  it('measure everything without any', () => {
    expect(parseOptions([])).toEqual({
      cases: ['a', 'b', 'c', 'd'],
      only: everyone,
      access: true,
      rounds: 3,
      windowMs: 1500,
      rampMs: 375,
      warmupMs: 1500,
      firstLoadOnly: false,
      profile: undefined,
    });
  });

  it('choose cases, contestants and lengths', () => {
    const args = ['--case', 'b,d', '--only', 'ours, stock', '--rounds', '5', '--seconds', '0.5'];
    expect(parseOptions(args)).toEqual({
      cases: ['b', 'd'],
      only: ['ours', 'stock'],
      access: false,
      rounds: 5,
      windowMs: 500,
      rampMs: 250,
      warmupMs: 1000,
      firstLoadOnly: false,
      profile: undefined,
    });
  });

  it('choose the cost of access alone', () => {
    expect(parseOptions(['--only', 'access'])).toMatchObject({ only: [], access: true });
  });

  it('make a short run', () => {
    expect(parseOptions(['--short'])).toMatchObject({ rounds: 3, windowMs: 500, firstLoadOnly: true });
    expect(parseOptions(['--short', '--rounds', '1'])).toMatchObject({ rounds: 1, windowMs: 500 });
  });

  it.each([
    [['--case', 'z']],
    [['--only', 'nobody']],
    [['--rounds', '0']],
    [['--seconds', 'x']],
    [['--fast']],
  ])('are refused when they make no sense: %j', (args) => {
    expect(() => parseOptions(args)).toThrow();
  });
});
