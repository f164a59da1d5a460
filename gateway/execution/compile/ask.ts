import type { SubgraphAntwoord, SubgraphOperatie, SubgraphSource } from '../../sources/index.ts';
import { stringText, valueText } from './json-text.ts';
import type { Run } from './step.ts';

export type AskInput = {
  readonly source: SubgraphSource;
  readonly operation: SubgraphOperatie;
  readonly subgraph: string;
  /** Whether the plan has this operation more than once. */
  readonly isRepeated: boolean;
  readonly mayShare: boolean;
};

/**
 * Asks a subgraph; a read that this request has under way already is waited for instead. Never shared with
 * another request: what one identity may see is not what another may.
 */
export function compileAsk(input: AskInput): (run: Run, variables: string) => Promise<SubgraphAntwoord> {
  const { source, operation, subgraph, mayShare } = input;
  if (!input.isRepeated) {
    return (run, variables) => source.vraag(operation, variables, run.context);
  }
  const prefix = `${subgraph}\n${operation.query}\n`;
  return (run, variables) => {
    const key = prefix + variables;
    const underWay = run.underWay.get(key);
    if (underWay !== undefined) return mayShare ? underWay : underWay.then(ownCopy);
    const asked = source.vraag(operation, variables, run.context);
    run.underWay.set(key, asked);
    // Copies are made of what came, before it is merged: whoever asked first is served last.
    return mayShare ? asked : asked.then(ownCopy);
  };
}

function ownCopy(answer: SubgraphAntwoord): SubgraphAntwoord {
  return answer.soort === 'ANTWOORD' ? { ...answer, data: structuredClone(answer.data) } : answer;
}

/** The variables of a request that a fetch takes: the inside of a JSON object. */
export function compileVariables(names: readonly string[]): (run: Run) => string {
  const keys = names.map((name) => [name, `${stringText(name)}:`] as const);
  return ({ sent }) => {
    let text = '';
    for (const [name, key] of keys) {
      if (!Object.hasOwn(sent, name) || sent[name] === undefined) continue;
      text += `${text === '' ? '' : ','}${key}${valueText(sent[name])}`;
    }
    return text;
  };
}
