/** Who asks, and what they may ask: who somebody is, which fields that one may see for which purpose, about whom. */

export { dossiervraag, leesOntsnapping } from './dossier/index.ts';
export {
  createGegevensstromen,
  type Gegevensstromen,
  type Gegevensstroom,
  leesGegevensstromen,
  type Veldovergang,
} from './gegevensstromen.ts';
export { createIdentifier, type Identifier } from './identity/identifier.ts';
export type { Identity } from './identity/identity.ts';
export { ontwikkelIssuer } from './identity/issuers-file.ts';
export type { RequestHeaders } from './identity/request-headers.ts';
export { type IdentitySettings, type Issuer, leesIdentitySettings } from './identity/settings.ts';
export { type Reden, Weigering } from './identity/weigering.ts';
export { geenPersoonsgegevensInDocument } from './persoonsgegevens-in-document.ts';
export { apiSchemaFor } from './policy/api-schema-for.ts';
export { type Blik, blikken, type FieldPolicy, readFieldPolicy, wieZiet } from './policy/field-policy.ts';
export {
  type AnyOf,
  accessFeatureUrls,
  linkedFeature,
  ownNames,
  type Requirement,
  readAccessNames,
  readRequirement,
} from './policy/requirement.ts';
export { type Doel, doelen, doelenVanRol, isDoel, isRol, type Rol, rollen } from './policy/rollen.ts';
export { type Kijker, type PolicyView, viewOf } from './policy/view.ts';
export { withoutForbidden } from './policy/without-forbidden.ts';
export { createToegang, type Toegang } from './toegang.ts';
