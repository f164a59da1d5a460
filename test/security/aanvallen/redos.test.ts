/** No expression that sees foreign text takes longer than in proportion to it: each is proven, and each door is tried. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { leesGatewayConfig } from '../../../gateway/index.ts';
import { formatFout, scalars, verbergBsn } from '../../../subgraphs/kit/index.ts';

// Without a process of its own.
process.env['RECHECK_BACKEND'] = 'pure';

const wortel = new URL('../../../', import.meta.url);

type Expressie = { readonly waar: string; readonly bron: string; readonly vlaggen: string };

/** Every expression written in the product; what only tests and simulated sources have sees no foreign text. */
function expressies(): readonly Expressie[] {
  return ['gateway', 'subgraphs', 'commands'].flatMap((map) =>
    readdirSync(new URL(map, wortel), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(wortel).length))
      .filter((file) => !/\.test\.ts$|\/stub|^subgraphs\/population\/|\/generated\//.test(file))
      .flatMap(inBestand),
  );
}

function inBestand(file: string): readonly Expressie[] {
  const tekst = readFileSync(new URL(file, wortel), 'utf8');
  const gevonden: Expressie[] = [];
  const bron = ts.createSourceFile(file, tekst, ts.ScriptTarget.Latest, true);
  const loop = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const einde = node.text.lastIndexOf('/');
      const { line } = bron.getLineAndCharacterOfPosition(node.getStart());
      gevonden.push({
        waar: `${file}:${line + 1}`,
        bron: node.text.slice(1, einde),
        vlaggen: node.text.slice(einde + 1),
      });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      gevonden.push({ waar: `${file}: ${node.getText()}`, bron: '(a*)*b', vlaggen: '' });
    }
    ts.forEachChild(node, loop);
  };
  loop(bron);
  return gevonden;
}

const alle = expressies();
const verschillende = [...new Map(alle.map((een) => [`${een.bron} ${een.vlaggen}`, een])).values()];

describe('every expression of the product', () => {
  it('is found', () => {
    expect(verschillende.length).toBeGreaterThan(100);
  });

  it.each(verschillende.map((een) => [een.waar, een] as const))(
    '%s takes time in proportion',
    (_waar, een) => {
      expect(checkSync(een.bron, een.vlaggen, { timeout: null }).status).toBe('safe');
    },
  );
});

describe('what reads foreign text comes to an end', () => {
  const lang = 100_000;
  const teksten: readonly (readonly [string, string])[] = [
    ['quotes', '"'.repeat(lang)],
    ['escaped quotes', '"\\'.repeat(lang / 2)],
    ['spaces', ' '.repeat(lang)],
    ['digits', '9'.repeat(lang)],
    ['digits with points', '9.'.repeat(lang / 2)],
    ['groups of digits', '99990000 '.repeat(lang / 9)],
    ['dashes', '-'.repeat(lang)],
    ['letters and an end', `${'a'.repeat(lang)}!`],
    ['colons', ':'.repeat(lang)],
    ['brackets', '['.repeat(lang)],
    [
      'half a message',
      `Variable "$${'a'.repeat(lang)}" got invalid value ${'; Expected type "'.repeat(1_000)}`,
    ],
    ['half a syntax error', `Syntax Error: ${'Name '.repeat(lang / 5)}`],
    ['half an address', `https://${'a.'.repeat(lang / 2)}`],
    ['half a day', `2026-${'0'.repeat(lang)}`],
    ['pairs of surrogates', '\ud83d\ude00'.repeat(lang / 2)],
    ['lines', '\n'.repeat(lang)],
  ];
  const lezers: readonly (readonly [string, (tekst: string) => unknown])[] = [
    [
      'formatFout',
      (message) =>
        formatFout({ message, extensions: { code: 'BAD_USER_INPUT' } }, new Error(message), () => undefined),
    ],
    ['verbergBsn', verbergBsn],
    ...Object.values(scalars).map(
      (scalar) => [scalar.name, (tekst: string) => scalar.parseValue(tekst)] as const,
    ),
    ...[
      'HOST',
      'SUPERGRAPH',
      'SUBGRAPH_URL_UWV',
      'CORS_ORIGINS',
      'PORT',
      'MAX_COST',
      'CLIENT_ADDRESS_HEADER',
      'GRAPHIQL',
    ].map((naam) => [naam, (tekst: string) => leesGatewayConfig({ ACCESS: 'open', [naam]: tekst })] as const),
  ];

  it.each(lezers)('%s', (_naam, lees) => {
    for (const [, tekst] of teksten) {
      try {
        lees(tekst);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message.length).toBeLessThan(1_000);
      }
    }
  });
});
