import type { StaffMember } from '../store/staff.ts';

/**
 * What a person may do in the console. `staff` works on cases, `approver` approves letters, `manager` reads the figures
 * and accepts pauses and breaches, `auditor` reads everything and changes nothing.
 */
export const roles = ['staff', 'approver', 'manager', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The roles of a member; empty for whoever left. Who is staff may approve, unless the table says who may. */
export function rolesOf(member: StaffMember & { readonly isApprover?: boolean; readonly isAuditor?: boolean }): ReadonlySet<Role> {
  const held: Record<Role, boolean> = {
    staff: member.isStaff,
    approver: member.isApprover ?? member.isStaff,
    manager: member.isManager,
    auditor: member.isAuditor ?? false,
  };
  return new Set(roles.filter((role) => held[role]));
}
