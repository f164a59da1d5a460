import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { openOntwikkelIssuer } from '../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../commands/development-logboek.ts';
import { medewerkerVan } from '../../commands/development-persons.ts';
import { type LopendWerkplein, startWerkplein, type WerkpleinOpties } from '../../commands/in-one-process.ts';
import type { Doel, Rol } from '../../gateway/access/index.ts';
import {
  type Auditregel,
  auditDir,
  auditregelvorm,
  leesBetrokkenesleutels,
  leesSegmenten,
  type Verwerkingsregel,
  verwerkingenDir,
  verwerkingsregelvorm,
} from '../../gateway/accountability/index.ts';

export type Headers = Readonly<Record<string, string>>;

/** The whole Werkplein with its door closed: everyone signs in, and everything is recorded. */
export type GeslotenWerkplein = LopendWerkplein & {
  /** Directory of the log. */
  readonly dir: string;
  /** Headers of a made-up worker. */
  readonly als: (
    rol: Exclude<Rol, 'client'>,
    doel: Doel,
    /** Claims over those of the role. */
    claims?: { readonly mandaten?: readonly string[]; readonly rechten?: readonly string[] },
  ) => Promise<Headers>;
  /** Headers of a citizen who looks at the own file. */
  readonly alsClient: (bsn: string) => Promise<Headers>;
  /** What was recorded since this was last called. */
  readonly vastgelegd: () => Promise<Vastgelegd>;
};

export type Vastgelegd = {
  /** Processing records, each with the plain id of whom it is about. */
  readonly verwerkingen: readonly (Verwerkingsregel & { readonly wie: string | undefined })[];
  readonly audit: readonly Auditregel[];
};

export async function startGesloten(opties: WerkpleinOpties = {}): Promise<GeslotenWerkplein> {
  const map = mkdtempSync(join(tmpdir(), 'gesloten-'));
  const dir = join(map, 'logboek');
  const issuer = await openOntwikkelIssuer(map);
  const log = ontwikkelLogboek(dir, map);
  const werkplein = await startWerkplein({
    ...opties,
    env: { ...ontwikkelPseudoniem, ...issuer.omgeving, ...log, ACCESS: 'closed', ...opties.env },
  });
  const sleutels = leesBetrokkenesleutels([log.LOGBOEK_SLEUTEL_FILE], 'LOGBOEK_SLEUTEL_FILE');
  const gezien = { verwerkingen: 0, audit: 0 };
  const nieuw = async (log: keyof typeof gezien, bij: string) => {
    const vers: unknown[] = [];
    for await (const { nr, inhoud } of leesSegmenten(bij)) {
      if (nr <= gezien[log]) continue;
      gezien[log] = nr;
      vers.push(inhoud);
    }
    return vers;
  };
  const namen = new Map<string, string>();
  const ken = (id: string, soort: string) => namen.set(sleutels.versleutel(id, soort), id);
  for (const { bsn, partner } of werkplein.bevolking.personen) {
    ken(werkplein.pseudoniem.clientnummerVan(bsn), 'CLIENTNUMMER');
    if (partner !== undefined) ken(werkplein.pseudoniem.clientnummerVan(partner.bsn), 'CLIENTNUMMER');
  }
  for (const { contactpersoon } of werkplein.bevolking.werkgevers) ken(contactpersoon.id, 'CRM_CONTACT');
  return {
    ...werkplein,
    dir,
    als: async (rol, doel, claims = {}) => {
      const token = await issuer.token(
        { ...medewerkerVan(rol, 1, ['1783', '1842']), ...claims },
        600,
        opties.now?.(),
      );
      return { authorization: `Bearer ${token}`, 'x-doelbinding': doel };
    },
    alsClient: async (bsn) => {
      const sub = werkplein.pseudoniem.clientnummerVan(bsn);
      const token = await issuer.token({ kind: 'burger', sub, bsn }, 600, opties.now?.());
      return { authorization: `Bearer ${token}`, 'x-doelbinding': 'inzage' };
    },
    vastgelegd: async () => ({
      verwerkingen: (await nieuw('verwerkingen', verwerkingenDir(dir))).map((regel) => {
        const gelezen = verwerkingsregelvorm.parse(regel);
        return { ...gelezen, wie: namen.get(gelezen.attributes['dpl.core.data_subject_id'] ?? '') };
      }),
      audit: (await nieuw('audit', auditDir(dir))).map((regel) => auditregelvorm.parse(regel)),
    }),
    stop: async () => {
      await werkplein.stop();
      rmSync(map, { recursive: true });
    },
  };
}
