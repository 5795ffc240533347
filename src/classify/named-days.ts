/** How people write days: months, weekdays and days counted back, as `wordsOf` folds them. */
const months: readonly string[] = [
  'jan januari january januar janvier janner enero gennaio stycznia janeiro',
  'feb februari february februar fevrier febrero febbraio lutego fevereiro',
  'mrt maart mar march marz maerz mars marzo marca marco',
  'apr april avril abril aprile kwietnia',
  'mei may mai mayo maggio maja maio',
  'jun juni june juin junio giugno czerwca junho',
  'jul juli july juillet julio luglio lipca julho',
  'aug augustus august aout agosto sierpnia',
  'sep sept september septembre septiembre settembre wrzesnia setembro',
  'okt oct oktober october octobre octubre ottobre pazdziernika outubro',
  'nov november novembre noviembre listopada novembro',
  'dec dez december dezember decembre diciembre dicembre grudnia dezembro',
];
/** 1 to 12. */
export const monthOf = new Map(months.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));

const weekdays: readonly string[] = [
  'maandag monday montag lundi lunes lunedi poniedzialek segunda',
  'dinsdag tuesday dienstag mardi martes martedi wtorek terca',
  'woensdag wednesday mittwoch mercredi miercoles mercoledi srode sroda quarta',
  'donderdag thursday donnerstag jeudi jueves giovedi czwartek quinta',
  'vrijdag friday freitag vendredi viernes venerdi piatek sexta',
  'zaterdag saturday samstag sonnabend samedi sabado sabato sobote sobota',
  'zondag sunday sonntag dimanche domingo domenica niedziele niedziela',
];
/** 1 (Monday) to 7, as ISO 8601 counts. */
const weekdayOf = new Map(weekdays.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));

const set = (names: string) => new Set(names.split(' '));
/** Before or behind a weekday: it is over. */
const past = set(
  'afgelopen vorige jongstleden jl last past previous letzten letzter letztem vergangenen dernier derniere pasado pasada scorso scorsa ostatni ostatnia zeszly zeszla zeszlym miniony passado passada',
);
const week = set('week weeks woche semaine semana settimana tygodniu tydzien');

const daysAgo = new Map(
  [
    'vandaag today heute hoy oggi dzisiaj dzis hoje',
    'gisteren yesterday gestern hier ayer ieri wczoraj ontem',
    'eergisteren vorgestern anteayer przedwczoraj anteontem',
  ].flatMap((names, days) => names.split(' ').map((name) => [name, days] as const)),
);
const counts = new Map(
  [
    'een one einem a un uno jeden um',
    'twee two zwei deux dos due dwa dois',
    'drie three drei trois tres tre trzy',
    'vier four quatre cuatro quattro cztery quatro',
    'vijf five funf cinq cinco cinque piec',
    'zes six sechs seis sei szesc',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
const days = set('dag dagen day days tag tagen jour jours dia dias giorno giorni dzien dni');
const agoBehind = set('geleden ago fa temu atras');
const agoBefore = set('vor hace ha');

/** The day that words at `at` count back from `today`: "yesterday", "three days ago", "last Tuesday". Weeks are too rough. */
export function countedBack(texts: readonly string[], at: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const back = daysBack(texts, at) ?? countedDays(texts, at);
  if (back !== null) return today.subtract({ days: back });
  const weekday = weekdayOf.get(texts[at] ?? '');
  return weekday === undefined ? null : lastWeekday(texts, at, weekday, today);
}

function daysBack(texts: readonly string[], at: number): number | null {
  const word = texts[at] ?? '';
  const back = daysAgo.get(word);
  if (back === undefined) return null;
  // "hier" is yesterday in French and "here" in Dutch and German: it counts only beside a French word.
  if (word === 'hier' && !texts.includes('ai') && !texts.includes('commande')) return null;
  return ['before', 'avant', 'antes'].includes(texts[at - 1] ?? '') ? back + 1 : back;
}

function countedDays(texts: readonly string[], at: number): number | null {
  const word = texts[at] ?? '';
  const count = /^\d{1,2}$/.test(word) ? Number(word) : counts.get(word);
  if (count === undefined || !days.has(texts[at + 1] ?? '')) return null;
  const isAgo =
    agoBehind.has(texts[at + 2] ?? '') || agoBefore.has(texts[at - 1] ?? '') || (texts[at - 1] === 'a' && texts[at - 2] === 'y');
  return isAgo ? count : null;
}

/** The last such day before today, or the one of the week before this one. Bare weekdays are not read: they may be to come. */
function lastWeekday(texts: readonly string[], at: number, weekday: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const near = texts.slice(Math.max(0, at - 3), at + 6);
  if (near.some((text) => week.has(text)) && near.some((text) => past.has(text)))
    return today.subtract({ days: today.dayOfWeek - 1 + 7 }).add({ days: weekday - 1 });
  const isPast = [texts[at - 1], texts[at + 1], texts[at + 2]].some((text) => text !== undefined && past.has(text));
  if (!isPast) return null;
  const back = (today.dayOfWeek - weekday + 7) % 7;
  return today.subtract({ days: back === 0 ? 7 : back });
}
