/** What the digest of a day says, from the rows as they are now. */
import { lastWorkingDayOnOrBefore } from '../case/calendar.ts';
import type { Case } from '../case/case.ts';
import { isConfidential, type LetterLanguage } from '../case/kind.ts';
import type { DigestFacts, MovedRow } from '../responders/digest-facts.ts';
import { closedOnHold, closedSince, lastDigestBefore, numbersBetween, openCases } from '../store/digests.ts';
import { type MovedDate, movedByHolidays } from '../store/told.ts';
import { aliveSince, lastRound, longestGap } from '../store/workers.ts';
import { type Context, dayOf } from './context.ts';
import { daysAhead, digestListsOf, waitingFor } from './digest-rows.ts';
import { answerDaysIn, midnight, overviewFacts, spanOf } from './overview-facts.ts';

/** What needs notice on a closed case (a letter bounced, a message crossed it) is shown for this many days. */
const closedDays = 7;
/** Days over which the time to answer is told. */
const answerSpan = 30;
/** A worker that completed a round within so many minutes lives. */
const aliveMinutes = 15;
/** How far back the numbers go at most when there was no digest for long, days. */
const longestSpan = 31;

/** Of a day that has passed the numbers are that day's, while the lists show what is open now. */
export async function digestFacts(context: Context, on: Temporal.PlainDate, language: LetterLanguage): Promise<DigestFacts> {
  const { query } = context.db;
  const open = (await openCases(query)).filter(isShown);
  const closed = await closedToShow(context, on);
  const since = await sinceWhen(context, on);
  const now = context.clock.now();
  const isToday = on.equals(dayOf(context, now));
  const [overview, yesterday, moved, answerDays, workers] = [
    await overviewFacts(context, language, { from: since, until: on, alarmsUntil: isToday ? now.toString() : midnight(context, on) }),
    await numbersBetween(query, midnight(context, since), midnight(context, on)),
    await movedByHolidays(query, midnight(context, since)),
    await answerDaysIn(context, spanOf(context, on.subtract({ days: answerSpan }), on)),
    isToday ? await workersSince(context, since, now) : null,
  ];
  return {
    ...overview,
    on: on.toString(),
    lists: digestListsOf(context, open, closed, on),
    moved: moved.filter(isActedOn).map(movedRow),
    openCases: open.length,
    waiting: waitingFor(open),
    yesterday: { since: since.toString(), ...yesterday },
    answerDays,
    days: daysAhead(open, on),
    workers,
  };
}

/** A demand by a public body is known to named people alone. */
function isShown({ kind }: Case): boolean {
  return !isConfidential(kind);
}

/** Cases that ended lately, and those under a hold, whenever they ended. */
async function closedToShow(context: Context, on: Temporal.PlainDate): Promise<readonly Case[]> {
  const lately = await closedSince(context.db.query, midnight(context, on.subtract({ days: closedDays })));
  const held = await closedOnHold(context.db.query);
  const all = new Map([...lately, ...held].map((one) => [one.id, one]));
  return [...all.values()].filter(isShown);
}

/** The day of the digest before; the last working day where there is none. */
async function sinceWhen(context: Context, on: Temporal.PlainDate): Promise<Temporal.PlainDate> {
  const before = await lastDigestBefore(context.db.query, on.toString());
  if (before === null) return lastWorkingDayOnOrBefore(on.subtract({ days: 1 }), context.holidays);
  const earliest = on.subtract({ days: longestSpan });
  return Temporal.PlainDate.compare(before, earliest) < 0 ? earliest : Temporal.PlainDate.from(before);
}

/** Null: no worker ever ran beside this one, as where `tijdig poll` is called by the clock. */
async function workersSince(context: Context, since: Temporal.PlainDate, now: Temporal.Instant): Promise<DigestFacts['workers']> {
  const { query } = context.db;
  const last = await lastRound(query);
  if (last === null) return null;
  const alive = await aliveSince(query, now.subtract({ minutes: aliveMinutes }).toString());
  const recorded = await longestGap(query, since.toString(), dayOf(context, now).toString());
  const running = Math.max(0, Math.floor(Temporal.Instant.from(last).until(now).total('minutes')));
  return { alive, longestGapMinutes: Math.max(recorded, running) };
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
