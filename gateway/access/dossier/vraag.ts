import { parse } from 'graphql';
import { z } from 'zod';
import type { PreparedOperation } from '../../execution/index.ts';
import type { OperationContext } from '../../sources/index.ts';
import type { Identity } from '../identity/identity.ts';
import { doelenVanRol, type Rol } from '../policy/rollen.ts';
import type { Dossierfeiten } from './besluit.ts';

/** Roles that keep a caseload, and the value of the graph's enum for each. */
const werkvoorraden = {
  klantmanager: 'KLANTMANAGER',
  werkcoach: 'WERKCOACH',
  arbeidsbemiddelaar: 'ARBEIDSBEMIDDELAAR',
  matchmaker: 'MATCHMAKER',
} as const satisfies Partial<Record<Rol, string>>;
type Werkvoorraadrol = keyof typeof werkvoorraden;
const werkvoorraadrollen = Object.keys(werkvoorraden) as Werkvoorraadrol[];

const typeVan = (rol: Werkvoorraadrol) => `Werkvoorraad${rol.charAt(0).toUpperCase()}${rol.slice(1)}`;

/** What the partners are asked before a file is opened: who registers the client, and whose client it is. */
export const dossiervraag = parse(
  `query Dossiertoegang($clientnummers: [ID!]!, $medewerkernummer: ID!,
    ${werkvoorraadrollen.map((rol) => `$${rol}: Boolean!`).join(', ')}) {
    clienten(clientnummers: $clientnummers) {
      clientnummer
      persoon { bron { uitkomst } gemeenteVanInschrijving { code } geheimhouding }
      klantdossier { bron { uitkomst } afgeschermd }
    }
    ${werkvoorraadrollen
      .map(
        (
          rol,
        ) => `${rol}: werkvoorraad(rol: ${werkvoorraden[rol]}, medewerkernummer: $medewerkernummer) @include(if: $${rol}) {
      ... on ${typeVan(rol)} { bevat(clientnummers: $clientnummers) { bron { uitkomst } clienten { clientnummer } } }
    }`,
      )
      .join('\n    ')}
  }`,
  { noLocation: true },
);

const bron = z.object({ uitkomst: z.string() });
const clientvorm = z.object({
  clientnummer: z.string(),
  persoon: z
    .object({
      bron,
      gemeenteVanInschrijving: z.object({ code: z.string().nullable() }).nullable(),
      geheimhouding: z.boolean().nullable(),
    })
    .nullable(),
  klantdossier: z.object({ bron, afgeschermd: z.boolean().nullable() }).nullable(),
});
type Client = z.output<typeof clientvorm>;
const werkvoorraadvorm = z
  .object({
    bevat: z.object({ bron, clienten: z.array(z.object({ clientnummer: z.string() })).nullable() }).nullish(),
  })
  .nullish();
const antwoordvorm = z.object({
  clienten: z.array(clientvorm.nullable()).nullish(),
  klantmanager: werkvoorraadvorm,
  werkcoach: werkvoorraadvorm,
  arbeidsbemiddelaar: werkvoorraadvorm,
  matchmaker: werkvoorraadvorm,
});
type Antwoord = z.output<typeof antwoordvorm>;

/** Numbers in one question; the partners take no more. */
const maxPerVraag = 100;

/** What the partners know of each of these clients. A partner that is silent leaves it unknown. */
export async function vraagDossierfeiten(
  operatie: PreparedOperation,
  identity: Identity,
  clientnummers: readonly string[],
  context: OperationContext,
): Promise<ReadonlyMap<string, Dossierfeiten>> {
  const rollen = identity.rollen.filter((rol) => doelenVanRol[rol].includes(identity.doel));
  const eigen = werkvoorraadrollen.filter((rol) => rollen.includes(rol));
  const heeftTaakZonder = rollen.some((rol) => !isWerkvoorraadrol(rol));
  // For the employer's side the municipality of residence does not matter, and a matchmaker never learns it.
  const metMandaat = rollen.some((rol) => rol !== 'matchmaker');
  const nummer = identity.medewerkernummer;
  const vraagt = (rol: Werkvoorraadrol) => !heeftTaakZonder && nummer !== undefined && eigen.includes(rol);
  const feiten = new Map<string, Dossierfeiten>();
  for (let i = 0; i < clientnummers.length; i += maxPerVraag) {
    const deel = clientnummers.slice(i, i + maxPerVraag);
    const { data } = await operatie.run(
      {
        clientnummers: deel,
        medewerkernummer: nummer ?? '',
        ...Object.fromEntries(werkvoorraadrollen.map((rol) => [rol, vraagt(rol)])),
      },
      context,
    );
    const gelezen = antwoordvorm.safeParse(data?.toJSON());
    const antwoord: Antwoord = gelezen.success ? gelezen.data : {};
    const perClient = new Map(antwoord.clienten?.flatMap((c) => (c === null ? [] : [[c.clientnummer, c]])));
    for (const clientnummer of deel) {
      const client = perClient.get(clientnummer);
      feiten.set(clientnummer, {
        inWerkvoorraad: heeftTaakZonder ? 'NVT' : inWerkvoorraad(eigen, antwoord, clientnummer),
        mandaat: metMandaat ? mandaatVoor(identity, client) : 'NVT',
        vertrouwelijk: vertrouwelijkheid(client),
      });
    }
  }
  return feiten;
}

const isWerkvoorraadrol = (rol: Rol): rol is Werkvoorraadrol => rol in werkvoorraden;

function inWerkvoorraad(
  rollen: readonly Werkvoorraadrol[],
  antwoord: Antwoord,
  clientnummer: string,
): Dossierfeiten['inWerkvoorraad'] {
  const delen = rollen.map((rol) => antwoord[rol]?.bevat);
  if (delen.some((deel) => deel?.clienten?.some((c) => c.clientnummer === clientnummer))) return 'JA';
  const isGeantwoord = delen.every(
    (deel) => deel?.bron.uitkomst === 'GEVONDEN' || deel?.bron.uitkomst === 'NIETS_GEVONDEN',
  );
  return isGeantwoord && delen.length > 0 ? 'NEE' : 'ONBEKEND';
}

/** One that says yes is enough; no is what both say. */
function vertrouwelijkheid(client: Client | undefined): Dossierfeiten['vertrouwelijk'] {
  const { persoon, klantdossier } = client ?? {};
  if (persoon?.geheimhouding === true || klantdossier?.afgeschermd === true) return 'JA';
  return heeftGeantwoord(persoon?.bron) && heeftGeantwoord(klantdossier?.bron) ? 'NEE' : 'ONBEKEND';
}

const heeftGeantwoord = (van: z.output<typeof bron> | undefined): boolean =>
  van !== undefined && ['GEVONDEN', 'GEDEELTELIJK', 'NIETS_GEVONDEN'].includes(van.uitkomst);

function mandaatVoor({ mandaten }: Identity, client: Client | undefined): Dossierfeiten['mandaat'] {
  const code = client?.persoon?.gemeenteVanInschrijving?.code;
  if (code === undefined || code === null) return 'ONBEKEND';
  return mandaten.includes(code) ? 'BINNEN' : 'BUITEN';
}
