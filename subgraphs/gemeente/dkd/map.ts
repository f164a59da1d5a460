import { type Codetabel, codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type { Document, Documenten } from '../generated/resolvers.ts';
import type { DkdDocument } from './messages.ts';

/** The documents of one client, most recent first; of the same day, by identification. */
export function mapDocumenten(documenten: readonly DkdDocument[]): Omit<Documenten, 'bron'> {
  return {
    documenten: documenten
      .toSorted(
        (a, b) =>
          b.creatiedatum.localeCompare(a.creatiedatum) || a.identificatie.localeCompare(b.identificatie),
      )
      .map(mapDocument),
  };
}

function mapDocument(document: DkdDocument): Document {
  const { vertrouwelijkheidaanduiding } = document;
  return {
    identificatie: document.identificatie,
    titel: magTitelTonen(vertrouwelijkheidaanduiding) ? document.titel : null,
    soort: document._expand.informatieobjecttype.omschrijving,
    creatiedatum: document.creatiedatum,
    vertrouwelijkheid: codewaarde(vertrouwelijkheidaanduiding, vertrouwelijkheidaanduidingen),
    status: codewaardeOfNull(document.status ?? undefined, statussen),
    formaat: document.formaat,
    bestandsomvangBytes: document.bestandsomvang,
  };
}

/** Of the levels of the ZGW standard those up to `zaakvertrouwelijk`; of a level that is not known, never. */
const titelTonen: ReadonlySet<string> = new Set([
  'openbaar',
  'beperkt_openbaar',
  'intern',
  'zaakvertrouwelijk',
]);

function magTitelTonen(vertrouwelijkheidaanduiding: string): boolean {
  return titelTonen.has(vertrouwelijkheidaanduiding);
}

const vertrouwelijkheidaanduidingen: Codetabel = {
  openbaar: 'Openbaar',
  beperkt_openbaar: 'Beperkt openbaar',
  intern: 'Intern',
  zaakvertrouwelijk: 'Zaakvertrouwelijk',
  vertrouwelijk: 'Vertrouwelijk',
  confidentieel: 'Confidentieel',
  geheim: 'Geheim',
};

const statussen: Codetabel = {
  in_bewerking: 'In bewerking',
  ter_vaststelling: 'Ter vaststelling',
  definitief: 'Definitief',
  gearchiveerd: 'Gearchiveerd',
};
