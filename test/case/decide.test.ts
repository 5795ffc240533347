import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import { computeDates } from '../../src/case/due-date.ts';
import { react } from '../../src/case/react.ts';
import {
  approve,
  attempt,
  carry,
  determine,
  holidays,
  joined,
  now,
  opened,
  policy,
  policyWith,
  ready,
  record,
  request,
  settle,
  tick,
} from './fixtures.ts';

const completion = request('completion-notice');
const noRequest: CaseCommand = { type: 'close-as-no-request', by: 'anna' };
/** One person's approval is enough. */
const alone = policyWith('approval');

function eventTypes(current: Case, command: CaseCommand): string[] {
  return attempt(current, command).events.map(({ type }) => type);
}

function effects(current: Case, command: CaseCommand) {
  const result = attempt(current, command);
  return react(result.events, [result.after]);
}

/** A deletion whose draft waits for approval. */
function drafted(under = alone, editedBy: string | null = null): Case {
  return carry(ready(opened('deletion', under)), record('letter-1', 'hash-1', editedBy));
}

/** A deletion whose approved letter is leaving. */
function released(): Case {
  return carry(drafted(), approve('letter-1', 'hash-1', 'anna'));
}

describe('a deletion, from tick to closing', () => {
  it('is completed by ticks, a draft, an approval and an accepted letter', () => {
    let current = opened('deletion', alone);
    current = carry(current, tick('identity-verified'));
    expect(current).toMatchObject({
      status: 'in-progress',
      leaving: null,
      identity: { verified: { by: 'anna', method: 'staff', at: now } },
    });
    expect(current.tasks.find(({ id }) => id === 'identity-verified')?.ticked).toEqual({ by: 'anna', at: now });
    expect(eventTypes(current, tick('data-erased'))).toEqual(['task-ticked']);
    current = carry(current, tick('data-erased'));
    expect(eventTypes(current, tick('recipients-told'))).toEqual(['task-ticked', 'draft-requested']);
    expect(effects(current, tick('recipients-told'))).toEqual([
      { type: 'draft', caseId: 'case-deletion', letterKind: 'completion-notice' },
    ]);
    current = carry(current, tick('recipients-told'));
    expect(effects(current, record('letter-1', 'hash-1'))).toEqual([
      { type: 'ask-review', caseId: 'case-deletion', letterId: 'letter-1', hash: 'hash-1' },
    ]);
    current = carry(current, record('letter-1', 'hash-1'));
    expect(current.status).toBe('awaiting-approval');
    expect(effects(current, approve('letter-1', 'hash-1', 'anna'))).toEqual([
      { type: 'release', caseId: 'case-deletion', letterId: 'letter-1', undoable: true },
    ]);
    current = carry(current, approve('letter-1', 'hash-1', 'anna'));
    expect(current).toMatchObject({ status: 'in-progress', leaving: { letterId: 'letter-1', approvals: ['anna'] } });
    expect(eventTypes(current, settle('letter-1', 'accepted'))).toEqual(['letter-accepted', 'case-closed']);
    expect(carry(current, settle('letter-1', 'accepted'))).toMatchObject({ status: 'completed', closedAt: now });
  });

  it('asks for the draft at the tick that opens the gate, identity last or not, and never again', () => {
    const identityLast = carry(opened('deletion'), tick('data-erased'), tick('recipients-told'));
    expect(identityLast.status).toBe('awaiting-identity');
    expect(eventTypes(identityLast, tick('identity-verified'))).toEqual(['identity-verified', 'draft-requested']);
    expect(eventTypes(ready(opened('deletion')), tick('numbers-released'))).toEqual(['task-ticked']);
    expect(carry(drafted(), tick('numbers-released')).status).toBe('awaiting-approval');
  });
});

describe('a task', () => {
  it('that the case does not have, or that is ticked, is refused', () => {
    expect(attempt(opened('deletion'), tick('copy-collected')).code).toBe('no-such-task');
    expect(attempt(carry(opened('deletion'), tick('data-erased')), tick('data-erased')).code).toBe('already-ticked');
    expect(attempt(carry(opened('deletion'), tick('identity-verified')), tick('identity-verified')).code).toBe('already-ticked');
  });

  it('ticked on an unread message asks for no letter: its kind is still unknown', () => {
    expect(eventTypes(opened('undetermined'), tick('message-read'))).toEqual(['task-ticked']);
  });
});

