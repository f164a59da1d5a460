import { type Handler, prepare, prepareEntities, type Subgraphs } from './answers.ts';

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
  const root = prepare<{ readonly client: object }>(
    subgraphs('balie'),
    'query($clientnummer:ID!){client(clientnummer:$clientnummer){clientnummer}}',
  );
  const gemeente = prepareEntities<Slices>(
    subgraphs('gemeente'),
    'Client',
    `persoon{${herkomst} volledigeNaam geboortedatum verblijfplaats{straat huisnummer postcode woonplaats}} ` +
      `klantdossier{${herkomst} contactpersoon{naam functie telefoonnummer} ` +
      'trede{trede omschrijving vastgesteldOp} afspraken{begin onderwerp plaats}} ' +
      `bijstand{${herkomst} ${uitkeringen}}`,
  );
  const uwv = prepareEntities<Slices>(
    subgraphs('uwv'),
    'Client',
    `inkomen{${herkomst} inkomstenverhoudingen` +
      '{werkgevernaam soort{code omschrijving} begindatum einddatum svLoonCenten}} ' +
      `werkzoekende{${herkomst} contactpersoon{naam functie} bemiddelingsberoepen urenPerWeek} ` +
      `werknemersverzekeringen{${herkomst} ${uitkeringen}}`,
  );
  const sw = prepareEntities<Sw>(
    subgraphs('sw'),
    'Client',
    `plaatsingen{${herkomst} plaatsingen` +
      '{soort{code omschrijving} functie begindatum einddatum werkgever{kvkNummer}}} ' +
      `wachtlijst{${herkomst} plaats aangemeldOp}`,
  );
  const wsp = prepareEntities<Slices>(
    subgraphs('wsp'),
    'Client',
    `bemiddeling{${herkomst} voorstellen` +
      '{voorgesteldOp status vacature{titel urenPerWeek werkgever{handelsnaam}}}}',
  );
  const werkgever = prepareEntities<object>(
    subgraphs('wsp'),
    'Werkgever',
    'handelsnaam vestigingsplaats contactpersoon{naam telefoonnummer}',
  );

  return async (variables) => {
    const { client } = await root(JSON.stringify(variables));
    const who = JSON.stringify([{ __typename: 'Client', ...client }]);
    const [[fromGemeente], [fromUwv], [fromSw], [fromWsp]] = await Promise.all([
      gemeente(who),
      uwv(who),
      sw(who),
      wsp(who),
    ]);
    const plaatsingen = fromSw?.plaatsingen.plaatsingen ?? [];
    const nummers = [...new Set(plaatsingen.map((plaatsing) => plaatsing.werkgever.kvkNummer))];
    const werkgevers = await werkgever(
      JSON.stringify(nummers.map((kvkNummer) => ({ __typename: 'Werkgever', kvkNummer }))),
    );
    return JSON.stringify({
      data: {
        client: {
          ...client,
          ...fromGemeente,
          ...fromUwv,
          plaatsingen: {
            ...fromSw?.plaatsingen,
            plaatsingen: plaatsingen.map((plaatsing) => ({
              ...plaatsing,
              werkgever: {
                ...plaatsing.werkgever,
                ...werkgevers[nummers.indexOf(plaatsing.werkgever.kvkNummer)],
              },
            })),
          },
          wachtlijst: fromSw?.wachtlijst,
          ...fromWsp,
        },
      },
    });
  };
}

/** A caseload: references, then four slices of all clients at once. */
export function caseload(subgraphs: Subgraphs): Handler {
  const bron = 'bron{bron uitkomst}';
  const root = prepare<{ readonly clienten: readonly object[] }>(
    subgraphs('balie'),
    'query($clientnummers:[ID!]!){clienten(clientnummers:$clientnummers){clientnummer}}',
  );
  const slices = [
    [
      'gemeente',
      `persoon{${bron} volledigeNaam} ` +
        `klantdossier{${bron} trede{trede vastgesteldOp} afspraken{begin onderwerp}}`,
    ],
    ['uwv', `werkzoekende{${bron} bemiddelingsberoepen}`],
    ['sw', `wachtlijst{${bron} plaats}`],
    ['wsp', `bemiddeling{${bron} voorstellen{voorgesteldOp status}}`],
  ].map(([name = '', fields = '']) => prepareEntities<Slices>(subgraphs(name), 'Client', fields));

  return async (variables) => {
    const { clienten } = await root(JSON.stringify(variables));
    const who = JSON.stringify(clienten.map((client) => ({ __typename: 'Client', ...client })));
    const [gemeente, uwv, sw, wsp] = await Promise.all(slices.map(async (ask) => ask(who)));
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
