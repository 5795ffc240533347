import type { Attention } from './case.ts';
import { computeDates } from './due-date.ts';
import type { CaseEvent } from './event.ts';
import { type CaseKind, isConfidential } from './kind.ts';
import type { Opening } from './opening.ts';
import type { HolidayTable, Policy } from './policy.ts';
import { requirementsOf } from './requirements.ts';

/**
 * The order in which the requests of one message are dealt with: a public body first, a refund before the deletion that would
 * lose the balance, a copy before the deletion of what is copied.
 */
const order: readonly CaseKind[] = ['authority', 'refund', 'copy', 'change', 'objection', 'deletion', 'undetermined'];

/** What a deletion would make impossible. */
const beforeDeletion: readonly CaseKind[] = ['refund', 'copy'];

/**
 * Opens the cases of one message: one list of events per kind, in the order in which they are to be dealt with, each linked to
 * the others and to the cases the message continues. One decision, so that one acknowledgement can name them all.
 * @param opening its `identities` belong to its `kinds` in the order given there; a kind named twice counts once
 */
export function open(opening: Opening, policy: Policy, holidays: HolidayTable): readonly (readonly CaseEvent[])[] {
  const asked = [...new Set(opening.kinds)].map((kind) => ({ kind, identity: identityFor(opening, kind) }));
  asked.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return asked.map(({ kind, identity }) => {
    // What a public body demands is tied to nothing that others read.
    const beside = asked.filter((one) => isConfidential(one.kind) === isConfidential(kind)).map((one) => one.identity.caseId);
    const linked = [...beside.filter((id) => id !== identity.caseId), ...opening.continues];
    const waitsFor = kind === 'deletion' ? asked.filter((one) => beforeDeletion.includes(one.kind)).map((one) => one.identity.caseId) : [];
    return [opened(opening, kind, identity, { linked, waitsFor }, policy, holidays)];
  });
}

function identityFor(opening: Opening, kind: CaseKind): Opening['identities'][number] {
  const identity = opening.identities[opening.kinds.indexOf(kind)];
  if (identity === undefined) throw new Error(`an opening names ${opening.kinds.length} kinds and ${opening.identities.length} identities`);
  return identity;
}

function opened(
  opening: Opening,
  kind: CaseKind,
  identity: Opening['identities'][number],
  { linked, waitsFor }: { readonly linked: readonly string[]; readonly waitsFor: readonly string[] },
  policy: Policy,
  holidays: HolidayTable,
): CaseEvent {
  const { language, receivedAt, serviceDate, sentAt } = opening;
  return {
    type: 'case-opened',
    caseId: identity.caseId,
    reference: identity.reference,
    kind,
    language,
    receivedAt,
    openingMessageId: opening.messageId,
    policyHash: policy.hash,
    dates: computeDates({ kind, receivedAt, serviceDate, sentAt }, policy, holidays),
    basis: { serviceDate, sentAt },
    ...requirementsOf(kind, opening.contactChange, policy),
    attention: attentionFor(kind, opening.attention),
    linked,
    waitsFor,
    channel: opening.channel,
    intakeConfirmed: opening.intakeConfirmed,
    openedBy: opening.openedBy,
    acknowledge: opening.acknowledge && opening.intakeConfirmed,
  };
}

/** `undetermined` and `authority` mark the case of that kind only, whatever else the same message asks. */
function attentionFor(kind: CaseKind, given: readonly Attention[]): readonly Attention[] {
  const others = given.filter((mark) => mark !== 'undetermined' && mark !== 'authority');
  return kind === 'undetermined' || kind === 'authority' ? [kind, ...others] : others;
}
