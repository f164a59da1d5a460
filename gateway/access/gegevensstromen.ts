import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfiguratieFout } from '../../subgraphs/kit/index.ts';
import { type Doel, doelen } from './policy/rollen.ts';

const zin = z.string().min(1).max(300);
const partner = z.string().regex(/^[a-z][a-z0-9-]*$/);
const naam = z.string().regex(/^[A-Za-z]\w*$/);

const deelvorm = z.strictObject({
  doelen: z.array(z.enum(doelen)).min(1),
  /** Field names by type. */
  velden: z
    .record(naam, z.array(naam).min(1))
    .refine((perType) => Object.keys(perType).length > 0, 'names no field'),
});

const stroomvorm = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  van: z.array(partner).min(1),
  waarom: zin,
  /** Legal grounds: AVG art. 6 first, then the law it rests on. */
  grondslagen: z
    .array(zin)
    .min(2, 'must name AVG art. 6 and the law it rests on')
    .refine(
      ([eerste]) => eerste === undefined || eerste.startsWith('AVG art. 6 '),
      'must begin with AVG art. 6',
    ),
  delen: z.array(deelvorm).min(1),
});

const ontvangervorm = z.strictObject({ naar: partner, stromen: z.array(stroomvorm) });

/** Fields of some partners that may reach another by `@key` or `@requires`, why, and by what law. */
export type Gegevensstroom = {
  readonly id: string;
  readonly van: readonly string[];
  readonly naar: string;
  /** One English sentence. */
  readonly waarom: string;
  readonly grondslagen: readonly string[];
  /** Which fields (`Type.field`) for which purposes. */
  readonly delen: readonly { readonly doelen: readonly Doel[]; readonly velden: readonly string[] }[];
};

/** That a field (`Type.field`) of one subgraph is told to another. */
export type Veldovergang = { readonly van: string; readonly naar: string; readonly veld: string };

export type Gegevensstromen = {
  readonly alle: readonly Gegevensstroom[];
  /** The flows under which a crossing is allowed for a purpose, by id; none when it is not. */
  readonly van: (overgang: Veldovergang, doel: Doel) => readonly string[];
};

export function createGegevensstromen(alle: readonly Gegevensstroom[]): Gegevensstromen {
  const bekend = new Map<string, string[]>();
  for (const { id, van, naar, delen } of alle) {
    for (const gever of van) {
      for (const { doelen: voor, velden } of delen) {
        for (const sleutel of voor.flatMap((doel) =>
          velden.map((veld) => sleutelVan({ van: gever, naar, veld }, doel)),
        )) {
          bekend.set(sleutel, [...new Set([...(bekend.get(sleutel) ?? []), id])]);
        }
      }
    }
  }
  return { alle, van: (overgang, doel) => bekend.get(sleutelVan(overgang, doel)) ?? [] };
}

/** Reads the declared flows: a file per receiving partner, `<naar>.json`. @throws ConfiguratieFout with every problem */
export function leesGegevensstromen(dir: string): Gegevensstromen {
  const problems: string[] = [];
  const alle: Gegevensstroom[] = [];
  for (const bestand of bestandenIn(dir)) {
    const gelezen = ontvangervorm.safeParse(leesJson(join(dir, bestand)));
    if (!gelezen.success) {
      problems.push(...gelezen.error.issues.map((i) => `${bestand}: ${i.path.join('.')}: ${i.message}`));
      continue;
    }
    const { naar, stromen } = gelezen.data;
    if (bestand !== `${naar}.json`) problems.push(`${bestand}: is about ${naar}`);
    for (const stroom of stromen) {
      if (stroom.van.includes(naar)) problems.push(`${bestand}: ${stroom.id} is from ${naar} to itself`);
      alle.push({
        ...stroom,
        naar,
        delen: stroom.delen.map((deel) => ({
          doelen: deel.doelen,
          velden: Object.entries(deel.velden).flatMap(([type, velden]) =>
            velden.map((veld) => `${type}.${veld}`),
          ),
        })),
      });
    }
  }
  const dubbel = alle.filter(({ id }, plaats) => alle.findIndex((ander) => ander.id === id) !== plaats);
  problems.push(...dubbel.map(({ id }) => `id ${id} is used twice`));
  if (problems.length > 0) throw new ConfiguratieFout(problems.map((p) => `${dir}: ${p}`));
  return createGegevensstromen(alle);
}

function sleutelVan({ van, naar, veld }: Veldovergang, doel: Doel): string {
  return `${van} ${naar} ${veld} ${doel}`;
}

function bestandenIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
      .filter((bestand) => bestand.endsWith('.json'))
      .sort();
  } catch {
    throw new ConfiguratieFout([`${dir}: the data flows between partners cannot be read`]);
  }
}

function leesJson(pad: string): unknown {
  try {
    return JSON.parse(readFileSync(pad, 'utf8'));
  } catch {
    return undefined;
  }
}
