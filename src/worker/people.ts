/** Who gets what: the assigned member or everybody, and the stand-in of whoever is away. */
import type { Case } from '../case/case.ts';
import { type CaseKind, isConfidential } from '../case/kind.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';

/** Away up to and including the last day. */
export function isAway(member: StaffMember, today: Temporal.PlainDate): boolean {
  return member.awayUntil !== null && Temporal.PlainDate.compare(today, member.awayUntil) <= 0;
}

/**
 * Who acts for a member on a day: the member, or the stand-in, or the stand-in's stand-in. Where all of them are away (they
 * name each other), the member: somebody must get it.
 */
export function actingFor(people: readonly StaffMember[], member: StaffMember, today: Temporal.PlainDate): StaffMember {
  const asked = new Set<string>();
  let acting: StaffMember | undefined = member;
  while (acting !== undefined && isAway(acting, today)) {
    if (asked.has(acting.id)) return member;
    asked.add(acting.id);
    const next: string | null = acting.standInId;
    acting = people.find((one) => one.id === next);
  }
  return acting ?? member;
}

/** These members, or who stands in for them today; each once. */
export function present(context: Context, members: readonly StaffMember[]): readonly StaffMember[] {
  const today = dayOf(context, context.clock.now());
  return [...new Set(members.map((one) => actingFor(context.people, one, today)))];
}

/** Who alone sees and handles demands of public bodies: those who have that role; where nobody has, managers. */
export function namedForDemands(people: readonly StaffMember[]): readonly StaffMember[] {
  const named = people.filter((one) => one.isForAuthority);
  return named.length > 0 ? named : people.filter((one) => one.isManager);
}

/** Whether somebody may know of a case of this kind at all. To whoever may not, there is no such case. */
export function mayKnow(people: readonly StaffMember[], staffId: string, kind: CaseKind): boolean {
  return !isConfidential(kind) || namedForDemands(people).some((one) => one.id === staffId);
}

/** These members; for whom is away, the stand-in where that is one of the people named too. */
function presentAmong(context: Context, members: readonly StaffMember[]): readonly StaffMember[] {
  const today = dayOf(context, context.clock.now());
  const named = namedForDemands(context.people);
  return [...new Set(members.map((one) => actingFor(named, one, today)))];
}

/** Whom a case concerns: who is assigned to it, else all staff; a demand only those named for them. */
export function colleaguesFor(context: Context, { assignedTo, kind }: Pick<Case, 'assignedTo' | 'kind'>): readonly StaffMember[] {
  if (isConfidential(kind)) {
    const named = namedForDemands(context.people);
    const taken = named.filter((one) => one.id === assignedTo);
    return presentAmong(context, taken.length > 0 ? taken : named);
  }
  const assigned = context.people.filter((one) => one.id === assignedTo);
  return present(context, assigned.length > 0 ? assigned : context.people.filter((one) => one.isStaff));
}

/** Who is asked to approve: whom the case concerns; all approvers when they are too few, or may not. */
export function approversFor(context: Context, state: Pick<Case, 'assignedTo' | 'kind'>, needed: number): readonly StaffMember[] {
  const concerned = colleaguesFor(context, state).filter((one) => one.isApprover);
  if (concerned.length >= Math.max(1, needed)) return concerned;
  const approvers = (isConfidential(state.kind) ? namedForDemands(context.people) : context.people).filter((one) => one.isApprover);
  const all = isConfidential(state.kind) ? presentAmong(context, approvers) : present(context, approvers);
  return [...new Set([...concerned, ...all])].filter((one) => one.isApprover);
}

export function managersFor(context: Context): readonly StaffMember[] {
  return present(
    context,
    context.people.filter((one) => one.isManager),
  );
}

/** Several groups as one, each person once. */
export function together(...groups: readonly (readonly StaffMember[])[]): readonly StaffMember[] {
  return [...new Map(groups.flat().map((one) => [one.id, one])).values()];
}
