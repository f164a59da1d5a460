import { Kind, visit } from 'graphql';
import { type Operation, toDocument } from './operation.ts';

/** The value of a variable, at an argument or a field of an input object where the document puts it. */
export type VariableUse = { readonly at: string; readonly value: unknown };

/** Reads what the variables of a request are used for, at each name once; what is not used is not read. */
export function compileVariableUses(
  operation: Operation,
): (variables: Readonly<Record<string, unknown>>) => readonly VariableUse[] {
  const uses = new Map<string, { readonly at: string; readonly variable: string }>();
  const names: string[] = [];
  const named = {
    enter: ({ name }: { readonly name: { readonly value: string } }) => {
      names.push(name.value);
    },
    leave: () => {
      names.pop();
    },
  };
  visit(toDocument(operation), {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.ARGUMENT]: named,
    [Kind.OBJECT_FIELD]: named,
    [Kind.VARIABLE]: ({ name }) => {
      const at = names.at(-1) ?? '';
      uses.set(`${at} ${name.value}`, { at, variable: name.value });
    },
  });
  const asked = [...uses.values()];
  return (variables) => asked.map(({ at, variable }) => ({ at, value: variables[variable] }));
}
