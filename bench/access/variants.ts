/** A gateway, with access and accounting or without a part of it. */
export const variants = ['open', 'closed', 'unsigned', 'unrecorded'] as const;
export type Variant = (typeof variants)[number];

/** What is asked: a document of the front office, what a file is guarded by, and next to nothing. */
export type DocumentName = 'profile' | 'question' | 'nothing';

/** One thing that is measured. */
export type Measurement = {
  readonly variant: Variant;
  readonly document: DocumentName;
  readonly title: string;
};

export const measurements: readonly Measurement[] = [
  { variant: 'open', document: 'profile', title: 'open: nobody signs in, nothing is recorded' },
  { variant: 'closed', document: 'profile', title: 'closed: with access and accounting' },
  { variant: 'unsigned', document: 'profile', title: 'closed, without tokens for subgraphs' },
  { variant: 'unrecorded', document: 'profile', title: 'closed, without records' },
  { variant: 'open', document: 'question', title: 'open: only what a file is guarded by' },
  { variant: 'open', document: 'nothing', title: 'open: only { __typename }' },
];
