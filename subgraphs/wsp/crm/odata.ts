import { z } from 'zod';
import { BronFout, type HttpBron, type Raadpleging } from '../../kit/index.ts';

/** The Web API of Dataverse, below the organisation's URL. */
const wortel = '/api/data/v9.2/';
/** Suffix of the property that carries the label of a choice column. */
export const label = '@OData.Community.Display.V1.FormattedValue';
/** Rows per page when everything is wanted, and how many pages that may take. */
const paginaGrootte = 500;
export const maxPaginas = 20;

export type OdataVraag = {
  readonly entityset: string;
  readonly select: string;
  readonly expand?: string;
  readonly filter?: string | undefined;
  readonly orderby: string;
};

export type Pagina<R> = {
  readonly rijen: readonly R[];
  readonly nextLink: string | undefined;
  readonly waarschuwing: boolean;
};

export type Rijen<R> = {
  readonly rijen: readonly R[];
  readonly waarschuwing: boolean;
  /** Why the rest did not come; any key may miss rows. */
  readonly onvolledig?: BronFout;
};

/** Lists of one Dataverse organisation (OData v4, JSON). */
export type Odata = {
  /** The first page, of at most `grootte` rows. @throws BronFout */
  readonly pagina: <R>(
    vraag: OdataVraag,
    rij: z.ZodType<R>,
    grootte: number,
    raadpleging: Raadpleging,
  ) => Promise<Pagina<R>>;
  /**
   * All rows, following `@odata.nextLink`. When a later page fails, or there are more than `maxPaginas`,
   * the rows so far come back as `onvolledig`.
   * @throws BronFout when the first page fails, or a link leaves the source
   */
  readonly alles: <R>(vraag: OdataVraag, rij: z.ZodType<R>, raadpleging: Raadpleging) => Promise<Rijen<R>>;
  /**
   * The groups of an aggregation (`$apply`): all on one page, since figures over a part are wrong figures.
   * @throws BronFout
   */
  readonly groepen: <R>(
    entityset: string,
    apply: string,
    rij: z.ZodType<R>,
    raadpleging: Raadpleging,
  ) => Promise<Rijen<R>>;
};

/** Path and query of a question, encoded; the base URL is not in it. */
export function odataPad(vraag: OdataVraag): string {
  const opties = [
    ['$select', vraag.select],
    ['$expand', vraag.expand],
    ['$filter', vraag.filter],
    ['$orderby', vraag.orderby],
  ] as const;
  const query = opties.flatMap(([naam, waarde]) =>
    waarde === undefined ? [] : [`${naam}=${encodeURIComponent(waarde)}`],
  );
  return `${wortel}${vraag.entityset}?${query.join('&')}`;
}

/**
 * The path of a next link: opaque, but only when it stays within the API of the source it came from.
 * @throws BronFout FOUT/ONVERWACHTE_VORM for a link to anywhere else
 */
export function vervolgpad(nextLink: string, basis: URL): string {
  const doel = URL.canParse(nextLink, basis.href) ? new URL(nextLink, basis) : undefined;
  const pad = basis.pathname.replace(/\/$/, '');
  const eigen =
    doel !== undefined &&
    doel.origin === basis.origin &&
    doel.username === '' &&
    doel.password === '' &&
    doel.pathname.startsWith(pad + wortel);
  if (!eigen) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return doel.pathname.slice(pad.length) + doel.search;
}

/** @param url base URL of the organisation, to judge next links by */
export function createOdata(http: HttpBron, url: URL): Odata {
  const leesPad = async <R>(
    path: string,
    rij: z.ZodType<R>,
    grootte: number,
    raadpleging: Raadpleging,
  ): Promise<Pagina<R>> => {
    // The preferences are not part of the link: each page asks for them again.
    const prefer = `odata.maxpagesize=${grootte},odata.include-annotations="${label.slice(1)}"`;
    const antwoord = await http.vraagJson({ method: 'GET', path, headers: { prefer } }, raadpleging);
    const gelezen = z
      .object({ value: z.array(rij), '@odata.nextLink': z.string().optional() })
      .safeParse(antwoord.json);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    return {
      rijen: gelezen.data.value,
      nextLink: gelezen.data['@odata.nextLink'],
      waarschuwing: antwoord.waarschuwing,
    };
  };

  return {
    pagina: (vraag, rij, grootte, raadpleging) => leesPad(odataPad(vraag), rij, grootte, raadpleging),
    groepen: async (entityset, apply, rij, raadpleging) => {
      const path = `${wortel}${entityset}?$apply=${encodeURIComponent(apply)}`;
      const { rijen, waarschuwing, nextLink } = await leesPad(path, rij, paginaGrootte, raadpleging);
      if (nextLink !== undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
      return { rijen, waarschuwing };
    },
    alles: async <R>(vraag: OdataVraag, rij: z.ZodType<R>, raadpleging: Raadpleging) => {
      const rijen: R[] = [];
      let waarschuwing = false;
      const afgebroken = (error: BronFout): Rijen<R> => {
        const { uitkomst, reden } = error;
        const { correlationId, logger } = raadpleging;
        logger.warn(
          { correlationId, bron: http.bron, uitkomst, reden, error },
          'a later page of the source did not come',
        );
        return { rijen, waarschuwing, onvolledig: error };
      };
      let path = odataPad(vraag);
      for (let nummer = 1; nummer <= maxPaginas; nummer += 1) {
        const pagina = await leesPad(path, rij, paginaGrootte, raadpleging).catch((error: unknown) => {
          if (nummer > 1 && error instanceof BronFout) return error;
          throw error;
        });
        if (pagina instanceof BronFout) return afgebroken(pagina);
        rijen.push(...pagina.rijen);
        waarschuwing ||= pagina.waarschuwing;
        if (pagina.nextLink === undefined) return { rijen, waarschuwing };
        path = vervolgpad(pagina.nextLink, url);
      }
      return afgebroken(new BronFout('FOUT', 'ONVOLLEDIG'));
    },
  };
}

/** Headers of every call (Dataverse: compose HTTP requests). `If-None-Match: null` keeps caches out of it. */
export function odataHeaders(token: string): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'odata-version': '4.0',
    'odata-maxversion': '4.0',
    'if-none-match': 'null',
  };
}
