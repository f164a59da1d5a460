import { type Doel, isDoel } from '../policy/rollen.ts';
import { Weigering } from './weigering.ts';

/**
 * Headers by lower-case name. Give `request.headersDistinct`: in `request.headers` Node keeps the first of two
 * Authorization headers and drops the other without a word.
 */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Letters of a token (RFC 6750 §2.1, `b64token`). */
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;
/** `Bearer` and the space after it. */
const schemeLength = 7;

/** The access token of a request. @throws Weigering when there is not exactly one, or it is too large */
export function readToken(headers: RequestHeaders, maxTokenBytes: number): string {
  const values = valuesOf(headers, 'authorization');
  const [value, ...more] = values;
  if (value === undefined || value === '') throw new Weigering('GEEN_TOKEN');
  if (more.length > 0) throw new Weigering('MEER_TOKENS');
  // Before anything looks into it.
  if (Buffer.byteLength(value) > schemeLength + maxTokenBytes) throw new Weigering('TE_GROOT');
  const token = bearer.exec(value)?.[1];
  if (token === undefined) throw new Weigering('GEEN_BEARER');
  return token;
}

/** The purpose of a request, from `X-Doelbinding`. @throws Weigering when there is not exactly one that exists */
export function readDoel(headers: RequestHeaders): Doel {
  const [value, ...more] = valuesOf(headers, 'x-doelbinding');
  if (value === undefined || value === '') throw new Weigering('DOEL_ONTBREEKT');
  // Headers of one name may be joined on their way (RFC 9110 §5.3).
  if (more.length > 0 || value.includes(',')) throw new Weigering('MEER_DOELEN');
  if (!isDoel(value)) throw new Weigering('DOEL_ONBEKEND');
  return value;
}

function valuesOf(headers: RequestHeaders, name: string): readonly string[] {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
