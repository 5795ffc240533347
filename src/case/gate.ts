import type { CaseFacts } from './case.ts';
import type { Refusal } from './command.ts';
import { type CaseLetterKind, isConfidential, isPrivacyKind } from './kind.ts';
import type { Policy } from './policy.ts';
import * as refusal from './refusal.ts';
import { disclosureMissing } from './refusal-demand.ts';
import { assessmentTask, authorisationTask } from './requirements.ts';

/** What a gate may read besides the case. */
export interface GateContext {
  readonly policy: Policy;
  /** Today in the business time zone. */
  readonly today: Temporal.PlainDate;
}

/**
 * Why a letter of this kind may not be written, approved or sent now, or null: the one gate on every way to a letter.
 * Sources: GDPR art. 12 and the articles named at each rule; docs/case-life.md.
 */
export function gate(letterKind: CaseLetterKind, current: CaseFacts, context: GateContext): Refusal | null {
  if (!current.intakeConfirmed) return refusal.intakeUnconfirmed();
  switch (letterKind) {
    case 'completion-notice':
      return completionGate(current);
    case 'partial-completion':
      return endingGate(current) ?? authorisationGate(current);
    case 'refusal':
      return refusalGate(current);
    case 'identity-request':
      return codeGate(current, context.policy);
    case 'clarification':
      return current.askedOn === null ? null : refusal.alreadyAsked();
    case 'extension':
      return extensionGate(current, context.today);
    case 'refund-window':
      return current.kind === 'refund' ? null : refusal.letterNotForKind('refund');
    case 'fee-notice':
      return isPrivacyKind(current.kind) ? null : refusal.letterNotForKind('privacy');
    case 'correction':
      return knownKind(current);
    case 'reminder':
      return current.askedOn !== null || current.identity.challenge !== null ? null : refusal.nothingAsked();
    default:
      return letterKind satisfies never;
  }
}

/** Why a case may not be completed now: what is asked must be known, who asks verified, and every required task done. */
export function completionGate(current: CaseFacts): Refusal | null {
  const shut = endingGate(current);
  if (shut !== null) return shut;
  const open = current.tasks.filter((task) => task.required && task.ticked === null);
  return open.length === 0 ? disclosureGate(current) : refusal.tasksOpen(open);
}

/** A public body's demand ends with a record of what it got, also where its tasks do not ask for one. */
function disclosureGate({ kind, demand }: CaseFacts): Refusal | null {
  return isConfidential(kind) && (demand?.disclosures ?? []).length === 0 ? disclosureMissing() : null;
}

/** What holds for a completion in part as well. */
function endingGate(current: CaseFacts): Refusal | null {
  return knownKind(current) ?? identityGate(current) ?? holdGate(current) ?? orderGate(current);
}

/** What the same message asked, and a deletion would make impossible, comes first. */
function orderGate({ waitsFor }: CaseFacts): Refusal | null {
  return waitsFor.length > 0 ? refusal.earlierRequestOpen() : null;
}

/** Nothing goes to somebody who acts for another before a person saw that they may. */
function authorisationGate({ tasks }: CaseFacts): Refusal | null {
  const open = tasks.filter((task) => task.id === authorisationTask.id && task.ticked === null);
  return open.length === 0 ? null : refusal.tasksOpen(open);
}

/** A legal hold keeps what a deletion would erase (art. 17(3)(b), (e)). */
export function holdGate(current: CaseFacts): Refusal | null {
  return current.kind === 'deletion' && current.hold !== null ? refusal.onHold(current.hold) : null;
}

function identityGate({ identity }: CaseFacts): Refusal | null {
  return identity.needed && identity.verified === null ? refusal.identityNotVerified() : null;
}

function knownKind({ kind }: CaseFacts): Refusal | null {
  return kind === 'undetermined' ? refusal.kindUndetermined() : null;
}

/** A refund is refused by a person who went through both rights, never because a window has passed. */
function refusalGate(current: CaseFacts): Refusal | null {
  if (current.kind === 'undetermined' || current.kind === 'authority') return refusal.kindUndetermined();
  const assessment = current.tasks.find((task) => task.id === assessmentTask);
  return current.kind === 'refund' && assessment?.ticked === null ? refusal.refundNotAssessed() : null;
}

function codeGate({ identity }: CaseFacts, policy: Policy): Refusal | null {
  if (!identity.needed || identity.verified !== null) return refusal.identityNotNeeded();
  if (identity.challenge !== null) return refusal.codePending(identity.challenge.untilOn);
  return identity.codesSent < policy.identityCode.perCase ? null : refusal.codesUsedUp();
}

/** Once, for reasons, and sent before the first term ends (art. 12(3)). */
function extensionGate(current: CaseFacts, today: Temporal.PlainDate): Refusal | null {
  if (!isPrivacyKind(current.kind)) return refusal.letterNotForKind('privacy');
  if (current.extended) return refusal.alreadyExtended();
  const late = Temporal.PlainDate.compare(today, Temporal.PlainDate.from(current.dates.legalOn)) > 0;
  return late ? refusal.extensionTooLate(current.dates.legalOn) : null;
}
