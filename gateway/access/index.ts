/** Who may ask what. In this version: the form in which persons' data may enter the gateway. */
export { geenPersoonsgegevensInDocument } from './persoonsgegevens-in-document.ts';
