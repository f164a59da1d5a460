import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is removed with `weg`. */
export type Proefmap = {
  readonly pad: (naam: string) => string;
  readonly schrijf: (naam: string, inhoud: string | Uint8Array) => string;
  /** Replaces a file as a whole: written under another name, then renamed. */
  readonly vervang: (naam: string, inhoud: string | Uint8Array) => void;
  readonly verwijder: (naam: string) => void;
  readonly weg: () => void;
};

export function createProefmap(): Proefmap {
  const map = mkdtempSync(join(tmpdir(), 'supergraph-'));
  const pad = (naam: string) => join(map, naam);
  const schrijf = (naam: string, inhoud: string | Uint8Array) => {
    writeFileSync(pad(naam), inhoud);
    return pad(naam);
  };
  return {
    pad,
    schrijf,
    vervang: (naam, inhoud) => {
      renameSync(schrijf(`${naam}.nieuw`, inhoud), pad(naam));
    },
    verwijder: (naam) => {
      rmSync(pad(naam), { force: true });
    },
    weg: () => {
      rmSync(map, { recursive: true });
    },
  };
}
