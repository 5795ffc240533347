import type { Case } from '../case/case.ts';
import { authorityAlert } from '../responders/internal-letter.ts';
import type { NewLetter } from '../store/letters.ts';
import { type Context, policyOf } from './context.ts';
import { colleaguesFor } from './people.ts';
import { staffLanguage, writeStaffLetter } from './staff-letters.ts';
import type { Work } from './work.ts';

/**
 * Tells the people named for demands that one came in, at any hour: by mail and by the second channel, in the work that opens
 * the case, so that it can be neither lost nor told twice.
 */
export async function alertToDemand(context: Context, work: Work, state: Case): Promise<void> {
  work.letters.push(...(await writeAuthorityAlerts(context, state, false)));
  work.alarms.push({ code: 'authority', about: state.reference, at: context.clock.now().toString() });
}

/** @param again nobody has taken it for an hour */
export function writeAuthorityAlerts(context: Context, state: Case, again: boolean): Promise<readonly NewLetter[]> {
  const { reference, receivedAt, dates } = state;
  return Promise.all(
    colleaguesFor(context, state).map((member) => {
      const facts = { reference, receivedAt, dueOn: dates.dueOn, dueAt: hourOf(context, state), again };
      const text = authorityAlert(context.templates, { ...facts, language: staffLanguage(context, member), timeZone: context.timeZone });
      return writeStaffLetter(context, member, 'authority-alert', text, [state.id]);
    }),
  );
}

/** To the hour, while the term of the policy counts and is one of hours; null: to the day. */
function hourOf(context: Context, { kind, receivedAt, demand, policyHash }: Case): string | null {
  const { unit, count } = policyOf(context, policyHash).kinds[kind].legal;
  return unit !== 'hours' || demand?.term ? null : Temporal.Instant.from(receivedAt).add({ hours: count }).toString();
}
