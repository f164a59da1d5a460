import { JsonText } from '../execution/index.ts';

/** The members of an answer, in the order in which the GraphQL specification (§7.1) would have them. */
type AnswerMembers = {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
};

/** An answer as JSON text; data that is text already is not walked again. */
export function answerText({ errors, data, extensions }: AnswerMembers): string {
  const members: string[] = [];
  if (errors !== undefined) members.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) members.push(`"data":${dataText(data)}`);
  if (extensions !== undefined) members.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${members.join(',')}}\n`;
}

export function dataText(data: unknown): string {
  return data instanceof JsonText ? data.text : JSON.stringify(data);
}
