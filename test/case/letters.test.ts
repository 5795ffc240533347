import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { type CaseLetterKind, caseLetterKinds } from '../../src/case/kind.ts';
import { react } from '../../src/case/react.ts';
import {
  approve,
  attempt,
  carry,
  joined,
  now,
  opened,
  policy,
  policyWith,
  ready,
  record,
  released,
  request,
  sent,
  settle,
  tick,
} from './fixtures.ts';

const undo: CaseCommand = { type: 'undo-approval', letterOnItsWay: false, by: 'anna' };
const retry: CaseCommand = { type: 'retry-letter', letterId: 'letter-1' };

function types(current: Case, command: CaseCommand): string[] {
  return attempt(current, command).events.map(({ type }) => type);
}

function effects(current: Case, command: CaseCommand) {
  const { events, after } = attempt(current, command);
  return react(events, [after]);
}

/** A case in which a letter of that kind may be written. */
function fitFor(kind: CaseLetterKind): Case {
  if (kind === 'identity-request') return opened('copy');
  if (kind === 'reminder') return sent(opened('copy'), 'clarification');
  return ready(opened(kind === 'refund-window' ? 'refund' : 'copy'));
}

function waiting(kind: CaseLetterKind): Case {
  return carry(fitFor(kind), record('letter-1', 'hash-1', null, kind));
}

const closing: Readonly<Partial<Record<CaseLetterKind, string>>> = {
  'completion-notice': 'completed',
  'partial-completion': 'partly-completed',
  refusal: 'refused',
};
const needed = (kind: CaseLetterKind) => (kind in closing ? 2 : 1);

describe('every letter about a case', () => {
  it.each(caseLetterKinds)('is asked for, drafted, and approved by as many people as it needs: %s', (kind) => {
    expect(effects(fitFor(kind), request(kind))).toEqual([{ type: 'draft', caseId: fitFor(kind).id, letterKind: kind }]);
    expect(waiting(kind)).toMatchObject({
      status: 'awaiting-approval',
      draft: { letterKind: kind, approvalsNeeded: needed(kind), approvals: [] },
    });
    const once = attempt(waiting(kind), approve('letter-1', 'hash-1', 'anna'));
    expect(once.events.map(({ type }) => type)).toEqual(needed(kind) === 1 ? ['draft-approved', 'letter-released'] : ['draft-approved']);
    const { after } = needed(kind) === 1 ? once : attempt(once.after, approve('letter-1', 'hash-1', 'bram'));
    expect(after).toMatchObject({ status: 'in-progress', leaving: { letterId: 'letter-1', letterKind: kind } });
  });

  it.each(caseLetterKinds)('closes its case or leaves it open: %s', (kind) => {
    const { status } = sent(fitFor(kind), kind);
    if (kind in closing) expect(status).toBe(closing[kind]);
    else expect(['in-progress', 'awaiting-identity', 'awaiting-clarification']).toContain(status);
    const closed = attempt(released(fitFor(kind), kind), settle('letter-1', 'accepted', kind)).events.at(-1);
    if (kind in closing) expect(closed).toEqual({ type: 'case-closed', status: closing[kind], by: null, at: now });
  });

  it.each(caseLetterKinds)('is written anew after a new message, unless that was the answer: %s', (kind) => {
    const again = kind === 'reminder' ? [] : ['draft-requested'];
    const answered = kind === 'reminder' ? ['clarification-answered'] : [];
    for (const current of [waiting(kind), released(fitFor(kind), kind)])
      expect(types(current, joined())).toEqual(['draft-voided', 'message-joined', ...answered, ...again]);
    expect(carry(waiting(kind), joined()).attention).toEqual(['new-message']);
  });

  it.each(caseLetterKinds)('is written anew when it is sent back or its approval taken back: %s', (kind) => {
    const back: CaseCommand = { type: 'send-back', letterId: 'letter-1', by: 'bram' };
    expect(attempt(waiting(kind), back).events).toEqual([
      { type: 'draft-voided', letterId: 'letter-1', because: 'sent-back', by: 'bram' },
      { type: 'draft-requested', letterKind: kind, by: 'bram' },
    ]);
    expect(attempt(released(fitFor(kind), kind), undo).events).toEqual([
      { type: 'draft-voided', letterId: 'letter-1', because: 'undone', by: 'anna' },
      { type: 'draft-requested', letterKind: kind, by: 'anna' },
    ]);
  });

  it.each(caseLetterKinds)('that was not taken leaves the case open, marked, with no letter: %s', (kind) => {
    const { after, events } = attempt(released(fitFor(kind), kind), settle('letter-1', 'refused', kind));
    expect(events).toEqual([{ type: 'letter-refused', letterId: 'letter-1', letterKind: kind }]);
    expect(after).toMatchObject({
      status: fitFor(kind).status,
      attention: ['requester-unreachable'],
      identity: { codesSent: 0 },
      extended: false,
    });
    const unknown = attempt(released(fitFor(kind), kind), settle('letter-1', 'unknown', kind));
    expect(unknown.events).toEqual([{ type: 'letter-outcome-unknown', letterId: 'letter-1', letterKind: kind }]);
    expect(unknown.after).toMatchObject({ leaving: { letterId: 'letter-1' }, attention: ['letter-outcome-unknown'] });
  });

  it('settles by what it is, whatever it is called', () => {
    const current = released(ready(opened('copy')), 'refusal');
    expect(carry(current, settle('letter-1', 'accepted', 'completion-notice')).status).toBe('refused');
    expect(carry(released(opened('copy'), 'clarification'), settle('letter-1', 'accepted', 'completion-notice')).status).toBe(
      'awaiting-clarification',
    );
  });
});

