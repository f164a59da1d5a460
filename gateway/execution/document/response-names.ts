import { type FieldNode, Kind, print, visit } from 'graphql';
import { type Operation, toDocument } from './operation.ts';

/**
 * Whether each response name stands for the same field with the same arguments wherever an operation has it. Then
 * one object may stand in several places of the answer.
 */
export function hasConsistentNames(operation: Operation): boolean {
  const meanings = new Map<string, string>();
  let consistent = true;
  visit(toDocument(operation), {
    Field: (field) => {
      const responseName = field.alias?.value ?? field.name.value;
      const meaning = meaningOf(field);
      const known = meanings.get(responseName);
      if (known === undefined) meanings.set(responseName, meaning);
      else if (known !== meaning) consistent = false;
    },
  });
  return consistent;
}

function meaningOf({ name, arguments: given }: FieldNode): string {
  const texts = (given ?? []).map((argument) => print(argument)).sort();
  return print({ kind: Kind.NAME, value: `${name.value}(${texts.join(',')})` });
}
