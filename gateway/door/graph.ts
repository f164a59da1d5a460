import { type GraphQLSchema, parse, validate } from 'graphql';
import { createToegang, dossiervraag, type IdentitySettings } from '../access/index.ts';
import { createEngine, type Engine, type EngineOptions, type PreparedOperation } from '../execution/index.ts';
import type { Supergraph } from '../supergraph/index.ts';
import { type AnyDocument, openAnyDocument } from './any-document.ts';
import type { Perform } from './perform.ts';
import type { DoorSettings } from './settings.ts';
import { prepareTrusted, type TrustedDocument, type TrustedOperations } from './trusted-documents.ts';

/** A supergraph with all that was made of it: what a swap exchanges whole. */
export type Graph = {
  readonly engine: Engine;
  readonly trusted: TrustedOperations;
  /** Undefined where only trusted documents are served. */
  readonly anyDocument: AnyDocument | undefined;
  /** What a caller may do in it. */
  readonly toegangVan: ReturnType<typeof createToegang>;
  readonly close: () => Promise<void>;
};

export type GraphOptions = Omit<EngineOptions, 'supergraphSdl' | 'source' | keyof DoorSettings> & {
  readonly door: DoorSettings;
  readonly sourceFor: (supergraph: Supergraph) => EngineOptions['source'];
  readonly documents: readonly TrustedDocument[];
  readonly onlyTrusted: boolean;
  readonly perform: Perform;
  /** Who is let in; undefined where the graph is open. */
  readonly identity: IdentitySettings | undefined;
};

/**
 * Makes what serves a supergraph. Trusted documents are planned before it serves, and so are the documents that the
 * one before it was asked: a swap slows nobody down.
 * @throws when the supergraph cannot be served
 */
export async function createGraph(
  supergraph: Supergraph,
  options: GraphOptions,
  before?: Graph,
): Promise<Graph> {
  const { logger, perform } = options;
  const engine = await createEngine({
    ...options,
    ...options.door,
    supergraphSdl: supergraph.sdl,
    source: options.sourceFor(supergraph),
  });
  try {
    const trusted = await prepareTrusted(options.documents, engine, logger);
    if (before !== undefined) await prepareInUse(before.engine.inUse(), engine);
    const anyDocument = options.onlyTrusted
      ? undefined
      : await openAnyDocument({ engine, supergraph }, perform, options.door, logger);
    return {
      engine,
      trusted,
      anyDocument,
      toegangVan: createToegang(
        parse(supergraph.sdl, { noLocation: true }),
        engine.apiSchema,
        options.identity === undefined ? undefined : await prepareDossiervraag(engine),
      ),
      close: async () => {
        await anyDocument?.stop();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** @throws when there are clients whose files cannot be guarded: such a graph is not served to who signs in */
async function prepareDossiervraag({ apiSchema, prepare }: Engine): Promise<PreparedOperation | undefined> {
  if (apiSchema.getType('Client') === undefined) return undefined;
  const [problem] = validate(apiSchema, dossiervraag);
  if (problem !== undefined) throw new Error(`the files of clients cannot be guarded: ${problem.message}`);
  return prepare(dossiervraag);
}

/** What does not fit the new schema is refused when it is asked. */
async function prepareInUse(texts: readonly string[], engine: Engine): Promise<void> {
  for (const text of texts) {
    const document = fitting(text, engine.apiSchema);
    // A document that cannot be planned now is refused when it is asked, with its reason.
    if (document !== undefined) await engine.prepare(document).catch(() => undefined);
  }
}

function fitting(text: string, schema: GraphQLSchema) {
  const document = parse(text);
  return validate(schema, document).length === 0 ? document : undefined;
}
