/**
 * What a working day begins with: dates by today's holidays, alerts, the digest and the mornings. Asked again every few
 * minutes, so that a machine that slept at the hour finds it later; each part knows by itself what was done already, and
 * whether it has anything to do on a day off.
 */
import { ExpectedError } from '../errors.ts';
import { databaseTrouble } from '../store/db.ts';
import type { Context } from './context.ts';
import { beganLater, isHourReached } from './day-hour.ts';
import { recomputeWhenChanged } from './recompute-dates.ts';
import { sealAudit } from './seal-audit.ts';
import { sendDigest } from './send-digest.ts';
import { sendMornings } from './send-mornings.ts';
import { sendSummaries } from './send-summaries.ts';
import { faultOf } from './station.ts';
import { isDayBegun, watchDueDates } from './watch-due-dates.ts';

/** One part that fails does not keep the others waiting; what the database or a server cannot do now is thrown at the end. */
export async function beginDay(context: Context): Promise<void> {
  let trouble: unknown = null;
  for (const part of [recomputeWhenChanged, watch, coverNight, writeMails]) {
    try {
      await part(context);
    } catch (error) {
      if (error instanceof ExpectedError || databaseTrouble(error) !== null) trouble ??= error;
      else context.log.error('a fault of the program, at the beginning of the day', { part: part.name, fault: faultOf(error) });
    }
  }
  if (trouble !== null) throw trouble;
}

async function watch(context: Context): Promise<void> {
  const { changed, urgent } = await watchDueDates(context);
  if (changed + urgent > 0) context.log.info('due dates watched', { cases: changed, reviews: urgent });
}

/** So that the head of the audit in the digest covers the night. */
async function coverNight(context: Context): Promise<void> {
  if (isDayBegun(context)) await sealAudit(context, 'recent');
}

async function writeMails(context: Context): Promise<void> {
  if (!isHourReached(context) || beganLater(context)) return;
  await context.refreshPeople();
  const [digests, summaries, mornings] = [await sendDigest(context), await sendSummaries(context), await sendMornings(context)];
  if (digests + summaries + mornings > 0) context.log.info('mails of the day written', { digests, summaries, mornings });
}