describe('a draft', () => {
  it('of another letter takes the place of the one that waits; the same one again is nothing', () => {
    const current = waiting('completion-notice');
    expect(attempt(current, record('letter-2', 'hash-2', 'bram', 'extension')).events).toEqual([
      { type: 'draft-voided', letterId: 'letter-1', because: 'edited', by: 'bram' },
      {
        type: 'draft-prepared',
        letterId: 'letter-2',
        letterKind: 'extension',
        hash: 'hash-2',
        approvalsNeeded: 1,
        codeDigest: null,
        editedBy: 'bram',
      },
    ]);
    expect(types(current, record('letter-1', 'hash-1'))).toEqual([]);
    expect(types(current, record('letter-2', 'hash-1'))).toEqual(['draft-voided', 'draft-prepared']);
    expect(attempt(current, request('extension', 'bram')).events[0]).toEqual({
      type: 'draft-voided',
      letterId: 'letter-1',
      because: 'edited',
      by: 'bram',
    });
  });

  it('leaves by itself only as a completion notice, and only where that is automatic', () => {
    for (const kind of caseLetterKinds) {
      const first = opened(kind === 'refund-window' ? 'refund' : 'copy', policyWith('automatic'));
      const fit = kind === 'reminder' ? sent(first, 'clarification') : kind === 'identity-request' ? first : ready(first);
      const released = types(fit, record('letter-1', 'hash-1', null, kind)).includes('letter-released');
      expect(released, kind).toBe(kind === 'completion-notice');
    }
    const refusal = policyWith('automatic', 'approval');
    expect(carry(opened('copy', refusal), record('letter-1', 'h', null, 'refusal'))).toMatchObject({ draft: { approvalsNeeded: 1 } });
  });

  it('approved by somebody and edited by somebody else has two people behind it, and never one', () => {
    const edited = carry(waiting('completion-notice'), approve('letter-1', 'hash-1', 'anna'), record('letter-1', 'hash-2', 'bram'));
    expect(edited).toMatchObject({ draft: { approvals: [], editedBy: 'bram' } });
    expect(attempt(edited, approve('letter-1', 'hash-2', 'bram')).code).toBe('already-approved');
    expect(types(edited, approve('letter-1', 'hash-2', 'anna'))).toEqual(['draft-approved', 'letter-released']);
  });

  it('whose case does not wait for anything else is asked for review, once', () => {
    expect(effects(ready(opened('copy')), record('letter-1', 'hash-1'))).toEqual([
      { type: 'ask-review', caseId: 'case-copy', letterId: 'letter-1', hash: 'hash-1' },
    ]);
  });
});

