/** "Your morning": one mail a working day for each of our people, with what is theirs to do and nothing else. */
import { isWorkingDay } from '../case/calendar.ts';
import { type Case, isClosed, type OpenCase } from '../case/case.ts';
import type { StaffLanguage } from '../case/kind.ts';
import { type MorningFacts, morning, type StaffRow } from '../responders/internal-letter.ts';
import { dailyOn, insertDaily, openCases } from '../store/digests.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';
import { nextWords, waitsForCustomer } from './next-words.ts';
import { colleaguesFor, isAway, namedForDemands } from './people.ts';
import { whomToAsk } from './review.ts';
import { staffLanguage, writeDaily } from './staff-letters.ts';

/**
 * Writes today's mail to every staff member who is here and has none yet. Any number of workers may do this at the same
 * second: the row of the day decides. Returns how many letters were written.
 */
export async function sendMornings(context: Context): Promise<number> {
  const today = dayOf(context, context.clock.now());
  if (!isWorkingDay(today, context.holidays)) return 0;
  const done = await dailyOn(context.db, today.toString(), 'morning');
  const named = namedForDemands(context.people);
  const members = context.people.filter((one) => (one.isStaff || named.includes(one)) && !isAway(one, today) && !done.has(one.id));
  if (members.length === 0) return 0;
  const open = (await openCases(context.db.query)).filter((one) => !isClosed(one));
  let written = 0;
  for (const member of members) {
    // Who is here for demands alone is written to when there is one.
    if (!member.isStaff && open.every((one) => listFor(context, member, one, today.toString()) === null)) continue;
    const text = morning(context.templates, morningFacts(context, member, open, today));
    if (await insertDaily(context.db, today.toString(), 'morning', await writeDaily(context, member, 'morning', text))) written++;
  }
  return written;
}

type List = 'overdue' | 'approvals' | 'tasks' | 'warnings' | 'waiting';

function morningFacts(context: Context, member: StaffMember, open: readonly OpenCase[], today: Temporal.PlainDate): MorningFacts {
  const language = staffLanguage(context, member);
  const lists: Record<List, StaffRow[]> = { overdue: [], approvals: [], tasks: [], warnings: [], waiting: [] };
  for (const one of open) {
    const list = listFor(context, member, one, today.toString());
    if (list !== null) lists[list].push(rowOf(one, today, language));
  }
  return { language, on: today.toString(), ...lists, byMail: context.config.authservId !== null };
}

/** Where a case stands in somebody's day; null: it is not theirs. The weightiest reason decides. */
function listFor(context: Context, member: StaffMember, one: OpenCase, today: string): List | null {
  const mine = colleaguesFor(context, one).some(({ id }) => id === member.id);
  const asked = one.status === 'awaiting-approval' && whomToAsk(context, one).some(({ id }) => id === member.id);
  if (!mine && !asked) return null;
  if (today > one.dates.dueOn) return 'overdue';
  if (asked) return 'approvals';
  // What others must approve, or the mail server must take, is not mine to do.
  if (one.status === 'awaiting-approval' || (one.status === 'in-progress' && one.leaving !== null)) return null;
  if (today >= one.dates.warnOn) return 'warnings';
  return waitsForCustomer(one) ? 'waiting' : 'tasks';
}

function rowOf(one: Case, today: Temporal.PlainDate, language: StaffLanguage): StaffRow {
  return {
    reference: one.reference,
    kind: one.kind,
    status: one.status,
    dueOn: one.dates.dueOn,
    actByOn: one.dates.actByOn,
    daysLeft: today.until(one.dates.dueOn).days,
    what: nextWords(one, language),
  };
}
