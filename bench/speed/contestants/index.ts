/** Who is measured. A contestant more is one entry here: a command that serves, and a body that asks. */
import type { Gateway } from './contestant.ts';
import { limits } from './limit.ts';
import { ours } from './ours.ts';
import { peers } from './peers.ts';

export type { Door, Gateway, Operation, Place } from './contestant.ts';

export const gateways: readonly Gateway[] = [ours, ...peers, ...limits];
export const contestants: readonly string[] = gateways.flatMap(({ doors }) =>
  doors.map(({ contestant }) => contestant),
);
