import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import { isConfidential } from '../case/kind.ts';
import { authorityAlert } from '../responders/internal-letter.ts';
import { demandsToldOnce, raiseAlarm } from '../store/alarms.ts';
import { insertNew } from '../store/insert-new.ts';
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
  work.alarms.push({ code: 'authority', about: state.reference, at: context.clock.now().toString(), over: false });
}

/** Tells the second channel when somebody has taken a demand, and when it is dealt with or was none. */
export function noteDemandTaken(context: Context, work: Work, { reference, kind }: Case, events: readonly CaseEvent[]): void {
  const over = { about: reference, at: context.clock.now().toString(), over: true } as const;
  const ended = !isConfidential(kind) || events.some(({ type }) => type === 'case-closed');
  if (ended || events.some(isTaking)) work.alarms.push({ code: 'authority-waiting', ...over });
  if (ended) work.alarms.push({ code: 'authority', ...over });
}

function isTaking(event: CaseEvent): boolean {
  return event.type === 'task-ticked' || (event.type === 'case-assigned' && event.to !== null);
}

/** Hours after which a demand that nobody has taken is told once more. */
const patience = 1;

/** Tells once more of demands that nobody has taken. Any number of workers may ask at once; how many were told. */
export async function remindOfDemands(context: Context): Promise<number> {
  const now = context.clock.now();
  let told = 0;
  for (const state of await demandsToldOnce(context.db.query, now.subtract({ hours: patience }).toString())) {
    if (state.assignedTo !== null || state.tasks.some(({ ticked }) => ticked !== null)) continue;
    await context.refreshPeople();
    const letters = await writeAuthorityAlerts(context, state, true);
    const first = await context.db.transaction(async (tx) => {
      if (!(await raiseAlarm(tx, 'authority-waiting', state.reference, now.toString()))) return false;
      return insertNew(tx, { triage: null, cases: [], letters });
    });
    if (first) told++;
  }
  return told;
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
