/** What composition says of a data flow that is not declared, is declared wrongly, or cannot happen any more. */
import { describe, expect, it } from 'vitest';
import type { Gegevensstroom } from '../../gateway/access/index.ts';
import { leesVerwerkingenregister } from '../../gateway/accountability/index.ts';
import { registry } from '../../subgraphs/index.ts';
import { composeRegistry, verklaardeStromen } from '../composition.ts';
import { foutenVan, met } from '../proefregister.ts';

const stromen = verklaardeStromen();
const beschikbaarheid = 'beschikbaarheid { begindatum urenPerWeek';

/** The declared flows with one of them changed. */
function metStroom(
  id: string,
  verander: (stroom: Gegevensstroom) => Gegevensstroom,
): readonly Gegevensstroom[] {
  if (!stromen.some((stroom) => stroom.id === id)) throw new Error(`no flow ${id}`);
  return stromen.map((stroom) => (stroom.id === id ? verander(stroom) : stroom));
}

describe('composition', () => {
  it('takes the declared flows, and writes them down', async () => {
    const { gegevensstromen } = await composeRegistry(registry);
    for (const { id } of stromen) expect(gegevensstromen).toContain(`| \`${id}\` |`);
  });

  it('refuses a field of another partner that a computed field begins to rest on', async () => {
    const partners = met('werkplein', (sdl) =>
      sdl
        .replace(beschikbaarheid, `${beschikbaarheid} einddatum`)
        .replace('type Beschikbaarheid {', 'type Beschikbaarheid {\n  einddatum: DatumOnvolledig @external'),
    );
    expect(await foutenVan(partners)).toEqual([
      'GEGEVENSSTROOM_ONTBREEKT: Beschikbaarheid.einddatum of uwv may reach werkplein for intake, diagnose, reintegratie, inzage, by @requires of Client.voorinvulling: say in schema/gegevensstromen/werkplein.json why, and by what law, or ask it of nobody',
    ]);
  });

  it('refuses a field that a computed field rests on no longer', async () => {
    const partners = met('werkplein', (sdl) =>
      sdl.replace(`${beschikbaarheid} }`, 'beschikbaarheid { begindatum }'),
    );
    // Composition itself refuses what is external and not used.
    const zonder = partners.map((een) =>
      een.naam !== 'werkplein'
        ? een
        : {
            ...een,
            laad: async () => {
              const definitie = await een.laad();
              return { ...definitie, sdl: definitie.sdl.replace('  urenPerWeek: Float @external\n', '') };
            },
          },
    );
    expect(await foutenVan(zonder)).toEqual([
      'GEGEVENSSTROOM_VERLOPEN: werkplein-werkzoekende: nothing takes Beschikbaarheid.urenPerWeek from uwv to werkplein any more',
    ]);
  });

  it('refuses an entity that a partner begins to know, from and to all that know it', async () => {
    const partners = met('gemeente', (sdl) =>
      sdl.concat(
        '\ntype Werkgever @key(fields: "kvkNummer") { kvkNummer: String! @authenticated vestiging: String @requiresScopes(scopes: [["rol:matchmaker"]]) @policy(policies: [["doel:nazorg"]]) }\n',
      ),
    );
    const fouten = await foutenVan(partners);
    const kort = fouten.map((fout) => fout.split(', by ')[0]);
    const anderen = ['sw', 'uwv', 'werkplein', 'wsp'];
    expect(kort.toSorted()).toEqual(
      [
        ...anderen.map((van) => [van, 'gemeente'] as const),
        ...anderen.map((naar) => ['gemeente', naar] as const),
      ]
        .map(
          ([van, naar]) =>
            `GEGEVENSSTROOM_ONTBREEKT: Werkgever.kvkNummer of ${van} may reach ${naar} for nazorg`,
        )
        .toSorted(),
    );
  });

  it('refuses a purpose for which a flow is not declared', async () => {
    const anders = metStroom('werkplein-bijstand', (stroom) => ({
      ...stroom,
      delen: stroom.delen.map((deel) => ({
        ...deel,
        doelen: deel.doelen.filter((doel) => doel !== 'handhaving'),
      })),
    }));
    expect(await foutenVan(registry, anders)).toContainEqual(
      expect.stringMatching(
        /^GEGEVENSSTROOM_ONTBREEKT: Bijstand\.uitkeringen of gemeente may reach werkplein for handhaving, by .*@requires of Client\.uitkeringen/,
      ),
    );
  });

  it('refuses a purpose for which nothing takes a field', async () => {
    const anders = metStroom('uwv-rsin', (stroom) => ({
      ...stroom,
      delen: stroom.delen.map((deel) => ({ ...deel, doelen: [...deel.doelen, 'handhaving' as const] })),
    }));
    expect(await foutenVan(registry, anders)).toContainEqual(
      'GEGEVENSSTROOM_VERLOPEN: uwv-rsin: nothing takes Handelsregisterinschrijving.rsin from wsp to uwv for handhaving',
    );
  });

  it('refuses a flow to whom it is not declared', async () => {
    const fouten = await foutenVan(
      registry,
      stromen.filter(({ id }) => id !== 'uwv-rsin'),
    );
    expect(fouten).toContainEqual(
      'GEGEVENSSTROOM_ONTBREEKT: Werkgever.handelsregister of wsp may reach uwv for intake, diagnose, reintegratie, bemiddeling, nazorg, by @requires of Werkgever.uwvDienstverbanden: say in schema/gegevensstromen/uwv.json why, and by what law, or ask it of nobody',
    );
  });

  it('refuses a partner and a field that are not there', async () => {
    const anders = metStroom('uwv-rsin', (stroom) => ({
      ...stroom,
      van: [...stroom.van, 'belastingdienst'],
      delen: stroom.delen.map((deel) => ({
        ...deel,
        velden: [...deel.velden, 'Handelsregisterinschrijving.btw'],
      })),
    }));
    expect(await foutenVan(registry, anders)).toEqual([
      'GEGEVENSSTROOM_ONBEKEND: uwv-rsin names belastingdienst, which is no partner',
      'GEGEVENSSTROOM_ONBEKEND: uwv-rsin names Handelsregisterinschrijving.btw, which is no field',
    ]);
  });
});

describe('the legal grounds', () => {
  it('are those by which the giver or the receiver processes at all', () => {
    const { alle } = leesVerwerkingenregister('schema/verwerkingen');
    for (const { id, van, naar, grondslagen } of stromen) {
      const bekend = alle
        .filter(({ partner }) => [...van, naar].includes(partner))
        .flatMap((a) => a.grondslagen);
      expect(
        grondslagen.filter((grond) => !bekend.includes(grond)),
        id,
      ).toEqual([]);
    }
  });
});
