import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { ConfiguratieFout } from './configuratie-fout.ts';

/**
 * Reads a file with a secret: a regular file that nobody but its owner may read or write (0600 or 0400).
 * The content is never in an error. @throws ConfiguratieFout
 */
export function leesGeheim(pad: string, variabele: string): string {
  let bestand: number | undefined;
  try {
    bestand = openSync(pad, 'r');
    const stat = fstatSync(bestand);
    if (!stat.isFile()) throw new ConfiguratieFout([`${variabele}: must be a file`]);
    if ((stat.mode & 0o077) !== 0) {
      throw new ConfiguratieFout([`${variabele}: only the owner may read or write the file (chmod 600)`]);
    }
    return readFileSync(bestand, 'utf8').trim();
  } catch (error) {
    if (error instanceof ConfiguratieFout) throw error;
    throw new ConfiguratieFout([`${variabele}: the file cannot be read`]);
  } finally {
    if (bestand !== undefined) closeSync(bestand);
  }
}
