/** What an income relation of the Polisadministratie is, seen from social assistance. */
export type Inkomstenaard = 'BIJSTAND' | 'WERKNEMERSVERZEKERING' | 'UITKERING' | 'INKOMEN';

/** CdSrtIkv of benefits that municipalities pay: IOAW, Bbz, Participatiewet, WWIK, IOAZ, WIJ. */
const bijstand = new Set(['34', '42', '43', '44', '45', '51']);

/** CdSrtIkv of benefits that UWV pays under the employee-insurance laws, Wajong, WAZ and IOW. */
const werknemersverzekering = new Set(['31', '32', '33', '35', '36', '37', '38', '39', '40', '46', '52']);

/** CdSrtIkv of other benefits in place of income: redundancy pay of the state, AOW, Anw, other social insurance. */
const uitkering = new Set(['18', '22', '24', '50']);

/** Kind of an income relation by its code; a code that is not known counts as income. */
export function inkomstenaard(code: string | undefined): Inkomstenaard {
  if (code === undefined) return 'INKOMEN';
  if (bijstand.has(code)) return 'BIJSTAND';
  if (werknemersverzekering.has(code)) return 'WERKNEMERSVERZEKERING';
  return uitkering.has(code) ? 'UITKERING' : 'INKOMEN';
}
