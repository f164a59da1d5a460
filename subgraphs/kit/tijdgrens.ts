/** Where the time of one piece of work ends: with the signal it was made from, or after a time of its own. */
export type Tijdgrens = {
  /** Aborted when the time is up; for who can stop. */
  readonly signal: AbortSignal;
  /** Ends it `ms` milliseconds from now, when nothing did before. */
  readonly stel: (ms: number) => void;
  /** What `werk` gives, or an error of `teLaat` as soon as the time is up, whether `werk` can stop or not. */
  readonly opTijd: <T>(werk: Promise<T>, teLaat: () => Error) => Promise<T>;
  /** Lets go of timer and signal. */
  readonly laatLos: () => void;
};

export function createTijdgrens(ander: AbortSignal): Tijdgrens {
  const afbreker = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const eindig = () => {
    afbreker.abort(ander.reason);
  };
  if (ander.aborted) eindig();
  else ander.addEventListener('abort', eindig, { once: true });
  return {
    signal: afbreker.signal,
    stel: (ms) => {
      timer = setTimeout(eindig, ms);
    },
    opTijd: (werk, teLaat) =>
      new Promise((resolve, reject) => {
        const weiger = () => {
          reject(teLaat());
        };
        if (afbreker.signal.aborted) weiger();
        else afbreker.signal.addEventListener('abort', weiger, { once: true });
        werk.then(resolve, reject);
      }),
    laatLos: () => {
      clearTimeout(timer);
      ander.removeEventListener('abort', eindig);
    },
  };
}
