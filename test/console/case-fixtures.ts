import type { Case, Draft, OpenCase, Task } from '../../src/case/case.ts';

/** What may differ between the cases of a test; whatever belongs to a status comes with it. */
export type CaseWish = Partial<Omit<OpenCase, 'status'>> & {
  readonly status?: Case['status'];
  readonly draft?: Draft;
  readonly leaving?: Draft | null;
  readonly closedAt?: string;
};

export const taskDone = { by: 'anna', at: '2026-01-13T09:00:00Z' };

export function task(id: string, wish: Partial<Task> = {}): Task {
  return { id, required: true, title: { nl: `taak ${id}`, en: `task ${id}` }, ticked: null, ...wish };
}

export function draft(wish: Partial<Draft> = {}): Draft {
  return {
    letterId: 'letter-1',
    letterKind: 'completion-notice',
    approvalsNeeded: 1,
    codeDigest: null,
    hash: 'aa',
    approvals: [],
    editedBy: null,
    ...wish,
  };
}

/** A case as the core could hold it: an ordinary deletion unless the test says otherwise. */
export function caseOf(wish: CaseWish = {}): Case {
  const { status = 'in-progress', ...facts } = wish;
  const state = {
    id: 'case-1',
    reference: 'TD-2026-AAAAAA',
    kind: 'deletion',
    version: 3,
    language: 'nl',
    receivedAt: '2026-01-12T09:00:00Z',
    openingMessageId: 'message-1',
    policyHash: 'policy',
    dates: {
      policyOn: '2026-02-11',
      legalOn: '2026-02-12',
      dueOn: '2026-02-11',
      actByOn: '2026-02-11',
      warnOn: '2026-02-02',
      escalateOn: '2026-02-09',
      pausedDueOn: null,
      refundWindowEndsOn: null,
      why: [],
    },
    identity: { needed: true, verified: { by: 'anna', method: 'staff', at: taskDone.at }, challenge: null, codesSent: 0 },
    tasks: [task('identity-verified', { ticked: taskDone }), task('data-erased'), task('noted', { required: false })],
    attention: [],
    linked: [],
    waitsFor: [],
    channel: 'mail',
    basis: { serviceDate: null, sentAt: null },
    intakeConfirmed: true,
    assignedTo: null,
    representative: null,
    hold: null,
    askedOn: null,
    pauses: [],
    extended: false,
    breachAcceptedBy: null,
    alarms: { warned: false, escalated: false, overdue: false, promisePassed: false },
    outsideMessageId: null,
    status,
    ...(status === 'in-progress' ? { leaving: null } : {}),
    ...(status === 'awaiting-approval' ? { draft: draft() } : {}),
    ...(closed.has(status) ? { closedAt: '2026-01-20T09:00:00Z' } : {}),
    ...facts,
  };
  return state as unknown as Case;
}

const closed = new Set(['completed', 'refused', 'partly-completed', 'withdrawn', 'not-a-request']);
