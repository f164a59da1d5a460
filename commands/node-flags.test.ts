import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { gatewayFlags } from './node-flags.ts';

it('npm run gateway runs Node as production does', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
  expect(scripts['gateway']).toBe(`tsx ${gatewayFlags.join(' ')} commands/gateway.ts`);
});
