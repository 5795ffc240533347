/**
 * A working day began: every open case is told, once, and says aloud what comes near or has passed. Any number of workers
 * may do this at the same second, and again ten minutes later: the case itself knows what it said.
 */
import { isWorkingDay } from '../case/calendar.ts';
import { openCases } from '../store/digests.ts';
import { insertFirstReviews, reviewedAmong } from '../store/told.ts';
import { type Context, dayOf } from './context.ts';
import { isHourReached } from './day-hour.ts';
import { giveToOpen } from './give-to-open.ts';
import { reviewNow, writeReviews } from './review.ts';

/** What came of a look at all open cases. */
export interface Watched {
  /** Cases to which the day said something new. */
  readonly changed: number;
  /** Drafts that became urgent and are told by a mail of their own. */
  readonly urgent: number;
}

/** Nothing on days we do not work, or before the hour of the digest. */
export async function watchDueDates(context: Context): Promise<Watched> {
  if (!isDayBegun(context)) return { changed: 0, urgent: 0 };
  await context.refreshPeople();
  const on = dayOf(context, context.clock.now()).toString();
  const changed = await giveToOpen(context, { type: 'begin-day', on });
  return { changed: changed.length, urgent: await mailUrgentReviews(context) };
}

/** Whether a working day has reached the hour of the digest. */
export function isDayBegun(context: Context): boolean {
  return isWorkingDay(dayOf(context, context.clock.now()), context.holidays) && isHourReached(context);
}

/** Drafts nobody was sent yet, whose act-by date has come near. */
async function mailUrgentReviews(context: Context): Promise<number> {
  const waiting = (await openCases(context.db.query)).filter((one) => one.status === 'awaiting-approval' && reviewNow(context, one));
  const sent = await reviewedAmong(
    context.db.query,
    waiting.flatMap((one) => (one.status === 'awaiting-approval' ? [one.draft.letterId] : [])),
  );
  let written = 0;
  for (const state of waiting) {
    if (state.status !== 'awaiting-approval' || sent.has(state.draft.letterId)) continue;
    const letters = await writeReviews(context, state);
    if (letters.length > 0 && (await insertFirstReviews(context.db, state.draft.letterId, letters))) written++;
  }
  return written;
}
