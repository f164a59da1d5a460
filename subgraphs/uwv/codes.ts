/**
 * Code tables of the UWV messages, as far as they are public; the acts (CdSzWet) are in the kit. A code
 * that is not here keeps its code and gets no meaning: we never guess. The lists of, for instance,
 * decisions, reasons, disability classes and obstacles are kept by UWV and not published with the messages.
 */
import type { Codetabel } from '../kit/index.ts';

/** CdSrtIkv: kind of income relation (soort inkomstenverhouding, loonaangifte). */
export const soortenInkomstenverhouding: Codetabel = {
  '11': 'Loon ambtenaar (Ambtenarenwet)',
  '12': 'Loon werknemer van een gepremieerde, gesubsidieerde of gebudgetteerde instelling',
  '13': 'Loon directeur van een nv of bv, verzekerd voor de werknemersverzekeringen',
  '14': 'Loon werknemer die niet verzekerd is voor WIA of WAO',
  '15': 'Loon overige werknemers',
  '17': 'Loon directeur-grootaandeelhouder, niet verzekerd voor de werknemersverzekeringen',
  '18': 'Wachtgeld van een overheidsinstelling',
  '21': 'Overige pensioenen en lijfrenten',
  '22': 'AOW-uitkering',
  '23': 'Oorlogs- en verzetspensioen',
  '24': 'Anw-uitkering',
  '31': 'Uitkering Ziektewet of Wet arbeid en zorg',
  '32': 'WAO-uitkering of particuliere verzekering ziekte, invaliditeit en ongeval',
  '33': 'WW-uitkering',
  '34': 'IOAW-uitkering',
  '35': 'Vervolguitkering WW',
  '36': 'WAZ-uitkering',
  '37': 'Wajong-uitkering',
  '38': 'Samenloop van Wajong met WAZ, WAO/IVA of WGA',
  '39': 'IVA-uitkering (WIA)',
  '40': 'WGA-uitkering (WIA)',
  '42': 'Bbz-uitkering',
  '43': 'Bijstandsuitkering Participatiewet',
  '44': 'WWIK-uitkering',
  '45': 'IOAZ-uitkering',
  '46': 'Toeslag Toeslagenwet',
  '50': 'Uitkering overige socialeverzekeringswetten',
  '51': 'WIJ-uitkering',
  '52': 'IOW-uitkering',
  '53': 'VUT-uitkering',
  '54': 'Opname levenslooptegoed, 61 jaar of ouder',
  '55': 'Appa-uitkering',
  '56': 'Ouderdomspensioen via werkgever of bedrijfstak',
  '57': 'Nabestaandenpensioen via werkgever of bedrijfstak',
  '58': 'Arbeidsongeschiktheidspensioen via werkgever of bedrijfstak',
  '59': 'Lijfrente in het kader van een arbeidsovereenkomst',
  '60': 'Lijfrente buiten een arbeidsovereenkomst',
  '61': 'Aanvulling op een uitkering na einde van de dienstbetrekking',
  '62': 'Ontslagvergoeding of transitievergoeding',
  '63': 'Overige pensioenen, samenloop, of betaling na einde van de dienstbetrekking',
};

/** CdAardIkv: nature of the employment (aard arbeidsverhouding). */
export const aardenArbeidsverhouding: Codetabel = {
  '01': 'Arbeidsovereenkomst',
  '02': 'Aanneming van werk',
  '03': 'Bestuurder van een coöperatie met werknemerszelfbestuur',
  '04': 'Deelvisser',
  '06': 'Musicus of artiest',
  '07': 'Stagiair',
  '08': 'Thuiswerker',
  '09': 'Vertegenwoordiger of provisiewerker',
  '10': 'Wsw',
  '11': 'Uitzendkracht',
  '12': 'Persoonlijke arbeid tegen beloning',
  '13': 'Ambtenaar',
  '14': 'Topsporter',
  '17': 'VUT',
  '18': 'Publiekrechtelijke aanstelling',
  '20': 'Beschut werk',
  '78': 'Werk als zelfstandige',
  '79': 'Opting-inregeling',
  '80': 'Sekswerker in fictieve dienstbetrekking',
  '81': 'Overige fictieve dienstbetrekking',
  '82': 'Payrolling',
};

/** CdTypeArbeidscontract. */
export const typenArbeidscontract: Codetabel = {
  O: 'Onbepaalde tijd',
  B: 'Bepaalde tijd',
};

/** CdUitkeringsperiode: what period a gross benefit amount is for. */
export const uitkeringsperioden: Codetabel = {
  '0': 'Niet van toepassing',
  '1': 'Dag',
  '2': 'Week',
  '3': 'Twee weken',
  '4': 'Vier weken',
  '5': 'Vijf weken',
  '6': 'Maand',
  '7': 'Kwartaal',
  '8': 'Jaar',
  '9': 'Eenmalig',
};

/** CdVervoermiddel (exchange of jobseekers' profiles, SONAR). */
export const vervoermiddelen: Codetabel = {
  '1': 'Auto',
  '2': 'Bromfiets',
  '3': 'Fiets',
  '4': 'Motor',
  '5': 'Openbaar vervoer',
  '9': 'Anders',
};

/** CdNiveauOpleiding (idem). */
export const opleidingsniveaus: Codetabel = {
  '1': 'Basisonderwijs',
  '2': 'Vmbo',
  '3': 'Havo of vwo',
  '4': 'Mbo',
  '5': 'Hbo of bachelor',
  '6': 'Wo of master',
  '9': 'Anders',
};

/** CdStatusOpleiding (idem). */
export const opleidingsstatussen: Codetabel = {
  '0': 'Onbekend',
  '1': 'Succesvol afgerond',
  '2': 'Afgebroken',
  '3': 'Lopend',
};

/** CdSrtRijbewijs: the categories of the driving licence. */
export const rijbewijzen: Codetabel = {
  A: 'Motor',
  A1: 'Lichte motor',
  A2: 'Middelzware motor',
  AM: 'Bromfiets en snorfiets',
  B: 'Auto',
  'B+': 'Auto met zwaardere aanhangwagen (tot 4250 kg samen)',
  BE: 'Auto met aanhangwagen',
  C: 'Vrachtwagen',
  C1: 'Lichte vrachtwagen',
  CE: 'Vrachtwagen met aanhangwagen',
  C1E: 'Lichte vrachtwagen met aanhangwagen',
  D: 'Bus',
  D1: 'Kleine bus',
  DE: 'Bus met aanhangwagen',
  D1E: 'Kleine bus met aanhangwagen',
  T: 'Trekker',
};
