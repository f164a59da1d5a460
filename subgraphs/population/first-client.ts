import { makeAdres } from './addresses.ts';
import { makeBetalingen } from './bijstand.ts';
import {
  aanvraagstatussen,
  aardIkv,
  arbeidsvermogens,
  beslissingen,
  doelenRv,
  grondslagen,
  soortIkv,
  voorzieningtype,
} from './codes.ts';
import { addDays, latest } from './dates.ts';
import type { Persoon, SwWachtlijst, UwvUitkering, Vacature } from './facts.ts';
import { makeEersteDossier, makeEersteProfiel } from './first-client-file.ts';
import type { Kader } from './frame.ts';
import { gemeenteAlsBetaler, nummer, UWV, werkgeverAlsBetaler } from './income.ts';
import { naamUit } from './names.ts';
import type { BsnUitgifte } from './numbers.ts';
import { createPrng } from './prng.ts';
import { omschrijvingVanVoorziening } from './reintegration.ts';
import type { Rol } from './roles.ts';
import { makeSwWachtlijst } from './sheltered-work.ts';

/**
 * The first client, the one of the documentation: known to every partner, the same for every seed but for
 * address, employers and colleagues. Works a few hours with a wage-cost subsidy, has a small WW right beside
 * social assistance, tried sheltered work and now waits for it; left the doelgroepregister for that reason.
 */
