import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import { leesXml, xmlLijst, xmlOptioneel, xmlTekst } from './xml.ts';

/** The source's own namespaces in what follows. */
const eigen = (namespace: string) => namespace.startsWith('urn:eigen');

const reden = (doe: () => unknown) => {
  try {
    return doe();
  } catch (error) {
    return error instanceof BronFout ? error.reden : error;
  }
};

describe('XML is read as text', () => {
  it.each([
    ['a leading zero stays', '<a>012345672</a>', { a: '012345672' }],
    ['nothing becomes a number or a boolean', '<a><b>1e3</b><c>true</c></a>', { a: { b: '1e3', c: 'true' } }],
    [
      'prefixes go',
      '<x:a xmlns:x="urn:eigen"><y:b xmlns:y="urn:eigen:2">1</y:b><b>2</b></x:a>',
      { a: { b: ['1', '2'] } },
    ],
    [
      'the namespace that needs no prefix counts',
      '<a xmlns="urn:eigen"><b xmlns="">1</b></a>',
      { a: { b: '1' } },
    ],
    [
      'what is in another namespace is not read, nor what is inside it',
      '<a xmlns:v="urn:vreemd"><b>1</b><v:b>2</v:b><v:c><b>3</b></v:c><b>4</b></a>',
      { a: { b: ['1', '4'] } },
    ],
    ['a foreign root is nothing', '<v:a xmlns:v="urn:vreemd"><b>1</b></v:a>', ''],
    ['an element with foreign ones only is empty', '<a><b xmlns="urn:vreemd">1</b></a>', { a: '' }],
    [
      'a prefix can be given another meaning further in',
      '<x:a xmlns:x="urn:eigen"><x:b xmlns:x="urn:vreemd">1</x:b><x:b>2</x:b></x:a>',
      { a: { b: '2' } },
    ],
    ['attributes go', '<a xsi:nil="true" xmlns:xsi="urn:x" b="1"/>', { a: '' }],
    ['CDATA is text as it stands', '<a>x<![CDATA[<b> &amp; ]]>y</a>', { a: 'x<b> &amp; y' }],
    ['text between elements goes', '<a>x<b>1</b>y</a>', { a: { b: '1' } }],
    [
      "XML's own entities are read",
      '<a>&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;</a>',
      { a: `<b> & "c" 'd'` },
    ],
    ['characters by number are read', '<a>K&#228;ster &#x2019;s</a>', { a: 'Käster ’s' }],
    ['once only', '<a>&amp;lt;b&amp;#65;</a>', { a: '&lt;b&#65;' }],
    ['other entities stay as they are', '<a>&nbsp;&foo;</a>', { a: '&nbsp;&foo;' }],
    [
      'names every object has are no entities',
      '<a>&constructor;&toString;</a>',
      { a: '&constructor;&toString;' },
    ],
    ['a character that does not exist stays', '<a>&#0;&#x110000;</a>', { a: '&#0;&#x110000;' }],
    ['repeated elements are a list', '<a><b>1</b><b>2</b></a>', { a: { b: ['1', '2'] } }],
    ['a single one is not', '<a><b>1</b></a>', { a: { b: '1' } }],
  ])('%s', (_naam, tekst, verwacht) => {
    expect(leesXml(tekst, eigen)).toEqual(verwacht);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE in small letters', '<!doctype a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ['half a document', '<a><b>1</b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an element that would reach a prototype', '<a><__proto__><b>1</b></__proto__></a>'],
    ['the same behind a prefix', '<x:a xmlns:x="urn:eigen"><x:__proto__><b>1</b></x:__proto__></x:a>'],
    ['a name every object has, behind a prefix', '<x:toString xmlns:x="urn:eigen"/>'],
    ['a prefix that stands for nothing', '<x:a/>'],
    ['a name of three parts', '<x:a:b xmlns:x="urn:eigen"/>'],
    ['no XML', '{"a":1}'],
    ['nothing', ''],
    ['elements nested without end', '<a>'.repeat(200_000)],
    ['elements nested very deep', '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
  ])('%s is ONLEESBAAR', (_naam, tekst) => {
    expect(reden(() => leesXml(tekst, eigen))).toBe('ONLEESBAAR');
  });
});

it('text written into XML comes back as it was, less what XML forbids', () => {
  const tekst = `<script> & "'</a>]]>`;
  expect(leesXml(`<a>${xmlTekst(tekst)}</a>`, eigen)).toEqual({ a: tekst });
  expect(xmlTekst('a\u0000b\u000Bc\u001Fd\te')).toBe('abcd\te');
});

describe('an element that may be absent, empty, single or repeated', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['1', ['1']],
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ])('as a list: %j is %j', (waarde, verwacht) => {
    expect(xmlLijst(z.string()).parse(waarde)).toEqual(verwacht);
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['1', '1'],
  ])('as an option: %j is %j', (waarde, verwacht) => {
    expect(xmlOptioneel(z.string()).parse(waarde)).toBe(verwacht);
  });

  it('an element of the wrong shape is still refused', () => {
    expect(xmlLijst(z.string()).safeParse({ b: '1' }).success).toBe(false);
    expect(xmlOptioneel(z.string()).safeParse({ b: '1' }).success).toBe(false);
  });
});
