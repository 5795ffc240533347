/** The hour of the policy at which a day begins for our own people. A machine that slept at that hour finds it later. */
import { type Context, dayOf } from './context.ts';

export function isHourReached(context: Context): boolean {
  return Temporal.Instant.compare(context.clock.now(), hourOfToday(context)) >= 0;
}

/** Tijdig itself began after the hour of its first day: there is no yesterday to tell of. */
export function beganLater(context: Context): boolean {
  return Temporal.Instant.compare(context.begunAt, hourOfToday(context)) >= 0;
}

/** By the wall clock of the business time zone, on either day that summer time begins or ends too. */
export function hourOfToday(context: Context): Temporal.Instant {
  const { hour, minute } = context.policy.digest;
  const plainTime = new Temporal.PlainTime(hour, minute);
  return dayOf(context, context.clock.now()).toZonedDateTime({ timeZone: context.timeZone, plainTime }).toInstant();
}
