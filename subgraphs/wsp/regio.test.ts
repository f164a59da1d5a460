import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPseudonimiseerder } from '../kit/index.ts';
import { createBevolking } from '../population/index.ts';
import { createContext } from './context.ts';
import { mapVacature, mapVoorstel } from './crm/map.ts';
import { createCrm } from './crm/source.ts';
import { mapBasisprofiel, mapVestigingen } from './kvk/map.ts';
import { createKvk } from './kvk/source.ts';
import { nieuweRaadpleging, type Proef, proefstubs, startProef } from './proefregio.ts';
import { mapContactenElders } from './vum/map.ts';
import { createVum } from './vum/source.ts';

// The whole region: what the population knows of employers comes back through both protocols, each once.

const { clientnummerVan, bsnVan } = createPseudonimiseerder('11'.repeat(32), 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const bronnen = proefstubs({ bevolking, clientnummerVan, bsnVan });

let proef: Proef;
beforeAll(async () => {
  proef = await startProef(bronnen);
});
afterAll(() => proef.stop());

function opId<T extends { readonly id: string }>(rijen: readonly T[]): readonly T[] {
  return rijen.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('every proposal, vacancy and employer of the region', async () => {
  const crm = createCrm({ ...proef.config.crm, timeoutMs: 20_000 });
  const kvk = createKvk({ ...proef.config.kvk, timeoutMs: 20_000 });
  const vum = createVum({ ...proef.config.vum, timeoutMs: 20_000 });
  const context = createContext({ crm, kvk, vum }, nieuweRaadpleging());
  const kandidaten = bevolking.personen.filter(({ voorstellen }) => voorstellen.length > 0);
  expect(kandidaten.length).toBeGreaterThan(0);

  const bemiddelingen = await context.voorstellen.loadMany(kandidaten.map(({ bsn }) => clientnummerVan(bsn)));
  expect(
    bemiddelingen.map((a) =>
      'gegevens' in a
        ? opId(a.gegevens.map(mapVoorstel)).map(({ id, status, vacature }) => ({
            id,
            status,
            vacatureId: vacature?.id,
          }))
        : a,
    ),
  ).toEqual(
    kandidaten.map(({ voorstellen }) =>
      opId(voorstellen).map(({ id, status, vacatureId }) => ({ id, status, vacatureId })),
    ),
  );

  const vacatures = await context.vacatures.loadMany(bevolking.vacatures.map(({ id }) => id));
  expect(
    vacatures.map((a) => {
      if (!('gegevens' in a)) return a;
      const { titel, soort, status, werkgever, profiel } = mapVacature(a.gegevens);
      const { beroepUri, talen, rijbewijzen, vaardigheden } = profiel ?? {};
      return {
        titel,
        soort,
        status,
        kvkNummer: werkgever?.kvkNummer,
        beroepUri,
        talen: (talen ?? []).map(({ taal, niveau }) => [taal.code, niveau?.code]),
        rijbewijzen: (rijbewijzen ?? []).map(({ code }) => code),
        vaardigheden: (vaardigheden ?? []).map(({ code, omschrijving }) => [code, omschrijving]),
      };
    }),
  ).toEqual(
    bevolking.vacatures.map(({ titel, soort, status, kvkNummer, profiel }) => ({
      titel,
      soort,
      status,
      kvkNummer,
      beroepUri: profiel?.beroepUri,
      talen: profiel?.talen.map(({ taal, niveau }) => [taal, niveau]),
      rijbewijzen: profiel?.rijbewijzen,
      vaardigheden: profiel?.vaardigheden.map(({ uri, naam }) => [uri, naam]),
    })),
  );

  const profielen = await context.basisprofielen.loadMany(
    bevolking.werkgevers.map(({ kvkNummer }) => kvkNummer),
  );
  expect(
    profielen.map((a) => {
      if (!('gegevens' in a)) return a;
      const { naam, registratiedatum } = mapBasisprofiel(a.gegevens);
      return { naam, registratiedatum };
    }),
  ).toEqual(bevolking.werkgevers.map(({ naam, registratiedatum }) => ({ naam, registratiedatum })));

  const relaties = await context.werkgevers.loadMany(bevolking.werkgevers.map(({ kvkNummer }) => kvkNummer));
  const contacten = await context.contactmomenten.loadMany(bevolking.werkgevers.map(({ id }) => id));
  expect(relaties.map((a) => ('gegevens' in a ? a.gegevens.accountid : a))).toEqual(
    bevolking.werkgevers.map(({ id }) => id),
  );
  expect(contacten.map((a) => ('gegevens' in a ? a.gegevens.length : 0))).toEqual(
    bevolking.werkgevers.map((w) => w.contacten.length),
  );

  const zoekopdrachten = await context.zoekopdrachten.loadMany(bevolking.werkgevers.map(({ id }) => id));
  expect(
    zoekopdrachten.map((a) => ('gegevens' in a ? a.gegevens.map((rij) => rij.wg_zoekopdrachtid).sort() : [])),
  ).toEqual(bevolking.werkgevers.map((w) => (w.zoekopdrachten ?? []).map(({ id }) => id).sort()));

  const voorstellen = kandidaten.flatMap((kandidaat) => kandidaat.voorstellen);
  const afspraken = await context.plaatsingsafspraken.loadMany(voorstellen.map(({ id }) => id));
  expect(
    afspraken.map((a) => ('gegevens' in a ? a.gegevens.map((rij) => rij.wg_instrumentid?.wg_code) : [])),
  ).toEqual(voorstellen.map(({ plaatsingsafspraken = [] }) => plaatsingsafspraken.map((p) => p.instrument)));
  expect(afspraken.some((a) => 'gegevens' in a)).toBe(true);

  const vestigingen = await context.vestigingen.loadMany(
    bevolking.werkgevers.map(({ kvkNummer }) => kvkNummer),
  );
  expect(
    vestigingen.map((a) => ('gegevens' in a ? mapVestigingen(a.gegevens).vestigingen?.length : a)),
  ).toEqual(bevolking.werkgevers.map((w) => 1 + (w.nevenvestigingen ?? []).length));

  const elders = await context.contactenElders.loadMany(
    bevolking.werkgevers.map(({ kvkNummer }) => kvkNummer),
  );
  expect(
    elders.map((a) =>
      'gegevens' in a ? mapContactenElders(a.gegevens).contacten?.map(({ datum }) => datum) : [],
    ),
  ).toEqual(
    bevolking.werkgevers.map((w) =>
      (w.contactenElders ?? [])
        .map(({ datum }) => datum)
        .sort()
        .reverse(),
    ),
  );
  await Promise.all([crm.sluit(), kvk.sluit(), vum.sluit()]);
});