describe('a letter that could not be handed over', () => {
  it('is tried again, unless its gate has shut or a message came in meanwhile', () => {
    const leaving = released(ready(opened('copy')), 'completion-notice');
    expect(types(leaving, retry)).toEqual([]);
    const overtaken = carry(leaving, joined(true));
    expect(overtaken.attention).toEqual(['message-after-release']);
    expect(attempt(overtaken, retry).events).toEqual([
      { type: 'draft-voided', letterId: 'letter-1', because: 'new-message', by: null },
      { type: 'draft-requested', letterKind: 'completion-notice', by: null },
    ]);
    expect(carry(overtaken, retry).attention).toEqual([]);
  });

  it('and was taken back in time is void; one on its way cannot be', () => {
    expect(attempt(released(ready(opened('copy')), 'refusal'), { ...undo, letterOnItsWay: true } as CaseCommand).code).toBe(
      'letter-on-its-way',
    );
  });
});

describe('a message that crosses a letter on its way', () => {
  it('is read by nobody until the letter is gone: then it is a new message', () => {
    const crossed = carry(released(opened('copy'), 'extension'), joined(true));
    expect(crossed.attention).toEqual(['message-after-release']);
    expect(carry(crossed, settle('letter-1', 'accepted', 'extension')).attention).toEqual(['new-message']);
    expect(carry(crossed, settle('letter-1', 'refused', 'extension')).attention).toEqual(['requester-unreachable', 'new-message']);
  });

  it('stays marked on a case that the letter closes, and is a new message again once that is reopened', () => {
    const closed = carry(released(ready(opened('copy')), 'completion-notice'), joined(true), settle('letter-1', 'accepted'));
    expect(closed).toMatchObject({ status: 'completed', attention: ['message-after-release'] });
    expect(carry(closed, { type: 'report-unreachable', messageId: 'b', letterKind: 'completion-notice' }).attention).toEqual([
      'requester-unreachable',
      'new-message',
    ]);
  });

  it('is known to whoever closes the case by hand', () => {
    const current = carry(opened('copy'), joined());
    expect(carry(current, { type: 'withdraw', by: 'anna' }).attention).toEqual([]);
    const unread = carry(ready(opened('copy', policyWith('automatic'))), joined(), record('letter-1', 'h'));
    expect(unread.attention).toEqual(['new-message']);
    expect(carry(unread, settle('letter-1', 'accepted')).attention).toEqual(['message-after-release']);
  });
});

describe('what staff do', () => {
  it('shows that they read what came in; what the clock or a machine does, does not', () => {
    const current = carry(opened('deletion'), joined());
    expect(current.attention).toEqual(['new-message']);
    expect(carry(current, tick('data-erased')).attention).toEqual([]);
    expect(carry(current, { type: 'assign', to: 'bram', by: 'mia' }).attention).toEqual([]);
    expect(carry(current, { type: 'assign', to: 'bram', by: null }).attention).toEqual(['new-message']);
    expect(carry(current, { type: 'recognise-address' }).attention).toEqual(['new-message']);
  });

  it('that gets a letter through, or a message from the requester, ends that they were unreachable', () => {
    const lost = carry(opened('deletion'), settle('ack', 'refused', 'acknowledgement'));
    expect(lost.attention).toEqual(['requester-unreachable']);
    expect(carry(lost, joined()).attention).toEqual(['new-message']);
    expect(sent(lost, 'extension').attention).toEqual([]);
    expect(carry(lost, settle('code', 'accepted', 'download-code')).attention).toEqual(['requester-unreachable']);
  });
});

describe('an acknowledgement that was withheld', () => {
  const sendIt: CaseCommand = { type: 'send-acknowledgement', letterId: 'ack', by: 'anna' };
  const withheld = opened('deletion', policy, { attention: ['acknowledgement-withheld'] });

  it('leaves by name', () => {
    expect(attempt(withheld, sendIt).events).toEqual([{ type: 'acknowledgement-released', letterId: 'ack', by: 'anna' }]);
    expect(effects(withheld, sendIt)).toEqual([{ type: 'release', caseId: 'case-deletion', letterId: 'ack', undoable: false }]);
    expect(carry(withheld, sendIt).attention).toEqual([]);
  });

  it('is not what another letter’s arrival settles', () => {
    expect(carry(withheld, settle('code', 'accepted', 'download-code')).attention).toEqual(['acknowledgement-withheld']);
    const closed = carry(withheld, { type: 'withdraw', by: 'anna' });
    expect(carry(closed, settle('code', 'unknown', 'download-code')).attention).toEqual([
      'acknowledgement-withheld',
      'letter-outcome-unknown',
    ]);
  });
});
