/**
 * Property tests draw the same cases on every machine, so that a red run can be run again. `FC_SEED=<n>`
 * draws others: worth doing now and then, and what it finds becomes a case of its own.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? '20261122') });
