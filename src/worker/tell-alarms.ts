/** Tells the second channel what is wrong, and when it is over. It fails into tries later, never into the station. */
import type { TellAlert } from '../outbox/alert.ts';
import { claimUntold, noteTold, type UntoldAlarm } from '../store/alarms.ts';
import { alarmWords } from './alarm-words.ts';
import type { Context } from './context.ts';

/** Any number of workers may do this at the same second. Returns how many alarms the second channel took. */
export async function tellAlarms(context: Context, tell: TellAlert | null): Promise<number> {
  if (tell === null) return 0;
  let told = 0;
  for (const alarm of await claimUntold(context.db, context.clock.now().toString())) {
    const outcome = await tell(alertOf(context, alarm));
    if (!outcome.told) {
      context.log.warn('ALERT_URL: the second channel did not take an alarm; it is told again later', {
        code: alarm.code,
        answer: outcome.code,
        attempts: alarm.attempts,
      });
      continue;
    }
    await noteTold(context.db, alarm, context.clock.now().toString());
    told++;
  }
  return told;
}

function alertOf(context: Context, alarm: UntoldAlarm) {
  return {
    text: alarmWords(context, alarm),
    code: alarm.code,
    ...(alarm.about === '' ? {} : { about: alarm.about }),
    at: alarm.endedAt ?? alarm.since,
    state: alarm.endedAt === null ? ('began' as const) : ('over' as const),
  };
}