export function makeEersteKlant(
  kader: Kader,
  rol: Rol,
  nieuwBsn: BsnUitgifte,
  vacatures: readonly Vacature[],
): Persoon {
  const { peildatum, personeel } = kader;
  const prng = createPrng(`${kader.seedText}/persoon/0`);
  const terug = (dagen: number) => addDays(peildatum, -dagen);
  const swWachtlijst = makeSwWachtlijst(prng, kader, rol);
  const aangemeld = swWachtlijst?.aangemeldOp ?? terug(200);
  // Beschut werk and the doelgroepregister exclude each other.
  const beginSw = addDays(aangemeld, -120);
  const eindeSw = addDays(aangemeld, -30);
  const uitRegister = addDays(beginSw, -1);
  const begin = terug(1_220);
  const normCenten = 136_800;
  const werkgever =
    kader.werkgevers.find(({ branche }) => branche === 'TUINBOUW') ?? prng.pick(kader.werkgevers);
  const vorigeWerkgever = kader.werkgevers.find((andere) => andere.branche === 'LOGISTIEK') ?? werkgever;
  const ww: UwvUitkering = {
    wet: 'WW',
    szWet: 'WW',
    begindatum: terug(150),
    maximaleEinddatum: addDays(peildatum, 60),
    eersteWerkloosheidsdag: terug(150),
    urenPerWeek: 8,
    brutoPerMaandCenten: 31_250,
  };
  const meting = { percentage: 55, methode: 'Landelijk uniforme loonwaardemeting' };

  return {
    bsn: nieuwBsn(),
    naam: naamUit('Johanna Margaretha', 'van der|Meulen'),
    geslacht: 'V',
    geboortedatum: '1984-03-17',
    adres: makeAdres(prng, rol.gemeente),
    telefoon: '06-00000000',
    email: 'johanna.van.der.meulen@example.nl',
    bijstand: {
      szWet: 'PW',
      dossiernummer: '610000',
      leefvorm: 'ALLEENSTAAND',
      fase: 3,
      normCenten,
      aanvraagdatum: addDays(begin, 2),
      beschikkingsdatum: addDays(begin, 30),
      begindatum: begin,
      maatregel: { begindatum: terug(400), einddatum: terug(371), verlagingCenten: 41_040 },
      vordering: {
        nummer: '7100000',
        besluitdatum: terug(380),
        aanvangCenten: 84_500,
        saldoCenten: 32_250,
        fraude: false,
      },
      betalingen: makeBetalingen(kader, begin, normCenten, 46_250),
    },
    reintegratie: {
      arbeidsvermogen: arbeidsvermogens.BEPERKT,
      doel: doelenRv.ARBEIDSINSCHAKELING,
      voorzieningen: [
        {
          registratienummer: 'RV0000001',
          type: voorzieningtype.LOONKOSTENSUBSIDIE,
          omschrijving: omschrijvingVanVoorziening(voorzieningtype.LOONKOSTENSUBSIDIE),
          loonwaardePercentage: meting.percentage,
          begindatum: terug(140),
        },
        {
          registratienummer: 'RV0000002',
          type: voorzieningtype.JOBCOACH,
          omschrijving: omschrijvingVanVoorziening(voorzieningtype.JOBCOACH),
          begindatum: terug(140),
        },
      ],
    },
    klantdossier: makeEersteDossier(kader),
    uwvUitkeringen: [ww],
    uwvAanvragen: [
      {
        datum: terug(158),
        szWet: 'WW',
        status: aanvraagstatussen.AFGEHANDELD,
        beslissing: { code: beslissingen.TOEGEKEND, datum: terug(144) },
      },
    ],
    werkzoekende: makeEersteProfiel(kader),
    inkomstenverhoudingen: nummer(kader, [
      {
        werkgever: gemeenteAlsBetaler(rol.gemeente),
        soort: soortIkv.BIJSTAND,
        begindatum: begin,
        loonCenten: 0,
        uren: 0,
      },
      {
        werkgever: werkgeverAlsBetaler(vorigeWerkgever),
        soort: soortIkv.LOON,
        aard: aardIkv.UITZENDKRACHT,
        contract: 'B',
        begindatum: terug(880),
        einddatum: terug(151),
        loonCenten: 62_400,
        uren: 43,
      },
      { werkgever: UWV, soort: soortIkv.WW, begindatum: ww.begindatum, loonCenten: 31_250, uren: 0 },
      {
        werkgever: werkgeverAlsBetaler(werkgever),
        soort: soortIkv.LOON,
        aard: aardIkv.ARBEIDSOVEREENKOMST,
        contract: 'B',
        begindatum: terug(140),
        loonCenten: 43_300,
        uren: 35,
      },
    ]),
    doelgroepregister: {
      einddatum: uitRegister,
      grondslagen: [{ code: grondslagen.PARTICIPATIEWET, begindatum: terug(1_100), einddatum: uitRegister }],
    },
    swDienstverband: {
      medewerkernummer: '40000',
      soort: 'BESCHUT_WERK',
      eenheid: 'DIENSTVERLENING',
      afdeling: 'Groen',
      begindatum: beginSw,
      einddatum: eindeSw,
      urenPerWeek: 16,
      consulent: personeel.swConsulenten[0] ?? prng.pick(personeel.swConsulenten),
      plaatsingen: [
        {
          soort: 'PROEFPLAATSING',
          kvkNummer: werkgever.kvkNummer,
          functie: 'Medewerker groen',
          urenPerWeek: 16,
          begindatum: beginSw,
          einddatum: eindeSw,
        },
      ],
    },
    ...(swWachtlijst
      ? { swWachtlijst: { ...swWachtlijst, voorkeur: 'Medewerker groen' } satisfies SwWachtlijst }
      : {}),
    ontwikkelplan: {
      doelen: [
        {
          omschrijving: 'Werkritme van vier ochtenden per week opbouwen',
          begindatum: beginSw,
          streefdatum: addDays(beginSw, 60),
          behaaldOp: addDays(beginSw, 52),
          status: 'BEHAALD',
        },
        {
          omschrijving: 'Twee taken na elkaar zonder aansturing uitvoeren',
          begindatum: addDays(beginSw, 30),
          streefdatum: addDays(beginSw, 180),
          status: 'GESTOPT',
        },
      ],
      evaluaties: [{ datum: addDays(beginSw, 60), conclusie: 'Werkritme is er; begeleiding blijft nodig' }],
    },
    indicaties: [
      {
        soort: 'BESCHUT_WERK',
        besluitdatum: addDays(beginSw, -21),
        advies: 'POSITIEF',
        geldigVan: addDays(beginSw, -21),
        ...(swWachtlijst === undefined ? {} : { geldigTot: swWachtlijst.indicatieGeldigTot }),
      },
    ],
    loonwaardemetingen: [
      { ...meting, datum: terug(700), percentage: 50, functie: 'Oogstmedewerker' },
      { ...meting, datum: terug(145), functie: 'Sorteerder groenten' },
    ],
    voorstellen: vacatures
      .filter(({ status }) => status === 'OPEN')
      .slice(0, 2)
      .map(({ id, geplaatstOp }, i) => ({
        id: prng.uuid(),
        vacatureId: id,
        voorgesteldOp: latest(geplaatstOp, terug(20 - 6 * i)),
        ...(i === 0
          ? { status: 'GESPREK' as const, terugkoppeling: 'Goed eerste gesprek' }
          : { status: 'VOORGESTELD' as const }),
      })),
  };
}
