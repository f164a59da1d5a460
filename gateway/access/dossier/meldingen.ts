import type { EntityRefusal } from '../../execution/index.ts';
import type { Dossierbesluit } from './besluit.ts';

/** What the answer says of a file that stays closed. That it is confidential is itself confidential. */
export const meldingen: Readonly<Record<Exclude<Dossierbesluit, 'OPEN' | 'OPEN_MET_REDEN'>, EntityRefusal>> =
  {
    GESLOTEN: { message: 'Dit dossier is voor u gesloten.', extensions: { code: 'NIET_GERECHTIGD' } },
    VAN_ANDER: {
      message: 'Deze cliënt is niet van u. Met een reden kunt u het dossier openen; dat wordt vastgelegd.',
      extensions: { code: 'DOSSIER_VAN_ANDER' },
    },
    NIET_TE_BEPALEN: {
      message:
        'Nu is niet vast te stellen of deze cliënt van u is. Met een reden kunt u het dossier openen; dat wordt vastgelegd.',
      extensions: { code: 'DOSSIER_NIET_TE_BEPALEN' },
    },
  };
