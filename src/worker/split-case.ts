import { randomInt, randomUUID } from 'node:crypto';
import type { Case } from '../case/case.ts';
import { replay } from '../case/evolve.ts';
import { isConfidential, type RequestKind, requestKinds } from '../case/kind.ts';
import { open } from '../case/open.ts';
import { makeReference } from '../case/reference.ts';
import { kindTaken } from '../case/refusal.ts';
import { searchKeys } from '../privacy/search-key.ts';
import { kindsOfMessage, type LoadedCase } from '../store/cases.ts';
import { createKey } from '../store/keys.ts';
import { askStaff } from './ask-staff.ts';
import { carryOut } from './carry-out.ts';
import { type Context, policyOf } from './context.ts';
import { noSuchCase } from './hands-off.ts';
import { demandApart } from './link-cases.ts';
import { mayKnow } from './people.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import type { Work } from './work.ts';

/** What came of a split: the case it was split from, and the new one. */
export interface Split {
  readonly outcome: StaffOutcome;
  readonly opened: Case | null;
}

/**
 * One more request of the same message as a linked case of its own, under the policy and with the clock of the first
 * receipt. The message was acknowledged before: what the customer first hears of the new case is its own letter, or a
 * correction.
 */
export async function splitCase(context: Context, reference: string, kind: RequestKind, by: string): Promise<Split> {
  let opened: Case | null = null;
  const outcome = await changeCase(context, reference, null, async (work, loaded) => {
    const { state } = loaded;
    if (!mayKnow(context.people, by, state.kind)) return noSuchCase;
    if (isConfidential(state.kind)) return demandApart;
    const taken = await kindsOfMessage(context.db.query, state.openingMessageId, state.id);
    if (requestKinds.some((one) => one === kind && (state.kind === kind || taken.includes(kind)))) return kindTaken();
    opened = addSplit(context, work, loaded, kind, by);
    if (!opened.intakeConfirmed) await askStaff(context, work, opened, 'confirm-intake');
    return carryOut(context, work, state.id, { type: 'link-case', caseId: opened.id, by });
  });
  return { outcome, opened: outcome.done ? opened : null };
}

function addSplit(context: Context, work: Work, { state, person, requesterIndex }: LoadedCase, kind: RequestKind, by: string): Case {
  const [events] = open(
    {
      messageId: state.openingMessageId,
      receivedAt: state.receivedAt,
      sentAt: state.basis.sentAt,
      kinds: [kind],
      language: state.language,
      serviceDate: state.basis.serviceDate ?? person.entities.serviceDate,
      contactChange: null,
      acknowledge: false,
      attention: [],
      continues: [state.id],
      channel: state.channel,
      intakeConfirmed: state.intakeConfirmed,
      openedBy: by,
      identities: [{ caseId: randomUUID(), reference: makeReference(randomInt(100_000_000)) }],
    },
    policyOf(context, state.policyHash),
    context.holidays,
  );
  const opened = events === undefined ? null : replay(events);
  if (events === undefined || opened === null) throw new Error('a case was split off without an event');
  const keys = searchKeys(context.indexKey, person.entities);
  const made = { person: { ...person, quotes: [] }, requesterIndex, searchKeys: keys, key: createKey(context.subKeys) };
  work.cases.set(opened.id, { version: 0, state: opened, events, ...made });
  return opened;
}
