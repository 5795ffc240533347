import type { StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import type { Io } from './io.ts';

/**
 * Who acts on the command line: `--as ADDRESS`, or the only staff member there is. Null, with a line that says what to do,
 * when that is nobody.
 */
export function actor(context: Context, io: Io, given: string | undefined): StaffMember | null {
  const staff = context.people.filter((one) => one.isStaff);
  if (given !== undefined) {
    const named = staff.find((one) => one.address === given.trim().toLowerCase());
    if (named === undefined) io.err('--as: this address is not in STAFF.\n');
    return named ?? null;
  }
  const [only] = staff;
  if (only !== undefined && staff.length === 1) return only;
  io.err(
    staff.length === 0
      ? 'STAFF is not set: say who works here, for example STAFF=anna@example.nl\n'
      : 'Several people are in STAFF: say who you are with --as ADDRESS.\n',
  );
  return null;
}
