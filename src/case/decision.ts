import type { Draft, OpenCase } from './case.ts';
import type { CaseCommand, Refusal } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { GateContext } from './gate.ts';
import type { CaseLetterKind } from './kind.ts';
import type { HolidayTable, Instant, Policy } from './policy.ts';

/** What a decision may read besides the case. */
export interface DecisionContext {
  /** The policy the case is bound to (`policyHash`). */
  readonly policy: Policy;
  /** The holidays of today. */
  readonly holidays: HolidayTable;
  readonly now: Instant;
}

export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal };

/** One command's own part of the decision. */
export type Wish<Type extends CaseCommand['type']> = Extract<CaseCommand, { readonly type: Type }>;

export function happened(...events: readonly CaseEvent[]): Decision {
  return { events };
}

export function refused(why: Refusal): Decision {
  return { refusal: why };
}

export function todayOf({ now, policy }: DecisionContext): Temporal.PlainDate {
  return Temporal.Instant.from(now).toZonedDateTimeISO(policy.timeZone).toPlainDate();
}

export function gateContext(context: DecisionContext): GateContext {
  return { policy: context.policy, today: todayOf(context) };
}

/** The letter that waits for approval or is leaving, or null. */
export function letterOf(current: OpenCase): Draft | null {
  if (current.status === 'awaiting-approval') return current.draft;
  return current.status === 'in-progress' ? current.leaving : null;
}

export function leaving(current: OpenCase): boolean {
  return current.status === 'in-progress' && current.leaving !== null;
}

type Because = Extract<CaseEvent, { readonly type: 'draft-voided' }>['because'];

export function voided(letter: Draft, because: Because, by: string | null = null): CaseEvent {
  return { type: 'draft-voided', letterId: letter.letterId, because, by };
}

/** A draft that waits is of no use any more; a letter that leaves is not touched. */
export function voidedDraft(current: OpenCase): CaseEvent[] {
  return current.status === 'awaiting-approval' ? [voided(current.draft, 'case-changed')] : [];
}

export function draftRequested(letterKind: CaseLetterKind, by: string | null): CaseEvent {
  return { type: 'draft-requested', letterKind, by };
}
