/** What composition says of access that was forgotten, misspelt, or that a computed field would go round. */
import { describe, expect, it } from 'vitest';
import { registry } from '../../subgraphs/index.ts';
import { composeRegistry } from '../composition.ts';
import { foutenVan as fouten, met } from '../proefregister.ts';

const handhaver = '@requiresScopes(scopes: [["rol:handhaver"]]) @policy(policies: [["doel:handhaving"]])';

describe('composition', () => {
  it('has no hint that an excuse for a derived field is not needed', async () => {
    const { hints } = await composeRegistry(registry);
    expect(hints.filter((hint) => hint.startsWith('TOEGANG'))).toEqual([]);
  });

  it('refuses a field without a policy of its own or by its type, and says what to write', async () => {
    const partners = met('gemeente', (sdl) =>
      sdl.replace('type Persoon {', 'type Persoon {\n  schoenmaat: Int'),
    );
    expect(await fouten(partners)).toEqual([
      'TOEGANG_ONTBREEKT: [gemeente] nothing says who may see Persoon.schoenmaat: write on the field, or on type Persoon when it goes for all its fields, @requiresScopes(scopes: [["rol:…"], …]) and @policy(policies: [["doel:…"], …]), or @authenticated on a value type that only guarded fields lead to (subgraphs/gemeente/schema.graphql)',
    ]);
  });

  it('refuses a field of the root that is for whoever is signed in', async () => {
    const partners = met('wsp', (sdl) =>
      sdl.replace('type Query {', 'type Query {\n  branches: [Branche!] @authenticated'),
    );
    expect(await fouten(partners)).toEqual([
      expect.stringMatching(
        /^TOEGANG_ONTBREEKT: \[wsp\] nothing says who may see Query\.branches: write on the field @requires/,
      ),
    ]);
  });

  it.each([
    ['role', 'rol:handhaver', 'rol:handhaaver', 'asks for scope "rol:handhaaver", which is no role'],
    ['purpose', 'doel:handhaving', 'doel:opsporing', 'asks for policy "doel:opsporing", which is no purpose'],
  ])('refuses a %s that there is not', async (_wat, goed, fout, melding) => {
    const partners = met('gemeente', (sdl) =>
      sdl.replace('type Persoon {', `type Persoon {\n  schoenmaat: Int ${handhaver.replace(goed, fout)}`),
    );
    expect(await fouten(partners)).toContainEqual(expect.stringContaining(`Persoon.schoenmaat ${melding}`));
  });

  it('refuses roles without a purpose', async () => {
    const [rollen = ''] = handhaver.split(' @policy');
    const partners = met('gemeente', (sdl) =>
      sdl.replace('type Persoon {', `type Persoon {\n  schoenmaat: Int ${rollen}`),
    );
    expect(await fouten(partners)).toEqual([
      'TOEGANG_HALF: [gemeente] Persoon.schoenmaat does not ask for a purpose (@policy)',
    ]);
  });

  it('refuses a field that nobody may see for a purpose of their own', async () => {
    const partners = met('gemeente', (sdl) =>
      sdl.replace(
        'type Persoon {',
        `type Persoon {\n  schoenmaat: Int ${handhaver.replace('handhaving', 'nazorg')}`,
      ),
    );
    expect(await fouten(partners)).toEqual([
      'TOEGANG_NIEMAND: no role may see Persoon.schoenmaat for any purpose of its own',
    ]);
  });

  it('refuses a computed field that tells of an input which its reader may not see', async () => {
    const partners = met('werkplein', (sdl) =>
      sdl.replace(
        '@policy(policies: [["doel:bemiddeling"]])\n}',
        '@policy(policies: [["doel:bemiddeling"], ["doel:nazorg"]])\n}',
      ),
    );
    expect(await fouten(partners)).toContainEqual(
      expect.stringMatching(
        /^TOEGANG_AFGELEID: WerkvoorraadMatchmaker\.clienten would tell matchmaker for nazorg of .*Loonwaardemeting\.loonwaardePercentage.*afgeleid\.ts/,
      ),
    );
  });

  it('leaves other computed fields to the standard check', async () => {
    const partners = met('werkplein', (sdl) =>
      sdl.replace(/(tijdlijn\([\s\S]*?)\[\["rol:/, '$1[["rol:balie"], ["rol:'),
    );
    expect(await fouten(partners)).toContainEqual(
      expect.stringMatching(/^MISSING_TRANSITIVE_AUTH_REQUIREMENTS: \[werkplein\] Field "Client\.tijdlijn"/),
    );
  });
});
