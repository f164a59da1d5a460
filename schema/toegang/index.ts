/** Who may see which field: what composition asks of the partners' SDL, and the table `schema/toegang.md`. */
export { type Afgeleid, afgeleid } from './afgeleid.ts';
export { putBack, setAside } from './afgeleid-samenstellen.ts';
export { overbodigeRedenen, toegangsfouten } from './fouten.ts';
export { toegangstabel } from './tabel.ts';
