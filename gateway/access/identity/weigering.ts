import { type Foutcode, GraafFout } from '../../../subgraphs/kit/index.ts';

/** Why somebody is not let in: the code and the sentence for the caller. Neither repeats anything that was sent. */
const redenen = {
  GEEN_TOKEN: ['NIET_AANGEMELD', 'Sign in: send an access token in the header Authorization: Bearer.'],
  MEER_TOKENS: ['NIET_AANGEMELD', 'Send one Authorization header, not several.'],
  GEEN_BEARER: ['NIET_AANGEMELD', 'The header Authorization must be Bearer and an access token.'],
  TE_GROOT: ['NIET_AANGEMELD', 'The access token is too large.'],
  ONLEESBAAR: ['NIET_AANGEMELD', 'The access token is not a signed JWT.'],
  KOPVELD: ['NIET_AANGEMELD', 'The access token has a header field that is not accepted here.'],
  ALGORITME: ['NIET_AANGEMELD', 'The access token is signed in a way that is not accepted here.'],
  UITGEVER: ['NIET_AANGEMELD', 'The access token is of an issuer that is not trusted here.'],
  SLEUTEL: ['NIET_AANGEMELD', 'The access token is signed with a key that its issuer does not publish.'],
  HANDTEKENING: ['NIET_AANGEMELD', 'The signature of the access token is not right.'],
  VERLOPEN: ['NIET_AANGEMELD', 'The access token has expired.'],
  NOG_NIET_GELDIG: ['NIET_AANGEMELD', 'The access token is not valid yet.'],
  PUBLIEK: ['NIET_AANGEMELD', 'The access token is meant for somebody else.'],
  TOEPASSING: ['NIET_AANGEMELD', 'The access token was given to an application that is not known here.'],
  SOORT: ['NIET_AANGEMELD', 'The token is of another type than an access token.'],
  CLAIMS: ['NIET_AANGEMELD', 'The access token lacks a claim, or has one of another form than agreed.'],
  BURGER: ['NIET_AANGEMELD', 'The access token does not tell which citizen has signed in.'],
  SLEUTELS_WEG: ['AANMELDING_NIET_BESCHIKBAAR', 'Access tokens cannot be verified now. Try again later.'],
  DOEL_ONTBREEKT: ['DOEL_ONTBREEKT', 'State the purpose of the request in the header X-Doelbinding.'],
  MEER_DOELEN: ['DOEL_ONGELDIG', 'State one purpose in the header X-Doelbinding, not several.'],
  DOEL_ONBEKEND: ['DOEL_ONGELDIG', 'The header X-Doelbinding states a purpose that does not exist.'],
  GEEN_ROL: ['NIET_GERECHTIGD', 'The access token gives no role.'],
  ROL_ONBEKEND: ['NIET_GERECHTIGD', 'The access token gives a role that does not exist.'],
  ROL_VAN_BURGER: ['NIET_GERECHTIGD', 'Role client is for citizens, who sign in elsewhere.'],
  ROL_VAN_MEDEWERKER: ['NIET_GERECHTIGD', 'A citizen has role client and no other.'],
  DOEL_VAN_MEDEWERKER: ['NIET_GERECHTIGD', 'A citizen may look for purpose inzage only.'],
  DOEL_VAN_ANDEREN: [
    'NIET_GERECHTIGD',
    'None of the roles of the access token has the purpose of the request.',
  ],
  ORGANISATIE: ['NIET_GERECHTIGD', 'The issuer of the access token cannot speak for this organisation.'],
} as const satisfies Readonly<Record<string, readonly [Foutcode, string]>>;

export type Reden = keyof typeof redenen;
type Code = (typeof redenen)[Reden][0];

const statussen = {
  NIET_AANGEMELD: 401,
  AANMELDING_NIET_BESCHIKBAAR: 503,
  DOEL_ONTBREEKT: 400,
  DOEL_ONGELDIG: 400,
  NIET_GERECHTIGD: 403,
} as const satisfies Readonly<Record<Code, number>>;

/**
 * Somebody is not let in. It has no `cause`: what went wrong in a token can quote the token. `status` and `headers`
 * are those of the HTTP answer (RFC 6750 §3: without a token a challenge, with one also what is wrong with it).
 */
export class Weigering extends GraafFout {
  readonly reden: Reden;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(reden: Reden) {
    const [code, message] = redenen[reden];
    super(code, message);
    this.reden = reden;
    this.status = statussen[code];
    this.headers = headersOf(code, reden);
  }
}

function headersOf(code: Code, reden: Reden): Readonly<Record<string, string>> {
  switch (code) {
    case 'NIET_AANGEMELD':
      return { 'www-authenticate': reden === 'GEEN_TOKEN' ? 'Bearer' : 'Bearer error="invalid_token"' };
    case 'NIET_GERECHTIGD':
      return { 'www-authenticate': 'Bearer error="insufficient_scope"' };
    case 'AANMELDING_NIET_BESCHIKBAAR':
      return { 'retry-after': '5' };
    case 'DOEL_ONTBREEKT':
    case 'DOEL_ONGELDIG':
      return {};
  }
}
