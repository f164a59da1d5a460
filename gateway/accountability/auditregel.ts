import { z } from 'zod';
import { verbergBsn } from '../../subgraphs/kit/index.ts';
import { doelen } from '../access/index.ts';

/** A clientnummer wherever it stands: a reason is written by people. */
const clientnummer = /w1\.[A-Za-z0-9_-]{34}/g;

/**
 * Who asked what: apart from the processing records, and tied to them by trace and span ids. No client stands
 * in it.
 */
export const auditregelvorm = z.strictObject({
  /** When the answer was ready to leave, ISO 8601 in UTC. */
  tijd: z.iso.datetime(),
  /** Pseudonym of the worker, or of the citizen who looks at the own file. */
  actor: z.string().regex(/^[\w.:-]{1,128}$/),
  rollen: z.array(z.string().regex(/^[a-z][a-z_]{0,39}$/)).max(20),
  doel: z.enum(doelen),
  /** OIN of the organisation the actor works for. */
  organisatie: z.string().regex(/^[\w.-]{1,64}$/),
  /** Name of the operation; `anoniem` when it has none. */
  operatie: z.string().regex(/^[A-Za-z_]\w{0,99}$/),
  correlationId: z.string().regex(/^[\w-]{1,64}$/),
  uitkomst: z.enum(['GEGEVEN', 'GEDEELTELIJK', 'GEWEIGERD', 'MISLUKT']),
  /** Why someone else's client was opened; numbers of persons in it are taken out. */
  ontsnapping: z
    .strictObject({
      reden: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .transform((reden) => verbergBsn(reden).replace(clientnummer, '***')),
    })
    .exactOptional(),
  /** The processing records of this operation: their trace, and the span of each. */
  /** Declared flows by which data of one partner reached another, by id. */
  gegevensstromen: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)),
  traceId: z.string().regex(/^(?!0{32})[0-9a-f]{32}$/),
  verwerkingen: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
});
export type Auditregel = z.output<typeof auditregelvorm>;
