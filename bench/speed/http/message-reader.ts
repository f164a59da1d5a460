/**
 * Reads HTTP/1.1 messages (RFC 9112) from the bytes of one kept connection: `content-length` and `chunked`
 * bodies, nothing else. So small because the load generator and the canned subgraphs must cost
 * less than what is measured between them.
 */

export type Message = {
  /** Start line and header lines, as they came. */
  readonly head: string;
  readonly body: Buffer;
};

const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');

/** Feeds the bytes of one connection, in pieces of any size; each whole message goes to `onMessage`. */
export function createMessageReader(onMessage: (message: Message) => void): (piece: Buffer) => void {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  /** Bytes to wait for before it is worth looking again. */
  let needed = 0;

  return (piece) => {
    kept.push(piece);
    keptBytes += piece.length;
    if (keptBytes < needed) return;
    let bytes = kept.length === 1 ? piece : Buffer.concat(kept, keptBytes);
    needed = 0;
    while (bytes.length > 0) {
      const read = readMessage(bytes);
      if (typeof read === 'number') {
        needed = read;
        break;
      }
      bytes = bytes.subarray(read.bytes);
      onMessage(read.message);
    }
    kept = bytes.length === 0 ? [] : [bytes];
    keptBytes = bytes.length;
  };
}

type Read = { readonly message: Message; readonly bytes: number };

/** One message from the start of `bytes`, or how many bytes it takes at least. */
function readMessage(bytes: Buffer): Read | number {
  const end = bytes.indexOf(headEnd);
  if (end === -1) return bytes.length + 1;
  const head = bytes.toString('latin1', 0, end);
  const start = end + headEnd.length;
  const length = /\r\ncontent-length: ?(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const stop = start + Number(length);
    if (bytes.length < stop) return stop;
    return { message: { head, body: bytes.subarray(start, stop) }, bytes: stop };
  }
  if (/\r\ntransfer-encoding: ?chunked/i.test(head)) return readChunks(bytes, head, start);
  return { message: { head, body: bytes.subarray(start, start) }, bytes: start };
}

function readChunks(bytes: Buffer, head: string, start: number): Read | number {
  const parts: Buffer[] = [];
  let at = start;
  for (;;) {
    const sizeEnd = bytes.indexOf(lineEnd, at);
    if (sizeEnd === -1) return bytes.length + 1;
    const size = Number.parseInt(bytes.toString('latin1', at, sizeEnd), 16);
    const stop = sizeEnd + lineEnd.length + size;
    if (bytes.length < stop + lineEnd.length) return stop + lineEnd.length;
    if (size === 0) return { message: { head, body: Buffer.concat(parts) }, bytes: stop + lineEnd.length };
    parts.push(bytes.subarray(sizeEnd + lineEnd.length, stop));
    at = stop + lineEnd.length;
  }
}
