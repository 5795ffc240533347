import { type Case, isClosed } from '../../case/case.ts';
import type { CaseCommand } from '../../case/command.ts';
import { disclosedCategories, disclosureGrounds } from '../../case/demand.ts';
import { type CaseLetterKind, determinedKinds, isConfidential, requestKinds } from '../../case/kind.ts';
import type { Day } from '../../case/policy.ts';
import type { Role } from '../roles.ts';
import type { ActionId } from './action-words.ts';

/** One thing a person fills in. */
export interface Field {
  readonly name: string;
  readonly kind: 'area' | 'line' | 'day' | 'moment' | 'choice' | 'checks' | 'files' | 'member';
  readonly required?: boolean;
  /** Characters. */
  readonly most?: number;
  /** Values of a choice, or of boxes to check. */
  readonly values?: readonly string[];
  /** A day that may have passed. */
  readonly past?: true;
}

/** Where an action stands among the rare ones. */
export type Group = 'answer' | 'ask' | 'term' | 'subject' | 'end';

export interface Action {
  readonly id: ActionId;
  readonly role: Role;
  readonly fields: readonly Field[];
  /** Null: it stands elsewhere on the page (a task, a draft, the next step). */
  readonly group: Group | null;
  /** Whether it makes any sense to name it here; what it merely cannot do now is named with the reason. */
  isFor(state: Case): boolean;
  /** What would be asked of the core, to find out beforehand whether it says no. Null: nothing is asked of it. */
  probe(state: Case, today: Day, by: string): CaseCommand | null;
}

/** More than any letter or note needs. */
export const longestWords = 20_000;

const words = (name: string, required = true): Field => ({ name, kind: 'area', required, most: longestWords });
const choice = (name: string, ...values: readonly string[]): Field => ({ name, kind: 'choice', required: true, values });
const open = (state: Case): boolean => !isClosed(state);
const nobody = '00000000-0000-0000-0000-000000000000';

function letter(id: ActionId, letterKind: CaseLetterKind, group: Group, fields: readonly Field[], isFor = open): Action {
  return { id, role: 'staff', group, fields, isFor, probe: () => ({ type: 'request-letter', letterKind, by: nobody }) };
}

function plain(
  id: ActionId,
  role: Role,
  group: Group | null,
  fields: readonly Field[],
  probe: Action['probe'],
  isFor: Action['isFor'] = open,
): Action {
  return { id, role, group, fields, isFor, probe };
}

const isRefund = (state: Case) => open(state) && state.kind === 'refund';
const isPrivacy = (state: Case) => open(state) && state.kind !== 'refund' && state.kind !== 'authority' && state.kind !== 'undetermined';
const isDemand = (state: Case) => open(state) && isConfidential(state.kind);
const isPaused = (state: Case) => state.pauses.some((pause) => pause.untilOn === null);
const waitsForManager = (state: Case) => state.pauses.some((pause) => pause.acceptedBy === null);
const draftOf = (state: Case) => (state.status === 'awaiting-approval' ? state.draft : { letterId: nobody, hash: '' });
const otherKind = (state: Case) => requestKinds.find((kind) => kind !== state.kind) ?? 'change';
const isAsked = (state: Case) => open(state) && (state.askedOn !== null || state.identity.challenge !== null);
const needsIdentity = (state: Case) => open(state) && state.identity.needed && state.identity.verified === null;

