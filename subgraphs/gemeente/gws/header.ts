import { wsAddressing, wsaAnoniem, xmlTekst } from '../../kit/index.ts';

const gwsh = 'http://www.centric.nl/GWS/Header/v0300';

/** Between whom a GWS message travels, and when it was made. */
export type GwsKop = {
  readonly actie: string;
  readonly naar: string;
  /** CBS code of the municipality whose administration is asked; it is also the one that asks. */
  readonly gemeentecode: string;
  readonly applicatieNaam: string;
  readonly nu: Date;
};

/** The SOAP header GWS asks: WS-Addressing and `Header` of GWSMLHeader v0300, with an answer over the same connection. */
export function gwsHeader({ actie, naar, gemeentecode, applicatieNaam, nu }: GwsKop): string {
  const gemeente = `<Gemeentecode>${xmlTekst(gemeentecode)}</Gemeentecode>`;
  const applicatie = xmlTekst(applicatieNaam);
  return [
    wsAddressing({ actie, naar, antwoordAan: wsaAnoniem }),
    `<gwsh:Header xmlns:gwsh="${gwsh}"><RouteInformatie>`,
    `<Bron>${gemeente}<ApplicatieNaam>${applicatie}</ApplicatieNaam></Bron>`,
    `<Bestemming>${gemeente}</Bestemming></RouteInformatie><BerichtIdentificatie>`,
    `<DatTijdAanmaakRequest>${nu.toISOString()}</DatTijdAanmaakRequest>`,
    `<ApplicatieInformatie>${applicatie}</ApplicatieInformatie>`,
    '</BerichtIdentificatie></gwsh:Header>',
  ].join('');
}
