import { describe, expect, it } from 'vitest';
import { createMessageReader } from './message-reader.ts';

const stream = Buffer.from(
  [
    'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\néénmaal',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n4\r\nstuk\r\n6\r\n voor \r\n4\r\nstuk\r\n0\r\n\r\n',
    'HTTP/1.1 204 No Content\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n',
  ].join(''),
);
const messages = [
  { start: 'HTTP/1.1 200 OK', body: 'éénmaal' },
  { start: 'POST /graphql HTTP/1.1', body: 'stuk voor stuk' },
  { start: 'HTTP/1.1 204 No Content', body: '' },
  { start: 'HTTP/1.1 200 OK', body: '' },
];

function readInPieces(pieces: readonly Buffer[]): readonly unknown[] {
  const read: unknown[] = [];
  const feed = createMessageReader(({ head, body }) => {
    read.push({ start: head.split('\r\n')[0], body: body.toString('utf8') });
  });
  for (const piece of pieces) feed(piece);
  return read;
}

describe('the message reader', () => {
  it('reads messages that come at once', () => {
    expect(readInPieces([stream])).toEqual(messages);
  });

  it('reads messages that are cut anywhere', () => {
    for (let at = 1; at < stream.length; at += 1) {
      expect([at, readInPieces([stream.subarray(0, at), stream.subarray(at)])]).toEqual([at, messages]);
    }
  });

  it('reads messages byte by byte', () => {
    expect(readInPieces([...stream].map((byte) => Buffer.from([byte])))).toEqual(messages);
  });

  it('keeps what is not whole yet', () => {
    expect(readInPieces([stream.subarray(0, stream.length - 1)])).toEqual(messages.slice(0, 3));
  });
});
