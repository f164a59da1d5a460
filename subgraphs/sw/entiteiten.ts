import type { VacatureMetGegevens } from '../kit/index.ts';

/** A vacancy as the gateway hands it over: the key, with what the employer service point says of it. */
export type VacatureSleutel = VacatureMetGegevens;
