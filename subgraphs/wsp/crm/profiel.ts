import { codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type { Codewaarde, Taaleis, Vacatureprofiel } from '../generated/resolvers.ts';
import type { Vacature } from './messages.ts';
import { rijbewijscategorieen, taalniveaus, talen, werkEnDenkniveaus } from './profielcodes.ts';

/** What a vacancy asks of a candidate; null when nothing of it was filled in. */
export function mapProfiel(rij: Vacature): Vacatureprofiel | null {
  const profiel = {
    beroepUri: uriVan(rij.wg_beroepuri),
    beroepCode: codewaardeOfNull(rij.wg_beroepuri ?? undefined),
    niveau: codewaardeOfNull(rij.wg_werkdenkniveau ?? undefined, werkEnDenkniveaus),
    urenPerWeekVan: rij.wg_urenvan,
    urenPerWeekTot: rij.wg_urentot,
    regio: rij.wg_arbeidsmarktregio,
    postcodegebied: rij.wg_postcodegebied,
    talen: regelsVan(rij.wg_taaleisen)?.map(mapTaaleis) ?? null,
    rijbewijzen:
      regelsVan(rij.wg_rijbewijzen)?.map((regel) => codewaarde(regel, rijbewijscategorieen)) ?? null,
    vaardigheden: regelsVan(rij.wg_vaardigheden)?.map(mapVaardigheid) ?? null,
  };
  return Object.values(profiel).every((waarde) => waarde === null) ? null : profiel;
}

/** The text itself when it is an absolute http(s) URI; it is not rewritten, since it is compared as text. */
function uriVan(tekst: string | null): string | null {
  return tekst !== null && /^https?:\/\/[^\s/]+\/\S+$/.test(tekst) && URL.canParse(tekst) ? tekst : null;
}

/** The lines of a text column that hold something; null when there are none. */
function regelsVan(tekst: string | null): readonly string[] | null {
  const regels = (tekst ?? '')
    .split(/\r\n|\r|\n/)
    .map((regel) => regel.trim())
    .filter((regel) => regel !== '');
  return regels.length === 0 ? null : regels;
}

/** `nld B1` or `nld`. What is written otherwise stays visible as codes without a meaning. */
function mapTaaleis(regel: string): Taaleis {
  const [taal = regel, ...rest] = regel.split(/\s+/);
  return {
    taal: codewaarde(taal, talen),
    niveau: rest.length === 0 ? null : codewaarde(rest.join(' '), taalniveaus),
  };
}

/** `<URI> <name>` or `<URI>`; a line without a URI is a code as a whole. */
function mapVaardigheid(regel: string): Codewaarde {
  const [uri = regel, ...rest] = regel.split(/\s+/);
  if (uriVan(uri) === null) return codewaarde(regel);
  return { code: uri, omschrijving: rest.length === 0 ? null : rest.join(' ') };
}
