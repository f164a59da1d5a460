import { z } from 'zod';
import { auditregelvorm } from '../auditregel.ts';
import { verwerkingsregelvorm } from '../verwerkingsregel.ts';

/** A value of OTLP/JSON (opentelemetry-proto, common.proto; 64-bit numbers are strings). */
type Waarde =
  | { readonly stringValue: string }
  | { readonly intValue: string }
  | { readonly arrayValue: { readonly values: readonly Waarde[] } };
type Attribuut = { readonly key: string; readonly value: Waarde };

/** A LogRecord of OTLP/JSON (logs.proto). */
export type LogRecord = {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: Waarde;
  readonly attributes: readonly Attribuut[];
  readonly traceId: string;
  readonly spanId?: string;
};

/** A record of a log as it stands on disk. */
export type Opgeslagen = {
  readonly nr: number;
  readonly t: string;
  readonly hash: string;
  readonly inhoud: unknown;
};

/** Turns a record into what is sent; undefined for what is no record of this log. */
export type NaarLogRecord = (opgeslagen: Opgeslagen) => LogRecord | undefined;

const info = { severityNumber: 9, severityText: 'INFO' } as const;
const tekst = (stringValue: string): Waarde => ({ stringValue });
const attribuut = (key: string, value: Waarde): Attribuut => ({ key, value });
const nano = (ms: number): string => (BigInt(ms) * 1_000_000n).toString();
const lijst = (waarden: readonly string[]): Waarde => ({ arrayValue: { values: waarden.map(tekst) } });

/** Number and hash of the line: a record that is sent twice can be known by them, and the chain checked. */
const plaats = ({ nr, hash }: Opgeslagen): readonly Attribuut[] => [
  attribuut('werkplein.log.nr', { intValue: String(nr) }),
  attribuut('werkplein.log.hash', tekst(hash)),
];

/** A processing record: the attributes of the standard as they are, the fields around them under `dpl.`. */
export const verwerkingNaarLogRecord: NaarLogRecord = (opgeslagen) => {
  const gelezen = verwerkingsregelvorm.safeParse(opgeslagen.inhoud);
  if (!gelezen.success) return undefined;
  const { traceId, spanId, parentSpanId, name, startTime, endTime, status, attributes } = gelezen.data;
  return {
    timeUnixNano: nano(startTime),
    observedTimeUnixNano: nano(Date.parse(opgeslagen.t)),
    ...info,
    body: tekst(name),
    traceId,
    spanId,
    attributes: [
      ...Object.entries(z.record(z.string(), z.string()).parse(attributes)).map(([key, waarde]) =>
        attribuut(key, tekst(waarde)),
      ),
      attribuut('dpl.start_time', { intValue: String(startTime) }),
      attribuut('dpl.end_time', { intValue: String(endTime) }),
      attribuut('dpl.status_code', tekst(status)),
      ...(parentSpanId === undefined ? [] : [attribuut('dpl.parent_operation_id', tekst(parentSpanId))]),
      ...plaats(opgeslagen),
    ],
  };
};

/** A line of the audit log, its fields under `audit.`. */
export const auditNaarLogRecord: NaarLogRecord = (opgeslagen) => {
  const gelezen = auditregelvorm.safeParse(opgeslagen.inhoud);
  if (!gelezen.success) return undefined;
  const { tijd, traceId, rollen, verwerkingen, gegevensstromen, ontsnapping, ...rest } = gelezen.data;
  return {
    timeUnixNano: nano(Date.parse(tijd)),
    observedTimeUnixNano: nano(Date.parse(opgeslagen.t)),
    ...info,
    body: tekst(rest.operatie),
    traceId,
    attributes: [
      ...Object.entries(rest).map(([key, waarde]) => attribuut(`audit.${key}`, tekst(waarde))),
      attribuut('audit.rollen', lijst(rollen)),
      attribuut('audit.verwerkingen', lijst(verwerkingen)),
      attribuut('audit.gegevensstromen', lijst(gegevensstromen)),
      ...(ontsnapping === undefined ? [] : [attribuut('audit.ontsnapping', tekst(ontsnapping.reden))]),
      ...plaats(opgeslagen),
    ],
  };
};
