import type { Dispatcher, Pool } from 'undici';

export type HttpCall = {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
  /** Bytes of an answer at most; a larger one counts as no answer. */
  readonly maxBytes: number;
};

/** Who answers does not take the question from us (HTTP 401). */
export class Refused extends Error {
  override readonly name = 'RefusedError';
}

/** A call under way. */
export type Calling = {
  /** The body of the answer as text, whatever its status but 401; rejects when there is none. @throws Refused */
  readonly answered: Promise<string>;
  /** Closes the connection: whoever answers may stop. */
  readonly abort: (reason: Error) => void;
};

/**
 * One POST on a pool, by undici's `dispatch`: what `request` puts around it (streams, an abort signal) costs as much
 * as everything else the gateway does for an answer.
 */
export function call(pool: Pool, { path, headers, body, maxBytes }: HttpCall): Calling {
  let controller: Dispatcher.DispatchController | undefined;
  let aborted: Error | undefined;
  const answered = new Promise<string>((resolve, reject) => {
    let first: Buffer | undefined;
    let more: Buffer[] | undefined;
    let length = 0;
    let refused = false;
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          if (aborted !== undefined) started.abort(aborted);
        },
        onResponseStart: (_current, status) => {
          // The answer says in its body what it is: GraphQL over HTTP lets the status say less. Only a refusal says more.
          refused = status === 401;
        },
        onResponseData: (current, chunk) => {
          length += chunk.length;
          if (length > maxBytes) {
            current.abort(new Error('the answer is too large'));
          } else if (first === undefined) {
            first = chunk;
          } else {
            more ??= [first];
            more.push(chunk);
          }
        },
        onResponseEnd: () => {
          if (refused) reject(new Refused('HTTP 401'));
          else resolve((more === undefined ? first : Buffer.concat(more))?.toString('utf8') ?? '');
        },
        onResponseError: (_current, error) => {
          reject(error);
        },
      },
    );
  });
  return {
    answered,
    abort: (reason) => {
      aborted = reason;
      controller?.abort(reason);
    },
  };
}
