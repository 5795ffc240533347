/** Whether there are people enough for the approvals a policy wants, and what an office of one may do about it. */
import type { Autonomy, Policy } from '../case/policy.ts';
import { ExpectedError } from '../errors.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Waiver } from '../store/waivers.ts';
import { isAway } from './people.ts';

/** How many different people the strictest letter of a policy needs. */
export function approversNeeded(policy: Policy): number {
  const all: readonly Autonomy[] = [policy.refusal, ...Object.values(policy.kinds).map(({ completion }) => completion)];
  return all.includes('four-eyes') ? 2 : all.includes('approval') ? 1 : 0;
}

/** The same policy with one approval where it wants two. It stays the same version. */
export function underWaiver<T extends Policy>(policy: T): T {
  const kinds = Object.entries(policy.kinds).map(([name, kind]) => [name, { ...kind, completion: once(kind.completion) }] as const);
  return { ...policy, refusal: once(policy.refusal), kinds: Object.fromEntries(kinds) as T['kinds'] };
}

function once<T extends Autonomy>(autonomy: T): T | 'approval' {
  return autonomy === 'four-eyes' ? 'approval' : autonomy;
}

/**
 * What is to be said at a start about who can approve, in lines; empty when all is well.
 * @param policy as the file has it, no waiver applied
 * @throws ExpectedError `too-few-approvers` when there are fewer people than it needs, and no waiver
 */
export function checkFourEyes(
  policy: Policy,
  people: readonly StaffMember[],
  waiver: Waiver | null,
  today: Temporal.PlainDate,
): readonly string[] {
  const needed = approversNeeded(policy);
  const approvers = people.filter((one) => one.isApprover);
  if (waiver !== null) return waiverLines(approvers.length >= needed);
  if (needed === 0) return [];
  if (approvers.length === 0) return ['nobody can approve a letter: STAFF is not set, and `tijdig staff` names no approver'];
  if (approvers.length < needed)
    throw new ExpectedError(
      'too-few-approvers',
      `The policy wants four eyes: ${needed} different people must approve some letters, and there is ${approvers.length}. ` +
        'Add a colleague to STAFF (or: tijdig staff add ADDRESS --role approver). ' +
        'An office of one can record that it works without: tijdig staff waive-four-eyes --reason "…" --as ADDRESS',
      { retry: 'never' },
    );
  const present = approvers.filter((one) => !isAway(one, today)).length;
  if (present >= needed) return [];
  // An absence must not keep the mail from being read: it is said, and nothing more.
  return [`too few approvers are here: ${present} of the ${needed} that some letters need; the others are away (tijdig staff)`];
}

function waiverLines(enough: boolean): readonly string[] {
  const line = 'four eyes are waived: one approval is enough where the policy wants two (tijdig staff shows who said so)';
  return enough ? [line, 'there are approvers enough to end the waiver: tijdig staff unwaive-four-eyes'] : [line];
}
