/** Every document of the front office with each source silent: what is lacking says so, the rest is golden. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documenten, leesDocument, leesGolden } from '../../commands/front-office.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { bronnen, uitkomsten, uitzonderingen } from '../failure/uitkomsten.ts';
import { toetsmoment } from '../operations.ts';
import { type Deel, delen, type Herkomst, type Slice, zonder } from '../slices.ts';

const stil = 'maintenance';

/** Slices for which a source is asked with what another one says: with that one silent they cannot be asked. */
const vraagtMet: Readonly<Record<string, readonly string[]>> = { KVK: ['werkgever.uwvDienstverbanden'] };

let werkplein: LopendWerkplein;

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment });
  // Every source has answered once, so that the last whole file of the waiting list is kept.
  for (const naam of documenten) await werkplein.vraag(leesDocument(naam), leesGolden(naam).variables);
});

afterEach(async () => {
  for (const stub of Object.values(werkplein.bronnen)) {
    if (stub.fault() !== 'none') await stub.setFault('none');
  }
});

afterAll(async () => {
  await werkplein.stop();
});

describe.each(bronnen)('with $bron of $partner silent', ({ bron }) => {
  it.each(documenten)('%s', async (naam) => {
    const golden = leesGolden(naam);
    await werkplein.bronnen[bron]?.setFault(stil);
    const { data, errors } = await werkplein.vraag(leesDocument(naam), golden.variables);
    expect(errors).toBeUndefined();

    const gegeven = delen(data);
    const verwacht = delen(golden.data);
    // What the source would have said, also in a part that the golden answer does not have.
    for (const [pad, deel] of gegeven) {
      const mogelijk = uitkomstenVan(bron, verwacht.get(pad));
      const eigen = herkomst(deel).flatMap((h) => (h.bron === bron ? [h.uitkomst] : []));
      expect([pad, eigen.filter((uitkomst) => !mogelijk.includes(uitkomst))]).toEqual([pad, []]);
      if (!eigen.includes(uitkomsten[stil])) continue;
      if (deel.soort === 'berekend') expect([pad, deel.waarde.volledig]).not.toEqual([pad, true]);
      else expect([pad, gegevensVan(deel.waarde)]).toEqual([pad, []]);
    }
    for (const [pad, deel] of verwacht) {
      const nu = gegeven.get(pad);
      if (nu === undefined) {
        // What hung below a silent part is not there, and that part says why.
        expect([pad, grond(pad, gegeven).some((ouder) => noemt(ouder, bron))]).toEqual([pad, true]);
      } else if (noemt(deel, bron)) {
        expect([pad, noemt(nu, bron)]).toEqual([pad, true]);
      } else if (vraagtMet[bron]?.includes(pad) === true) {
        expect([pad, ...herkomst(nu).map((h) => h.uitkomst)]).toEqual([pad, 'BRON_NIET_BESCHIKBAAR']);
        expect([pad, nu.soort === 'slice' && gegevensVan(nu.waarde)]).toEqual([pad, []]);
      } else {
        expect([pad, nu.inhoud]).toEqual([pad, deel.inhoud]);
      }
    }
    if (![...verwacht.values()].some((deel) => noemt(deel, bron))) {
      expect(zonder(data, bron)).toEqual(zonder(golden.data, bron));
    }
  });
});

/** The outcomes that a part may give for its silent source, by what the part was in the golden answer. */
function uitkomstenVan(bron: string, was: Deel | undefined): readonly string[] {
  const inPlaats = uitzonderingen[bron]?.[stil];
  if (inPlaats === undefined) return [uitkomsten[stil]];
  if (was?.soort !== 'slice') return [inPlaats, uitkomsten[stil]];
  // Not standing in an earlier file is no proof of anything: then it is the failure itself (docs/adr/0008).
  return [was.waarde.bron.uitkomst === 'GEVONDEN' ? inPlaats : uitkomsten[stil]];
}

/** What a slice says besides who was asked: of a contact person it also says whose, and that it cannot be told. */
function gegevensVan(slice: Slice): readonly string[] {
  const vast = ['bron', 'partner', 'rol', 'bepaalbaarheid'];
  return Object.entries<unknown>(slice)
    .filter(([naam, waarde]) => waarde !== null && !vast.includes(naam))
    .map(([naam]) => naam);
}

function herkomst(deel: Deel): readonly Herkomst[] {
  return deel.soort === 'slice' ? [deel.waarde.bron] : deel.waarde.bronnen;
}

/** Whether a part is of this source, or rests on it. */
function noemt(deel: Deel, bron: string): boolean {
  return herkomst(deel).some((h) => h.bron === bron);
}

/** The parts that a path hangs on: those it lies in, and for who was found by searching the search itself. */
function grond(pad: string, alle: ReadonlyMap<string, Deel>): readonly Deel[] {
  return [...alle.values()].filter(
    (deel) =>
      pad.startsWith(`${deel.pad}.`) ||
      (deel.pad === 'zoekClient.inBrp' && pad.startsWith('zoekClient.clienten.')),
  );
}
