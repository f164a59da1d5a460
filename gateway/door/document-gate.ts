import { type DocumentNode, parse } from 'graphql';
import { checkSize, type OperationLimits } from '../execution/index.ts';

/** Keeps documents that are too large from validation, which is quadratic in what they repeat. */
export type DocumentGate = {
  /** @throws GraafFout ONGELDIGE_VRAAG */
  readonly check: (text: string) => void;
  /** Remembers one that was run: it is not looked at again. */
  readonly passed: (text: string) => void;
};

const maxRemembered = 1_000;
/** Longer documents are read each time. */
const maxRememberedLength = 16 * 1024;

export function createDocumentGate(limits: OperationLimits, maxTokens: number): DocumentGate {
  const remembered = new Set<string>();
  return {
    check: (text) => {
      if (remembered.has(text)) return;
      const document = read(text, maxTokens);
      if (document !== undefined) checkSize(document, limits);
    },
    passed: (text) => {
      if (remembered.has(text) || text.length > maxRememberedLength) return;
      remembered.add(text);
      const [oldest] = remembered;
      if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
    },
  };
}

/** @returns undefined for what is no document: whoever reads it next says why */
function read(text: string, maxTokens: number): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true, maxTokens });
  } catch {
    return undefined;
  }
}
