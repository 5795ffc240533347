import { type Attention, type Case, type CaseFacts, isClosed, type OpenCase, type Task } from './case.ts';
import type { Day } from './policy.ts';

// How a case's parts are put together: what `evolve` says with.

/** The status of an open case that has no letter waiting or leaving. */
export function atRest(current: CaseFacts): OpenCase {
  const facts = factsOf(current);
  const waitsForReader =
    !facts.intakeConfirmed ||
    facts.kind === 'undetermined' ||
    (facts.kind === 'authority' && facts.tasks.some((task) => task.required && task.ticked === null));
  if (waitsForReader) return { ...facts, status: 'needs-a-person' };
  if (facts.askedOn !== null) return { ...facts, status: 'awaiting-clarification' };
  if (facts.identity.needed && facts.identity.verified === null) return { ...facts, status: 'awaiting-identity' };
  return { ...facts, status: 'in-progress', leaving: null };
}

/** After a tick: a case that waited for it moves on, one that waits for something else stays. */
export function resettled(current: Case): Case {
  return current.status === 'awaiting-identity' || current.status === 'needs-a-person' ? atRest(current) : current;
}

export function ticked(
  tasks: readonly Task[],
  id: string,
  { by, at }: { readonly by: string | null; readonly at: string },
): readonly Task[] {
  return tasks.map((task) => (task.id === id ? { ...task, ticked: { by, at } } : task));
}

export function withAttention<Of extends CaseFacts>(current: Of, mark: Attention): Of {
  return current.attention.includes(mark) ? current : { ...current, attention: [...current.attention, mark] };
}

export function withoutAttention<Of extends CaseFacts>(current: Of, marks: readonly Attention[]): Of {
  return { ...current, attention: current.attention.filter((mark) => !marks.includes(mark)) };
}

/** The facts alone, without what belongs to a status: the case is about to move to another one. */
export function factsOf(current: CaseFacts): CaseFacts {
  const {
    status: _status,
    draft: _draft,
    leaving: _leaving,
    closedAt: _closedAt,
    ...facts
  } = current as CaseFacts & Record<string, unknown>;
  return facts as CaseFacts;
}

/** An open case that has no letter waiting or leaving settles in the status its facts give it; any other stays. */
export function rested(current: Case): Case {
  return isClosed(current) || letterIdOf(current) !== null ? current : atRest(factsOf(current));
}

/** The letter that waits for approval or is leaving, or null. */
export function letterIdOf(current: Case): string | null {
  if (current.status === 'awaiting-approval') return current.draft.letterId;
  return current.status === 'in-progress' ? (current.leaving?.letterId ?? null) : null;
}

/** What the new dates put ahead again will be said again when it comes. */
export function redated(current: Case, { dates, on }: { readonly dates: CaseFacts['dates']; readonly on: Day }): Case {
  const { alarms } = current;
  return {
    ...current,
    dates,
    alarms: {
      warned: alarms.warned && dates.warnOn <= on,
      escalated: alarms.escalated && dates.escalateOn <= on,
      overdue: alarms.overdue && dates.dueOn < on,
      promisePassed: alarms.promisePassed && dates.policyOn !== null && dates.policyOn < on,
    },
  };
}
