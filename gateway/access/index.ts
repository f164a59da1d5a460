/** Who may ask what: who somebody is, and the form in which persons' data may enter the gateway. */
export { createIdentifier, type Identifier } from './identity/identifier.ts';
export type { Identity } from './identity/identity.ts';
export { ontwikkelIssuer } from './identity/issuers-file.ts';
export type { RequestHeaders } from './identity/request-headers.ts';
export { type Doel, doelen, isDoel, isRol, type Rol, rollen } from './identity/rollen.ts';
export { type IdentitySettings, type Issuer, leesIdentitySettings } from './identity/settings.ts';
export { type Reden, Weigering } from './identity/weigering.ts';
export { geenPersoonsgegevensInDocument } from './persoonsgegevens-in-document.ts';
