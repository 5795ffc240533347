import type { Attention, Case } from './case.ts';
import { isClosed } from './case.ts';
import type { CaseEvent } from './event.ts';
import { isConfidential, isPrivacyKind } from './kind.ts';
import { authorisationTask, identityTask } from './requirements.ts';
import { atRest, redated, rested, ticked, withAttention, withoutAttention } from './state.ts';

type Happened<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

/** What a person has seen to by determining the kind. */
const readByPerson: readonly Attention[] = ['undetermined', 'authority', 'unreadable', 'too-large'];

export function kindDetermined(current: Case, event: Happened<'kind-determined'>): Case {
  if (isClosed(current)) return current;
  const { verified } = current.identity;
  // Who acts for the requester stays so, whatever is asked.
  const kept = current.tasks.filter((task) => task.id === authorisationTask.id);
  const tasks = verified === null ? event.tasks : ticked(event.tasks, identityTask, { by: verified.by, at: verified.at });
  const read = withoutAttention(redated(current, event), readByPerson);
  const confidential = isConfidential(event.kind);
  return atRest({
    // A person took it for a demand: the people named for those are to see it, and nobody may come to it from another case.
    ...(confidential ? withAttention({ ...read, linked: [] }, 'authority') : read),
    kind: event.kind,
    extended: current.extended && isPrivacyKind(event.kind),
    identity: { ...current.identity, needed: event.identityNeeded },
    waitsFor: event.kind === 'deletion' ? current.waitsFor : [],
    tasks: [...tasks, ...kept],
  });
}

export function intakeConfirmed(current: Case, event: Happened<'intake-confirmed'>): Case {
  const confirmed = { ...redated(current, event), receivedAt: event.receivedAt, intakeConfirmed: true };
  return rested(withoutAttention(confirmed, ['intake-to-confirm']));
}

export function representativeNoted(current: Case, event: Happened<'representative-noted'>): Case {
  // What the one before showed says nothing of this one.
  const others = current.tasks.filter((task) => task.id !== event.task.id);
  const noted = withoutAttention(current, ['on-behalf']);
  return rested({ ...noted, representative: event.representative, tasks: [...others, event.task] });
}
