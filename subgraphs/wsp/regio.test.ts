import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPseudonimiseerder } from '../kit/index.ts';
import { createBevolking } from '../population/index.ts';
import { createContext } from './context.ts';
import { mapVacature, mapVoorstel } from './crm/map.ts';
import { createCrm } from './crm/source.ts';
import { mapBasisprofiel } from './kvk/map.ts';
import { createKvk } from './kvk/source.ts';
import { nieuweRaadpleging, type Proef, proefstubs, startProef } from './proefregio.ts';

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
  const context = createContext(crm, kvk, nieuweRaadpleging());
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
      const { titel, soort, status, werkgever } = mapVacature(a.gegevens);
      return { titel, soort, status, kvkNummer: werkgever?.kvkNummer };
    }),
  ).toEqual(
    bevolking.vacatures.map(({ titel, soort, status, kvkNummer }) => ({ titel, soort, status, kvkNummer })),
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
  await Promise.all([crm.sluit(), kvk.sluit()]);
});
