import { GraphQLError, Kind, type ValidationRule } from 'graphql';
import { isBsn } from '../../subgraphs/kit/index.ts';

/** Arguments that carry data of a person: only as variables, since documents are cached and logged. */
const persoonsargumenten = new Set(['bsn', 'geslachtsnaam', 'geboortedatum']);

/** Refuses a document that has a person's data in its text. The error does not repeat them. */
export const geenPersoonsgegevensInDocument: ValidationRule = (context) => {
  const weiger = (message: string) => {
    context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  };
  return {
    Argument: (argument) => {
      if (!persoonsargumenten.has(argument.name.value)) return;
      if (argument.value.kind === Kind.VARIABLE || argument.value.kind === Kind.NULL) return;
      weiger(`Argument "${argument.name.value}" must be given as a variable, not in the document.`);
      return false;
    },
    ObjectField: (field) => {
      if (!persoonsargumenten.has(field.name.value)) return;
      if (field.value.kind === Kind.VARIABLE || field.value.kind === Kind.NULL) return;
      weiger(`Field "${field.name.value}" must be given as a variable, not in the document.`);
      return false;
    },
    StringValue: (value) => {
      if (isBsn(value.value)) weiger('A document must not hold a burgerservicenummer; use a variable.');
    },
    IntValue: (value) => {
      if (isBsn(value.value)) weiger('A document must not hold a burgerservicenummer; use a variable.');
    },
  };
};
