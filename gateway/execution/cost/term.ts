/** Variables of an operation, coerced. */
export type Values = Readonly<Record<string, unknown>>;

/** A number, or what has to be worked out for each request because it hangs on variables. */
export type Term = number | ((values: Values) => number);

export function evaluate(term: Term, values: Values): number {
  return typeof term === 'number' ? term : term(values);
}

/** What is the same for every request is added now. */
export function sum(terms: readonly Term[]): Term {
  const { constant, varying } = parted(terms);
  const fixed = constant.reduce((total, one) => total + one, 0);
  if (varying.length === 0) return fixed;
  return (values) => varying.reduce((total, term) => total + term(values), fixed);
}

export function product(one: Term, other: Term): Term {
  if (one === 0 || other === 0) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  if (one === 1) return other;
  if (other === 1) return one;
  return (values) => evaluate(one, values) * evaluate(other, values);
}

/** The largest; 0 of none. */
export function largest(terms: readonly Term[]): Term {
  const { constant, varying } = parted(terms);
  const fixed = Math.max(0, ...constant);
  if (varying.length === 0) return fixed;
  return (values) => Math.max(fixed, ...varying.map((term) => term(values)));
}

function parted(terms: readonly Term[]) {
  return {
    constant: terms.filter((term) => typeof term === 'number'),
    varying: terms.filter((term) => typeof term !== 'number'),
  };
}
