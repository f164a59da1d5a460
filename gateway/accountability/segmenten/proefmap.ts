import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../subgraphs/kit/index.ts';
import { openSegmenten, type Segmenten } from './open-segmenten.ts';
import type { SegmentSettings } from './settings.ts';

/** A directory of a test, gone after it. */
export async function metMap<T>(doe: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'logboek-'));
  try {
    return await doe(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Opens a log with the settings of a test. */
export function openProef(dir: string, settings: Partial<SegmentSettings> = {}): Promise<Segmenten> {
  return openSegmenten({
    dir,
    inhoud: 'proef',
    maxBytes: 1_000_000,
    fsync: 'per-batch',
    retention: { profiel: 'proef', dagen: 30 },
    logger: createLogger('proef', { level: 'silent' }),
    ...settings,
  });
}
