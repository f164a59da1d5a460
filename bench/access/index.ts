/** What access and accounting cost. */
export { type AccessReport, measureAccess } from './measure.ts';
export { printAccess } from './report.ts';
