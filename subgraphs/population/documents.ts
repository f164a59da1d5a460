import { addDays, earliest, latest } from './dates.ts';
import type { Datum, Klantdocument, Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { createPrng } from './prng.ts';

type Document = Omit<Klantdocument, 'identificatie' | 'bestandsomvangBytes'>;

/**
 * Adds the documents in the digital client file (DKD) to everyone with a file at the municipality. Draws from
 * a stream of its own. Each belongs to something that is in the facts: an application, a decision, a claim.
 */
export function voegDocumentenToe(personen: readonly Persoon[], kader: Kader): readonly Persoon[] {
  return personen.map((persoon, i) => {
    const documenten = documentenVan(persoon, kader.peildatum);
    if (documenten.length === 0) return persoon;
    const prng = createPrng(`${kader.seedText}/documenten/${i}`);
    // Not everything was ever scanned.
    const bewaard = documenten.filter(() => i === 0 || prng.chance(0.8));
    if (bewaard.length === 0) return persoon;
    return {
      ...persoon,
      documenten: bewaard.map((document, n) => ({
        identificatie: `DKD-${String(i).padStart(6, '0')}-${String(n + 1).padStart(2, '0')}`,
        ...document,
        bestandsomvangBytes: prng.integer(20_000, 900_000),
      })),
    };
  });
}

function documentenVan({ bijstand, klantdossier, reintegratie }: Persoon, peildatum: Datum): Document[] {
  if (bijstand === undefined) return [];
  const document = (
    titel: string,
    soort: string,
    creatiedatum: Datum,
    vertrouwelijkheidaanduiding: Document['vertrouwelijkheidaanduiding'] = 'zaakvertrouwelijk',
  ): Document => ({
    titel,
    soort,
    // What is not yet settled at the reference date is being written now.
    creatiedatum: earliest(creatiedatum, peildatum),
    vertrouwelijkheidaanduiding,
    formaat: 'application/pdf',
    status: creatiedatum > peildatum ? 'in_bewerking' : 'definitief',
  });
  const medisch = klantdossier !== undefined && bijstand.vrijstellingArbeidsplicht !== undefined;
  return [
    document('Aanvraag bijstand', 'Aanvraag', bijstand.aanvraagdatum),
    document('Kopie identiteitsbewijs', 'Bewijsstuk', bijstand.aanvraagdatum, 'vertrouwelijk'),
    document('Beschikking bijstand', 'Beschikking', bijstand.beschikkingsdatum),
    ...(klantdossier === undefined
      ? []
      : [document('Plan van aanpak', 'Plan', addDays(bijstand.beschikkingsdatum, 30), 'intern')]),
    ...(reintegratie?.voorzieningen ?? []).map(({ omschrijving, begindatum }) =>
      document(`Overeenkomst: ${omschrijving}`, 'Overeenkomst', begindatum),
    ),
    ...(bijstand.maatregel === undefined
      ? []
      : [document('Beschikking maatregel', 'Beschikking', bijstand.maatregel.begindatum)]),
    ...(bijstand.vordering === undefined
      ? []
      : [document('Beschikking terugvordering', 'Beschikking', bijstand.vordering.besluitdatum)]),
    ...(bijstand.fraude === undefined
      ? []
      : [
          document(
            'Rapport sociale recherche',
            'Rapport',
            bijstand.fraude.onherroepelijkOp ?? peildatum,
            'geheim',
          ),
        ]),
    ...(medisch
      ? [
          document(
            'Medisch advies arbeidsplicht',
            'Advies',
            latest(bijstand.begindatum, addDays(peildatum, -200)),
            'confidentieel',
          ),
        ]
      : []),
  ].sort((a, b) => a.creatiedatum.localeCompare(b.creatiedatum));
}
