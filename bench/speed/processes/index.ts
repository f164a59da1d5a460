/** Processes on a core of their own, and what they cost. */
export { type Cost, costOf, processTree } from './process-cost.ts';
export {
  answerMessages,
  ask,
  type Command,
  freePort,
  pinned,
  type Running,
  script,
  start,
} from './spawn.ts';
