/** SuwiML: the services of Suwinet and the Inlichtingenbureau, asked and simulated. */
export * from './bron.ts';
export * from './codes.ts';
export * from './derden.ts';
/** Elements of the SuwiML Basisschema as zod shapes: `suwi.datum`. */
export * as suwi from './elementen.ts';
export * from './stub.ts';
/** The same elements as XML, for simulated sources: `suwiXml.bedrag`. */
export * as suwiXml from './stub-elementen.ts';
export * from './tijdstip.ts';
