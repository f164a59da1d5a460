import { GraphQLScalarType, Kind } from 'graphql';
import { isDatumOnvolledig } from './datum.ts';

/** A string scalar that accepts what `geldig` accepts; its errors never repeat the value. */
function tekstScalar(name: string, geldig: (value: string) => boolean): GraphQLScalarType<string, string> {
  const lees = (value: unknown): string => {
    if (typeof value === 'string' && geldig(value)) return value;
    throw new TypeError(`not a valid ${name}`);
  };
  return new GraphQLScalarType({
    name,
    serialize: lees,
    parseValue: lees,
    parseLiteral: (ast) => lees(ast.kind === Kind.STRING ? ast.value : undefined),
  });
}

const dag = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Resolvers of the scalars in `gedeeld.graphql`. */
export const scalars = {
  Date: tekstScalar('Date', (v) => dag.test(v) && isDatumOnvolledig(v)),
  // Date.parse takes 30 February for 1 March, so the day is checked on its own.
  DateTime: tekstScalar(
    'DateTime',
    (v) => moment.test(v) && isDatumOnvolledig(v.slice(0, 10)) && !Number.isNaN(Date.parse(v)),
  ),
  DatumOnvolledig: tekstScalar('DatumOnvolledig', isDatumOnvolledig),
};
