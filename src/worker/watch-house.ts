/**
 * Looks every minute whether something is wrong that mail may be unable to tell, and whether it is over: the mailbox is not
 * read, is silent, is emptied by another program; a digest did not reach a reader. What it finds is a row (`store/alarms`), so
 * that any number of workers may look. It repairs nothing.
 */
import { type AlarmCode, endAlarm, raiseAlarm } from '../store/alarms.ts';
import { dailyOn, lettersOfDay } from '../store/digests.ts';
import { arrivalsSince, vanishedOn } from '../store/mailbox-health.ts';
import { lastRound } from '../store/workers.ts';
import { type Context, dayOf } from './context.ts';
import { beganLater, hourOfToday } from './day-hour.ts';
import { digestReaders, hasDigest } from './send-digest.ts';

/** Minutes without a completed round. */
const awayMinutes = 15;
/** Looks in a row that must find so: after a start or a long sleep the first round is about to come. */
const awayLooks = 3;
/** How far back the usual pauses are measured, and how many messages it takes to call anything usual. */
const usualDays = 35;
const usualMessages = 50;
/** Silent is this many times the longest pause, and at least so many minutes. */
const silentTimes = 2;
const silentMinutes = 12 * 60;
/** Messages gone before they were read on one day: colleagues tidying up are fewer. */
const emptiedMessages = 5;

export interface HouseWatch {
  look(): Promise<void>;
}

export function createHouseWatch(context: Context): HouseWatch {
  let away = 0;
  return {
    async look() {
      away = (await isAway(context)) ? away + 1 : 0;
      await note(context, 'mailbox-away', away === 0 ? false : away >= awayLooks ? true : null);
      await note(context, 'mailbox-silent', await isSilent(context));
      await note(context, 'mailbox-emptied', await isEmptied(context));
      await note(context, 'digest-missing', await isDigestMissing(context));
    },
  };
}

/** @param is null: it is too early to say, and what was said last holds */
async function note({ db, clock, log }: Context, code: AlarmCode, is: boolean | null): Promise<void> {
  const at = clock.now().toString();
  if (is === false && (await endAlarm(db.query, code, '', at))) log.info('an alarm is over', { code });
  if (is === true && (await raiseAlarm(db.query, code, '', at))) log.warn('an alarm began', { code });
}

/** No worker, here or elsewhere, has read the mailbox for long. */
async function isAway({ db, clock, begunAt }: Context): Promise<boolean> {
  const last = Temporal.Instant.from((await lastRound(db.query)) ?? begunAt);
  return last.until(clock.now()).total('minutes') >= awayMinutes;
}

/** Nothing comes in where much did. */
async function isSilent({ db, clock }: Context): Promise<boolean> {
  const now = clock.now();
  const { count, newestAt, longestPause } = await arrivalsSince(db.query, now.subtract({ hours: 24 * usualDays }).toString());
  if (count < usualMessages || newestAt === null) return false;
  const silent = Temporal.Instant.from(newestAt).until(now).total('minutes');
  return silent >= Math.max(silentMinutes, silentTimes * longestPause);
}

/** Over when half a day went by without any: at midnight the count begins anew and says nothing yet. */
async function isEmptied(context: Context): Promise<boolean | null> {
  const now = context.clock.now().toZonedDateTimeISO(context.timeZone);
  const count = await vanishedOn(context.db, now.toPlainDate().toString());
  if (count >= emptiedMessages) return true;
  return count === 0 && now.hour >= 12 ? false : null;
}

/** An hour after its time a reader has none, or an hour after it was written the mail server has not taken it. */
async function isDigestMissing(context: Context): Promise<boolean | null> {
  const before = context.clock.now().subtract({ hours: 1 });
  if (beganLater(context) || Temporal.Instant.compare(before, hourOfToday(context)) < 0) return null;
  const today = dayOf(context, context.clock.now());
  const readers = digestReaders(context);
  if (readers.length === 0 || !(await hasDigest(context, today))) return null;
  const done = await dailyOn(context.db, today.toString(), 'digest');
  if (readers.some(({ id }) => !done.has(id))) return true;
  const letters = await lettersOfDay(context.db.query, today.toString(), 'digest');
  if (letters.every(({ status }) => status === 'accepted')) return false;
  return letters.some(({ status, writtenAt }) => status !== 'accepted' && Temporal.Instant.compare(writtenAt, before) <= 0) ? true : null;
}
