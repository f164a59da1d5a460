/**
 * `npm run logboek -- verify [--dir <dir>] [--sleutel <pem>] [--anker <nr>:<hash>] [--json]`: whether the logs are
 * what was written. Exit 0 when they are, 1 when they are not, 2 when that cannot be said.
 *
 * `npm run logboek -- lees --betrokkene <clientnummer> [--vanaf <datum>] [--tot <datum>] [--alles] [--json]`: the
 * processing records of one person, without what is confidential for an investigation unless `--alles`.
 *
 * `npm run logboek -- ontsnappingen --week <JJJJ-Www> [--dir <dir>] [--json]`: the weekly report of files of somebody
 * else's client that were opened with a reason.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  auditDir,
  leesBetrokkenesleutels,
  leesInzage,
  leesLogboekConfig,
  leesOntsnappingen,
  leesVerwerkingenregister,
  type Stand,
  type Verificatie,
  verify,
  verwerkingenDir,
  weekGrenzen,
} from '../gateway/accountability/index.ts';
import { ConfiguratieFout, isClientnummer, leesPubliekeSleutel } from '../subgraphs/kit/index.ts';

const gebruik = `usage: npm run logboek -- verify [--dir <dir>] [--sleutel <pem>] [--anker <nr>:<hash>] [--json]
       npm run logboek -- lees --betrokkene <clientnummer> [--vanaf <datum>] [--tot <datum>] [--alles] [--json]
       npm run logboek -- ontsnappingen --week <JJJJ-Www> [--dir <dir>] [--json]`;

/** What is wrong with how the command was called. */
class Gebruiksfout extends Error {
  override readonly name = 'Gebruiksfout';
}

