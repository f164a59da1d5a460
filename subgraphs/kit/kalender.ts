/** A whole calendar day in the Netherlands, `JJJJ-MM-DD`. */
export type Dag = string;

const klok = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Europe/Amsterdam at a moment: terms run in days of the Netherlands, not of UTC. */
export function amsterdamseDag(moment: Date): Dag {
  return klok.format(moment);
}

export function plusDagen(dag: Dag, dagen: number): Dag {
  const moment = new Date(`${dag}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + dagen);
  return dagVan(moment);
}

/** A day after the last one that can be written in four digits of a year counts as that one. */
function dagVan(moment: Date): Dag {
  return moment.getUTCFullYear() > 9999 ? '9999-12-31' : moment.toISOString().slice(0, 10);
}

/** The same day so many months on; the last day of that month when it has no such day (31 January → 28 February). */
export function plusMaanden(dag: Dag, maanden: number): Dag {
  const [jaar = 0, maand = 1, dagnummer = 1] = dag.split('-').map(Number);
  const eersteVanMaand = new Date(Date.UTC(2000, maand - 1 + maanden, 1));
  eersteVanMaand.setUTCFullYear(jaar + (eersteVanMaand.getUTCFullYear() - 2000));
  const laatste = new Date(eersteVanMaand);
  laatste.setUTCMonth(laatste.getUTCMonth() + 1, 0);
  eersteVanMaand.setUTCDate(Math.min(dagnummer, laatste.getUTCDate()));
  return dagVan(eersteVanMaand);
}
