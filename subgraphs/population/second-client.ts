import { makeAdres } from './addresses.ts';
import { addDays } from './dates.ts';
import type { Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { naamUit } from './names.ts';
import type { BsnUitgifte } from './numbers.ts';
import { createPrng } from './prng.ts';
import type { Rol } from './roles.ts';

/** The second client has the least facts a client can have: one benefit, and a date of birth in part. */
export function makeTweedeKlant(kader: Kader, rol: Rol, nieuwBsn: BsnUitgifte): Persoon {
  const prng = createPrng(`${kader.seedText}/persoon/1`);
  return {
    bsn: nieuwBsn(),
    naam: naamUit('Yusuf', 'Haile'),
    geslacht: 'M',
    geboortedatum: '1979-XX-XX',
    adres: makeAdres(prng, rol.gemeente),
    telefoon: '06-00000001',
    email: 'yusuf.haile@example.nl',
    uwvUitkeringen: [
      {
        wet: 'WW',
        szWet: 'WW',
        begindatum: addDays(kader.peildatum, -75),
        brutoPerMaandCenten: 148_000,
      },
    ],
    uwvAanvragen: [],
    inkomstenverhoudingen: [],
    loonwaardemetingen: [],
    voorstellen: [],
  };
}
