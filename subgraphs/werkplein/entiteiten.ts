import type * as kit from '../kit/index.ts';
import type { BekendheidInvoer } from './bekendheid.ts';
import type { ContactpersonenInvoer } from './contactpersonen.ts';
import type { DoelgroepInvoer } from './doelgroep.ts';
import type { DubbelInvoer } from './dubbel.ts';
import type { KandidatenInvoer } from './kandidaten/aanbod.ts';
import type { SignalenInvoer } from './signalen/index.ts';
import type { TijdlijnInvoer } from './tijdlijn/index.ts';
import type { UitkeringenInvoer } from './uitkeringen.ts';
import type { VerantwoordingInvoer } from './verantwoording/index.ts';
import type { VoorinvullingInvoer } from './voorinvulling/index.ts';
import type { WerkvoorraadInvoer } from './werkvoorraad/index.ts';
import type { ZoektreffersInvoer } from './zoeken.ts';

/** A client as the gateway hands it over: the key, with the partners' slices that `@requires` names. */
export type ClientSleutel = kit.ClientSleutel &
  UitkeringenInvoer &
  DoelgroepInvoer &
  BekendheidInvoer &
  SignalenInvoer &
  ContactpersonenInvoer &
  TijdlijnInvoer &
  VoorinvullingInvoer;

/** A search as the gateway hands it over: the key, with what the register of persons found. */
export type ZoekopdrachtSleutel = kit.ZoekopdrachtSleutel & ZoektreffersInvoer;

/** A caseload as the gateway hands it over: the key, with the partners' parts of it. */
export type WerkvoorraadSleutel = kit.WerkvoorraadSleutel & WerkvoorraadInvoer;

/** A vacancy as the gateway hands it over: the key, with the pools of the partners. */
export type VacatureSleutel = kit.VacatureSleutel & KandidatenInvoer;

/** An employer as the gateway hands it over: the key, with the contacts that the service point keeps. */
export type WerkgeverSleutel = kit.WerkgeverSleutel & DubbelInvoer;

/** A report as the gateway hands it over: its period, with the partners' figures. */
export type VerantwoordingSleutel = kit.VerantwoordingSleutel & VerantwoordingInvoer;
