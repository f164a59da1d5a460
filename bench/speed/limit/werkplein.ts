import { ask, askEntities, type Handler, type Subgraphs } from './answers.ts';

type Slices = Readonly<Record<string, unknown>>;
type Reference = { readonly kvkNummer: string };
type Sw = {
  readonly plaatsingen: { readonly plaatsingen: readonly { readonly werkgever: Reference }[] };
  readonly wachtlijst: unknown;
};

const herkomst = 'bron{bron uitkomst geraadpleegdOp melding}';
const uitkeringen = 'uitkeringen{regeling{code omschrijving} begindatum einddatum}';

/** The client profile: a reference, four slices at once, and the employers of the placements. */
export function profile(subgraphs: Subgraphs): Handler {
  const wsp = subgraphs('wsp');
  return async ({ clientnummer }) => {
    const query = 'query($c:ID!){client(clientnummer:$c){clientnummer}}';
    const { client } = await ask<{ readonly client: object }>(subgraphs('balie'), query, { c: clientnummer });
    const who = [{ __typename: 'Client', ...client }];
    const [[gemeente], [uwv], [sw], [bemiddeling]] = await Promise.all([
      askEntities<Slices>(
        subgraphs('gemeente'),
        'Client',
        `persoon{${herkomst} volledigeNaam geboortedatum verblijfplaats{straat huisnummer postcode woonplaats}} ` +
          `klantdossier{${herkomst} contactpersoon{naam functie telefoonnummer} ` +
          'trede{trede omschrijving vastgesteldOp} afspraken{begin onderwerp plaats}} ' +
          `bijstand{${herkomst} ${uitkeringen}}`,
        who,
      ),
      askEntities<Slices>(
        subgraphs('uwv'),
        'Client',
        `inkomen{${herkomst} inkomstenverhoudingen` +
          '{werkgevernaam soort{code omschrijving} begindatum einddatum svLoonCenten}} ' +
          `werkzoekende{${herkomst} contactpersoon{naam functie} bemiddelingsberoepen urenPerWeek} ` +
          `werknemersverzekeringen{${herkomst} ${uitkeringen}}`,
        who,
      ),
      askEntities<Sw>(
        subgraphs('sw'),
        'Client',
        `plaatsingen{${herkomst} plaatsingen` +
          '{soort{code omschrijving} functie begindatum einddatum werkgever{kvkNummer}}} ' +
          `wachtlijst{${herkomst} plaats aangemeldOp}`,
        who,
      ),
      askEntities<Slices>(
        wsp,
        'Client',
        `bemiddeling{${herkomst} voorstellen` +
          '{voorgesteldOp status vacature{titel urenPerWeek werkgever{handelsnaam}}}}',
        who,
      ),
    ]);
    const plaatsingen = sw?.plaatsingen.plaatsingen ?? [];
    const nummers = [...new Set(plaatsingen.map(({ werkgever }) => werkgever.kvkNummer))];
    const werkgevers = await askEntities<object>(
      wsp,
      'Werkgever',
      'handelsnaam vestigingsplaats contactpersoon{naam telefoonnummer}',
      nummers.map((kvkNummer) => ({ __typename: 'Werkgever', kvkNummer })),
    );
    return JSON.stringify({
      data: {
        client: {
          ...client,
          ...gemeente,
          ...uwv,
          plaatsingen: {
            ...sw?.plaatsingen,
            plaatsingen: plaatsingen.map((plaatsing) => ({
              ...plaatsing,
              werkgever: {
                ...plaatsing.werkgever,
                ...werkgevers[nummers.indexOf(plaatsing.werkgever.kvkNummer)],
              },
            })),
          },
          wachtlijst: sw?.wachtlijst,
          ...bemiddeling,
        },
      },
    });
  };
}

/** A caseload: references, then four slices of all clients at once. */
export function caseload(subgraphs: Subgraphs): Handler {
  const bron = 'bron{bron uitkomst}';
  const slices = [
    [
      'gemeente',
      `persoon{${bron} volledigeNaam} ` +
        `klantdossier{${bron} trede{trede vastgesteldOp} afspraken{begin onderwerp}}`,
    ],
    ['uwv', `werkzoekende{${bron} bemiddelingsberoepen}`],
    ['sw', `wachtlijst{${bron} plaats}`],
    ['wsp', `bemiddeling{${bron} voorstellen{voorgesteldOp status}}`],
  ] as const;
  return async ({ clientnummers }) => {
    const query = 'query($c:[ID!]!){clienten(clientnummers:$c){clientnummer}}';
    const { clienten } = await ask<{ readonly clienten: readonly object[] }>(subgraphs('balie'), query, {
      c: clientnummers,
    });
    const who = clienten.map((client) => ({ __typename: 'Client', ...client }));
    const [gemeente, uwv, sw, wsp] = await Promise.all(
      slices.map(async ([name, fields]) => askEntities<Slices>(subgraphs(name), 'Client', fields, who)),
    );
    return JSON.stringify({
      data: {
        clienten: clienten.map((client, i) => ({
          ...client,
          ...gemeente?.[i],
          ...uwv?.[i],
          ...sw?.[i],
          ...wsp?.[i],
        })),
      },
    });
  };
}
