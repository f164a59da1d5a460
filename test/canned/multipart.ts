/** An answer that comes in parts, read as Apollo Client reads it (its `readMultipartBody`). */
export type Parts = {
  readonly status: number;
  readonly contentType: string;
  /** The next part that carries anything; undefined when the last has come. */
  readonly next: () => Promise<unknown>;
  /** All that is still to come. */
  readonly rest: () => Promise<readonly unknown[]>;
  /** An answer that came in one piece after all. */
  readonly whole: () => Promise<unknown>;
  /** Everything that was received, byte for byte. */
  readonly raw: () => string;
  /** The client goes away. */
  readonly leave: () => void;
};

/** What Apollo Client says that it takes. */
const accept = 'multipart/mixed;deferSpec=20220824,application/json';

/** @throws when what comes is not what Apollo Client can read */
export async function openMultipart(
  url: string,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Parts> {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
    body: JSON.stringify(body),
    signal: leaving.signal,
  });
  if (response.body === null) throw new Error('no body');
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder();
  const contentType = response.headers.get('content-type') ?? '';
  const boundary = `\r\n--${/boundary=(?:"([^"]*)"|([^;]*))/.exec(contentType)?.[1] ?? 'no boundary'}`;
  let raw = '';
  let buffer = '';
  const nextMessage = async (): Promise<string | undefined> => {
    for (;;) {
      const end = buffer.indexOf(boundary);
      if (end >= 0) {
        const message = buffer.slice(0, end);
        buffer = buffer.slice(end + boundary.length);
        return message;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      const text = decoder.decode(value, { stream: true });
      raw += text;
      buffer += text;
    }
  };
  const next = async (): Promise<unknown> => {
    for (;;) {
      const message = await nextMessage();
      if (message === undefined) return undefined;
      // Before the first boundary there is nothing.
      if (message.trim() === '') continue;
      const start = message.indexOf('\r\n\r\n');
      if (!/^content-type: application\/json/im.test(message.slice(0, start))) throw new Error(message);
      return JSON.parse(message.slice(start)) as unknown;
    }
  };
  const rest = async (): Promise<readonly unknown[]> => {
    const part = await next();
    return part === undefined ? [] : [part, ...(await rest())];
  };
  return {
    status: response.status,
    contentType,
    next,
    rest,
    whole: async () => {
      await nextMessage();
      return JSON.parse(buffer) as unknown;
    },
    raw: () => raw,
    leave: () => {
      leaving.abort();
    },
  };
}
