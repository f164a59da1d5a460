/**
 * Validation of messages against the real XML schemas of the sources (libxml2). The schemas are not
 * ours to spread, so they live outside the repository: tests that need them skip where they are
 * absent, and fail in CI, where a skipped check would pass for a green one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ParseOption, XmlDocument, XmlElement, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const soap = { s: 'http://schemas.xmlsoap.org/soap/envelope/' };

let geregistreerd = false;

/** The folder with the specifications: `SPECS_DIR`, or `../shared/specs` beside the repository; undefined when absent. */
export function specsDir(): string | undefined {
  const gezet = process.env['SPECS_DIR'];
  const dir = resolve(root, gezet === undefined || gezet === '' ? '../shared/specs' : gezet);
  return existsSync(dir) ? dir : undefined;
}

/**
 * `specsDir()` for a test file, which writes `describe.skipIf(specs === undefined)`; says so when it skips.
 * @throws Error in CI (`CI=true`) when the folder is absent
 */
export function specsDirOfOverslaan(wat: string): string | undefined {
  const dir = specsDir();
  if (dir !== undefined) return dir;
  const melding = `${wat}: no specifications found (set SPECS_DIR), messages are not checked against the schemas`;
  if (process.env['CI'] === 'true') throw new Error(melding);
  console.error(`skipped – ${melding}`);
  return undefined;
}

/** Every method returns the problems found, in libxml2's words; an empty list means valid. */
export type XsdToets = {
  /** A whole document. */
  readonly document: (xml: string) => readonly string[];
  /** The one element in the Body of a SOAP 1.1 envelope. */
  readonly soapBody: (envelop: string) => readonly string[];
  /** One child of the Header of a SOAP 1.1 envelope, by local name. */
  readonly soapHeader: (envelop: string, naam: string) => readonly string[];
  /** The one element of this local name, wherever it stands. */
  readonly element: (xml: string, naam: string) => readonly string[];
};

/**
 * Compiles a schema with all that it includes and imports. Lives as long as the process.
 * @param schemaPath absolute path of the XSD
 * @throws XmlLibError when the schema itself does not compile
 */
export function createXsdValidator(schemaPath: string): XsdToets {
  if (!geregistreerd) geregistreerd = xmlRegisterFsInputProviders();
  // The URL is what relative includes are resolved against.
  const schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: pathToFileURL(schemaPath).href });
  const validator = XsdValidator.fromDoc(schema);

  const toets = (xml: string, kies: (doc: XmlDocument) => XmlElement | string | undefined) => {
    let doc: XmlDocument | undefined;
    try {
      doc = XmlDocument.fromString(xml, {
        option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
      });
      const deel = kies(doc);
      if (typeof deel === 'string') return [deel];
      if (deel === undefined) validator.validate(doc);
      else validator.validate(deel);
      return [];
    } catch (error) {
      if (error instanceof XmlLibError) return error.details.map((d) => d.message.trim());
      throw error;
    } finally {
      doc?.dispose();
    }
  };
  const enige = (doc: XmlDocument, xpath: string) => {
    const [element, ...meer] = doc.find(xpath, soap);
    if (element instanceof XmlElement && meer.length === 0) return element;
    return `${xpath}: expected one element, found ${element ? 1 + meer.length : 0}`;
  };

  return {
    document: (xml) => toets(xml, () => undefined),
    soapBody: (envelop) => toets(envelop, (doc) => enige(doc, '/s:Envelope/s:Body/*')),
    soapHeader: (envelop, naam) =>
      toets(envelop, (doc) => enige(doc, `/s:Envelope/s:Header/*[local-name()='${naam}']`)),
    element: (xml, naam) => toets(xml, (doc) => enige(doc, `//*[local-name()='${naam}']`)),
  };
}
