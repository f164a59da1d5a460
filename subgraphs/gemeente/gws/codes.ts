import type { Codetabel } from '../../kit/index.ts';

/** IndicatieKolom (FWI-Include.xsd): where a line stands on the specification. */
export const kolommen: Codetabel = {
  '0': 'Niet afdrukken',
  '1': 'Pluskolom',
  '2': 'Minkolom',
  '3': 'Basiskolom',
};

/** TypePeriode (FWI-Include.xsd): what the month of a specification stands for. */
export const soortenPeriode: Codetabel = { '0': 'Periode betrekking', '1': 'Periode verwerking' };

/** StdIndJN (FWI-Include.xsd); unlike SuwiML, GWS says no with a zero. */
export const jaNee: Codetabel = { '0': 'Nee', '1': 'Ja' };
