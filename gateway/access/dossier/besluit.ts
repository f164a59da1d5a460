/** What is known of a client for deciding whether a worker may open the file. */
export type Dossierfeiten = {
  /** Whether the client is in a caseload of the worker; `NVT` for a worker whose task has none. */
  readonly inWerkvoorraad: 'JA' | 'NEE' | 'ONBEKEND' | 'NVT';
  /** Whether the worker is mandated for the municipality of registration; `NVT` where that does not matter. */
  readonly mandaat: 'BINNEN' | 'BUITEN' | 'ONBEKEND' | 'NVT';
  /** Whether the person, or the file, is confidential. */
  readonly vertrouwelijk: 'JA' | 'NEE' | 'ONBEKEND';
};

/** What the worker brings. */
export type Dossierrecht = {
  /** May open confidential files. */
  readonly magVertrouwelijk: boolean;
  /** Gave a reason to open the file of somebody else's client. */
  readonly metReden: boolean;
};

/**
 * `OPEN` and `OPEN_MET_REDEN` are yes; the second is recorded with its reason. `VAN_ANDER` and `NIET_TE_BEPALEN` are no
 * for want of a reason; `GESLOTEN` is no whatever the reason, and does not tell why.
 */
export type Dossierbesluit = 'OPEN' | 'OPEN_MET_REDEN' | 'VAN_ANDER' | 'NIET_TE_BEPALEN' | 'GESLOTEN';

/**
 * Whether a worker may open a file: a client of the own caseload, in a municipality that the worker is mandated for;
 * somebody else's with a reason; one that is confidential only with the right to it. What no partner could tell never
 * closes a file for good: work goes on, with a reason.
 */
export function besluit(
  { inWerkvoorraad, mandaat, vertrouwelijk }: Dossierfeiten,
  { magVertrouwelijk, metReden }: Dossierrecht,
): Dossierbesluit {
  if (mandaat === 'BUITEN') return 'GESLOTEN';
  if (vertrouwelijk === 'JA' && !magVertrouwelijk) return 'GESLOTEN';
  if (vertrouwelijk === 'ONBEKEND' && !magVertrouwelijk)
    return metReden ? 'OPEN_MET_REDEN' : 'NIET_TE_BEPALEN';
  if (inWerkvoorraad === 'JA') return 'OPEN';
  if (mandaat === 'ONBEKEND' || inWerkvoorraad === 'ONBEKEND') {
    return metReden ? 'OPEN_MET_REDEN' : 'NIET_TE_BEPALEN';
  }
  if (inWerkvoorraad === 'NVT') return 'OPEN';
  return metReden ? 'OPEN_MET_REDEN' : 'VAN_ANDER';
}
