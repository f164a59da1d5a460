import {
  GraphQLError,
  Kind,
  type ValidationRule,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { verbergBsn } from '../../subgraphs/kit/index.ts';

/** Arguments that carry data of a person: only as variables, since documents are cached and logged. */
const persoonsargumenten = new Set(['bsn', 'geslachtsnaam', 'geboortedatum', 'gegeven', 'toelichting']);

/**
 * Refuses a document that has a person's data in its text: as a value of an argument for such data, as
 * the default of a variable that goes there, or as a BSN anywhere (names and comments included). The
 * error does not repeat them.
 */
export const geenPersoonsgegevensInDocument: ValidationRule = (context) => {
  const weiger = (message: string) => {
    context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  };
  const weigerBsn = () => {
    weiger('A document must not hold a burgerservicenummer; use a variable.');
  };
  const variabelen = new Set<string>();
  const metStandaard: VariableDefinitionNode[] = [];
  /** Whether a value may stand at such an argument; remembers the variable that does. */
  const toegestaan = (naam: string, value: ValueNode): boolean => {
    if (!persoonsargumenten.has(naam) || value.kind === Kind.NULL) return true;
    if (value.kind !== Kind.VARIABLE) return false;
    variabelen.add(value.name.value);
    return true;
  };
  return {
    Document: {
      enter: (document) => {
        if (bevatBsn(document.loc?.source.body ?? '')) weigerBsn();
      },
      leave: () => {
        for (const { variable } of metStandaard) {
          if (!variabelen.has(variable.name.value)) continue;
          weiger(`Variable "$${variable.name.value}" must be given its value apart, not in the document.`);
        }
      },
    },
    VariableDefinition: (definition) => {
      const { defaultValue } = definition;
      if (defaultValue !== undefined && defaultValue.kind !== Kind.NULL) metStandaard.push(definition);
    },
    Argument: (argument) => {
      if (toegestaan(argument.name.value, argument.value)) return;
      weiger(`Argument "${argument.name.value}" must be given as a variable, not in the document.`);
      return false;
    },
    ObjectField: (field) => {
      if (toegestaan(field.name.value, field.value)) return;
      weiger(`Field "${field.name.value}" must be given as a variable, not in the document.`);
      return false;
    },
    // Escapes hide digits from the text of the document, not from its values.
    StringValue: (value) => {
      if (bevatBsn(value.value)) weigerBsn();
    },
  };
};

function bevatBsn(tekst: string): boolean {
  return verbergBsn(tekst) !== tekst;
}
