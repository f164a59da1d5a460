/** Who may ask what: the form in which persons' data may enter, and who may see which field for which purpose. */
export { geenPersoonsgegevensInDocument } from './persoonsgegevens-in-document.ts';
export { apiSchemaFor } from './policy/api-schema-for.ts';
export { type Blik, blikken, type FieldPolicy, readFieldPolicy, wieZiet } from './policy/field-policy.ts';
export {
  type AnyOf,
  accessFeatureUrls,
  ownNames,
  type Requirement,
  readAccessNames,
  readRequirement,
} from './policy/requirement.ts';
export { type Doel, doelen, doelenVanRol, isDoel, isRol, type Rol, rollen } from './policy/rollen.ts';
export { type Kijker, type PolicyView, viewOf } from './policy/view.ts';
export { withoutFieldPolicy } from './policy/without-field-policy.ts';
export { withoutForbidden } from './policy/without-forbidden.ts';
