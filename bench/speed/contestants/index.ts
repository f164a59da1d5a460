/** Who is measured. A contestant more is one entry here: a command that serves, and a body that asks. */
import type { Gateway } from './contestant.ts';
import { limits } from './limit.ts';
import { ours } from './ours.ts';
import { peers } from './peers.ts';

export type { Door, Gateway, Operation, Place } from './contestant.ts';

export const gateways: readonly Gateway[] = [ours, ...peers, ...limits];
/** Whether any of these comes from `bench/peers`. */
export const hasPeer = (only: readonly string[]): boolean =>
  gateways.some(({ peer, doors }) => peer && doors.some(({ contestant }) => only.includes(contestant)));

export const contestants: readonly string[] = gateways.flatMap(({ doors }) =>
  doors.map(({ contestant }) => contestant),
);
