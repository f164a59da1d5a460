/** What a simulated source took in: under which number, when (ISO 8601, UTC), and the words of the question. */
export type Poststuk = {
  readonly kenmerk: string;
  readonly volgnummer: number;
  readonly ontvangenOp: string;
  readonly inhoud: Readonly<Record<string, unknown>>;
};

/** What a simulated source keeps of what it is handed, in memory: each reference once. */
export type Postvak = {
  /** Keeps it when the reference is new; `isNieuw` says whether it was. */
  readonly neem: (
    kenmerk: string,
    inhoud: Readonly<Record<string, unknown>>,
  ) => { readonly stuk: Poststuk; readonly isNieuw: boolean };
  readonly vind: (kenmerk: string) => Poststuk | undefined;
  readonly alle: () => readonly Poststuk[];
};

export function createPostvak(now: () => Date): Postvak {
  const stukken = new Map<string, Poststuk>();
  return {
    neem: (kenmerk, inhoud) => {
      const eerder = stukken.get(kenmerk);
      if (eerder !== undefined) return { stuk: eerder, isNieuw: false };
      const stuk = { kenmerk, volgnummer: stukken.size + 1, ontvangenOp: now().toISOString(), inhoud };
      stukken.set(kenmerk, stuk);
      return { stuk, isNieuw: true };
    },
    vind: (kenmerk) => stukken.get(kenmerk),
    alle: () => [...stukken.values()],
  };
}
