import type { Case, Draft } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import type { CaseLetterKind } from '../../src/case/kind.ts';
import { authorisationTask } from '../../src/case/requirements.ts';
import { request, settle, tick } from './fixtures.ts';

// What anybody may want of a case in one state, with two people, the letter there is and another one.

const people = ['anna', 'bram'] as const;
const outcomes = ['accepted', 'refused', 'unknown'] as const;

export function letterOf(current: Case): Draft | null {
  if (current.status === 'awaiting-approval') return current.draft;
  return current.status === 'in-progress' ? current.leaving : null;
}

export function codeFor(letterKind: CaseLetterKind): string | null {
  return letterKind === 'identity-request' ? 'code' : null;
}

/** Ticks and unticks of every task, and of one it does not have. */
export function taskCommands(current: Case): CaseCommand[] {
  return [...current.tasks.map(({ id }) => id), 'no-such-task'].flatMap((task) => [tick(task), { type: 'untick-task', task, by: 'anna' }]);
}

export const identityCommands: readonly CaseCommand[] = [
  { type: 'recognise-address' },
  { type: 'answer-code', digest: 'code' },
  { type: 'answer-code', digest: 'wrong' },
];

/** Letters of these kinds, asked for, drafted, edited, approved, rejected, sent back, undone, sent and lost. */
export function letterCommands(current: Case, kinds: readonly CaseLetterKind[]): CaseCommand[] {
  const commands: CaseCommand[] = kinds.flatMap((letterKind) => [
    request(letterKind),
    draft('other', 'hash', letterKind, null),
    draft('other', 'hash', letterKind, 'anna'),
  ]);
  const letter = letterOf(current);
  const letterKind = letter?.letterKind ?? 'completion-notice';
  if (letter !== null) {
    commands.push(draft('letter', 'hash', letterKind, null), draft('letter', 'edited', letterKind, null));
    for (const by of people) commands.push(draft('letter', 'edited', letterKind, by));
  }
  for (const by of people) commands.push({ type: 'approve', letterId: 'letter', hash: 'hash', by });
  commands.push(
    { type: 'approve', letterId: 'other', hash: 'hash', by: 'bram' },
    { type: 'approve', letterId: 'letter', hash: 'edited', by: 'bram' },
    { type: 'reject', letterId: 'letter', by: 'anna' },
    { type: 'reject', letterId: 'other', by: 'anna' },
    { type: 'send-back', letterId: 'letter', by: 'anna' },
    { type: 'undo-approval', letterOnItsWay: false, by: 'anna' },
    { type: 'undo-approval', letterOnItsWay: true, by: 'anna' },
    { type: 'retry-letter', letterId: 'letter' },
    { type: 'retry-letter', letterId: 'other' },
    settle('other', 'accepted', letterKind),
    settle('acknowledgement', 'accepted', 'acknowledgement'),
    ...outcomes.map((outcome) => settle('letter', outcome, letterKind)),
  );
  return commands;
}

function draft(letterId: string, hash: string, letterKind: CaseLetterKind, editedBy: string | null): CaseCommand {
  return { type: 'record-draft', letterId, letterKind, hash, codeDigest: codeFor(letterKind), editedBy };
}

export const messageCommands: readonly CaseCommand[] = [
  { type: 'join-message', messageId: 'message-2', letterOnItsWay: false },
  { type: 'join-message', messageId: 'message-2', letterOnItsWay: true },
  { type: 'send-acknowledgement', letterId: 'acknowledgement', by: 'anna' },
  ...(['completion-notice', 'partial-completion', 'refusal', 'identity-request'] as const).map(
    (letterKind): CaseCommand => ({ type: 'report-unreachable', messageId: 'bounce-1', letterKind }),
  ),
];

export const outsideCommands: readonly CaseCommand[] = [
  { type: 'note-outside-answer', messageId: 'sent-1' },
  { type: 'settle-outside-answer', finished: true, by: 'anna' },
  { type: 'settle-outside-answer', finished: false, by: 'anna' },
];

export const endCommands: readonly CaseCommand[] = [
  { type: 'close-as-no-request', by: 'anna' },
  { type: 'withdraw', by: 'anna' },
  { type: 'reopen', by: 'anna' },
];

/** A hold that is to be looked at on that day. */
export function holdCommands(reviewOn: string): CaseCommand[] {
  return [
    { type: 'place-hold', reviewOn, letterOnItsWay: false, by: 'anna' },
    { type: 'place-hold', reviewOn, letterOnItsWay: true, by: 'anna' },
    { type: 'lift-hold', by: 'anna' },
  ];
}

export const representativeCommands: readonly CaseCommand[] = [
  { type: 'note-representative', representative: 'lawyer', by: 'anna' },
  { type: 'note-representative', representative: 'parent', by: 'anna' },
];

export const pauseCommands: readonly CaseCommand[] = [
  { type: 'pause', because: 'identity-doubt', by: 'anna' },
  { type: 'pause', because: 'clarification', by: 'anna' },
  { type: 'resume', by: 'anna' },
  { type: 'accept-pause', by: 'mia' },
  { type: 'accept-breach', by: 'mia' },
  { type: 'recompute-dates' },
];

/** A term of the order, and something or nothing disclosed, on the day itself, in the past and in the future. */
export function demandCommands(today: string): CaseCommand[] {
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const disclosed = { type: 'record-disclosure', ground: 'prosecutor', what: ['numbers'], by: 'anna' } as const;
  return [
    ...[yesterday, today, '2026-12-01'].map((dueOn): CaseCommand => ({ type: 'set-term', dueOn, by: 'anna' })),
    ...[yesterday, today, tomorrow].map((on): CaseCommand => ({ ...disclosed, on })),
    { ...disclosed, what: [], on: today },
    { ...disclosed, ground: null, what: [], on: today },
  ];
}

/** Whether every task that must be done is. Told here once more, in the test's own words. */
export function allDone(current: Case): boolean {
  return current.tasks.every((task) => !task.required || task.ticked !== null);
}

export function authorised(current: Case): boolean {
  return current.tasks.every((task) => task.id !== authorisationTask.id || task.ticked !== null);
}
