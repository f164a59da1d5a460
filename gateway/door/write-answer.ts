import type { ServerResponse } from 'node:http';
import { JsonText } from '../execution/index.ts';
import { deferMediaType, type Media } from './media-type.ts';
import type { Performed, PerformedPart } from './perform.ts';

const boundary = '-';

/** Writes the answer to an operation: in one piece, or in parts as they come. */
export async function writeAnswer(
  response: ServerResponse,
  media: Media,
  correlationId: string,
  performed: Performed,
): Promise<void> {
  const { later, data } = performed;
  if (later !== undefined) {
    await writeParts(response, correlationId, performed, later);
    return;
  }
  const status = performed.status ?? (data === undefined && media.statusTells ? 400 : 200);
  writeText(response, status, media, correlationId, `${membersText(performed)}}`);
}

export function writeText(
  response: ServerResponse,
  status: number,
  media: Pick<Media, 'contentType'>,
  correlationId: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': media.contentType,
    'content-length': Buffer.byteLength(text),
    'x-correlation-id': correlationId,
  });
  response.end(text);
}

/** The members of an answer without the closing brace, in the order of the GraphQL specification (§7.1). */
function membersText({ errors, data, extensions }: Omit<Performed, 'later'>): string {
  let text = '';
  if (errors !== undefined) text += `"errors":${JSON.stringify(errors)}`;
  if (data !== undefined) text += `${text === '' ? '' : ','}"data":${dataText(data)}`;
  if (extensions !== undefined) text += `${text === '' ? '' : ','}"extensions":${JSON.stringify(extensions)}`;
  return `{${text}`;
}

function dataText(data: JsonText | null): string {
  return data instanceof JsonText ? data.text : 'null';
}

/**
 * `multipart/mixed; deferSpec=20220824`: each part says whether another comes, and the last ends the body. What
 * ends a part is written with it: a client knows only by that that it has the part.
 */
async function writeParts(
  response: ServerResponse,
  correlationId: string,
  first: Performed,
  later: AsyncIterable<PerformedPart>,
): Promise<void> {
  response.writeHead(200, {
    'content-type': `multipart/mixed; boundary="${boundary}"; ${deferMediaType.slice('multipart/mixed; '.length)}`,
    'x-correlation-id': correlationId,
  });
  response.write(`\r\n--${boundary}\r\n${partText(`${membersText(first)},"hasNext":true}`)}\r\n`);
  for await (const part of later) {
    if (response.destroyed) return;
    response.write(`${partText(`{"hasNext":true,"incremental":[${laterText(part)}]}`)}\r\n`);
  }
  response.end(`${partText('{"hasNext":false}')}--\r\n`);
}

function partText(text: string): string {
  return `content-type: application/json; charset=utf-8\r\n\r\n${text}\r\n--${boundary}`;
}

function laterText({ path, label, data, errors, extensions }: PerformedPart): string {
  const named = label === undefined ? '' : `,"label":${JSON.stringify(label)}`;
  const failed = errors === undefined ? '' : `,"errors":${JSON.stringify(errors)}`;
  const reported = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{"path":${JSON.stringify(path)}${named},"data":${dataText(data)}${failed}${reported}}`;
}
