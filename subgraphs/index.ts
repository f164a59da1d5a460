import type { SubgraphDefinitie } from './kit/index.ts';

type Registratie = {
  readonly naam: string;
  /** Runs inside the gateway's process: it has no source, so nothing of it can fail alone. */
  readonly inProcess?: true;
  readonly laad: () => Promise<SubgraphDefinitie>;
};

/** The registry: one line per partner. Order is the order of the development ports. */
export const registry: readonly Registratie[] = [
  { naam: 'gemeente', laad: async () => (await import('./gemeente/index.ts')).gemeente },
  { naam: 'uwv', laad: async () => (await import('./uwv/index.ts')).uwv },
  { naam: 'sw', laad: async () => (await import('./sw/index.ts')).sw },
  { naam: 'wsp', laad: async () => (await import('./wsp/index.ts')).wsp },
  { naam: 'werkplein', inProcess: true, laad: async () => (await import('./werkplein/index.ts')).werkplein },
];

export { type Poortplan, poortplan } from './ports.ts';
