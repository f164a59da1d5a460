import {
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  deClient,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  type Pseudonimiseerder,
  type Raadpleging,
  voorAlle,
} from '../../kit/index.ts';
import { type DkdDocument, type DocumentenBladzijde, dkdDocument, documentenBladzijde } from './messages.ts';

const bron = 'DKD';
const zoekPath = '/documenten/api/v1/enkelvoudiginformatieobjecten/_zoek';

/** Most persons one search takes; the answer comes in pages of a hundred documents. */
export const maxPersonenPerDocumentvraag = 100;
/** A search of a hundred persons with more documents than these pages hold is a fault, not a file. */
const maxBladzijden = 100;

export type DkdConfig = BronConfig & { readonly token: string };

export type DkdSource = {
  /** Documents by clientnummer, at most `maxPersonenPerDocumentvraag` at a time; metadata only. */
  readonly documenten: Bulkvraag<string, readonly DkdDocument[]>;
  readonly sluit: () => Promise<void>;
};

/** The digital client file; a search by POST keeps the burgerservicenummers out of the URL. */
export function createDkdSource(config: DkdConfig, deps: Pick<Pseudonimiseerder, 'bsnVan'>): DkdSource {
  const http = createHttpBron({
    ...config,
    bron,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${config.token}`,
    },
  });
  return {
    documenten: voorAlle<string, readonly DkdDocument[]>(
      bron,
      deClient,
      async (clientnummers, raadpleging) => {
        const resultaten = new Map<string, Bronresultaat<readonly DkdDocument[]>>();
        const perBsn = new Map<string, string>();
        for (const clientnummer of clientnummers) {
          const bsn = deps.bsnVan(clientnummer);
          if (bsn !== undefined) perBsn.set(bsn, clientnummer);
          else resultaten.set(clientnummer, { uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' });
        }
        if (perBsn.size === 0) return { gevonden: resultaten };
        const gelezen = await leesBladzijden(http, new Set(perBsn.keys()), raadpleging);
        for (const [bsn, clientnummer] of perBsn) {
          const resultaat = resultaatVan(gelezen.stapels.get(bsn), gelezen);
          if (resultaat !== undefined) resultaten.set(clientnummer, resultaat);
        }
        return { gevonden: resultaten };
      },
    ),
    sluit: http.sluit,
  };
}

/** The documents of one person seen so far, by uuid: a page that shifted can bring one twice. */
type Stapel = { readonly documenten: Map<string, DkdDocument>; onleesbaar: boolean };

type Gelezen = {
  readonly stapels: ReadonlyMap<string, Stapel>;
  readonly waarschuwing: boolean;
  /** How reading broke off, when it did. */
  readonly afgebroken?: BronFout;
};

/** All pages of one search, or what came before reading broke off and how it did. */
async function leesBladzijden(
  http: HttpBron,
  bsns: ReadonlySet<string>,
  raadpleging: Raadpleging,
): Promise<Gelezen> {
  const body = JSON.stringify({
    betrokkenen: [...bsns].map((objectId) => ({
      codeObjecttype: 'natuurlijk_persoon',
      codeSoortObjectId: 'bsn',
      codeRegister: 'brp',
      objectId,
    })),
    expand: ['informatieobjecttype'],
  });
  const stapels = new Map<string, Stapel>();
  let waarschuwing = false;
  let aantal = 0;
  for (let nummer = 1; ; nummer += 1) {
    try {
      const antwoord = await vraagBladzijde(http, body, nummer, raadpleging);
      waarschuwing ||= antwoord.waarschuwing;
      const { bladzijde } = antwoord;
      // A source that mixes people up must not leak a file: nothing of this answer is believed.
      if (bladzijde.results.some(({ betrokkene }) => !bsns.has(betrokkene.objectId))) {
        return { stapels: new Map(), waarschuwing, afgebroken: new BronFout('FOUT', 'ONVERWACHTE_VORM') };
      }
      aantal += bladzijde.results.length;
      for (const document of bladzijde.results) legOp(stapels, document, raadpleging);
      if (bladzijde.next !== null) controleerVervolg(bladzijde, nummer);
      // A list that does not hold what it counts is not whole.
      else if (aantal < bladzijde.count) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
      else return { stapels, waarschuwing };
    } catch (error) {
      if (stapels.size === 0 || !(error instanceof BronFout)) throw error;
      const { uitkomst, reden } = error;
      meld(raadpleging, { uitkomst, reden, error }, 'reading the pages of the source broke off');
      return { stapels, waarschuwing, afgebroken: error };
    }
  }
}

async function vraagBladzijde(
  http: HttpBron,
  body: string,
  nummer: number,
  raadpleging: Raadpleging,
): Promise<{ readonly bladzijde: DocumentenBladzijde; readonly waarschuwing: boolean }> {
  const path = nummer === 1 ? zoekPath : `${zoekPath}?page=${nummer}`;
  const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
  const gelezen = documentenBladzijde.safeParse(antwoord.json);
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  return { bladzijde: gelezen.data, waarschuwing: antwoord.waarschuwing };
}

/** `next` is read for its page number and never followed: it must name the page after this one. */
function controleerVervolg(bladzijde: DocumentenBladzijde, nummer: number): void {
  const next = bladzijde.next ?? '';
  const volgende = URL.canParse(next) ? new URL(next).searchParams.get('page') : null;
  if (volgende !== String(nummer + 1) || bladzijde.results.length === 0 || nummer >= maxBladzijden) {
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  }
}

function legOp(
  stapels: Map<string, Stapel>,
  document: DocumentenBladzijde['results'][number],
  raadpleging: Raadpleging,
): void {
  const bsn = document.betrokkene.objectId;
  const stapel = stapels.get(bsn) ?? { documenten: new Map<string, DkdDocument>(), onleesbaar: false };
  stapels.set(bsn, stapel);
  const gelezen = dkdDocument.safeParse(document);
  if (gelezen.success) {
    stapel.documenten.set(gelezen.data.uuid, gelezen.data);
    return;
  }
  stapel.onleesbaar = true;
  const fout = { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM', error: gelezen.error };
  meld(raadpleging, fout, 'one record of the source could not be read');
}

/** What one person's documents come to; undefined is "nothing found". */
function resultaatVan(
  stapel: Stapel | undefined,
  { afgebroken, waarschuwing }: Gelezen,
): Bronresultaat<readonly DkdDocument[]> | undefined {
  const documenten = [...(stapel?.documenten.values() ?? [])];
  if (documenten.length === 0) {
    // Whoever was not seen may have been on a page that did not come: that is not "nothing found".
    if (afgebroken !== undefined) return { uitkomst: afgebroken.uitkomst, reden: afgebroken.reden };
    return stapel?.onleesbaar === true ? { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' } : undefined;
  }
  // Of whoever was seen there may be more on the pages that did not come.
  if (afgebroken !== undefined || stapel?.onleesbaar === true) return gedeeltelijk(documenten, 'ONVOLLEDIG');
  return waarschuwing ? gedeeltelijk(documenten, 'WAARSCHUWING') : gevonden(documenten);
}

function meld(raadpleging: Raadpleging, velden: object, bericht: string): void {
  raadpleging.logger.warn({ correlationId: raadpleging.correlationId, bron, ...velden }, bericht);
}
