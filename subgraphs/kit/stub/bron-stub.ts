import type { IncomingHttpHeaders } from 'node:http';
import type { Poststuk } from './postvak.ts';

/**
 * Ways in which a simulated source can misbehave. `none` is health; `hang` and `refused` are made
 * by the stub server, `malformed` cuts the healthy answer in half, the others are said in the
 * source's own protocol by `BronStub.faults`.
 */
export const stubFaults = [
  'none',
  'nothing-found',
  'warning',
  'server-error',
  'malformed',
  'wrong-shape',
  'refused',
  'hang',
  'maintenance',
  'rate-limited',
] as const;
export type StubFault = (typeof stubFaults)[number];

/** Faults that only the source's own protocol can express. */
export const protocolFaults = [
  'nothing-found',
  'warning',
  'server-error',
  'wrong-shape',
  'maintenance',
  'rate-limited',
] as const;
export type ProtocolFault = (typeof protocolFaults)[number];

export type StubRequest = {
  readonly method: string;
  /** Path below the source's base URL. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Origin of this server, for links in answers. */
  readonly origin: string;
};

export type StubResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One simulated source: how it answers when well, and how its protocol says each fault. */
export type BronStub = {
  readonly bron: string;
  readonly antwoord: (request: StubRequest) => StubResponse | Promise<StubResponse>;
  readonly faults: Readonly<
    Record<ProtocolFault, (request: StubRequest) => StubResponse | Promise<StubResponse>>
  >;
  /** What was handed to it to keep, the first of each reference. */
  readonly ontvangen?: () => readonly Poststuk[];
};

/** What every simulated source is made from: the population of one region, its pseudonyms, a clock. */
export type StubWereld<Bevolking = unknown> = {
  readonly bevolking: Bevolking;
  readonly clientnummerVan: (bsn: string) => string;
  readonly bsnVan: (clientnummer: string) => string | undefined;
  readonly now: () => Date;
};

export function json(status: number, value: unknown, headers: Record<string, string> = {}): StubResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function xml(status: number, body: string, headers: Record<string, string> = {}): StubResponse {
  return { status, headers: { 'content-type': 'text/xml; charset=utf-8', ...headers }, body };
}
