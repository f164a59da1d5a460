import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfiguratieFout } from '../../subgraphs/kit/index.ts';
import { type Doel, doelen } from '../access/index.ts';

const tekst = z.string().min(1).max(300);

const activiteitvorm = z.strictObject({
  /** The URI in the records. Ends in a version: what changes gets a new one (LDV, component Register). */
  id: z.url().regex(/\/[1-9]\d*$/, 'must end in a version'),
  partner: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The controller (AVG art. 4, 7). */
  verantwoordelijke: tekst,
  /** Legal grounds: AVG art. 6 first, then the law it rests on. */
  grondslagen: z.array(tekst).min(2),
  /** Sources that are asked in it (`extensions.bronnen`). */
  bronnen: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)),
  /** Categories of data and of data subjects (AVG art. 30); none when it is about no person. */
  gegevens: z.array(tekst),
  betrokkenen: z.array(tekst),
  /** How long the data itself is kept here. */
  bewaartermijn: tekst,
  /** Profile that sets how long its records are kept. */
  logprofiel: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** An investigation: its records are not shown to the data subject (AVG art. 23, UAVG art. 41). */
  vertrouwelijk: z.boolean(),
});

const doelvorm = z.strictObject({
  doel: z.enum(doelen),
  omschrijving: tekst,
  activiteiten: z.array(activiteitvorm).min(1),
});

/** A processing activity: what one partner's data is used for under one purpose. */
export type Verwerkingsactiviteit = Readonly<z.output<typeof activiteitvorm>> & {
  readonly doel: Doel;
  readonly omschrijving: string;
};

export type Verwerkingenregister = {
  readonly alle: readonly Verwerkingsactiviteit[];
  readonly metId: (id: string) => Verwerkingsactiviteit | undefined;
  /** The activity under which a partner is asked for a purpose; undefined when it may not be. */
  readonly van: (doel: Doel, partner: string) => Verwerkingsactiviteit | undefined;
};

/** Reads the register: a file per purpose, `<doel>.json`. @throws ConfiguratieFout with every problem */
export function leesVerwerkingenregister(dir: string): Verwerkingenregister {
  const problems: string[] = [];
  const alle: Verwerkingsactiviteit[] = [];
  for (const naam of bestandenIn(dir)) {
    const gelezen = doelvorm.safeParse(leesJson(join(dir, naam)));
    if (!gelezen.success) {
      problems.push(...gelezen.error.issues.map((i) => `${naam}: ${i.path.join('.')}: ${i.message}`));
      continue;
    }
    const { doel, omschrijving, activiteiten } = gelezen.data;
    if (naam !== `${doel}.json`) problems.push(`${naam}: is about ${doel}`);
    alle.push(...activiteiten.map((a) => Object.freeze({ ...a, doel, omschrijving })));
  }
  const opId = new Map(alle.map((a) => [a.id, a]));
  const opSleutel = new Map(alle.map((a) => [`${a.doel}/${a.partner}`, a]));
  if (opId.size < alle.length) problems.push('an id is used twice');
  if (opSleutel.size < alle.length) problems.push('a partner has two activities for one purpose');
  const zonder = doelen.filter((doel) => !alle.some((a) => a.doel === doel));
  if (zonder.length > 0) problems.push(`no activity for ${zonder.join(', ')}`);
  if (problems.length > 0) throw new ConfiguratieFout(problems.map((p) => `${dir}: ${p}`));
  return {
    alle,
    metId: (id) => opId.get(id),
    van: (doel, partner) => opSleutel.get(`${doel}/${partner}`),
  };
}

function bestandenIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir).filter((naam) => naam.endsWith('.json'));
  } catch {
    throw new ConfiguratieFout([`${dir}: the register of processing activities cannot be read`]);
  }
}

function leesJson(pad: string): unknown {
  try {
    return JSON.parse(readFileSync(pad, 'utf8'));
  } catch {
    return undefined;
  }
}
