import { isWorkingDay, lastWorkingDayOnOrBefore } from '../case/calendar.ts';
import type { Attention, Case } from '../case/case.ts';
import { isConfidential, type LetterLanguage, type StaffLanguage } from '../case/kind.ts';
import { digest } from '../responders/digest.ts';
import type { DigestFacts, DigestRow, MovedRow } from '../responders/digest-facts.ts';
import type { LetterText } from '../responders/letter.ts';
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

async function digestFacts(context: Context, today: Temporal.PlainDate, language: LetterLanguage): Promise<DigestFacts> {
  const open = (await openCases(context.db.query)).filter(isShown);
  const closed = (await closedSince(context.db.query, midnight(context, today.subtract({ days: closedDays })))).filter(isShown);
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
  return {
    language,
    company: context.company.name,
    timeZone: context.timeZone,
    consoleUrl: null,
    on: today.toString(),
    lists: listsOf(open, closed, today),
    moved: moved.filter(isActedOn).map(movedRow),
    waiting: waitingFor(open),
    yesterday: { since: since.toString(), ...yesterday },
    openCases: open.length,
    answerDays: null,
    classifier: null,
    days: [],
    weeks: [],
    ledger: { seen, accounted: seen - pending - difference, pending, difference },
    workers: null,
    alarms: [],
    erased: null,
    audit: null,
  };
}

/** A demand by a public body is known to named people alone. */
function isShown({ kind }: Case): boolean {
  return !isConfidential(kind);
}

function listsOf(open: readonly Case[], closed: readonly Case[], today: Temporal.PlainDate): DigestFacts['lists'] {
  const row = (one: Case) => rowOf(one, today);
  const isPast = (day: string | null) => day !== null && Temporal.PlainDate.compare(day, today) < 0;
  const isNear = ({ dates }: Case) => !isPast(dates.dueOn) && Temporal.PlainDate.compare(dates.actByOn, today.add({ days: soonDays })) <= 0;
  const marked = (what: Attention) => [...open, ...closed].filter(({ attention }) => attention.includes(what)).map(row);
  return {
    'past-law': open.filter(({ dates }) => isPast(dates.legalOn)).map(row),
    'past-promise': open.filter(({ dates }) => isPast(dates.policyOn) && !isPast(dates.legalOn)).map(row),
    'act-by': open.filter(isNear).map(row),
    'to-read': open.filter(({ status }) => status === 'needs-a-person').map(row),
    approval: open.filter(({ status }) => status === 'awaiting-approval').map(row),
    unreachable: marked('requester-unreachable'),
    withheld: marked('acknowledgement-withheld'),
    'hold-review': marked('hold-review-due'),
    'to-notice': [...open, ...closed].filter(({ attention }) => attention.some(needsNotice)).map(row),
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
function movedRow({ reference, from, to }: MovedDate): MovedRow {
  if (from.dueOn !== to.dueOn) return { reference, what: 'due', from: from.dueOn, to: to.dueOn };
  return { reference, what: 'act-by', from: from.actByOn, to: to.actByOn };
}

/** An undetermined case waits for a person already. */
function needsNotice(what: Attention): boolean {
  return what !== 'undetermined';
}

function rowOf(one: Case, today: Temporal.PlainDate): DigestRow {
  const due = Temporal.PlainDate.from(one.dates.dueOn);
  return {
    reference: one.reference,
    kind: one.kind,
    status: one.status,
    dueOn: one.dates.dueOn,
    actByOn: one.dates.actByOn,
    daysLeft: today.until(due, { largestUnit: 'days' }).days,
    why: whyDue(one),
    waitsFor: [],
    attention: one.attention.filter(needsNotice),
  };
}

/** The term that fixed the due date: the earlier of promise and law. */
function whyDue({ dates }: Case): DigestRow['why'] {
  const rule = dates.policyOn === dates.dueOn ? 'promise' : dates.why.some((step) => step.rule === 'extension') ? 'extension' : 'law';
  const step = dates.why.find((why) => why.rule === (rule === 'law' ? 'legal-term' : rule));
  return { rule, source: step?.source ?? '' };
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
