import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';
import {
  ervaringscodes,
  isGereed,
  kandidatenVan,
  reistijdMinuten,
  werkEnDenkniveau,
} from '../../population/matching.ts';
import { probleem } from './stub-controle.ts';

/** The search for candidates, simulated: an operation of our own choice in the style of the others. */

export const kandidatenPath = '/klantinteracties/api/v1/kandidaten/_zoek';
const maxPageSize = 100;

type Vraag = {
  readonly beroepcode?: string;
  readonly plaats: string | null;
  readonly pageSize: number;
};

/** Clients who are ready for outflow and seek, or practised, the profession; or of whom none is recorded. */
export function zoekKandidaten(bevolking: Bevolking): (request: StubRequest) => StubResponse {
  const gereed = kandidatenVan(bevolking, isGereed);
  return ({ body, origin }) => {
    const vraag = leesVraag(body);
    if (vraag === undefined) return probleem(400, 'invalid', 'Invalid input.', '');
    const gevonden = gereed.filter((persoon) => past(persoon, vraag.beroepcode));
    return json(200, {
      count: gevonden.length,
      next: gevonden.length > vraag.pageSize ? `${origin}${kandidatenPath}?page=2` : null,
      previous: null,
      results: gevonden.slice(0, vraag.pageSize).map((persoon) => kandidaat(persoon, vraag.plaats)),
    });
  };
}

function past(persoon: Persoon, beroepcode: string | undefined): boolean {
  if (beroepcode === undefined || persoon.werkzoekende === undefined) return true;
  const gezocht = persoon.werkzoekende.beroepen.map(({ code }) => code);
  return [...gezocht, ...ervaringscodes(persoon)].includes(beroepcode);
}

function kandidaat(persoon: Persoon, plaats: string | null): object {
  const { werkzoekende, klantdossier, reintegratie } = persoon;
  const taal = klantdossier?.belemmeringen.includes('Nederlandse taal nog in ontwikkeling') === true;
  const loopt = (soort: string) =>
    klantdossier?.trajecten.some((t) => t.soort === soort && t.einddatum === undefined) === true;
  const subsidie = reintegratie?.voorzieningen.some((v) => v.loonwaardePercentage !== undefined) === true;
  return {
    partijIdentificator: {
      codeObjecttype: 'natuurlijk_persoon',
      codeSoortObjectId: 'bsn',
      codeRegister: 'brp',
      objectId: persoon.bsn,
    },
    dossierstatus: klantdossier?.status,
    beroepen: [
      ...(werkzoekende?.beroepen ?? []).map(({ code }) => ({ code, gezocht: true })),
      ...ervaringscodes(persoon).map((code) => ({ code, gezocht: false })),
    ],
    urenPerWeek: werkzoekende?.urenPerWeek ?? null,
    reistijdMinuten: reistijdMinuten(persoon, plaats) ?? null,
    maximaleReistijdMinuten: werkzoekende?.reistijdMinuten ?? null,
    werkEnDenkniveau: werkEnDenkniveau(persoon) ?? '',
    // The file says of the language only that it is being learned.
    talen: taal ? [{ taal: 'nld', niveau: 'A2' }] : [],
    beschikbaarVanaf: werkzoekende?.beschikbaarVanaf ?? null,
    instrumenten: [
      'PROEFPLAATSING',
      ...(subsidie ? ['LOONKOSTENSUBSIDIE'] : []),
      ...(loopt('Scholing') ? ['SCHOLING'] : []),
      ...(loopt('Werkervaringsplaats') ? ['WERKERVARINGSPLAATS'] : []),
    ],
  };
}

function leesVraag(tekst: string): Vraag | undefined {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(tekst) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const { dossierstatus, beroepcode, werkplaats, pageSize } = body;
  const { plaats } = (werkplaats ?? {}) as Record<string, unknown>;
  const inOrde =
    dossierstatus === 'GEREED_VOOR_UITSTROOM' &&
    (beroepcode === undefined || typeof beroepcode === 'string') &&
    (plaats === null || typeof plaats === 'string') &&
    typeof pageSize === 'number' &&
    Number.isInteger(pageSize) &&
    pageSize >= 1 &&
    pageSize <= maxPageSize;
  return inOrde ? { ...(beroepcode === undefined ? {} : { beroepcode }), plaats, pageSize } : undefined;
}
