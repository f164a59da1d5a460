/** Who may see a field, by what stands at it, at its type and at the type of its value. */
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { blikken, readFieldPolicy, wieZiet } from './field-policy.ts';
import { viewOf } from './view.ts';

const links = ['authenticated', 'requiresScopes', 'policy']
  .map((feature) => `@link(url: "https://specs.apollo.dev/${feature}/v0.1", for: SECURITY)`)
  .join(' ');

const policyOf = (types: string, schema = links) =>
  readFieldPolicy(parse(`schema ${schema} { query: Query } ${types}`));

const ziet = (types: string, coordinate: string, schema?: string) =>
  wieZiet(policyOf(types, schema), coordinate).map(({ rol, doel }) => `${rol} ${doel}`);

const rol = (...namen: readonly string[]) =>
  `@requiresScopes(scopes: [${namen.map((naam) => `["rol:${naam}"]`).join(' ')}])`;
const doel = (...namen: readonly string[]) =>
  `@policy(policies: [${namen.map((naam) => `["doel:${naam}"]`).join(' ')}])`;

describe('who may see a field', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a role of the list, for a purpose of the list',
      `type A { f: Int ${rol('balie', 'intaker')} ${doel('intake')} }`,
      ['balie intake', 'intaker intake'],
    ],
    [
      'no role for a purpose that is not its own',
      `type A { f: Int ${rol('balie', 'client')} ${doel('intake', 'inzage')} }`,
      ['balie intake', 'client inzage'],
    ],
    [
      'who meets the type and the field',
      `type A ${rol('balie', 'intaker')} { f: Int ${rol('intaker', 'client')} ${doel('intake', 'inzage')} }`,
      ['intaker intake'],
    ],
    [
      'who meets the type of its value too',
      `type A { f: B ${rol('balie', 'intaker')} ${doel('intake')} } type B ${rol('balie')} { g: Int }`,
      ['balie intake'],
    ],
    [
      'who meets an enum',
      `type A { f: E ${rol('balie', 'intaker')} ${doel('intake')} } enum E ${rol('balie')} { X }`,
      ['balie intake'],
    ],
    [
      'nobody, where two roles are needed at once',
      `type A { f: Int @requiresScopes(scopes: [["rol:balie", "rol:intaker"]]) ${doel('intake')} }`,
      [],
    ],
    ['nobody, where the list is of others', `type A { f: Int @requiresScopes(scopes: [["read:a"]]) }`, []],
    ['nobody, where nothing is said', 'type A { f: Int }', []],
    [
      'one value for a list of one',
      `type A { f: Int @requiresScopes(scopes: "rol:balie") @policy(policies: "doel:intake") }`,
      ['balie intake'],
    ],
  ])('%s', (_wat, types, expected) => {
    expect(ziet(types, 'A.f')).toEqual(expected);
  });

  it('of a value is whoever has a role', () => {
    expect(ziet('type A @authenticated { f: Int }', 'A.f')).toHaveLength(blikken.length);
  });

  it('of an interface is who may see it of one of its types, whatever stands at the interface', () => {
    const types = `interface I ${rol('client')} { f: Int ${rol('client')} }
      type A implements I { f: Int ${rol('balie')} } type B implements I { f: Int ${rol('handhaver')} }`;
    expect(ziet(types, 'I.f')).toEqual(['balie intake', 'handhaver handhaving']);
  });

  it('is read under the names that the links give', () => {
    const renamed =
      '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "toegang") @link(url: "https://specs.apollo.dev/policy/v0.1", import: [{ name: "@policy", as: "@doelbinding" }])';
    const types =
      'type A { f: Int @toegang(scopes: [["rol:balie"]]) @doelbinding(policies: [["doel:intake"]]) }';
    expect(ziet(types, 'A.f', renamed)).toEqual(['balie intake']);
  });

  it('is not read from a directive that is not linked', () => {
    expect(
      ziet(`type A { f: Int ${rol('balie')} }`, 'A.f', '@link(url: "https://specs.apollo.dev/link/v1.0")'),
    ).toEqual([]);
  });

  it('names the fields of which nothing is said', () => {
    expect(
      policyOf('type A { f: Int g: Int @authenticated } type B @authenticated { f: Int }').undeclared,
    ).toEqual(['A.f']);
  });
});

describe('a view', () => {
  const policy = policyOf(
    `type A { f: Int ${rol('balie', 'intaker')} ${doel('intake')} g: Int ${rol('intaker', 'client')} ${doel('intake', 'inzage')} }`,
  );
  const view = (rollen: Parameters<typeof viewOf>[1]['rollen'], voor: Parameters<typeof viewOf>[1]['doel']) =>
    viewOf(policy, { rollen, doel: voor });

  it('sees what the role may see for the purpose, and no field that there is not', () => {
    const { mag } = view(['balie'], 'intake');
    expect([mag('A', 'f'), mag('A', 'g'), mag('A', 'h'), mag('B', 'f'), mag('B', '__typename')]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('has the same key for the same fields, and another for others', () => {
    expect(view(['intaker'], 'intake').key).toBe(view(['intaker', 'balie'], 'intake').key);
    expect(view(['balie'], 'intake').key).not.toBe(view(['intaker'], 'intake').key);
    expect(view(['balie'], 'inzage').key).toBe(view([], 'beheer').key);
    expect(view(['balie'], 'intake').key).toMatch(/^[a-p]{16}$/);
  });

  it('of several roles is what one of them sees, for a purpose of that one', () => {
    const beide = view(['balie', 'client'], 'intake');
    expect([beide.mag('A', 'f'), beide.mag('A', 'g')]).toEqual([true, false]);
    expect(beide.key).toBe(view(['balie'], 'intake').key);
  });

  it('is made once', () => {
    expect(view(['balie', 'intaker'], 'intake')).toBe(view(['intaker', 'balie'], 'intake'));
  });
});
