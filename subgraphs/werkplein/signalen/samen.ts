import { grenzen } from '../../kit/index.ts';
import { type Dag, type Drie, looptOp } from '../kalender.ts';
import { bepaalUitkeringen, type Samenloop } from '../uitkeringen.ts';
import { feit, sluitUit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, zonderTermijn } from './oordeel.ts';

/**
 * SAMEN (003 §2.5): income or a UWV benefit beside social assistance, which comes only after other provisions
 * (voorliggende voorziening). Due while both run, from the day on which the later one began; coming when that
 * day lies ahead. What ran together in the past is in `uitkeringen.samenloop` and gives no signal.
 */
export function samen(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { bijstand } = invoer;
  const afgelopen = (bijstand?.uitkeringen ?? []).every(
    ({ einddatum }) => typeof einddatum === 'string' && grenzen(einddatum).laatste < vandaag,
  );
  if (afgelopen && sluitUit(bijstand)) return geen('SAMEN');
  const { samenloop } = bepaalUitkeringen(invoer, () => new Date(0));
  const zwijgend = zwijgenden({
    SUWI_BIJSTAND: bijstand,
    SUWINET_WERKNEMERSVERZEKERINGEN: invoer.werknemersverzekeringen,
    SUWINET_INKOMSTEN: invoer.inkomen,
  });
  const gevonden = samenloop.flatMap((s) => oordeelOver(s, invoer, vandaag));
  const rest = zwijgend.length > 0 ? [nietTeBepalen(onderwerpVan(), { zwijgend })] : [];
  const oordelen = [...gevonden, ...rest];
  return oordelen.length > 0 ? oordelen : geen('SAMEN');
}

function oordeelOver(samenloop: Samenloop, invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const onderwerp = onderwerpVan(samenloop, invoer);
  const begin = laatsteBegin(samenloop);
  const nu: Drie[] = [looptOp(samenloop.bijstand, vandaag), looptOp(samenloop, vandaag)];
  const dagen = begin === null ? zonderTermijn : { vervaldatum: begin, uitersteVervaldatum: begin };
  if (nu.every((stand) => stand === 'JA')) return [{ stand: 'AAN_DE_ORDE', ...onderwerp, ...dagen }];
  if (begin !== null && begin > vandaag) {
    return samenloop.zekerheid === 'ZEKER'
      ? [{ stand: 'KOMT', ...onderwerp, ...dagen }]
      : [nietTeBepalen(onderwerp, onvolledig, dagen)];
  }
  if (nu.includes('NEE'))
    return kanNogKomen(samenloop, vandaag) ? [nietTeBepalen(onderwerp, onvolledig)] : [];
  return [nietTeBepalen(onderwerp, onvolledig)];
}

const onvolledig = { ontbrekend: ['volledige datum: begin of einde van wat samenloopt'] };

/** The day both run when their begins are known to the day. */
function laatsteBegin({ bijstand, begindatum }: Samenloop): Dag | null {
  const begins = [bijstand.begindatum, begindatum];
  if (begins.some((b) => b === null || b.includes('X'))) return null;
  return begins.map((b) => b ?? '').sort()[1] ?? null;
}

/** Whether the two may begin to run together after this day. */
function kanNogKomen({ bijstand, begindatum, einddatum }: Samenloop, vandaag: Dag): boolean {
  const eindigt = [bijstand.einddatum, einddatum].some((e) => e !== null && grenzen(e).laatste <= vandaag);
  return (
    !eindigt && [bijstand.begindatum, begindatum].some((b) => b === null || grenzen(b).laatste > vandaag)
  );
}

function onderwerpVan(samenloop?: Samenloop, invoer?: SignalenInvoer): Onderwerp {
  const bronVanNaast =
    samenloop?.soort === 'INKOMEN' || !invoer?.werknemersverzekeringen?.uitkeringen?.length
      ? 'SUWINET_INKOMSTEN'
      : 'SUWINET_WERKNEMERSVERZEKERINGEN';
  return {
    regel: 'SAMEN',
    voorRol: 'INKOMENSCONSULENT',
    omschrijving:
      samenloop?.soort === 'UITKERING'
        ? 'Andere uitkering naast bijstand: voorliggende voorziening'
        : samenloop?.soort === 'INKOMEN'
          ? 'Inkomen naast bijstand: voorliggende voorziening'
          : 'Inkomen of een andere uitkering naast bijstand: voorliggende voorziening',
    feiten:
      samenloop === undefined
        ? []
        : [
            ...feit('SUWI_BIJSTAND', 'bijstand', {
              waarde: samenloop.bijstand.regeling.code,
              datum: samenloop.bijstand.begindatum,
            }),
            ...feit(bronVanNaast, samenloop.soort === 'INKOMEN' ? 'inkomen' : 'andere uitkering', {
              waarde: samenloop.werkgevernaam ?? samenloop.naast?.omschrijving ?? samenloop.naast?.code,
              datum: samenloop.begindatum,
            }),
          ],
  };
}
