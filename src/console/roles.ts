import { roleNames, type StaffMember, type StaffRole } from '../store/staff.ts';

/**
 * What a person may do in the console. `staff` works on cases, `approver` approves letters, `manager` reads the figures
 * and accepts pauses and breaches, `auditor` reads everything and changes nothing.
 */
export type Role = StaffRole;

/** The roles of a member; empty for whoever left. */
export function rolesOf(member: StaffMember): ReadonlySet<Role> {
  return new Set(roleNames(member));
}

/** Whether somebody may change anything at all: an auditor without another role may not. */
export function mayChange(roles: ReadonlySet<Role>): boolean {
  return [...roles].some((role) => role !== 'auditor');
}
