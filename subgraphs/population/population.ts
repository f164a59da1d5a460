import { voegBijstandsgeschiedenisToe } from './bijstand-history.ts';
import { voegDossiervoortgangToe } from './case-progress.ts';
import { voegVertrouwelijkheidToe } from './confidentiality.ts';
import { monthsBefore } from './dates.ts';
import { voegDocumentenToe } from './documents.ts';
import { voegPlaatsingsafsprakenToe, voegWerkgeversdossierToe } from './employer-file.ts';
import { makeWerkgevers } from './employers.ts';
import type { Bevolking, Persoon } from './facts.ts';
import { makeEersteKlant } from './first-client.ts';
import type { Kader } from './frame.ts';
import { verdeelLevens, vindLevens } from './lives.ts';
import { voegLevensToe } from './lives-facts.ts';
import { createBsnUitgifte } from './numbers.ts';
import { makePersoon } from './persons.ts';
import { createPrng } from './prng.ts';
import { voegVoorstellenToe } from './proposals.ts';
import { type Regionaam, regios } from './regions.ts';
import { verdeelRollen } from './roles.ts';
import { makeTweedeKlant } from './second-client.ts';
import { voegDienstregistratieToe } from './services.ts';
import { makePersoneel } from './staff.ts';
import { makeVacatures } from './vacancies.ts';
import { voegProfielenToe } from './vacancy-profiles.ts';

export type Bevolkingsopties = {
  readonly regio?: Regionaam;
  /** Whole number; another seed gives other people with the same counts. */
  readonly seed?: number;
  /** `JJJJ-MM-DD`, from 2024 to 2035: outside it the closed laws would leave no one of working age. */
  readonly peildatum?: string;
};

/**
 * The synthetic population of a region: the same options give the same population, everywhere and always.
 * @throws RangeError when the reference date is not supported
 */
export function createBevolking(opties: Bevolkingsopties = {}): Bevolking {
  const { regio: regionaam = 'westland', seed = 1, peildatum = '2026-11-01' } = opties;
  if (!/^20(2[4-9]|3[0-5])-\d{2}-\d{2}$/.test(peildatum))
    throw new RangeError('reference date not supported');
  const regio = regios[regionaam];
  const seedText = `${regionaam}/${seed}`;

  const { rollen, levens: vanBegin } = verdeelLevens(
    verdeelRollen(regio, createPrng(`${seedText}/rollen`)),
    peildatum,
  );
  const personeel = makePersoneel(regio, seedText);
  const werkgevers = voegWerkgeversdossierToe(
    makeWerkgevers(regio, seedText, peildatum, personeel),
    regio,
    seedText,
    peildatum,
  );
  const vacatures = voegProfielenToe(
    makeVacatures(regio, seedText, peildatum, werkgevers),
    werkgevers,
    regio,
    seedText,
  );
  const kader: Kader = {
    regio,
    seedText,
    peildatum,
    maanden: monthsBefore(peildatum, 3),
    personeel,
    werkgevers,
    lengteWachtlijst: rollen.filter((rol) => rol.plaatsOpWachtlijst !== undefined).length,
  };

  const nieuwBsn = createBsnUitgifte(seedText);
  const zonderVoorstel = rollen.map((rol, i) => {
    if (i === 0) return makeEersteKlant(kader, rol, nieuwBsn, vacatures);
    if (i === 1) return makeTweedeKlant(kader, rol, nieuwBsn);
    return makePersoon(kader, rol, i, nieuwBsn);
  });
  const metVoorstellen = voegPlaatsingsafsprakenToe(
    voegVoorstellenToe(zonderVoorstel, vacatures, seedText, peildatum),
    seedText,
    peildatum,
  );

  const levens = [...vanBegin, ...vindLevens(metVoorstellen, vanBegin, peildatum)];

  // What the municipality knows beside the above; each step draws from its own stream.
  const personen = [
    voegDossiervoortgangToe,
    voegDienstregistratieToe,
    voegBijstandsgeschiedenisToe,
    (mensen: readonly Persoon[]) => voegLevensToe(mensen, levens),
    voegDocumentenToe,
    (mensen: readonly Persoon[]) => voegVertrouwelijkheidToe(mensen, kader, levens),
  ].reduce((mensen, voegToe) => voegToe(mensen, kader), metVoorstellen);

  return {
    regio: regionaam,
    peildatum,
    personen,
    perBsn: new Map(personen.map((persoon) => [persoon.bsn, persoon])),
    werkgevers,
    vacatures,
    levenslopen: levens.map(({ regels, vervalt, volgnummer }) => ({ regels, vervalt, volgnummer })),
  };
}
