import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file of this machine that others may be making at the same moment: whole or not at all, for nobody else to
 * read, and never over that of a process that was first.
 */
export function makeOnce(file: string, content: string): void {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(own);
  }
}
