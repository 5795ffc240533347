import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, isClosed } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve, replay } from '../../src/case/evolve.ts';
import { type CaseLetterKind, caseKinds, caseLetterKinds, requestKinds } from '../../src/case/kind.ts';
import { open } from '../../src/case/open.ts';
import type { Policy } from '../../src/case/policy.ts';
import { react } from '../../src/case/react.ts';
import { identityTask } from '../../src/case/requirements.ts';
import { approve, determine, holidays, joined, now, opening, policyWith, present, record, request, settle, tick } from './fixtures.ts';

const people = fc.constantFrom('anna', 'bram', 'chris');
const letters = fc.constantFrom('letter-1', 'letter-2');
const hashes = fc.constantFrom('hash-1', 'hash-2');
const tasks = fc.constantFrom(
  'identity-verified',
  'data-erased',
  'data-changed',
  'recipients-told',
  'copy-collected',
  'paid-back',
  'message-read',
);

const letterKinds = fc.constantFrom<CaseLetterKind>('completion-notice', 'completion-notice', ...caseLetterKinds);

/** Any command, sensible or not. */
const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.tuple(tasks, people).map(([task, by]) => tick(task, by)),
  fc.tuple(tasks, people).map(([task, by]): CaseCommand => ({ type: 'untick-task', task, by })),
  fc.tuple(letters, hashes, fc.option(people), letterKinds).map(([letter, hash, editor, kind]) => record(letter, hash, editor, kind)),
  { weight: 3, arbitrary: fc.tuple(letters, hashes, people).map(([letter, hash, by]) => approve(letter, hash, by)) },
  fc
    .tuple(letters, fc.constantFrom('accepted', 'refused', 'unknown' as const), letterKinds)
    .map(([letter, outcome, kind]) => settle(letter, outcome, kind)),
  fc.constantFrom('accepted', 'refused', 'unknown' as const).map((outcome) => settle('ack', outcome, 'acknowledgement')),
  fc.tuple(letters, people).map(([letterId, by]): CaseCommand => ({ type: 'reject', letterId, by })),
  fc.tuple(letters, people).map(([letterId, by]): CaseCommand => ({ type: 'send-back', letterId, by })),
  fc.tuple(fc.boolean(), people).map(([letterOnItsWay, by]): CaseCommand => ({ type: 'undo-approval', letterOnItsWay, by })),
  letters.map((letterId): CaseCommand => ({ type: 'retry-letter', letterId })),
  fc.boolean().map((letterOnItsWay) => joined(letterOnItsWay)),
  fc.constantFrom(...requestKinds).map((kind) => determine(kind)),
  fc.tuple(letterKinds, people).map(([kind, by]) => request(kind, by)),
  letterKinds.map((letterKind): CaseCommand => ({ type: 'report-unreachable', messageId: 'bounce-1', letterKind })),
  fc.constant<CaseCommand>({ type: 'recognise-address' }),
  fc.constantFrom('code-1', 'code-2').map((digest): CaseCommand => ({ type: 'answer-code', digest })),
  people.map((by): CaseCommand => ({ type: 'note-representative', representative: 'lawyer', by })),
  fc
    .tuple(fc.boolean(), people)
    .map(([letterOnItsWay, by]): CaseCommand => ({ type: 'place-hold', reviewOn: '2027-01-04', letterOnItsWay, by })),
  people.map((by): CaseCommand => ({ type: 'lift-hold', by })),
  fc.constant<CaseCommand>({ type: 'note-outside-answer', messageId: 'sent-1' }),
  fc.tuple(fc.boolean(), people).map(([finished, by]): CaseCommand => ({ type: 'settle-outside-answer', finished, by })),
  people.map((by): CaseCommand => ({ type: 'reopen', by })),
);
const closing: fc.Arbitrary<CaseCommand> = fc
  .tuple(people, fc.constantFrom('close-as-no-request', 'withdraw' as const))
  .map(([by, type]) => ({ type, by }));

/** The command that brings a case one step nearer its end, so that runs reach it. Chris leaves out what only the gate demands. */
function nextStep(current: Case, by: string): CaseCommand {
  if (current.kind === 'undetermined' && by !== 'chris') return determine('copy');
  const open = current.tasks.find((task) => (task.required || (task.id === identityTask && by !== 'chris')) && task.ticked === null);
  if (open !== undefined) return tick(open.id, by);
  if (current.status === 'awaiting-approval') return approve(current.draft.letterId, current.draft.hash, by);
  if (current.status === 'in-progress' && current.leaving !== null)
    return settle(current.leaving.letterId, 'accepted', current.leaving.letterKind);
  return record('letter-1', 'hash-1');
}

