import type { CaseFacts, Task } from './case.ts';
import type { CaseKind, CaseLetterKind } from './kind.ts';
import type { Policy } from './policy.ts';

/** The task whose tick records that a person verified the requester's identity. */
export const identityTask = 'identity-verified';

/** The task whose tick records that a person weighed both rights to a refund: our own window and the statutory one. */
export const assessmentTask = 'refund-window-checked';

/** The tasks of a public body's demand: who it is, whether it may, and that it was answered. In this order. */
export const originTask = 'origin-verified';
export const assessedTask = 'demand-assessed';
export const answeredTask = 'demand-answered';

/** The task that records that a person saw a representative's authorisation. */
export const authorisationTask: Task = {
  id: 'authorisation-checked',
  required: true,
  title: { nl: 'Machtiging van de vertegenwoordiger gecontroleerd', en: "Representative's authorisation checked" },
  ticked: null,
};

/** What a case of some kind asks before it can complete. Fixed at opening (or when its kind is determined), so later steps need no policy. */
export interface Requirements {
  readonly identityNeeded: boolean;
  readonly tasks: readonly Task[];
}

/**
 * Reads the requirements of `kind` from the policy.
 * @param contactChange whether a change concerns contact data; null (not known) counts as yes, the safe side
 */
export function requirementsOf(kind: CaseKind, contactChange: boolean | null, policy: Policy): Requirements {
  const kindPolicy = policy.kinds[kind];
  const identityNeeded = kindPolicy.identity === 'required' || (kindPolicy.identity === 'contact-data' && contactChange !== false);
  const tasks = kindPolicy.tasks
    .filter((task) => task.id !== identityTask || identityNeeded)
    .map((task): Task => ({ id: task.id, required: task.required, title: task.title, ticked: null }));
  return {
    identityNeeded,
    tasks,
  };
}

const approvals = { automatic: 0, approval: 1, 'four-eyes': 2 } as const;

/**
 * How many different people must approve a letter of this kind. One is the least: nothing but a completion may go by itself.
 * @param policy the one the case is bound to, under the waiver of today: a waiver counts for cases that were there before it
 */
export function approvalsFor(letterKind: CaseLetterKind, { kind }: Pick<CaseFacts, 'kind'>, policy: Policy): number {
  if (letterKind === 'completion-notice') return approvals[policy.kinds[kind].completion];
  return letterKind === 'refusal' || letterKind === 'partial-completion' ? approvals[policy.refusal] : 1;
}
