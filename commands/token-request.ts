import { parseArgs } from 'node:util';
import { type Doel, doelen, isDoel, isRol, type Rol, rollen } from '../gateway/access/index.ts';
import { aantalPersonen } from './development-persons.ts';

/** For whom `npm run token` makes a token, and how long it is valid. */
export type TokenRequest = { readonly geldigSeconds: number; readonly doel?: Doel } & (
  | {
      readonly rol: Exclude<Rol, 'client'>;
      /** Which person of the role, from 1. */
      readonly persoon: number;
      /** Municipalities instead of those of the region. */
      readonly gemeenten?: readonly string[];
    }
  | { readonly rol: 'client'; readonly wie: { readonly persoon: number } | { readonly clientnummer: string } }
);

export const usage = `usage: npm run -s token -- --rol <rol> [--doel <doel>] [--persoon <n>] [--gemeente <code,...>] [--geldig <8h>]
       npm run -s token -- --rol client (--persoon <n> | --clientnummer <clientnummer>) [--geldig <8h>]
  rol:      ${rollen.join(', ')}
  doel:     ${doelen.join(', ')}; goes into the header X-Doelbinding of each request
  persoon:  which one of the role, or of the population for client, from 1
  gemeente: municipalities that the worker is mandated for, instead of all of the region
  geldig:   how long, in s, m or h; at most 12h, which is the oldest a gateway takes`;

/** The command line is not one of `usage`; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const options = {
  rol: { type: 'string' },
  doel: { type: 'string' },
  persoon: { type: 'string' },
  clientnummer: { type: 'string' },
  gemeente: { type: 'string' },
  geldig: { type: 'string' },
} as const;

type Values = { readonly [K in keyof typeof options]?: string };

/** Reads the command line. @throws UsageError */
export function readTokenRequest(args: readonly string[]): TokenRequest {
  const values = parse(args);
  const { rol = '' } = values;
  if (!isRol(rol)) throw new UsageError('--rol must be a role');
  const doel = readDoel(rol, values.doel);
  const common = {
    geldigSeconds: readDuration(values.geldig ?? '8h'),
    ...(doel === undefined ? {} : { doel }),
  };
  if (rol === 'client') return { ...common, rol, wie: readClient(values) };
  if (values.clientnummer !== undefined) throw new UsageError('--clientnummer is for role client');
  const gemeenten = readGemeenten(values.gemeente);
  const persoon = readNumber(values.persoon ?? '1');
  const aantal = aantalPersonen(rol);
  if (persoon > aantal) throw new UsageError(`--persoon must be 1 to ${aantal} for this role`);
  return { ...common, rol, persoon, ...(gemeenten === undefined ? {} : { gemeenten }) };
}

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    // Its message repeats what was given.
    throw new UsageError('there is an option that does not exist, or one without its value');
  }
}

function readDoel(rol: Rol, doel: string | undefined): Doel | undefined {
  if (doel === undefined) return rol === 'client' ? 'inzage' : undefined;
  if (!isDoel(doel)) throw new UsageError('--doel must be a purpose');
  if (rol === 'client' && doel !== 'inzage') throw new UsageError('--doel must be inzage for role client');
  return doel;
}

function readClient({ persoon, clientnummer, gemeente }: Values) {
  if (gemeente !== undefined) throw new UsageError('--gemeente is for workers');
  if ((persoon === undefined) === (clientnummer === undefined)) {
    throw new UsageError('role client needs either --persoon or --clientnummer');
  }
  return clientnummer === undefined ? { persoon: readNumber(persoon ?? '') } : { clientnummer };
}

function readNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new UsageError('--persoon must be a whole number from 1');
  return Number(value);
}

function readGemeenten(value: string | undefined): readonly string[] | undefined {
  const codes = value?.split(',');
  if (codes?.every((code) => /^\d{4}$/.test(code)) === false) {
    throw new UsageError('--gemeente must be codes of four digits, with commas in between');
  }
  return codes;
}

const maxSeconds = 12 * 3_600;
const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

function readDuration(value: string): number {
  const [, number = '', unit = ''] = /^([1-9]\d{0,5})([smh])$/.exec(value) ?? [];
  const total = Number(number) * (seconds[unit] ?? 0);
  if (total < 1 || total > maxSeconds)
    throw new UsageError('--geldig must be like 30m or 8h, and at most 12h');
  return total;
}
