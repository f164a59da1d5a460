import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeOnce } from './development-file.ts';
import { ontwikkelMap } from './development-issuer.ts';

/**
 * Settings of the log of one development machine: what is processed there is recorded too, under a key that is made at
 * first use and stays in a folder that git does not see.
 *
 * @param dir of the log: one for each gateway that runs at the same time
 */
export function ontwikkelLogboek(
  dir: string,
  map: string = ontwikkelMap,
): { readonly LOGBOEK_DIR: string; readonly LOGBOEK_SLEUTEL_FILE: string } {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const sleutel = join(map, 'logboek.key');
  if (!existsSync(sleutel)) makeOnce(sleutel, randomBytes(64).toString('hex'));
  return { LOGBOEK_DIR: dir, LOGBOEK_SLEUTEL_FILE: sleutel };
}
