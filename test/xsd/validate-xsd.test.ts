import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createXsdValidator } from './validate-xsd.ts';

const folder = mkdtempSync(join(tmpdir(), 'xsd-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

writeFileSync(
  join(folder, 'soort.xsd'),
  '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><simpleType name="Code"><restriction base="string"><length value="2"/></restriction></simpleType></schema>',
);
writeFileSync(
  join(folder, 'vraag.xsd'),
  '<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><include schemaLocation="soort.xsd"/><element name="Vraag" type="t:Code"/></schema>',
);
const toets = createXsdValidator(join(folder, 'vraag.xsd'));
const vraag = (code: string) => `<t:Vraag xmlns:t="urn:t">${code}</t:Vraag>`;
const envelop = (header: string, body: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;

describe('validation against a schema that includes another', () => {
  it('finds nothing wrong with what is valid', () => {
    expect(toets.document(vraag('01'))).toEqual([]);
    expect(toets.soapBody(envelop('', vraag('01')))).toEqual([]);
    expect(toets.soapHeader(envelop(vraag('01'), ''), 'Vraag')).toEqual([]);
    expect(toets.element(`<heel>${vraag('01')}</heel>`, 'Vraag')).toEqual([]);
  });

  it.each([
    ['a value of the wrong length', vraag('123')],
    ['another element', '<Iets/>'],
    ['half a document', '<t:Vraag'],
  ])('sees %s', (_naam, xml) => {
    expect(toets.document(xml)).not.toEqual([]);
    expect(toets.soapBody(envelop('', xml))).not.toEqual([]);
  });

  it('takes no Body for what it is not: one element', () => {
    expect(toets.soapBody(envelop('', ''))).toEqual(['/s:Envelope/s:Body/*: expected one element, found 0']);
    expect(toets.soapBody(envelop('', vraag('01') + vraag('02')))).toEqual([
      '/s:Envelope/s:Body/*: expected one element, found 2',
    ]);
  });

  it('refuses a schema that does not compile', () => {
    const kapot = join(folder, 'kapot.xsd');
    writeFileSync(
      kapot,
      '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="A" type="B"/></schema>',
    );
    expect(() => createXsdValidator(kapot)).toThrow();
  });
});
