import type { Bron } from '../generated/resolvers.ts';
import { allemaal, type Dag, type Drie, dagVanTijdstip, eenVan, plusDagen } from '../kalender.ts';
import { feit, sluitUit } from './bronnen.ts';
import type { SignalenInvoer, Voorstel, Werkgeverscontacten } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, standOp } from './oordeel.ts';

/**
 * NAZ14 (003 §4.2.2): two weeks after a placement the matchmaker contacts the employer: due on the fourteenth
 * day, and done by a contact on behalf of the service point on that day or later; an earlier one is part of the
 * placement. Aftercare of the client is the klantmanager's and has no term. The CRM keeps the day of the
 * proposal, and of the placement only the arrangements (plaatsingsafspraken): the first day of the earliest
 * arrangement counts as the placement. Without one it lies somewhere between the proposal and today.
 */
export function naz14({ bemiddeling }: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const geplaatst = (bemiddeling?.voorstellen ?? []).filter(({ status }) => status === 'GEPLAATST');
  const oordelen = geplaatst.map((voorstel) => oordeelOver(voorstel, vandaag));
  const rest = sluitUit(bemiddeling) ? [] : [nietTeBepalen(onderwerpVan(), { zwijgend: ['CRM'] })];
  const gevonden = [...oordelen.filter(({ stand }) => stand !== 'GEEN'), ...rest];
  return gevonden.length > 0 ? gevonden : geen('NAZ14');
}

function oordeelOver(voorstel: Voorstel, vandaag: Dag): Oordeel {
  const onderwerp = onderwerpVan(voorstel);
  const { eerste, laatste } = plaatsing(voorstel, vandaag);
  if (eerste === null) return nietTeBepalen(onderwerp, { ontbrekend: ['datum van de plaatsing'] });
  const dagen = { vervaldatum: plusDagen(eerste, 14), uitersteVervaldatum: plusDagen(laatste, 14) };
  const contacten = contactenVan(voorstel);
  const vervuld = eenVan([
    inTijd(contacten, dagen.uitersteVervaldatum, vandaag),
    // Between the earliest and the latest due day a contact may or may not be the one that is meant.
    inTijd(contacten, dagen.vervaldatum, vandaag) === 'NEE' ? 'NEE' : 'MOGELIJK',
  ]);
  const stand = standOp(dagen.vervaldatum, 'UITERLIJK', vandaag);
  if (stand === 'KOMT') return { stand, ...onderwerp, ...dagen };
  if (vervuld === 'JA') return { stand: 'GEEN', regel: 'NAZ14' };
  const ontbrekend = [
    ...(voorstel.vacature?.gegevens?.werkgever || !sluitUit(voorstel.vacature?.gegevens)
      ? []
      : ['werkgever van de vacature']),
    ...(eerste === laatste ? [] : ['datum van de plaatsing']),
    ...(vervuld === 'MOGELIJK' && eerste === laatste ? ['namens wie het werkgeverscontact was'] : []),
  ];
  const zwijgend: readonly Bron[] = zwijgtOver(voorstel, contacten) ? ['CRM'] : [];
  if (zwijgend.length > 0 || ontbrekend.length > 0) {
    return nietTeBepalen(onderwerp, { zwijgend, ontbrekend }, dagen);
  }
  return { stand, ...onderwerp, ...dagen };
}

/** First and last day on which the placement can have begun. */
function plaatsing(
  voorstel: Voorstel,
  vandaag: Dag,
): { readonly eerste: Dag; readonly laatste: Dag } | { readonly eerste: null; readonly laatste: null } {
  const begin = eersteAfspraak(voorstel);
  if (begin !== null && sluitUit(voorstel.plaatsingsafspraken)) return { eerste: begin, laatste: begin };
  const eerste = voorstel.voorgesteldOp ?? null;
  if (eerste === null) return { eerste: null, laatste: null };
  return { eerste, laatste: begin ?? (eerste > vandaag ? eerste : vandaag) };
}

function eersteAfspraak({ plaatsingsafspraken }: Voorstel): Dag | null {
  return (
    (plaatsingsafspraken?.afspraken ?? []).flatMap(({ begindatum }) => begindatum ?? []).sort()[0] ?? null
  );
}

function contactenVan(voorstel: Voorstel): Werkgeverscontacten {
  return voorstel.vacature?.gegevens?.werkgever?.relatie?.laatsteContactmomenten;
}

/** Whether a contact for the service point took place from a day on; one without a party may be. */
function inTijd(contacten: Werkgeverscontacten, vanaf: Dag, vandaag: Dag): Drie {
  return eenVan(
    (contacten?.edges ?? []).map(({ node }) => {
      const dag = typeof node.op === 'string' ? dagVanTijdstip(node.op) : null;
      const namens: Drie = !node.namens ? 'MOGELIJK' : node.namens.code === 'WSP' ? 'JA' : 'NEE';
      if (dag === null) return 'NEE';
      return allemaal([namens, dag >= vanaf && dag <= vandaag ? 'JA' : 'NEE']);
    }),
  );
}

function zwijgtOver(voorstel: Voorstel, contacten: Werkgeverscontacten): boolean {
  if (!sluitUit(voorstel.vacature?.gegevens)) return true;
  if (!voorstel.vacature?.gegevens?.werkgever) return false;
  return !sluitUit(contacten) || !sluitUit(voorstel.plaatsingsafspraken);
}

function onderwerpVan(voorstel?: Voorstel): Onderwerp {
  return {
    regel: 'NAZ14',
    voorRol: 'MATCHMAKER',
    omschrijving:
      'Neem twee weken na de plaatsing contact op met de werkgever; nazorg van de klant doet de klantmanager',
    feiten:
      voorstel === undefined
        ? []
        : [
            ...feit('CRM', 'voorgesteld, geplaatst', { datum: voorstel.voorgesteldOp }),
            ...feit('CRM', 'begin plaatsingsafspraak', { datum: eersteAfspraak(voorstel) }),
            ...feit('CRM', 'werkgever', { waarde: voorstel.vacature?.gegevens?.werkgever?.kvkNummer }),
          ],
  };
}
