import type { StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import { mayKnow, namedForDemands } from '../worker/people.ts';
import { isDemand } from '../worker/show-demands.ts';
import type { Io } from './io.ts';

/** Who may give a command: anybody who works on cases, those who let letters leave, those who answer for dates. */
export type Role = 'staff' | 'approver' | 'manager';

const holds: Readonly<Record<Role, (member: StaffMember) => boolean>> = {
  staff: ({ isStaff }) => isStaff,
  approver: ({ isApprover }) => isApprover,
  manager: ({ isManager }) => isManager,
};
const listed: Readonly<Record<Role, string>> = { staff: 'STAFF', approver: 'STAFF', manager: 'MANAGERS' };

/**
 * Who acts on the command line: `--as ADDRESS`, or the only one of that role there is. Null, with a line that says what to
 * do, when that is nobody.
 */
export function actor(context: Context, io: Io, given: string | undefined, role: Role = 'staff'): StaffMember | null {
  const people = context.people.filter(holds[role]);
  if (given !== undefined) {
    const wanted = given.trim().toLowerCase();
    const named = people.find((one) => one.address === wanted);
    if (named !== undefined) return named;
    const isKnown = context.people.some((one) => one.address === wanted);
    io.err(
      isKnown ? `--as: this takes a ${roleWord(role)}; tijdig staff says who is one.\n` : `--as: this address is not in ${listed[role]}.\n`,
    );
    return null;
  }
  const [only] = people;
  if (only !== undefined && people.length === 1) return only;
  io.err(
    people.length === 0
      ? `${listed[role]} is not set: say who works here, for example ${listed[role]}=anna@example.nl\n`
      : `Several people are in ${listed[role]}: say who you are with --as ADDRESS.\n`,
  );
  return null;
}

function roleWord(role: Role): string {
  return role === 'staff' ? 'colleague who works on cases' : role;
}

/**
 * Who acts on a case, or reads it: as `actor` says, but a demand of a public body is for the people named for those, who
 * say who they are. To everybody else there is no such case. Null, with a line, when that is nobody.
 */
export async function actorOn(
  context: Context,
  io: Io,
  reference: string,
  given: string | undefined,
  role: Role = 'staff',
): Promise<StaffMember | null | 'no-case'> {
  const confidential = await isDemand(context, reference);
  const named = confidential ? namedReader(context, given) : null;
  const member = named !== null && (role === 'staff' || holds[role](named)) ? named : actor(context, io, given, role);
  if (member === null || !confidential) return member;
  return mayKnow(context.people, member.id, 'authority') ? member : 'no-case';
}

/** Whoever is named for demands of public bodies, where that is who `--as` says; null otherwise. */
export function namedReader(context: Context, given: string | undefined): StaffMember | null {
  const wanted = given?.trim().toLowerCase();
  return namedForDemands(context.people).find((one) => one.address === wanted) ?? null;
}
