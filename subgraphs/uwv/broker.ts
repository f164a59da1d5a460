import { suwiml } from '../kit/index.ts';

/** What the services of UWV at the Suwinet broker have in common. */
export const uwvBroker = { familie: suwiml, map: '/suwibroker/soap' } as const;
