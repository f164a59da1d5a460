import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import type { Logger } from '../../subgraphs/kit/index.ts';
import type { Engine, PreparedOperation } from '../execution/index.ts';

/** A document of the front office: it has a name, and is trusted because it came with the gateway. */
export type TrustedDocument = {
  /** Name of its file. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
  readonly document: DocumentNode;
};

/** Trusted documents prepared over one supergraph, by every id they go by. */
export type TrustedOperations = ReadonlyMap<string, PreparedOperation>;

const extension = '.graphql';

/**
 * Reads the documents of a folder and of those in it, one operation a file. A name is known once: folders are for people.
 * @throws when the folder cannot be read, a file is not GraphQL, or two have one name
 */
export function readTrustedDocuments(folder: string): readonly TrustedDocument[] {
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        name: basename(file, extension),
        text,
        hash: createHash('sha256').update(text).digest('hex'),
        document: parse(text, { noLocation: true }),
      };
    });
  const twice = documents.find(({ name }, i) => documents.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined) throw new Error(`two trusted documents are called ${twice.name}`);
  return documents;
}

/** The ids by which a request can name a document: its name, and its hash as the specification writes it. */
export function idsOf({ name, hash }: TrustedDocument): readonly string[] {
  return [name, `sha256:${hash}`, hash];
}

/**
 * Plans and compiles documents before they are asked. One that does not fit the schema is left out and logged by
 * name: the others serve on.
 */
export async function prepareTrusted(
  documents: readonly TrustedDocument[],
  engine: Engine,
  logger: Logger,
): Promise<TrustedOperations> {
  const prepared = await Promise.all(
    documents.map(async (trusted) => ({ trusted, operation: await prepareOne(trusted, engine, logger) })),
  );
  return new Map(
    prepared.flatMap(({ trusted, operation }) =>
      operation === undefined ? [] : idsOf(trusted).map((id) => [id, operation] as const),
    ),
  );
}

async function prepareOne(
  { name, document }: TrustedDocument,
  engine: Engine,
  logger: Logger,
): Promise<PreparedOperation | undefined> {
  if (!fits(document, engine.apiSchema)) {
    logger.error({ operationName: name }, 'trusted document does not fit the schema');
    return undefined;
  }
  try {
    return await engine.prepare(document);
  } catch (error) {
    logger.error({ operationName: name, error }, 'trusted document cannot be prepared');
    return undefined;
  }
}

function fits(document: DocumentNode, schema: GraphQLSchema): boolean {
  return validate(schema, document).length === 0;
}
