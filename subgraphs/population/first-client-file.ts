import { competenties, vervoermiddelen } from './codes.ts';
import { addDays, addMonths, clockTime, workday } from './dates.ts';
import type { Klantdossier, Werkzoekende } from './facts.ts';
import type { Kader } from './frame.ts';
import { beroepenPerBranche } from './professions.ts';

/** The first client's file with the municipality. */
export function makeEersteDossier({ peildatum, personeel, regio }: Kader): Klantdossier {
  const klantmanager = personeel.klantmanagers[0];
  const consulent = personeel.inkomensconsulenten[0];
  if (!klantmanager || !consulent) throw new RangeError('a region needs staff');
  const terug = (dagen: number) => workday(addDays(peildatum, -dagen), -1);
  const afspraak = workday(addDays(peildatum, 9), 1);
  return {
    klantmanager,
    treden: [
      { trede: 2, vastgesteldOp: terug(1_190) },
      { trede: 3, vastgesteldOp: terug(790) },
      { trede: 5, vastgesteldOp: terug(120) },
    ],
    status: 'TRAJECT',
    klantvraag: 'Wil meer uren werken op een plek met begeleiding',
    trajecten: [
      {
        soort: 'Sociale activering',
        doel: 'Meedoen in de buurt',
        begindatum: terug(1_150),
        einddatum: terug(780),
      },
      { soort: 'Werkervaringsplaats', doel: 'Werkritme opdoen bij een bedrijf', begindatum: terug(200) },
    ],
    afspraken: [
      {
        begin: clockTime(afspraak, 10, 0),
        einde: clockTime(afspraak, 10, 45),
        onderwerp: 'Voortgangsgesprek',
        plaats: `Werkplein ${regio.titel}`,
        medewerker: klantmanager,
      },
    ],
    contacten: [
      {
        op: clockTime(terug(60), 9, 30),
        kanaal: 'balie',
        onderwerp: 'Loonstrook ingeleverd',
        medewerker: consulent,
      },
      {
        op: clockTime(terug(12), 14, 15),
        kanaal: 'telefoon',
        onderwerp: 'Voortgang op het werk',
        medewerker: klantmanager,
      },
    ],
    belemmeringen: ['Kan niet langer dan vier uur achtereen werken', 'Geen eigen vervoer'],
    schuldhulpLoopt: true,
  };
}

/** The first client's registration as a jobseeker. */
export function makeEersteProfiel({ peildatum, personeel }: Kader): Werkzoekende {
  const werkcoach = personeel.werkcoaches[0];
  if (!werkcoach) throw new RangeError('a region needs staff');
  const terug = (dagen: number) => addDays(peildatum, -dagen);
  return {
    ingeschrevenOp: terug(152),
    werkcoach,
    beroepen: [...beroepenPerBranche.TUINBOUW.slice(3, 4), ...beroepenPerBranche.LOGISTIEK.slice(2, 3)],
    beschikbaarVanaf: terug(150),
    urenPerWeek: 20,
    reistijdMinuten: 30,
    vervoermiddel: vervoermiddelen.FIETS,
    opleidingen: [
      {
        naam: 'Vmbo basisberoepsgerichte leerweg groen',
        niveau: '2',
        diploma: true,
        einddatum: '2000-XX-XX',
      },
      { naam: 'Mbo 2 medewerker teelt', niveau: '4', diploma: false, einddatum: '2002-06-30' },
    ],
    werkervaring: [
      { beroep: 'Oogstmedewerker', jaren: 6 },
      { beroep: 'Inpakker bloemen', jaren: 3 },
    ],
    rijbewijzen: ['AM'],
    competenties: competenties.slice(0, 3),
    knelpunten: [
      {
        type: '1',
        omschrijving: 'Kan niet langer dan vier uur achtereen werken',
        begindatum: addMonths(terug(150), 1),
      },
    ],
    directBemiddelbaar: true,
  };
}
