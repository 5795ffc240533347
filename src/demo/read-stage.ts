/** What the demo looks up while it plays. */
import { type Case, type ClosedCase, isClosed } from '../case/case.ts';
import { type LoadedCase, loadCase } from '../store/cases.ts';
import type { StaffMember } from '../store/staff.ts';
import type { StaffOutcome } from '../worker/staff-commands.ts';
import type { Colleague } from './colleagues.ts';
import type { Letter, Stage } from './stage.ts';

/** Letters that left to an address, oldest first. */
export function lettersTo({ letters }: Stage, address: string): readonly Letter[] {
  return letters.filter(({ to }) => to === address);
}

/** Whether a letter is about no case: those name it in their subject. */
export function isOwn({ message }: Letter): boolean {
  return !message.subject.includes('T-');
}

export async function caseOf({ context }: Stage, reference: string): Promise<LoadedCase> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) throw new Error('a case of the demo is gone');
  return loaded;
}

export async function stateOf(stage: Stage, reference: string): Promise<Case> {
  return (await caseOf(stage, reference)).state;
}

export function memberOf({ context }: Stage, { address }: Colleague): StaffMember {
  const member = context.people.find((one) => one.address === address);
  if (member === undefined) throw new Error('the demo has no such colleague');
  return member;
}

/** The case once it has ended; null before. */
export function ended(state: Case): ClosedCase | null {
  return isClosed(state) ? state : null;
}

/** A command of the demo that must be carried out. */
export function must(outcome: StaffOutcome): Case {
  if (outcome.done) return outcome.case;
  throw new Error(`a command of the demo was refused: ${outcome.refusal?.code ?? 'no such case'}`);
}
