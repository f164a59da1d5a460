import { type DocumentNode, Kind, visit } from 'graphql';
import { requiredSets } from '../planner/index.ts';
import { fromDocument, type Operation, toDocument } from './operation.ts';

/**
 * Names under which an operation is planned. A plan asks keys and what fields need (`@requires`) under the names of
 * those fields, in the same objects as what the client asks. A client that calls something else by such a name would
 * then have the plan take the one for the other: one entity's data would be fetched for another. Planners do not see
 * to it themselves (both at hand were seen to mix them up), so that what could be confused is planned under a name
 * of ours and answered under the client's.
 */
export type PlanNames = {
  /** The name in plan and data of a field that the client calls `responseName`. */
  readonly planned: (responseName: string, field: string) => string;
  /** The client's name for a name in a plan. */
  readonly answered: (name: string) => string;
};

const prefix = '_as_';

export function createPlanNames(supergraph: DocumentNode): PlanNames {
  const fields = new Set<string>();
  const requiredWithArguments = new Set<string>();
  visit(supergraph, {
    FieldDefinition: (definition) => {
      fields.add(definition.name.value);
      return false;
    },
  });
  for (const set of requiredSets(supergraph)) {
    visit(set, {
      Field: ({ name, arguments: given }) => {
        if ((given ?? []).length > 0) requiredWithArguments.add(name.value);
      },
    });
  }
  /** Also the names that planners make up begin with an underscore. */
  const mayMeanSomethingElse = (responseName: string, field: string) =>
    responseName === field
      ? requiredWithArguments.has(field) || field.startsWith(prefix)
      : fields.has(responseName) || responseName.startsWith('_');
  return {
    planned: (responseName, field) =>
      mayMeanSomethingElse(responseName, field) ? `${prefix}${responseName}` : responseName,
    answered: (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name),
  };
}

/** The same operation with its fields under the names of a plan. */
export function withPlanNames(operation: Operation, names: PlanNames): Operation {
  return fromDocument(
    visit(toDocument(operation), {
      Field: (field) => {
        const responseName = field.alias?.value ?? field.name.value;
        const name = names.planned(responseName, field.name.value);
        return name === responseName ? undefined : { ...field, alias: { kind: Kind.NAME, value: name } };
      },
    }),
  );
}
