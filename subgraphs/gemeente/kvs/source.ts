import {
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  type Correctievraag,
  createHttpBron,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  type Pseudonimiseerder,
  type Raadpleging,
  type Toetsvraag,
  voorBekenden,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import { bsnVan, controleerVervolg, identificatorenVan, vraagBladzijde } from './bladzijde.ts';
import { createCorrectievraag } from './correctie-source.ts';
import { createKandidatenvraag, type Kandidatenvraag } from './kandidaten-source.ts';
import { createKengetallenvraag, type Kengetallenvraag } from './kengetallen-source.ts';
import { expansies, type KvsPartij, kvsPartij } from './messages.ts';
import { createWerkvoorraadtoets, createWerkvoorraadvraag } from './werkvoorraad-source.ts';

const bron = 'KVS';

/** Most persons one search takes; the answer comes in pages of fifty. */
export const maxPartijenPerVraag = 100;

export type KvsConfig = BronConfig & { readonly token: string };

export type KvsSource = {
  /** Files by clientnummer with all that belongs to them, at most `maxPartijenPerVraag` at a time. */
  readonly partijen: Bulkvraag<string, KvsPartij>;
  /** The clients of a klantmanager, by number of the klantmanager. */
  readonly werkvoorraad: Bulkvraag<string, Werkvoorraadgegevens>;
  /** Which of some clients are those of a klantmanager. */
  readonly toets: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;
  /** Clients who are ready for outflow, for one vacancy. */
  readonly kandidaten: Kandidatenvraag;
  /** Figures over a period, without persons. */
  readonly kengetallen: Kengetallenvraag;
  /** Takes in a citizen's correction request. */
  readonly correctie: Correctievraag;
  readonly sluit: () => Promise<void>;
};

/** The client tracking system; a search by POST keeps the burgerservicenummers out of the URL. */
export function createKvsSource(config: KvsConfig, deps: Pseudonimiseerder): KvsSource {
  const http = createHttpBron({
    ...config,
    bron,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Token ${config.token}`,
    },
  });
  return {
    partijen: voorBekenden<KvsPartij>(bron, deps.bsnVan, async (bsns, raadpleging) => {
      const perBsn = new Map([...bsns].map(([clientnummer, bsn]) => [bsn, clientnummer]));
      const resultaten = new Map<string, Bronresultaat<KvsPartij>>();
      const gelezen = await leesBladzijden(http, [...perBsn.keys()], raadpleging);
      for (const { bsn, resultaat } of gelezen.partijen) {
        const clientnummer = bsn === undefined ? undefined : perBsn.get(bsn);
        // A source that mixes people up must not leak a file: nothing of this answer is believed.
        if (clientnummer === undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
        const eerder = resultaten.get(clientnummer);
        resultaten.set(clientnummer, eerder === undefined ? resultaat : dubbel(eerder));
      }
      if (gelezen.afgebroken !== undefined) {
        for (const clientnummer of perBsn.values()) {
          // Whoever was not seen may have been on a page that did not come: that is not "nothing found".
          if (!resultaten.has(clientnummer)) resultaten.set(clientnummer, gelezen.afgebroken);
        }
      }
      return resultaten;
    }),
    kandidaten: createKandidatenvraag(http, deps),
    kengetallen: createKengetallenvraag(http),
    correctie: createCorrectievraag(http, deps.bsnVan),
    werkvoorraad: createWerkvoorraadvraag(http, deps),
    toets: createWerkvoorraadtoets(http, deps),
    sluit: http.sluit,
  };
}

type GelezenPartij = { readonly bsn: string | undefined; readonly resultaat: Bronresultaat<KvsPartij> };

/** All pages of one search, or what came before reading broke off and how it did. */
async function leesBladzijden(
  http: HttpBron,
  bsns: readonly string[],
  raadpleging: Raadpleging,
): Promise<{
  readonly partijen: readonly GelezenPartij[];
  readonly afgebroken?: Bronresultaat<KvsPartij>;
}> {
  const body = JSON.stringify({
    partijIdentificatoren: identificatorenVan(bsns),
    expand: expansies,
  });
  const partijen: GelezenPartij[] = [];
  for (let nummer = 1; ; nummer += 1) {
    try {
      const { bladzijde, waarschuwing } = await vraagBladzijde(http, body, nummer, raadpleging);
      for (const partij of bladzijde.results) {
        partijen.push({ bsn: bsnVan(partij), resultaat: leesPartij(partij, waarschuwing, raadpleging) });
      }
      if (bladzijde.next === null) return { partijen };
      controleerVervolg(bladzijde, nummer);
    } catch (error) {
      if (partijen.length === 0 || !(error instanceof BronFout)) throw error;
      const { uitkomst, reden } = error;
      meld(raadpleging, { uitkomst, reden, error }, 'reading the pages of the source broke off');
      return { partijen, afgebroken: { uitkomst, reden } };
    }
  }
}

function leesPartij(
  partij: unknown,
  waarschuwing: boolean,
  raadpleging: Raadpleging,
): Bronresultaat<KvsPartij> {
  const gelezen = kvsPartij.safeParse(partij);
  if (gelezen.success) {
    return waarschuwing ? gedeeltelijk(gelezen.data, 'WAARSCHUWING') : gevonden(gelezen.data);
  }
  const fout = { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' } as const;
  meld(raadpleging, { ...fout, error: gelezen.error }, 'one record of the source could not be read');
  return fout;
}

/** Two files of one person: which is right is for people to find out, so the first comes with a reservation. */
function dubbel(eerste: Bronresultaat<KvsPartij>): Bronresultaat<KvsPartij> {
  return 'gegevens' in eerste ? gedeeltelijk(eerste.gegevens, 'WAARSCHUWING') : eerste;
}

function meld(raadpleging: Raadpleging, velden: object, bericht: string): void {
  raadpleging.logger.warn({ correlationId: raadpleging.correlationId, bron, ...velden }, bericht);
}
