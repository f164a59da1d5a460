import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { isBsn, isMedewerkernummer, type Pseudonimiseerder } from '../../../subgraphs/kit/index.ts';
import { isRol, type Rol } from '../policy/rollen.ts';
import { type Identity, rechten as kenbareRechten } from './identity.ts';
import type { Issuer } from './settings.ts';
import { Weigering } from './weigering.ts';

/** What the claims say of a person, apart from who it is. */
export type Person = Omit<Identity, 'issuer' | 'actor' | 'doel'>;

const maxRollen = 16;
/** More than there are municipalities. */
const maxMandaten = 400;

const common = z.object({ sub: z.string().min(1).max(255) });
const rollenClaim = z.array(z.string().max(64)).max(maxRollen);

const medewerkerClaims = common.extend({
  rollen: rollenClaim.default([]),
  organisatie: z.string(),
  mandaten: z
    .array(z.string().regex(/^\d{4}$/))
    .max(maxMandaten)
    .default([]),
  medewerkernummer: z.string().refine(isMedewerkernummer).optional(),
  rechten: z.array(z.enum(kenbareRechten)).max(maxRollen).optional(),
});

const burgerClaims = common.extend({ rollen: rollenClaim.default(['client']), bsn: z.unknown().optional() });

/** The claim `sub`. @throws Weigering */
export const readSubject = (claims: JWTPayload): string => read(common, claims).sub;

/** Reads the claims of a verified token. @throws Weigering */
export function readPerson(issuer: Issuer, claims: JWTPayload, pseudoniem: Pseudonimiseerder): Person {
  switch (issuer.kind) {
    case 'medewerker':
      return readMedewerker(issuer, claims);
    case 'burger':
      return readBurger(issuer, claims, pseudoniem);
  }
}

function readMedewerker(issuer: Issuer, claims: JWTPayload): Person {
  const { rollen, organisatie, mandaten, medewerkernummer, rechten } = read(medewerkerClaims, claims);
  const known = readRollen(rollen);
  if (known.includes('client')) throw new Weigering('ROL_VAN_BURGER');
  // Otherwise one partner's administrator could make people of another's.
  if (!issuer.organisaties.includes(organisatie)) throw new Weigering('ORGANISATIE');
  return {
    rollen: known,
    organisatie,
    mandaten: [...new Set(mandaten)],
    ...(medewerkernummer === undefined ? {} : { medewerkernummer }),
    ...(rechten === undefined ? {} : { rechten: Object.freeze([...new Set(rechten)]) }),
  };
}

/** The BSN ends here: what is returned holds the clientnummer only. */
function readBurger(issuer: Issuer, claims: JWTPayload, pseudoniem: Pseudonimiseerder): Person {
  const { rollen, bsn } = read(burgerClaims, claims);
  if (readRollen(rollen).some((rol) => rol !== 'client')) throw new Weigering('ROL_VAN_MEDEWERKER');
  if (typeof bsn !== 'string' || !isBsn(bsn)) throw new Weigering('BURGER');
  const [organisatie = ''] = issuer.organisaties;
  return { rollen: ['client'], organisatie, mandaten: [], clientnummer: pseudoniem.clientnummerVan(bsn) };
}

/** A role that we do not know is refused, not passed over: it may be one that should keep somebody out. */
function readRollen(namen: readonly string[]): readonly Rol[] {
  const known = [...new Set(namen)].filter(isRol);
  if (namen.length === 0) throw new Weigering('GEEN_ROL');
  if (!namen.every(isRol)) throw new Weigering('ROL_ONBEKEND');
  return known;
}

function read<T>(schema: z.ZodType<T>, claims: JWTPayload): T {
  const result = schema.safeParse(claims);
  if (result.success) return result.data;
  throw new Weigering('CLAIMS');
}
