/**
 * Burgerservicenummer: nine digits that pass the eleven-test (Wet algemene bepalingen
 * burgerservicenummer; Logisch Ontwerp BRP). Always a string: leading zeros count.
 */
export function isBsn(value: string): boolean {
  if (!/^\d{9}$/.test(value)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(value[i]) * (i === 8 ? -1 : 9 - i);
  return sum % 11 === 0 && value !== '000000000';
}

/** Replaces every nine-digit run that could be a BSN; the last net under errors and logs. */
export function verbergBsn(text: string): string {
  return text.replace(/(?<!\d)\d{9}(?!\d)/g, (digits) => (isBsn(digits) ? '*********' : digits));
}
