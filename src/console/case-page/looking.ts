import type { Refusal } from '../../case/command.ts';
import { decide } from '../../case/decide.ts';
import type { Day } from '../../case/policy.ts';
import { policyOf } from '../../worker/context.ts';
import type { CaseView } from '../../worker/show-case-view.ts';
import type { Request } from '../page.ts';
import type { Role } from '../roles.ts';
import type { Failed } from './action-form.ts';
import type { ActionId } from './action-words.ts';
import { actionOf } from './actions.ts';
import { dayIn } from './days.ts';
import { type NextStep, nextStep } from './next-step.ts';

/** One person looking at one case: what every part of the page is made from. */
export interface Looking {
  readonly c: Request;
  readonly view: CaseView;
  readonly step: NextStep;
  readonly today: Day;
  readonly failed: Failed | null;
  /** The message whose long text is shown whole. */
  readonly whole: string | null;
}

export function look(c: Request, view: CaseView, failed: Failed | null): Looking {
  const { context, viewer } = c.var;
  const today = dayIn(context.clock.now().toString(), context.timeZone);
  const has = (role: Role) => viewer.roles.has(role);
  const roles = { staff: has('staff'), approver: has('approver'), manager: has('manager') };
  const step = nextStep({ state: view.state, memberId: viewer.member.id, roles, today, undoUntil: view.undoUntil });
  return { c, view, step, today, failed, whole: c.req.query('all') ?? null };
}

/** Whether the person who looks has the role an action wants. */
export function mayAct({ c }: Pick<Looking, 'c'>, id: ActionId): boolean {
  const action = actionOf(id);
  return action !== null && c.var.viewer.roles.has(action.role);
}

/** Why the core would say no to an action now, and what would make it possible; null: it would not. Asks it, changes nothing. */
export function refusalFor({ c, view, today }: Looking, id: ActionId): Refusal | null {
  const { context, viewer } = c.var;
  const command = actionOf(id)?.probe(view.state, today, viewer.member.id) ?? null;
  if (command === null) return null;
  const decision = decide(command, view.state, {
    policy: policyOf(context, view.state.policyHash),
    holidays: context.holidays,
    now: context.clock.now().toString(),
  });
  return 'refusal' in decision ? decision.refusal : null;
}
