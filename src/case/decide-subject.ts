import type { Case, OpenCase } from './case.ts';
import { completionAsked, overtaken } from './consequence.ts';
import { datesOf } from './dates-of.ts';
import { type Decision, type DecisionContext, happened, leaving, refused, todayOf, voidedDraft, type Wish } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { isPrivacyKind } from './kind.ts';
import * as refusal from './refusal.ts';
import { authorisationTask, requirementsOf } from './requirements.ts';

/** Also for a kind taken wrongly: the clock keeps running from the first receipt, only the terms change. */
export function determineKind(command: Wish<'determine-kind'>, current: OpenCase, context: DecisionContext): Decision {
  const { kind, by, taken } = command;
  if (kind === current.kind) return refused(refusal.kindAlreadyKnown(current));
  if (taken.includes(kind)) return refused(refusal.kindTaken());
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const { policy, holidays } = context;
  const today = todayOf(context);
  const dated = { ...current, kind, extended: current.extended && isPrivacyKind(kind) };
  const { identityNeeded, tasks } = requirementsOf(kind, null, policy);
  return happened(...voidedDraft(current), {
    type: 'kind-determined',
    kind,
    from: current.kind,
    by,
    dates: datesOf(dated, policy, holidays, today),
    on: today.toString(),
    identityNeeded,
    tasks,
  });
}

export function confirmIntake(command: Wish<'confirm-intake'>, current: OpenCase, context: DecisionContext): Decision {
  const { receivedAt, by } = command;
  if (current.intakeConfirmed) return refused(refusal.intakeConfirmed());
  if (Temporal.Instant.compare(Temporal.Instant.from(receivedAt), Temporal.Instant.from(context.now)) > 0)
    return refused(refusal.receiptInFuture());
  const today = todayOf(context);
  const dates = datesOf({ ...current, receivedAt }, context.policy, context.holidays, today);
  const confirmed: CaseEvent = { type: 'intake-confirmed', receivedAt, dates, on: today.toString(), by };
  return happened(confirmed, ...completionAsked(by, current, [confirmed]));
}

/** Whoever acts for another shows an authorisation, which a person checks: one more required task. */
export function noteRepresentative(
  { representative, by }: Wish<'note-representative'>,
  current: OpenCase,
  context: DecisionContext,
): Decision {
  if (current.representative === representative) return refused(refusal.alreadyNoted());
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const noted: CaseEvent = { type: 'representative-noted', representative, task: authorisationTask, by };
  return happened(noted, ...overtaken(by, current, [noted], context));
}

/** Two cases keep their own dates and ends: a link joins nothing that could not be taken apart again. */
export function linkCase({ caseId, by }: Wish<'link-case'>, current: Case): Decision {
  return current.linked.includes(caseId) ? refused(refusal.alreadyNoted()) : happened({ type: 'case-linked', caseId, by });
}

export function unlinkCase({ caseId, by }: Wish<'unlink-case'>, current: Case): Decision {
  if (!current.linked.includes(caseId)) return refused(refusal.notLinked());
  const unlinked: CaseEvent = { type: 'case-unlinked', caseId, by };
  return happened(unlinked, ...completionAsked(by, current, [unlinked]));
}

export function assign({ to, by }: Wish<'assign'>, current: OpenCase): Decision {
  return current.assignedTo === to ? refused(refusal.alreadyNoted()) : happened({ type: 'case-assigned', to, by });
}
