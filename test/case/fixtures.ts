import { readFileSync } from 'node:fs';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve, replay } from '../../src/case/evolve.ts';
import type { CaseKind } from '../../src/case/kind.ts';
import { open } from '../../src/case/open.ts';
import type { Opening } from '../../src/case/opening.ts';
import type { Autonomy, Policy } from '../../src/case/policy.ts';
import { holidayTable } from '../../src/holidays.ts';
import { loadPolicy } from '../../src/policy-file.ts';

const loaded = loadPolicy(readFileSync(new URL('../../policy.yaml', import.meta.url), 'utf8'));
export const policy: Policy = loaded;
export const holidayRules = loaded.holidayRules;
export const holidays = holidayTable(holidayRules, 2025, 2030);
export const now = '2026-11-20T10:00:00Z';

/** The same policy with another autonomy for completion notices. */
export function policyWith(completion: Autonomy): Policy {
  const kinds = Object.fromEntries(Object.entries(policy.kinds).map(([name, kind]) => [name, { ...kind, completion }]));
  return { ...policy, kinds: kinds as unknown as Policy['kinds'] };
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
): { readonly events: readonly CaseEvent[]; readonly after: Case; readonly code: string | null } {
  const decision = decide(command, current, { policy, holidays });
  if ('refusal' in decision) return { events: [], after: current, code: decision.refusal.code };
  return { events: decision.events, after: present(decision.events.reduce<Case | null>(evolve, current)), code: null };
}

/** The case after commands that must all be possible. */
export function carry(current: Case, ...commands: readonly CaseCommand[]): Case {
  return commands.reduce((before, command) => {
    const result = attempt(before, command);
    if (result.code !== null) throw new Error(`${command.type} was refused: ${result.code}`);
    return result.after;
  }, current);
}

export function tick(task: string, by = 'anna'): CaseCommand {
  return { type: 'tick-task', task, by, at: now };
}

export function record(letterId: string, hash: string, editedBy: string | null = null): CaseCommand {
  return { type: 'record-draft', letterId, letterKind: 'completion-notice', hash, editedBy };
}

export function approve(letterId: string, hash: string, by: string): CaseCommand {
  return { type: 'approve', letterId, hash, by };
}

export function settle(
  letterId: string,
  outcome: 'accepted' | 'refused' | 'unknown',
  letterKind: 'completion-notice' | 'acknowledgement' = 'completion-notice',
): CaseCommand {
  return { type: 'settle-letter', letterId, letterKind, outcome, at: now };
}

/** Every required task of a case, ticked. */
export function ready(current: Case): Case {
  return carry(current, ...current.tasks.filter((task) => task.required).map((task) => tick(task.id)));
}
