import type { DocumentNode, GraphQLSchema } from 'graphql';
import { GraafFout, isBsn } from '../../subgraphs/kit/index.ts';
import type { Caller, PreparedOperation, View } from '../execution/index.ts';
import { createDossierbewaking, type Dossierbewaking } from './dossier/index.ts';
import type { Identity } from './identity/identity.ts';
import { apiSchemaFor } from './policy/api-schema-for.ts';
import { readFieldPolicy } from './policy/field-policy.ts';
import { type PolicyView, viewOf } from './policy/view.ts';
import { withoutForbidden } from './policy/without-forbidden.ts';

/** What one caller may see in the graph, and about whom it may ask, for the purpose of the request. */
export type Toegang = Caller & {
  readonly identity: Identity;
  /** Absent in a graph without clients. */
  readonly bewaking?: Dossierbewaking;
};

/**
 * Fields by which a partner gives clients together with what it knows of them: past the guard of files. Not those of a
 * caseload: who is in the own caseload is the worker's own, as the partner that keeps it says.
 */
export const langsDeBewaking: readonly string[] = [
  'Zoektreffers.clienten',
  'SwPlaatsingBijWerkgever.client',
  'Werkvoorraadtoets.clienten',
];

/**
 * Gives callers of one supergraph their access; views are made once for all who see the same.
 *
 * @param dossiervraag what the partners are asked before a file is opened, prepared; undefined in a graph without clients
 */
export function createToegang(
  supergraph: DocumentNode,
  apiSchema: GraphQLSchema,
  dossiervraag: PreparedOperation | undefined,
): (identity: Identity, ontsnapping: string | undefined) => Toegang {
  const policy = readFieldPolicy(supergraph);
  const views = new WeakMap<PolicyView, View>();
  const viewFor = (identity: Identity): View => {
    const own = viewOf(policy, identity);
    const known = views.get(own);
    if (known !== undefined) return known;
    let schema: GraphQLSchema | undefined;
    const view: View = {
      key: own.key,
      mag: own.mag,
      visible: (operation) => withoutForbidden(operation, apiSchema, own),
      // Few ask for it, and it takes time to make.
      get apiSchema() {
        schema ??= apiSchemaFor(apiSchema, own);
        return schema;
      },
    };
    views.set(own, view);
    return view;
  };
  return (identity, ontsnapping) => {
    const bewaking =
      dossiervraag === undefined ? undefined : createDossierbewaking(dossiervraag, identity, ontsnapping);
    return {
      identity,
      view: viewFor(identity),
      ...(bewaking === undefined ? {} : { bewaking }),
      controleer: (asked, reached, uses) => {
        if (uses.some(({ at, value }) => at !== 'bsn' && holdsBsn(value))) {
          throw new GraafFout('ONGELDIGE_INVOER', 'A burgerservicenummer is for the argument bsn only.');
        }
        for (const { name, value } of asked) if (!mayName(identity, name, value)) throw geweigerd(name);
        if (bewaking === undefined) return;
        const past = reached.some(
          ({ via, field }) => field !== bewaking.sleutel && langsDeBewaking.includes(via),
        );
        if (past) throw new GraafFout('NIET_GERECHTIGD', 'Ask the file of a client by its clientnummer.');
      },
    };
  };
}

/** Whether a value is, or has in it, what could be a BSN: it would go on to a partner that takes none. */
function holdsBsn(value: unknown): boolean {
  if (typeof value === 'string') return isBsn(value);
  if (typeof value === 'number') return isBsn(String(value));
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBsn);
}

/** Whether a caller may ask about whom, or whose list, an argument names. */
function mayName({ clientnummer, medewerkernummer }: Identity, name: string, value: unknown): boolean {
  switch (name) {
    case 'clientnummer':
    case 'clientnummers': {
      // A citizen sees the own file; whose files a worker may open is decided client by client (`dossier`).
      const named: readonly unknown[] = Array.isArray(value) ? value : [value];
      return clientnummer === undefined || named.every((one) => one === clientnummer);
    }
    case 'medewerkernummer':
      return value === medewerkernummer;
    default:
      return true;
  }
}

function geweigerd(name: string): GraafFout {
  return name === 'medewerkernummer'
    ? new GraafFout('NIET_GERECHTIGD', 'A worker may ask for the own caseload only.')
    : new GraafFout('NIET_GERECHTIGD', 'A citizen may ask about the own file only.');
}