const step = fc.oneof(
  { weight: 20, arbitrary: people.map((by) => (current: Case) => nextStep(current, by)) },
  { weight: 20, arbitrary: anyCommand.map((command) => () => command) },
  { weight: 1, arbitrary: closing.map((command) => () => command) },
);
const autonomies = fc.constantFrom('automatic', 'approval', 'four-eyes' as const);
const needed = { automatic: 0, approval: 1, 'four-eyes': 2 };

/** Identity must hold by itself, not only because its task happens to be a required one. */
function withoutRequiredIdentityTask(policy: Policy): Policy {
  const kinds = Object.entries(policy.kinds).map(([name, kind]) => {
    const tasks = kind.tasks.map((task) => (task.id === identityTask ? { ...task, required: false } : task));
    return [name, { ...kind, tasks }];
  });
  return { ...policy, kinds: Object.fromEntries(kinds) };
}

interface Read {
  readonly id: string;
  readonly hash: string;
  readonly letterKind: CaseLetterKind;
  readonly people: Set<string>;
  approved: number;
}

/** Reads a history from scratch, knowing nothing of decide and evolve, and says what in it must never be. */
function breaches(history: readonly CaseEvent[], completionApprovals: number): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  let required: readonly string[] = [];
  let identityNeeded = false;
  let held = false;
  let kind = '';
  let draft = null as Read | null;
  let leaving = null as Read | null;
  let accepted = null as CaseLetterKind | null;
  let finishedOutside = false;
  for (const event of history) {
    if (event.type === 'case-opened' || event.type === 'kind-determined') {
      kind = event.kind;
      identityNeeded = event.identityNeeded;
      const added = required.filter((task) => task === 'authorisation-checked');
      required = [...event.tasks.filter((task) => task.required).map((task) => task.id), ...added];
      for (const task of done) if (task !== identityTask && task !== 'authorisation-checked') done.delete(task);
      if (draft !== null || leaving !== null) found.push('a letter outlived its kind');
    }
    if (event.type === 'representative-noted') {
      required = [...new Set([...required, event.task.id])];
      done.delete(event.task.id);
    }
    if (event.type === 'message-joined' && draft !== null) found.push('a draft outlived a new message');
    if (event.type === 'identity-verified') done.add(identityTask);
    if (event.type === 'task-ticked') {
      if (held && kind === 'deletion') found.push('erased under hold');
      done.add(event.task);
    }
    if (event.type === 'task-unticked') done.delete(event.task);
    if (event.type === 'hold-placed' || event.type === 'hold-lifted') held = event.type === 'hold-placed';
    if (event.type === 'draft-prepared') {
      const { letterId: id, hash, letterKind } = event;
      draft = { id, hash, letterKind, people: new Set(event.editedBy === null ? [] : [event.editedBy]), approved: 0 };
    }
    if (event.type === 'draft-approved' && draft?.hash === event.hash) {
      draft.people.add(event.by);
      draft.approved += 1;
    }
    if (event.type === 'draft-voided' || event.type === 'draft-rejected') {
      if (draft?.id === event.letterId) draft = null;
      if (leaving?.id === event.letterId) leaving = null;
    }
    if (event.type === 'letter-released') {
      if (draft === null || draft.id !== event.letterId || draft.hash !== event.hash) found.push('released what was not the present draft');
      else {
        const { letterKind, people, approved } = draft;
        const needed =
          letterKind === 'completion-notice'
            ? completionApprovals
            : letterKind === 'refusal' || letterKind === 'partial-completion'
              ? 2
              : 1;
        if (people.size < needed || (needed > 0 && approved === 0)) found.push('released without approvals');
        const completes = letterKind === 'completion-notice' || letterKind === 'partial-completion';
        if (completes && identityNeeded && !done.has(identityTask)) found.push('released unverified');
        if (completes && held && kind === 'deletion') found.push('released under hold');
      }
      leaving = draft;
      draft = null;
    }
    if (event.type === 'letter-refused' && event.letterId === leaving?.id) leaving = null;
    if (event.type === 'letter-accepted' && event.letterId === leaving?.id) {
      accepted = leaving.letterKind;
      leaving = null;
    }
    if (event.type === 'outside-answer-settled') finishedOutside = event.finished;
    if (event.type === 'case-closed') {
      const completes = event.status === 'completed' || event.status === 'partly-completed';
      if (completes && identityNeeded && !done.has(identityTask)) found.push('completed unverified');
      if (completes && held && kind === 'deletion') found.push('completed under hold');
      if (completes && kind === 'undetermined') found.push('completed without a kind');
      if (event.status === 'completed' && required.some((task) => !done.has(task))) found.push('completed with open tasks');
      if (event.status === 'completed' && !finishedOutside && accepted !== 'completion-notice')
        found.push('completed without a released and accepted letter');
      if (event.status === 'partly-completed' && accepted !== 'partial-completion') found.push('partly completed without its letter');
      if (event.status === 'refused' && accepted !== 'refusal') found.push('refused without its letter');
      if (leaving !== null || draft !== null) found.push('closed over a letter');
    }
    if (event.type === 'case-closed' || event.type === 'case-reopened') {
      accepted = null;
      finishedOutside = false;
    }
  }
  return found;
}

