/** The purposes a request can have (*doelbinding*). `verantwoording` and `beheer` are about no client. */
export const doelen = [
  'intake',
  'diagnose',
  'inkomen',
  'reintegratie',
  'bemiddeling',
  'nazorg',
  'handhaving',
  'inzage',
  'verantwoording',
  'beheer',
] as const;
export type Doel = (typeof doelen)[number];
