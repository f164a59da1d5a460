import Negotiator from 'negotiator';

/** How an answer is written (GraphQL over HTTP §6.4.1): in one piece in one of two types, or in parts. */
export type Media = {
  readonly contentType:
    | 'application/json; charset=utf-8'
    | 'application/graphql-response+json; charset=utf-8';
  /**
   * Whether a request that cannot be run is told by the status too. In `application/json` it is not: there a
   * status other than 200 may come from anything on the way.
   */
  readonly statusTells: boolean;
  /** Whether the client takes an answer in parts, in the form of 2022 that Apollo clients speak. */
  readonly mayDefer: boolean;
};

const json: Media = {
  contentType: 'application/json; charset=utf-8',
  statusTells: false,
  mayDefer: false,
};
const response: Media = {
  contentType: 'application/graphql-response+json; charset=utf-8',
  statusTells: true,
  mayDefer: false,
};
export const deferMediaType = 'multipart/mixed; deferSpec=20220824';
const offered = ['application/json', 'application/graphql-response+json', deferMediaType];

/** What clients send most, so that it is not taken apart each time. */
const known: ReadonlyMap<string, Media> = new Map([
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json', response],
]);

/** Only a client that names the form means it: that it takes anything does not say it can read parts. */
const namesForm = /deferspec=20220824/i;

/** @returns undefined when the client takes none of what is offered */
export function mediaOf(accept: string | undefined): Media | undefined {
  if (accept === undefined) return json;
  const common = known.get(accept);
  if (common !== undefined) return common;
  const accepted = new Negotiator({ headers: { accept } }).mediaTypes(offered);
  const mayDefer = namesForm.test(accept) && accepted.includes(deferMediaType);
  const whole =
    accepted.find((type) => type !== deferMediaType) ?? (mayDefer ? 'application/json' : undefined);
  if (whole === undefined) return undefined;
  return { ...(whole === 'application/json' ? json : response), mayDefer };
}