describe('whatever commands come, in whatever order', () => {
  it('no case completes unverified, unfinished or without a letter approved by enough people; history and state agree', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...caseKinds),
        autonomies,
        fc.boolean(),
        fc.array(step, { maxLength: 40, size: 'max' }),
        (kind, autonomy, taskRequired, steps) => {
          const policy = taskRequired ? policyWith(autonomy) : withoutRequiredIdentityTask(policyWith(autonomy));
          const history: CaseEvent[] = [...(open(opening([kind]), policy, holidays)[0] ?? [])];
          let current = present(replay(history));
          for (const next of steps) {
            const decision = decide(next(current), current, { policy, holidays, now });
            if ('refusal' in decision) {
              expect(decision.refusal.text.nl.length * decision.refusal.text.en.length).toBeGreaterThan(0);
              continue;
            }
            const before = current;
            history.push(...decision.events);
            current = present(decision.events.reduce<Case | null>(evolve, current));
            checkEffects(before, decision.events, current);
            if (isClosed(before) && !decision.events.some(({ type }) => type === 'case-reopened'))
              expect([current.status, isClosed(current)]).toEqual([before.status, true]);
          }
          expect(breaches(history, needed[autonomy])).toEqual([]);
          expect(replay(history)).toEqual(current);
          expect(current.version).toBe(history.length);
          reached.set(`${kind} ${current.status}`, (reached.get(`${kind} ${current.status}`) ?? 0) + 1);
        },
      ),
      { numRuns: 3000 },
    );
    // A run that never got to the end would prove nothing: some 200 of each kind do.
    for (const kind of caseKinds) expect(reached.get(`${kind} completed`) ?? 0, kind).toBeGreaterThan(20);
  });
});

/** A letter is released only with its event, and one that stopped waiting or leaving unsettled is always voided. */
function checkEffects(before: Case, events: readonly CaseEvent[], current: Case): void {
  const effects = react(events, [current]);
  const releases = effects.filter((effect) => effect.type === 'release').length;
  expect(releases).toBe(events.filter((event) => event.type === 'letter-released').length);
  const gone = letterOf(before);
  const settled = events.some((event) => event.type === 'letter-accepted' || event.type === 'letter-refused');
  if (gone === null || gone === letterOf(current) || settled) return;
  expect(effects).toContainEqual({ type: 'void', caseId: current.id, letterId: gone });
}

function letterOf(current: Case): string | null {
  if (current.status === 'awaiting-approval') return current.draft.letterId;
  return current.status === 'in-progress' ? (current.leaving?.letterId ?? null) : null;
}

describe('evolve', () => {
  it('takes a case-opened first, and only there', () => {
    const [first] = open(opening(['copy']), policyWith('approval'), holidays)[0] ?? [];
    if (first === undefined) throw new Error('nothing opened');
    expect(() => evolve(present(replay([first])), first)).toThrow('opened twice');
    expect(() => replay([{ type: 'message-joined', messageId: 'message-2' }])).toThrow('began with message-joined');
    expect(replay([])).toBeNull();
  });

  it('links a case once', () => {
    const [events] = open(opening(['copy']), policyWith('approval'), holidays);
    const linked = replay([
      ...(events ?? []),
      { type: 'case-linked', caseId: 'later', by: null },
      { type: 'case-linked', caseId: 'later', by: null },
    ]);
    expect(linked?.linked).toEqual(['later']);
    expect(linked?.version).toBe(3);
  });
});
