import type * as kit from '../kit/index.ts';
import type { BekendheidInvoer } from './bekendheid.ts';
import type { DoelgroepInvoer } from './doelgroep.ts';
import type { UitkeringenInvoer } from './uitkeringen.ts';
import type { ZoektreffersInvoer } from './zoeken.ts';

/** A client as the gateway hands it over: the key, with the partners' slices that `@requires` names. */
export type ClientSleutel = kit.ClientSleutel & UitkeringenInvoer & DoelgroepInvoer & BekendheidInvoer;

/** A search as the gateway hands it over: the key, with what the register of persons found. */
export type ZoekopdrachtSleutel = kit.ZoekopdrachtSleutel & ZoektreffersInvoer;