/** Everything a person can do to a case on its page. */
export const actions: readonly Action[] = [
  // The draft.
  plain('approve', 'approver', null, [], (state, _today, by) => ({ type: 'approve', ...refOf(state), by })),
  plain('reject', 'approver', null, [words('reason')], (state) => ({ type: 'reject', letterId: draftOf(state).letterId, by: nobody })),
  plain('send-back', 'staff', null, [words('reason')], (state) => ({ type: 'send-back', letterId: draftOf(state).letterId, by: nobody })),
  plain('edit', 'staff', null, [words('body'), { name: 'files', kind: 'files' }], () => null),
  plain('undo', 'staff', null, [], () => ({ type: 'undo-approval', letterOnItsWay: false, by: nobody })),
  // Tasks, and what only a person can say.
  plain('tick', 'staff', null, [], () => null),
  plain('untick', 'staff', null, [], () => null),
  plain('determine', 'staff', null, [choice('kind', ...determinedKinds, 'none')], () => null),
  plain(
    'confirm-intake',
    'staff',
    null,
    [
      { name: 'requester', kind: 'line', required: true, most: 254 },
      { name: 'received', kind: 'moment', required: true },
    ],
    () => null,
  ),
  plain('outside', 'staff', null, [choice('finished', 'yes', 'no')], () => null),
  plain(
    'note',
    'staff',
    null,
    [words('text')],
    () => null,
    () => true,
  ),
  plain('assign', 'staff', null, [{ name: 'to', kind: 'member' }], () => null),
  // Letters that answer.
  letter('complete', 'completion-notice', 'answer', [
    words('words', false),
    { name: 'told', kind: 'area', most: 2_000 },
    { name: 'files', kind: 'files' },
  ]),
  letter('partial', 'partial-completion', 'answer', [words('words'), words('reasons')]),
  letter('refuse', 'refusal', 'answer', [words('reasons')]),
  letter('refund-window', 'refund-window', 'answer', [], isRefund),
  letter(
    'fee',
    'fee-notice',
    'answer',
    [{ name: 'amount', kind: 'line', required: true, most: 20 }, choice('because', 'further-copy', 'excessive'), words('reasons')],
    isPrivacy,
  ),
  letter('correct', 'correction', 'answer', [words('words')]),
  // Letters that ask.
  letter('ask-identity', 'identity-request', 'ask', [{ name: 'to', kind: 'line', required: true, most: 254 }], needsIdentity),
  letter('clarify', 'clarification', 'ask', [words('words')]),
  letter('remind', 'reminder', 'ask', [], isAsked),
  // The term.
  letter(
    'extend',
    'extension',
    'term',
    [{ name: 'because', kind: 'checks', required: true, values: ['complexity', 'number-of-requests'] }, words('words')],
    isPrivacy,
  ),
  plain(
    'pause',
    'staff',
    'term',
    [choice('because', 'identity-doubt', 'clarification'), words('reason')],
    pauseProbe,
    (state) => isPrivacy(state) && !isPaused(state),
  ),
  plain('resume', 'staff', 'term', [], () => ({ type: 'resume', by: nobody }), isPaused),
  plain('accept-pause', 'manager', 'term', [], () => ({ type: 'accept-pause', by: nobody }), waitsForManager),
  plain(
    'accept-breach',
    'manager',
    'term',
    [words('reason')],
    () => ({ type: 'accept-breach', by: nobody }),
    (state) => state.extended,
  ),
  plain('set-term', 'staff', 'term', [{ name: 'until', kind: 'day', required: true, past: true }, words('reason')], () => null, isDemand),
  // What it is about.
  plain(
    'disclose',
    'staff',
    'subject',
    [
      choice('ground', ...disclosureGrounds),
      { name: 'what', kind: 'checks', required: true, values: disclosedCategories },
      { name: 'on', kind: 'day', required: true, past: true },
      words('words'),
    ],
    (_state, today, by) => ({ type: 'record-disclosure', ground: 'other', what: ['other'], on: today, by }),
    isDemand,
  ),
  plain('disclose-nothing', 'staff', 'subject', [words('words')], () => null, isDemand),
  plain('reclassify', 'staff', 'subject', [choice('kind', ...determinedKinds, 'none'), words('reason', false)], (state) => ({
    type: 'determine-kind',
    kind: otherKind(state),
    by: nobody,
    taken: [],
  })),
  plain(
    'split',
    'staff',
    'subject',
    [choice('kind', ...requestKinds)],
    () => null,
    (state) => open(state) && !isConfidential(state.kind),
  ),
  plain('represent', 'staff', 'subject', [choice('who', 'lawyer', 'portal', 'parent')], (state) => ({
    type: 'note-representative',
    representative: state.representative === 'lawyer' ? 'parent' : 'lawyer',
    by: nobody,
  })),
  plain(
    'link',
    'staff',
    'subject',
    [{ name: 'other', kind: 'line', required: true, most: 40 }],
    () => null,
    () => true,
  ),
  plain(
    'unlink',
    'staff',
    'subject',
    [{ name: 'other', kind: 'line', required: true, most: 40 }],
    () => null,
    (state) => state.linked.length > 0,
  ),
  // How it ends, or does not.
  plain(
    'acknowledge',
    'staff',
    null,
    [],
    () => ({ type: 'send-acknowledgement', letterId: nobody, by: nobody }),
    (state) => open(state) && state.attention.includes('acknowledgement-withheld'),
  ),
  plain('withdraw', 'staff', 'end', [words('reason')], () => ({ type: 'withdraw', by: nobody })),
  plain(
    'hold',
    'staff',
    'end',
    [{ name: 'until', kind: 'day', required: true }, words('reason')],
    (_state, today) => ({ type: 'place-hold', reviewOn: tomorrow(today), letterOnItsWay: false, by: nobody }),
    (state) => state.hold === null,
  ),
  plain(
    'lift-hold',
    'staff',
    'end',
    [words('reason')],
    () => ({ type: 'lift-hold', by: nobody }),
    (state) => state.hold !== null,
  ),
  plain('reopen', 'staff', 'end', [words('reason')], () => ({ type: 'reopen', by: nobody }), isClosed),
];

function refOf(state: Case) {
  const { letterId, hash } = draftOf(state);
  return { letterId, hash };
}

function pauseProbe(state: Case): CaseCommand {
  return { type: 'pause', because: state.askedOn === null ? 'identity-doubt' : 'clarification', by: nobody };
}

function tomorrow(today: Day): Day {
  return Temporal.PlainDate.from(today).add({ days: 1 }).toString();
}

export function actionOf(id: string): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}

export type { ActionId };
