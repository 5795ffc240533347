import type { LetterLanguage } from '../case/kind.ts';
import { moment, shortDay } from './dates.ts';
import type { AlarmLine, DigestFacts, SummaryFacts } from './digest-facts.ts';
import { overviewWords } from './digest-words.ts';
import { numberIn, percentIn } from './numbers.ts';
import type { OverviewFactList } from './overview.ts';

type Line = OverviewFactList['lines'][number];
type Facts = DigestFacts | SummaryFacts;

/** Rounds follow each other within minutes; a silence longer than this is worth a look. */
export const longSilence = 30;

/** Whether the house itself is in order: the ledger, workers, alarms, what was erased, the audit. */
export function houseLines(facts: Facts): OverviewFactList {
  const { house } = overviewWords[facts.language];
  const lines = [ledgerLine(facts), workersLine(facts), alarmsLine(facts), erasedLine(facts), auditLine(facts)];
  return { title: house.title, lines: lines.filter((line) => line !== null) };
}

export function ledgerLine({ language, ledger }: Facts): Line {
  const { house } = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  const parts = [
    house.ledgerValue(say(ledger.seen), say(ledger.accounted)),
    ...(ledger.pending === 0 ? [] : [house.pending(say(ledger.pending))]),
    ...(ledger.difference === 0 ? [] : [house.difference(say(ledger.difference))]),
  ];
  return { label: house.ledger, value: parts.join(', '), tone: ledger.difference === 0 ? 'good' : 'law' };
}

function workersLine(facts: Facts): Line | null {
  const { language } = facts;
  const { house } = overviewWords[language];
  if (!('workers' in facts) || facts.workers === null) return null;
  const { alive, longestGapMinutes } = facts.workers;
  const minutes = numberIn(language, Math.round(longestGapMinutes));
  if (alive === 0) return { label: house.workers, value: house.noWorkers(minutes), tone: 'law' };
  const value = house.workersValue(numberIn(language, alive), alive === 1, minutes);
  return { label: house.workers, value, tone: longestGapMinutes > longSilence ? 'promise' : 'calm' };
}

function alarmsLine(facts: Facts): Line {
  const { house } = overviewWords[facts.language];
  if (facts.alarms.length === 0) return { label: house.alarms, value: house.noAlarms, tone: 'calm' };
  const told = facts.alarms.map((alarm) => `${alarmName(facts.language, alarm)} ${alarmSpan(facts, alarm)}`);
  return {
    label: house.alarms,
    value: told.join(overviewWords[facts.language].semicolon),
    tone: facts.alarms.some(lasts) ? 'law' : 'promise',
  };
}

/** True while it is not over. */
export function lasts({ endedAt }: AlarmLine): boolean {
  return endedAt === null;
}

export function alarmName(language: LetterLanguage, { code }: AlarmLine): string {
  const { alarmCodes } = overviewWords[language].house;
  return Object.hasOwn(alarmCodes, code) ? (alarmCodes[code] ?? code) : code;
}

/** `since Mon 30 Nov 03:12, not over`; the day of the end is said where it is another. */
export function alarmSpan({ language, timeZone }: Facts, { at, endedAt }: AlarmLine): string {
  const { house } = overviewWords[language];
  const from = when(language, timeZone, at);
  if (endedAt === null) return house.lasts(`${from.day} ${from.time}`);
  const to = when(language, timeZone, endedAt);
  return house.lasted(`${from.day} ${from.time}`, to.day === from.day ? to.time : `${to.day} ${to.time}`);
}

function when(language: LetterLanguage, timeZone: string, at: string): { readonly day: string; readonly time: string } {
  const on = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return { day: shortDay(language, on.toString()), time: moment(language, at, timeZone).time };
}

function erasedLine({ language, erased }: Facts): Line | null {
  const { house } = overviewWords[language];
  if (erased === null || erased.cases + erased.messages + erased.letters === 0) return null;
  const [cases, messages, letters] = [erased.cases, erased.messages, erased.letters].map((value) => numberIn(language, value));
  return { label: house.erased, value: house.erasedValue(cases ?? '', messages ?? '', letters ?? ''), tone: 'calm' };
}

export function auditLine({ language, audit }: Facts): Line | null {
  const { house } = overviewWords[language];
  if (audit === null) return null;
  return { label: house.audit, value: house.auditValue(`${audit.link}:${audit.head}`), tone: 'calm' };
}

/** How much the classifier left to people, and what it probably missed. */
export function classifierLine({ language, classifier }: Facts): Line | null {
  const { numbers } = overviewWords[language];
  if (classifier === null || classifier.read === 0) return null;
  const { read, toPeople, estimatedMissed } = classifier;
  const share = numbers.classifierValue(numberIn(language, toPeople), numberIn(language, read), percentIn(language, toPeople, read));
  const missed = estimatedMissed === null ? [] : [numbers.missed(numberIn(language, estimatedMissed))];
  return { label: numbers.classifier, value: [share, ...missed].join(overviewWords[language].semicolon), tone: 'calm' };
}

/** How long an answer took. */
export function answerDaysLine({ language, answerDays }: Facts, label: string): Line | null {
  const { numbers } = overviewWords[language];
  if (answerDays === null) return null;
  const { count, median, longest } = answerDays;
  const [middle, most, cases] = [median, longest, count].map((value) => numberIn(language, value));
  return { label, value: numbers.answerDaysValue(middle ?? '', most ?? '', cases ?? '', count === 1), tone: 'calm' };
}
