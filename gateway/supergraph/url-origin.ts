import { Client, type Dispatcher } from 'undici';
import { type Lezing, type Origin, onbereikbaar, readBounded } from './origin.ts';
import { maxSupergraphBytes } from './verify.ts';

/** Time for one reading, from connecting to the last byte, milliseconds. */
const standaardTimeoutMs = 10_000;

/**
 * A supergraph at an http(s) URL, its signature in the header `x-supergraph-signature` so that both come in
 * one answer. Asks with `If-None-Match` (RFC 9110 §13.1.2); follows no redirect.
 */
export function createUrlOrigin(url: URL, timeoutMs = standaardTimeoutMs): Origin {
  // Between two readings any server closes a kept connection, so each reading has one of its own.
  const client = new Client(url.origin, { pipelining: 0, connect: { timeout: timeoutMs } });
  let etag: string | undefined;

  const read = async (opnieuw: boolean, signal: AbortSignal): Promise<Lezing> => {
    const voorwaarde = etag === undefined || opnieuw ? {} : { 'if-none-match': etag };
    const response = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { 'accept-encoding': 'identity', ...voorwaarde },
      signal,
    });
    if (response.statusCode !== 200) {
      await response.body.dump({ limit: 64 * 1024, signal });
      if (response.statusCode === 304 && 'if-none-match' in voorwaarde) return { soort: 'ONGEWIJZIGD' };
      const error = Object.assign(new Error('another status'), { code: `HTTP_${response.statusCode}` });
      return onbereikbaar(`the URL answers with HTTP status ${response.statusCode}`, error);
    }
    const bytes = await readBounded(response.body as AsyncIterable<Uint8Array>, maxSupergraphBytes + 1);
    etag = header(response, 'etag');
    return { soort: 'GELEZEN', bytes, signature: header(response, 'x-supergraph-signature') };
  };

  return {
    read: async (opnieuw) => {
      const afbreker = new AbortController();
      const timer = setTimeout(() => {
        afbreker.abort();
      }, timeoutMs);
      try {
        return await read(opnieuw, afbreker.signal);
      } catch (error) {
        if (!afbreker.signal.aborted) return onbereikbaar('the URL cannot be read', error);
        const teLaat = Object.assign(new Error('aborted', { cause: error }), { code: 'TE_LAAT' });
        return onbereikbaar(`the URL gives no whole answer within ${timeoutMs} ms`, teLaat);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => client.destroy(),
  };
}

function header(response: Dispatcher.ResponseData, naam: string): string | undefined {
  const waarde = response.headers[naam];
  return typeof waarde === 'string' ? waarde : undefined;
}