describe('asking for completion', () => {
  it('is refused while identity, tasks or the kind are open, in that order of use to staff', () => {
    expect(attempt(opened('deletion'), completion).code).toBe('identity-not-verified');
    expect(attempt(carry(opened('deletion'), tick('identity-verified')), completion).code).toBe('tasks-open');
    expect(attempt(carry(opened('undetermined'), tick('message-read')), completion).code).toBe('kind-undetermined');
  });

  it('writes a new draft and voids the one that waits', () => {
    expect(effects(drafted(), completion)).toEqual([
      { type: 'void', caseId: 'case-deletion', letterId: 'letter-1' },
      { type: 'draft', caseId: 'case-deletion', letterKind: 'completion-notice' },
    ]);
    expect(carry(drafted(), completion)).toMatchObject({ status: 'in-progress', leaving: null });
  });

  it('is refused once an approved letter is leaving', () => {
    expect(attempt(released(), completion).code).toBe('letter-on-its-way');
  });
});

describe('a draft', () => {
  it('cannot be recorded before the gate is open, whoever wrote it', () => {
    expect(attempt(opened('deletion'), record('letter-1', 'hash-1')).code).toBe('identity-not-verified');
    expect(attempt(carry(opened('deletion'), tick('identity-verified')), record('letter-1', 'hash-1')).code).toBe('tasks-open');
  });

  it('takes the place of an earlier one, and the approvals given to that are gone', () => {
    const half = carry(drafted(policyWith('four-eyes')), approve('letter-1', 'hash-1', 'anna'));
    expect(eventTypes(half, record('letter-1', 'hash-2', 'bram'))).toEqual(['draft-prepared']);
    expect(carry(half, record('letter-1', 'hash-2', 'bram'))).toMatchObject({ draft: { hash: 'hash-2', approvals: [], editedBy: 'bram' } });
    expect(eventTypes(half, record('letter-2', 'hash-2'))).toEqual(['draft-voided', 'draft-prepared']);
    expect(eventTypes(half, record('letter-1', 'hash-1'))).toEqual([]);
  });

  it('leaves at once where completion is automatic, with no review', () => {
    const current = ready(opened('refund', policyWith('automatic')));
    expect(effects(current, record('letter-1', 'hash-1'))).toEqual([
      { type: 'release', caseId: 'case-refund', letterId: 'letter-1', undoable: false },
    ]);
  });

  it('that is rejected is void, and the case goes on', () => {
    const reject: CaseCommand = { type: 'reject', letterId: 'letter-1', by: 'bram' };
    expect(effects(drafted(), reject)).toEqual([{ type: 'void', caseId: 'case-deletion', letterId: 'letter-1' }]);
    expect(carry(drafted(), reject)).toMatchObject({ status: 'in-progress', leaving: null });
    expect(attempt(ready(opened('deletion')), reject).code).toBe('no-draft');
    expect(attempt(drafted(), { ...reject, letterId: 'letter-0' }).code).toBe('draft-changed');
    expect(attempt(released(), reject).code).toBe('letter-on-its-way');
  });
});

describe('an approval', () => {
  it('is bound to the letter and its hash', () => {
    expect(attempt(drafted(), approve('letter-1', 'hash-0', 'anna')).code).toBe('draft-changed');
    expect(attempt(drafted(), approve('letter-0', 'hash-1', 'anna')).code).toBe('draft-changed');
    expect(attempt(ready(opened('deletion')), approve('letter-1', 'hash-1', 'anna')).code).toBe('no-draft');
    expect(attempt(released(), approve('letter-1', 'hash-1', 'bram')).code).toBe('letter-on-its-way');
  });

  it('by two different people releases under four eyes; by one twice it does not', () => {
    const once = carry(drafted(policyWith('four-eyes')), approve('letter-1', 'hash-1', 'anna'));
    expect(once.status).toBe('awaiting-approval');
    expect(attempt(once, approve('letter-1', 'hash-1', 'anna')).code).toBe('already-approved');
    expect(eventTypes(once, approve('letter-1', 'hash-1', 'bram'))).toEqual(['draft-approved', 'letter-released']);
  });

  it('counts the editor as one of the two, and an edit alone releases nothing', () => {
    const edited = drafted(policyWith('four-eyes'), 'anna');
    expect(attempt(edited, approve('letter-1', 'hash-1', 'anna')).code).toBe('already-approved');
    expect(eventTypes(edited, approve('letter-1', 'hash-1', 'bram'))).toEqual(['draft-approved', 'letter-released']);
    const single = drafted(alone, 'anna');
    expect(single.status).toBe('awaiting-approval');
    expect(eventTypes(single, approve('letter-1', 'hash-1', 'anna'))).toEqual(['draft-approved', 'letter-released']);
  });
});

