import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { caseNames } from './cases.ts';
import { contestants } from './contestants/index.ts';

export type SpeedOptions = {
  readonly cases: readonly (typeof caseNames)[number][];
  /** Contestants by name. */
  readonly only: readonly string[];
  /** Whether the cost of access and accounting is measured. */
  readonly access: boolean;
  readonly rounds: number;
  /** Length of one measurement, and of what precedes it unmeasured: each time, and once per contestant. */
  readonly windowMs: number;
  readonly rampMs: number;
  readonly warmupMs: number;
  /** Only the first load of each case. */
  readonly firstLoadOnly: boolean;
  /** Folder for CPU profiles of what is ours; undefined for none. */
  readonly profile: string | undefined;
};

/** What `--only` names beside contestants. */
const access = 'access';

const whole = { rounds: 3, seconds: 1.5 };
const short = { rounds: 3, seconds: 0.5 };

const commaSeparated = z.string().transform((text) => text.split(',').map((part) => part.trim()));

/** Reads the flags of `npm run bench`. @throws when one is not known or out of bounds */
export function parseOptions(args: readonly string[]): SpeedOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      case: { type: 'string', default: caseNames.join(',') },
      only: { type: 'string', default: [access, ...contestants].join(',') },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      short: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const standard = values.short ? short : whole;
  const read = z
    .object({
      case: commaSeparated.pipe(z.array(z.enum(caseNames))),
      only: commaSeparated.pipe(z.array(z.enum([access, ...contestants]))),
      rounds: z.coerce.number().int().min(1).max(100),
      seconds: z.coerce.number().min(0.1).max(60),
    })
    .parse({
      ...values,
      rounds: values.rounds ?? standard.rounds,
      seconds: values.seconds ?? standard.seconds,
    });
  return {
    cases: read.case,
    only: read.only.filter((name) => name !== access),
    access: read.only.includes(access),
    rounds: read.rounds,
    windowMs: read.seconds * 1000,
    rampMs: Math.max(250, read.seconds * 250),
    warmupMs: Math.max(1000, read.seconds * 1000),
    firstLoadOnly: values.short,
    profile: values.profile === undefined ? undefined : resolve(values.profile),
  };
}
