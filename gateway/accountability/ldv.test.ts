/**
 * The records against the attributes of Logboek Dataverwerkingen itself, where its files are. They are not
 * ours to spread (see test/xsd).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { specsDirOfOverslaan } from '../../test/xsd/validate-xsd.ts';
import { klant, verwerking } from './proeflogboek.ts';
import { maakVerwerkingsregel, verwerkingsregelvorm } from './verwerkingsregel.ts';

const specs = specsDirOfOverslaan('Logboek Dataverwerkingen');

describe.skipIf(specs === undefined)('a processing record', () => {
  it('has the attributes of the standard, each of its type', () => {
    const schema = z
      .object({
        type: z.literal('object'),
        properties: z.record(
          z.string(),
          z.object({ type: z.literal('string'), format: z.literal('uri').optional() }),
        ),
      })
      .parse(JSON.parse(readFileSync(join(specs ?? '', 'ldv/attributes.schema.json'), 'utf8')));
    const regel = maakVerwerkingsregel(
      verwerking(klant, { aanroeper: 'https://frontoffice.example/' }),
      () => 'v1.00000000.abc',
    );
    const { attributes } = verwerkingsregelvorm.parse(regel);
    const kern = Object.entries(attributes).filter(([naam]) => naam.startsWith('dpl.core.'));
    expect(kern.map(([naam]) => naam).sort()).toEqual(Object.keys(schema.properties).sort());
    for (const [naam, waarde] of kern) {
      expect(typeof waarde, naam).toBe('string');
      if (schema.properties[naam]?.format === 'uri') expect(URL.canParse(waarde), naam).toBe(true);
    }
  });
});
