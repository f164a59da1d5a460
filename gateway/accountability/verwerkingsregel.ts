import { z } from 'zod';
import { verbergBsn } from '../../subgraphs/kit/index.ts';

const traceId = z.string().regex(/^(?!0{32})[0-9a-f]{32}$/, 'must be a W3C trace id');
const spanId = z.string().regex(/^(?!0{16})[0-9a-f]{16}$/, 'must be a W3C span id');
/** Milliseconds since 1970. */
const tijdstip = z.number().int().nonnegative();
const naam = z
  .string()
  .regex(/^[A-Za-z_][\w ./:-]{0,99}$/)
  .refine((tekst) => verbergBsn(tekst) === tekst, 'must hold no number of a person');
const status = z.enum(['Unset', 'Ok', 'Error']);
const bron = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);
const idSoort = z.string().regex(/^[A-Za-z][\w:/.#-]{0,199}$/);

const gemeen = {
  traceId,
  spanId,
  parentSpanId: spanId.exactOptional(),
  name: naam,
  startTime: tijdstip,
  endTime: tijdstip,
  status,
};

/**
 * A processing to be recorded: one data subject, one source. `betrokkene` is plain here and nowhere after:
 * it is encrypted before it reaches a file. Absent when the processing is about no person.
 */
export const verwerkingvorm = z
  .strictObject({
    ...gemeen,
    /** Id of an activity; whether it is one, the register says. */
    verwerkingsactiviteit: z.string().max(300),
    bron,
    betrokkene: z.strictObject({ id: z.string().min(1).max(200), soort: idSoort }).exactOptional(),
    /** URI of the application that began it, when another did. */
    aanroeper: z.url().exactOptional(),
  })
  .refine(({ startTime, endTime }) => startTime <= endTime, 'must not end before it began');
export type Verwerking = z.output<typeof verwerkingvorm>;

/**
 * A processing record, in the form of Logboek Dataverwerkingen (Logius; component Logboek, and the names of
 * its reading extension: `spanId` is `operation_id`, times are milliseconds). There is no worker in it: who
 * looked stands in the audit log, which names the same ids.
 */
export const verwerkingsregelvorm = z.strictObject({
  ...gemeen,
  attributes: z.strictObject({
    'dpl.core.processing_activity_id': z.url(),
    /** Encrypted, see `betrokkene.ts`. */
    'dpl.core.data_subject_id': z
      .string()
      .regex(/^v1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$/)
      .exactOptional(),
    'dpl.core.data_subject_id_type': idSoort.exactOptional(),
    'dpl.core.foreign_operation.processor': z.url().exactOptional(),
    /** The source that was asked: ours, outside the `core` namespace. */
    'dpl.werkplein.bron': bron,
  }),
});
export type Verwerkingsregel = z.output<typeof verwerkingsregelvorm>;

/** @param versleutel the encrypted form of a data subject's id */
export function maakVerwerkingsregel(
  verwerking: Verwerking,
  versleutel: (id: string, soort: string) => string,
): Verwerkingsregel {
  const { verwerkingsactiviteit, bron: gevraagd, betrokkene, aanroeper, ...rest } = verwerking;
  return {
    ...rest,
    attributes: {
      'dpl.core.processing_activity_id': verwerkingsactiviteit,
      ...(betrokkene === undefined
        ? {}
        : {
            'dpl.core.data_subject_id': versleutel(betrokkene.id, betrokkene.soort),
            'dpl.core.data_subject_id_type': betrokkene.soort,
          }),
      ...(aanroeper === undefined ? {} : { 'dpl.core.foreign_operation.processor': aanroeper }),
      'dpl.werkplein.bron': gevraagd,
    },
  };
}
