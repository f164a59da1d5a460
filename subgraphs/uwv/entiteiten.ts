import type { Bronuitkomst, WerkgeverSleutel as Sleutel, VacatureMetGegevens } from '../kit/index.ts';

/** A vacancy as the gateway hands it over: the key, with what the employer service point says of it. */
export type VacatureSleutel = VacatureMetGegevens;

/** An employer as the gateway hands it over: the key, with what `@requires` names of the Handelsregister. */
export type WerkgeverSleutel = Sleutel & {
  readonly handelsregister?: {
    readonly bron: { readonly uitkomst: Bronuitkomst };
    readonly rsin?: string | null;
  } | null;
};