const opties = {
  dir: { type: 'string' },
  sleutel: { type: 'string' },
  anker: { type: 'string' },
  betrokkene: { type: 'string' },
  vanaf: { type: 'string' },
  tot: { type: 'string' },
  alles: { type: 'boolean', default: false },
  week: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function leesArgumenten() {
  try {
    return parseArgs({ args: process.argv.slice(2), options: opties, allowPositionals: true });
  } catch {
    throw new Gebruiksfout(gebruik);
  }
}

/** The logs in a directory: both, or the one that it is itself. */
function logsIn(dir: string): readonly string[] {
  if (!existsSync(dir)) throw new Gebruiksfout(`${dir} is not there`);
  if (readdirSync(dir).some((naam) => naam === 'hoofd' || naam.endsWith('.jsonl'))) return [dir];
  const logs = [verwerkingenDir(dir), auditDir(dir)];
  if (!logs.some((log) => existsSync(log))) throw new Gebruiksfout(`${dir} holds no log`);
  return logs;
}

function leesAnker(tekst: string | undefined): Stand | undefined {
  if (tekst === undefined) return undefined;
  const [, nr, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(tekst) ?? [];
  if (nr === undefined || hash === undefined) throw new Gebruiksfout('--anker must be <nr>:<hash>');
  return { nr: Number(nr), hash };
}

function beschrijf(v: Verificatie): string {
  const wat = `${v.dir} (${v.inhoud ?? 'no log'})`;
  const tel = `${v.records} records in ${v.regels} lines, ${v.segmenten} segments`;
  const laatste = v.laatste === undefined ? '' : `\n  last line  ${v.laatste.nr}:${v.laatste.hash}`;
  const verlopen = v.verlopenTot === 0 ? '' : `\n  expired    up to line ${v.verlopenTot}`;
  const hoofd = `\n  head       ${v.handtekening ?? 'missing'}, ${v.toestand}, ${v.naHoofd} lines after it`;
  const problemen = v.problemen.map(({ soort, segment, regel, wat: uitleg }) => {
    const plaats = segment === undefined ? '' : ` ${segment}${regel === undefined ? '' : `:${regel}`}`;
    return `\n  ${soort}${plaats}: ${uitleg}`;
  });
  return `${v.klopt ? 'ok ' : 'NOT OK '} ${wat}: ${tel}${laatste}${verlopen}${hoofd}${problemen.join('')}`;
}

async function verifieer({ dir, sleutel, anker, json }: ReturnType<typeof leesArgumenten>['values']) {
  const logs = logsIn(dir ?? process.env['LOGBOEK_DIR'] ?? 'var/logboek');
  const bekend = leesAnker(anker);
  if (bekend !== undefined && logs.length > 1) {
    throw new Gebruiksfout('--anker is of one log: give the directory of that log with --dir');
  }
  const pem = sleutel ?? process.env['LOGBOEK_PUBLIEKE_SLEUTEL_FILE'];
  const publiek = pem === undefined || pem === '' ? undefined : leesPubliekeSleutel(pem, '--sleutel');
  const gezien: Verificatie[] = [];
  const weg = logs.filter((log) => !existsSync(log));
  for (const log of logs) {
    if (!weg.includes(log)) gezien.push(await verify(log, { sleutel: publiek, anker: bekend }));
  }
  if (json) console.log(JSON.stringify({ logs: gezien, ontbreekt: weg }, null, 2));
  else {
    for (const v of gezien) console.log(beschrijf(v));
    for (const log of weg) console.log(`NOT OK  ${log}: the log of ${basename(log)} is gone`);
  }
  return weg.length === 0 && gezien.every((v) => v.klopt) ? 0 : 1;
}

function leesMoment(tekst: string | undefined, naam: string): Date | undefined {
  if (tekst === undefined) return undefined;
  const moment = new Date(tekst);
  if (Number.isNaN(moment.getTime()))
    throw new Gebruiksfout(`${naam} must be a date (JJJJ-MM-DD) or a moment`);
  return moment;
}

async function toon({
  dir,
  betrokkene,
  vanaf,
  tot,
  alles,
  json,
}: ReturnType<typeof leesArgumenten>['values']) {
  if (betrokkene === undefined || !isClientnummer(betrokkene)) {
    throw new Gebruiksfout('--betrokkene must be a clientnummer');
  }
  const config = leesLogboekConfig(process.env);
  const sleutels = leesBetrokkenesleutels(config.sleutelFiles, 'LOGBOEK_SLEUTEL_FILE');
  const register = leesVerwerkingenregister(config.registerDir);
  const begin = leesMoment(vanaf, '--vanaf');
  const eind = leesMoment(tot, '--tot');
  const vraag = {
    betrokkene,
    metVertrouwelijk: alles,
    ...(begin === undefined ? {} : { vanaf: begin }),
    ...(eind === undefined ? {} : { tot: eind }),
  };
  const basis = dir ?? config.dir;
  const log = existsSync(join(basis, 'hoofd')) ? basis : verwerkingenDir(basis);
  if (!existsSync(log)) throw new Gebruiksfout(`${log} is not there`);
  const regels = await leesInzage(vraag, log, sleutels.alleVormen, register);
  if (json) {
    for (const regel of regels) console.log(JSON.stringify(regel));
    return 0;
  }
  for (const { startTime, status, attributes, name } of regels) {
    const activiteit = register.metId(attributes['dpl.core.processing_activity_id']);
    const wie = activiteit === undefined ? 'unknown activity' : `${activiteit.doel}  ${activiteit.partner}`;
    const wanneer = new Date(startTime).toISOString();
    console.log(`${wanneer}  ${wie}  ${attributes['dpl.werkplein.bron']}  ${status}  ${name}`);
  }
  console.log(`${regels.length} records`);
  return 0;
}

async function rapporteer({ dir, week = '', json }: ReturnType<typeof leesArgumenten>['values']) {
  const grenzen = weekGrenzen(week);
  if (grenzen === undefined) throw new Gebruiksfout('--week must be an ISO 8601 week, such as 2026-W47');
  const basis = dir ?? process.env['LOGBOEK_DIR'] ?? 'var/logboek';
  const log = existsSync(join(basis, 'hoofd')) ? basis : auditDir(basis);
  if (!existsSync(log)) throw new Gebruiksfout(`${log} is not there`);
  const ontsnappingen = await leesOntsnappingen(log, grenzen.van, grenzen.tot);
  for (const een of ontsnappingen) {
    const { tijd, organisatie, rollen, doel, actor, operatie, verwerkingen, reden } = een;
    console.log(
      json
        ? JSON.stringify(een)
        : `${tijd}  ${organisatie}  ${rollen.join('+')}  ${doel}  ${actor}  ${operatie}  ${verwerkingen} records  ${JSON.stringify(reden)}`,
    );
  }
  if (!json) console.log(`${ontsnappingen.length} files of somebody else's client in ${week}`);
  return 0;
}

try {
  const { values, positionals } = leesArgumenten();
  const [opdracht, ...over] = positionals;
  if (over.length > 0) throw new Gebruiksfout(gebruik);
  if (opdracht === 'verify') process.exitCode = await verifieer(values);
  else if (opdracht === 'lees') process.exitCode = await toon(values);
  else if (opdracht === 'ontsnappingen') process.exitCode = await rapporteer(values);
  else throw new Gebruiksfout(gebruik);
} catch (error) {
  const bekend = error instanceof Gebruiksfout || error instanceof ConfiguratieFout;
  console.error(bekend ? error.message : error);
  process.exitCode = 2;
}
