import { readFileSync } from 'node:fs';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { type DecisionContext, decide } from '../../src/case/decide.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve, replay } from '../../src/case/evolve.ts';
import type { CaseKind, CaseLetterKind, DeterminedKind } from '../../src/case/kind.ts';
import { open } from '../../src/case/open.ts';
import type { Opening } from '../../src/case/opening.ts';
import type { Autonomy, Day, Instant, Policy } from '../../src/case/policy.ts';
import { holidayTable } from '../../src/holidays.ts';
import { loadPolicy } from '../../src/policy-file.ts';

const loaded = loadPolicy(readFileSync(new URL('../../policy.yaml', import.meta.url), 'utf8'));
export const policy: Policy = loaded;
export const holidayRules = loaded.holidayRules;
export const holidays = holidayTable(holidayRules, 2025, 2030);
export const now = '2026-11-20T10:00:00Z';

/** Policies by hash: a case is decided under the one it is bound to. */
const policies = new Map<string, Policy>();

/** The same policy with another autonomy for completion notices; refusals need two people unless it is said otherwise. */
export function policyWith(completion: Autonomy, refusal: Policy['refusal'] = 'four-eyes'): Policy {
  const kinds = Object.fromEntries(Object.entries(policy.kinds).map(([name, kind]) => [name, { ...kind, completion }]));
  const made = { ...policy, hash: `${completion} ${refusal}`, kinds: kinds as unknown as Policy['kinds'], refusal };
  policies.set(made.hash, made);
  return made;
}

export function opening(kinds: readonly CaseKind[], more: Partial<Opening> = {}): Opening {
  return {
    messageId: 'message-1',
    receivedAt: '2026-11-02T09:00:00Z',
    sentAt: null,
    kinds,
    language: 'nl',
    serviceDate: null,
    contactChange: null,
    acknowledge: true,
    attention: [],
    continues: [],
    channel: 'mail',
    intakeConfirmed: true,
    openedBy: null,
    identities: kinds.map((kind) => ({ caseId: `case-${kind}`, reference: `reference-${kind}` })),
    ...more,
  };
}

export function opened(kind: CaseKind, under: Policy = policy, more: Partial<Opening> = {}): Case {
  return present(replay(open(opening([kind], more), under, holidays).flat()));
}

export function present(current: Case | null): Case {
  if (current === null) throw new Error('no case');
  return current;
}

/** What a command makes of a case: its events and the case after them, or the code of the refusal. */
export function attempt(
  current: Case,
  command: CaseCommand,
  context: Partial<DecisionContext> = {},
): { readonly events: readonly CaseEvent[]; readonly after: Case; readonly code: string | null } {
  const decision = decide(command, current, { policy: policies.get(current.policyHash) ?? policy, holidays, now, ...context });
  if ('refusal' in decision) return { events: [], after: current, code: decision.refusal.code };
  return { events: decision.events, after: present(decision.events.reduce<Case | null>(evolve, current)), code: null };
}

/** The case after commands that must all be possible. */
export function carry(current: Case, ...commands: readonly CaseCommand[]): Case {
  return carryAt(now, current, ...commands);
}

/** The same at another moment. */
export function carryAt(at: Instant, current: Case, ...commands: readonly CaseCommand[]): Case {
  return commands.reduce((before, command) => {
    const result = attempt(before, command, { now: at });
    if (result.code !== null) throw new Error(`${command.type} was refused: ${result.code}`);
    return result.after;
  }, current);
}

/** Ten in the morning in Amsterdam in winter, eleven in summer. */
export function at(day: Day): Instant {
  return `${day}T09:00:00Z`;
}

export function tick(task: string, by = 'anna'): CaseCommand {
  return { type: 'tick-task', task, by };
}

/** A draft as the shell records it; an identity request carries a code. */
export function record(
  letterId: string,
  hash: string,
  editedBy: string | null = null,
  letterKind: CaseLetterKind = 'completion-notice',
): CaseCommand {
  return { type: 'record-draft', letterId, letterKind, hash, codeDigest: letterKind === 'identity-request' ? 'code-1' : null, editedBy };
}

export function request(letterKind: CaseLetterKind, by = 'anna'): CaseCommand {
  return { type: 'request-letter', letterKind, by };
}

export function approve(letterId: string, hash: string, by: string): CaseCommand {
  return { type: 'approve', letterId, hash, by };
}

export function settle(
  letterId: string,
  outcome: 'accepted' | 'refused' | 'unknown',
  letterKind: CaseLetterKind | 'acknowledgement' | 'download-code' = 'completion-notice',
): CaseCommand {
  return { type: 'settle-letter', letterId, letterKind, outcome };
}

export function joined(letterOnItsWay = false): CaseCommand {
  return { type: 'join-message', messageId: 'message-2', letterOnItsWay };
}

export function determine(kind: DeterminedKind, taken: readonly DeterminedKind[] = []): CaseCommand {
  return { type: 'determine-kind', kind, by: 'anna', taken };
}

/** Every required task of a case, ticked; of a demand it is on record that nothing was disclosed. */
export function ready(current: Case): Case {
  const nothing: CaseCommand = { type: 'record-disclosure', ground: null, what: [], on: '2026-11-20', by: 'anna' };
  const recorded = current.kind === 'authority' && current.intakeConfirmed ? carry(current, nothing) : current;
  return carry(recorded, ...current.tasks.filter((task) => task.required).map((task) => tick(task.id)));
}

/** A letter drafted and approved by two people, ready to leave. */
export function released(current: Case, letterKind: CaseLetterKind, at: Instant = now): Case {
  const waiting = carryAt(at, current, request(letterKind), record('letter-1', 'hash-1', null, letterKind));
  const once = carryAt(at, waiting, approve('letter-1', 'hash-1', 'anna'));
  return once.status === 'awaiting-approval' ? carryAt(at, once, approve('letter-1', 'hash-1', 'bram')) : once;
}

/** The same, accepted by the requester's mail server. */
export function sent(current: Case, letterKind: CaseLetterKind, at: Instant = now): Case {
  return carryAt(at, released(current, letterKind, at), settle('letter-1', 'accepted', letterKind));
}