describe('a new message', () => {
  it('joins an open case quietly', () => {
    expect(eventTypes(opened('deletion'), joined(false))).toEqual(['message-joined']);
    expect(effects(opened('deletion'), joined(false))).toEqual([]);
  });

  it('voids a draft, and an approved letter that has not left, and asks for a new one', () => {
    for (const current of [drafted(), released()]) {
      expect(effects(current, joined(false))).toEqual([
        { type: 'void', caseId: 'case-deletion', letterId: 'letter-1' },
        { type: 'draft', caseId: 'case-deletion', letterKind: 'completion-notice' },
      ]);
      expect(carry(current, joined(false))).toMatchObject({ status: 'in-progress', leaving: null, attention: ['new-message'] });
    }
    expect(attempt(carry(released(), joined(false)), settle('letter-1', 'accepted')).code).toBe('no-draft');
  });

  it('cannot stop a letter on its way, and is not forgotten when that letter closes the case', () => {
    const late = carry(released(), joined(true));
    expect(late).toMatchObject({ status: 'in-progress', leaving: { letterId: 'letter-1' } });
    expect(carry(late, settle('letter-1', 'accepted'))).toMatchObject({ status: 'completed', attention: ['message-after-release'] });
  });

  it('voids a draft whatever is said about a letter on its way: a draft is on none', () => {
    expect(eventTypes(drafted(), joined(true))).toEqual(['draft-voided', 'message-joined', 'draft-requested']);
  });

  it('does not join a closed case', () => {
    expect(attempt(carry(released(), settle('letter-1', 'accepted')), joined(false)).code).toBe('case-closed');
  });
});

describe('the outcome of a letter', () => {
  it('refused: the case is open again, marked, and can be completed by a new letter', () => {
    const current = carry(released(), settle('letter-1', 'refused'));
    expect(current).toMatchObject({ status: 'in-progress', leaving: null, attention: ['requester-unreachable'] });
    expect(eventTypes(current, completion)).toEqual(['draft-requested']);
  });

  it('unknown: the letter is still leaving, marked, until it is settled', () => {
    const current = carry(released(), settle('letter-1', 'unknown'));
    expect(current).toMatchObject({ status: 'in-progress', leaving: { letterId: 'letter-1' }, attention: ['letter-outcome-unknown'] });
    expect(carry(current, settle('letter-1', 'accepted'))).toMatchObject({ status: 'completed', attention: [] });
  });

  it('of another letter than the one released completes nothing', () => {
    expect(attempt(released(), settle('letter-0', 'accepted')).code).toBe('no-draft');
    expect(attempt(drafted(), settle('letter-1', 'accepted')).code).toBe('no-draft');
    expect(attempt(carry(released(), settle('letter-1', 'accepted')), settle('letter-1', 'accepted')).code).toBe('case-closed');
  });

  it('of an acknowledgement marks and unmarks a case, open or closed, and moves nothing', () => {
    const closed = carry(opened('deletion'), noRequest);
    for (const current of [opened('deletion'), closed]) {
      const unknown = carry(current, settle('ack', 'unknown', 'acknowledgement'));
      expect(unknown).toMatchObject({ status: current.status, attention: ['letter-outcome-unknown'] });
      expect(carry(unknown, settle('ack', 'accepted', 'acknowledgement')).attention).toEqual([]);
      expect(carry(unknown, settle('ack', 'refused', 'acknowledgement')).attention).toEqual(['requester-unreachable']);
    }
  });

  it('of an acknowledgement sent after all takes away that it was withheld', () => {
    const withheld = opened('deletion', policy, { attention: ['acknowledgement-withheld'] });
    expect(carry(withheld, settle('ack', 'accepted', 'acknowledgement')).attention).toEqual([]);
  });
});

describe('a bounce', () => {
  it('marks the case once, even a closed one', () => {
    const bounce: CaseCommand = { type: 'report-unreachable', messageId: 'bounce-1', letterKind: 'acknowledgement' };
    for (const current of [opened('deletion'), carry(released(), settle('letter-1', 'accepted'))]) {
      const marked = carry(current, bounce, bounce);
      expect(marked).toMatchObject({ status: current.status, attention: ['requester-unreachable'], version: current.version + 2 });
    }
  });
});

