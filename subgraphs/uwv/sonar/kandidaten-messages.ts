import { z } from 'zod';
import { isBsn, isDatumOnvolledig } from '../../kit/index.ts';

/**
 * Candidates as SONAR sends them: the matching profile of VUM 3 (`MPWerkzoekendeMatch`) in its own names,
 * with the burgerservicenummer in place of VUM's anonymous number and the travelling time worked out.
 */

const beroep = z.object({ codeBeroepsnaam: z.string().min(1) });

export const sonarKandidaat = z.object({
  burgerservicenummer: z.string().refine(isBsn),
  bemiddelingsberoep: z.array(beroep).default([]),
  arbeidsmarktkwalificatie: z
    .object({
      codeWerkEnDenkniveauWerkzoekende: z.int().optional(),
      werkervaring: z.array(z.object({ beroep: beroep.optional() })).default([]),
    })
    .default({ werkervaring: [] }),
  flexibiliteit: z
    .object({ datumAanvangBeschikbaarVoorWerk: z.string().refine(isDatumOnvolledig).optional() })
    .default({}),
  mobiliteit: z
    .object({ maximaleReistijd: z.int().min(0).optional(), reistijd: z.int().min(0).optional() })
    .default({}),
  werktijden: z.object({ aantalWerkurenPerWeekMaximaal: z.int().min(0).max(99).optional() }).default({}),
  /** 1 is yes, 2 is no: stands in the target-group register (landelijk doelgroepregister). */
  indicatieLdrRegistratie: z.int().optional(),
});
export type SonarKandidaat = z.output<typeof sonarKandidaat>;

/** Candidates are read one by one, so that one bad record stays one bad record. */
export const kandidatenAntwoord = z.object({
  maximumAantalResultatenBereikt: z.boolean(),
  matches: z.array(z.unknown()),
});
