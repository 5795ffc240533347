import { isWorkingDay, lastWorkingDayOnOrBefore } from '../case/calendar.ts';
import type { Attention, Case } from '../case/case.ts';
import type { StaffLanguage } from '../case/kind.ts';
import { shortDay } from '../responders/dates.ts';
import { digest } from '../responders/digest.ts';
import type { DigestFacts, DigestRow, LetterText } from '../responders/letter.ts';
import { closedSince, dailyOn, insertDaily, numbersBetween, openCases } from '../store/digests.ts';
import { readLedger } from '../store/ledger.ts';
import { type MovedDate, movedByHolidays } from '../store/told.ts';
import { type Context, dayOf } from './context.ts';
import { managersFor } from './people.ts';
import { staffLanguage, writeDaily } from './staff-letters.ts';

/** Cases whose act-by day lies this many calendar days ahead, or fewer, are listed by name. */
const soonDays = 7;
/** What needs notice on a closed case (a letter bounced, a message crossed it) is shown for this many days. */
const closedDays = 7;

/**
 * Sends today's digest to every manager who has none yet; nothing on days we do not work. Any number of workers may do
 * this at the same second: the row of the day decides. Returns how many letters were written.
 */
export async function sendDigest(context: Context): Promise<number> {
  const today = dayOf(context, context.clock.now());
  if (!isWorkingDay(today, context.holidays)) return 0;
  const done = await dailyOn(context.db, today.toString(), 'digest');
  const managers = managersFor(context).filter((one) => !done.has(one.id));
  if (managers.length === 0) return 0;
  const texts = new Map<StaffLanguage, LetterText>();
  let written = 0;
  for (const manager of managers) {
    const language = staffLanguage(context, manager);
    const text = texts.get(language) ?? (await writeDigestText(context, today, language));
    texts.set(language, text);
    if (await insertDaily(context.db, today.toString(), 'digest', await writeDaily(context, manager, 'digest', text))) written++;
  }
  return written;
}

/** The digest of a day as managers read it. */
export async function writeDigestText(
  context: Context,
  today: Temporal.PlainDate,
  language: StaffLanguage = staffLanguage(context),
): Promise<LetterText> {
  return digest(context.templates, await digestFacts(context, today, language));
}

async function digestFacts(context: Context, today: Temporal.PlainDate, language: StaffLanguage): Promise<DigestFacts> {
  const open = await openCases(context.db.query);
  const closed = await closedSince(context.db.query, midnight(context, today.subtract({ days: closedDays })));
  const since = lastWorkingDayOnOrBefore(today.subtract({ days: 1 }), context.holidays);
  const [yesterday, ledger, moved] = await Promise.all([
    numbersBetween(context.db.query, midnight(context, since), midnight(context, today)),
    readLedger(context.db.query),
    movedByHolidays(context.db.query, midnight(context, since)),
  ]);
  const sum = (pick: (line: (typeof ledger)[number]) => number) => ledger.reduce((total, line) => total + pick(line), 0);
  // What we sent ourselves was not received; a difference there is told all the same.
  const [seen, pending, difference] = [
    sum((line) => (line.role === 'sent' ? line.difference : line.seen)),
    sum((line) => (line.role === 'sent' ? 0 : line.pending)),
    sum((line) => line.difference),
  ];
  const overdue = open.filter((one) => Temporal.PlainDate.compare(one.dates.dueOn, today) < 0);
  const soon = open.filter(
    (one) => !overdue.includes(one) && Temporal.PlainDate.compare(one.dates.actByOn, today.add({ days: soonDays })) <= 0,
  );
  return {
    language,
    company: context.company.name,
    on: today.toString(),
    overdue: overdue.map((one) => rowOf(one, today, language)),
    dueSoon: soon.map((one) => rowOf(one, today, language)),
    waiting: waitingFor(open),
    attention: [
      ...[...open, ...closed].flatMap((one) => one.attention.filter(needsNotice).map((what) => ({ reference: one.reference, what }))),
      ...moved.filter(isActedOn).map((one) => ({ reference: one.reference, what: movedWords(one, language) })),
    ],
    yesterday: { since: since.toString(), ...yesterday },
    openCases: open.length,
    ledger: { seen, accounted: seen - pending - difference, pending, difference },
  };
}

function midnight(context: Context, day: Temporal.PlainDate): string {
  return day.toZonedDateTime(context.timeZone).toInstant().toString();
}

/** A legal date behind an earlier promise, or a day of warning, is nothing to act on. */
function isActedOn({ from, to }: MovedDate): boolean {
  return from.dueOn !== to.dueOn || from.actByOn !== to.actByOn;
}

/** The due date where that moved, else the last working day to act. */
function movedWords({ from, to }: MovedDate, language: StaffLanguage): string {
  const due = from.dueOn !== to.dueOn;
  const [was, is] = (due ? [from.dueOn, to.dueOn] : [from.actByOn, to.actByOn]).map((day) => shortDay(language, day));
  if (language === 'nl') return `feestdagen gewijzigd: ${due ? 'uiterlijk' : 'laatste werkdag'} ${is} (was ${was})`;
  return `public holidays changed: ${due ? 'due' : 'last working day'} ${is} (was ${was})`;
}

/** An undetermined or authority case is counted as waiting for a person already. */
function needsNotice(what: Attention): boolean {
  return what !== 'undetermined' && what !== 'authority';
}

function rowOf(one: Case, today: Temporal.PlainDate, language: StaffLanguage): DigestRow {
  const due = Temporal.PlainDate.from(one.dates.dueOn);
  return {
    reference: one.reference,
    kind: one.kind,
    status: one.status,
    dueOn: one.dates.dueOn,
    actByOn: one.dates.actByOn,
    daysLeft: today.until(due, { largestUnit: 'days' }).days,
    why: whyDue(one, language),
  };
}

/** The one step of the derivation that fixed the due date: the choice between two terms, or the only term there is. */
function whyDue({ dates }: Case, language: StaffLanguage): string {
  const rule = dates.policyOn === null ? 'legal-term' : 'due';
  const step = dates.why.find((why) => why.rule === rule) ?? dates.why.at(0);
  return step?.text[language] ?? '';
}

function waitingFor(open: readonly Case[]): DigestFacts['waiting'] {
  const count = (...statuses: readonly Case['status'][]) => open.filter((one) => statuses.includes(one.status)).length;
  const all: DigestFacts['waiting'] = [
    { forWhom: 'person', count: count('needs-a-person') },
    { forWhom: 'identity', count: count('awaiting-identity') },
    { forWhom: 'clarification', count: count('awaiting-clarification') },
    { forWhom: 'staff', count: count('in-progress') },
    { forWhom: 'approval', count: count('awaiting-approval') },
  ];
  return all.filter((one) => one.count > 0);
}