describe('determining the kind', () => {
  const asDeletion = determine('deletion');

  it('keeps the time of receipt and takes the terms, tasks and identity of the kind', () => {
    const current = carry(opened('undetermined'), determine('refund'));
    expect(current).toMatchObject({ kind: 'refund', status: 'in-progress', receivedAt: '2026-11-02T09:00:00Z', attention: [] });
    const facts = { kind: 'refund', receivedAt: current.receivedAt, serviceDate: null, sentAt: null } as const;
    expect(current.dates).toEqual(computeDates(facts, policy, holidays));
    expect(current.tasks.map(({ id }) => id)).toEqual(['refund-window-checked', 'paid-back']);
  });

  it('of a deletion makes it wait for identity, and a change counts as one of contact data', () => {
    expect(carry(opened('undetermined'), asDeletion).status).toBe('awaiting-identity');
    expect(carry(opened('undetermined'), determine('change')).identity.needed).toBe(true);
  });

  it('is possible for what was taken for an authority, and voids a draft made for that', () => {
    const demand = carry(ready(opened('authority')), record('letter-1', 'hash-1'));
    expect(effects(demand, asDeletion)).toEqual([{ type: 'void', caseId: 'case-authority', letterId: 'letter-1' }]);
    expect(carry(demand, asDeletion).status).toBe('awaiting-identity');
    expect(attempt(carry(demand, approve('letter-1', 'hash-1', 'bram')), asDeletion).code).toBe('letter-on-its-way');
  });

  it('is refused where the kind is that one already, or the message has a case of that kind', () => {
    expect(attempt(opened('deletion'), asDeletion).code).toBe('kind-already-known');
    expect(attempt(opened('copy'), determine('deletion', ['refund', 'deletion'])).code).toBe('kind-taken');
    expect(attempt(opened('copy'), determine('deletion', ['refund'])).code).toBeNull();
  });

  it('keeps an identity that was verified before', () => {
    const kinds = {
      ...policy.kinds,
      undetermined: { ...policy.kinds.undetermined, identity: 'required', tasks: policy.kinds.copy.tasks },
    } as const;
    const verified = carry(opened('undetermined', { ...policy, kinds }), tick('identity-verified'), asDeletion);
    expect(verified.status).toBe('in-progress');
    expect(verified.tasks.find(({ id }) => id === 'identity-verified')?.ticked?.by).toBe('anna');
  });
});

describe('closing as no request', () => {
  it('closes any open case by name, voids its draft, and is refused while a letter is leaving', () => {
    expect(carry(opened('undetermined'), noRequest)).toMatchObject({ status: 'not-a-request', closedAt: now });
    expect(effects(drafted(), noRequest)).toEqual([{ type: 'void', caseId: 'case-deletion', letterId: 'letter-1' }]);
    expect(carry(drafted(), noRequest).status).toBe('not-a-request');
    expect(attempt(released(), noRequest).code).toBe('letter-on-its-way');
    expect(attempt(carry(drafted(), noRequest), completion).code).toBe('case-closed');
  });
});

describe('an authority’s demand', () => {
  it('waits for a person until its tasks are ticked, and then asks for the letter', () => {
    const nothing: CaseCommand = { type: 'record-disclosure', ground: null, what: [], on: '2026-11-20', by: 'anna' };
    const half = carry(opened('authority'), tick('origin-verified'), tick('demand-assessed'), nothing);
    expect(half.status).toBe('needs-a-person');
    expect(eventTypes(half, tick('demand-answered'))).toEqual(['task-ticked', 'draft-requested']);
    expect(ready(opened('authority')).status).toBe('in-progress');
  });
});

describe('a refusal', () => {
  it('says in both languages why, and what would make it possible', () => {
    const first = opened('deletion');
    const verified = carry(first, tick('identity-verified'));
    expect(refusalText(verified, completion)).toEqual({
      nl: 'Er staan nog verplichte taken open: data-erased (Account en gegevens verwijderd), recipients-told (Ontvangers van de gegevens ingelicht (of er zijn er geen)). Vink ze af zodra ze gedaan zijn.',
      en: 'Required tasks are still open: data-erased (Account and data erased), recipients-told (Recipients of the data told (or there are none)). Tick them once they are done.',
    });
    expect(refusalText(first, tick('nothing'))?.nl).toContain('identity-verified, data-erased, numbers-released');
  });
});

function refusalText(current: Case, command: CaseCommand) {
  const decision = decide(command, current, { policy, holidays, now });
  return 'refusal' in decision ? decision.refusal.text : null;
}
