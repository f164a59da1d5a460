import { competenties } from './codes.ts';
import type { Vacature, Vacatureprofiel, Werkgever } from './facts.ts';
import { createPrng, type Prng } from './prng.ts';
import { beroepUri, vaardigheidUri } from './professions.ts';
import type { Regio, Regionaam } from './regions.ts';

const arbeidsmarktregios: Readonly<Record<Regionaam, string>> = {
  westland: 'Haaglanden',
  'noord-kennemerland': 'Noord-Holland Noord',
  ijmond: 'Zuid-Kennemerland en IJmond',
  helmond: 'Helmond-De Peel',
};

/** codeWerkEnDenkniveauMinimaal of what asks for more than basic level (2). */
const niveaus: Readonly<Record<string, string>> = {
  'Verzorgende IG': '4',
  'Administratief medewerker': '4',
  Onderhoudsmonteur: '4',
  'Monteur kassenbouw': '3',
  Lasser: '3',
  Hovenier: '3',
  Verkoopmedewerker: '3',
  Heftruckchauffeur: '3',
  'Chauffeur bestelwagen': '3',
};

const rijbewijzenPerBeroep: Readonly<Record<string, readonly string[]>> = {
  'Chauffeur bestelwagen': ['B'],
  Hovenier: ['B', 'BE'],
  Onderhoudsmonteur: ['B'],
  'Monteur kassenbouw': ['B'],
};

/** Gives every vacancy a profile, from streams of their own. */
export function voegProfielenToe(
  vacatures: readonly Vacature[],
  werkgevers: readonly Werkgever[],
  regio: Regio,
  seedText: string,
): readonly Vacature[] {
  const postcodes = new Map(werkgevers.map(({ kvkNummer, adres }) => [kvkNummer, adres.postcode]));
  return vacatures.map((vacature, i) => ({
    ...vacature,
    profiel: makeProfiel(
      createPrng(`${seedText}/vacatureprofiel/${i}`),
      vacature,
      arbeidsmarktregios[regio.naam],
      postcodes.get(vacature.kvkNummer)?.slice(0, 4) ?? '',
    ),
  }));
}

function makeProfiel(prng: Prng, vacature: Vacature, regio: string, postcodegebied: string): Vacatureprofiel {
  const { beroep, soort, urenPerWeek } = vacature;
  const nederlands =
    soort === 'INBURGERINGSTRAJECT' || soort === 'DUAAL_TRAJECT'
      ? 'A1'
      : (niveaus[beroep.naam] ?? '2') >= '4'
        ? 'B1'
        : 'A2';
  return {
    beroepUri: beroepUri(beroep.code),
    niveau: soort === 'BESCHUT_VANGNET' || soort === 'VRIJWILLIGER' ? '1' : (niveaus[beroep.naam] ?? '2'),
    urenPerWeekVan: Math.max(4, urenPerWeek - prng.pick([0, 4, 8])),
    urenPerWeekTot: urenPerWeek,
    regio,
    postcodegebied,
    talen: [
      ...(prng.chance(0.8) ? [{ taal: 'nld', niveau: nederlands }] : []),
      ...(prng.chance(0.1) ? [{ taal: 'eng', niveau: 'A2' }] : []),
    ],
    rijbewijzen: rijbewijzenPerBeroep[beroep.naam] ?? [],
    vaardigheden: prng
      .shuffle(competenties)
      .slice(0, prng.integer(1, 3))
      .map(({ code, naam }) => ({ uri: vaardigheidUri(code), naam })),
  };
}
