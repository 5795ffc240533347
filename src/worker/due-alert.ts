import type { Case } from '../case/case.ts';
import { isConfidential } from '../case/kind.ts';
import { dueAlert } from '../responders/internal-letter.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';
import { nextWords } from './next-words.ts';
import { colleaguesFor, managersFor, together } from './people.ts';
import { staffLanguage, writeStaffLetter } from './staff-letters.ts';
import type { Work } from './work.ts';

/** Says that the date of one case comes near or has passed: to who works on it, then to managers too. */
export async function writeDueAlerts(context: Context, work: Work, state: Case, level: 'warn' | 'escalate' | 'overdue'): Promise<void> {
  const today = dayOf(context, context.clock.now());
  for (const member of whomToAlert(context, state, level)) {
    const language = staffLanguage(context, member);
    const text = dueAlert(context.templates, {
      language,
      level,
      reference: state.reference,
      kind: state.kind,
      dueOn: state.dates.dueOn,
      actByOn: state.dates.actByOn,
      daysLeft: today.until(state.dates.dueOn).days,
      nextStep: nextWords(state, language),
    });
    work.letters.push(await writeStaffLetter(context, member, 'due-alert', text, [state.id]));
  }
}

/** Where there are no managers, or nobody is assigned, staff hear it: a date is never told to nobody. */
function whomToAlert(context: Context, state: Case, level: 'warn' | 'escalate' | 'overdue'): readonly StaffMember[] {
  const concerned = colleaguesFor(context, state);
  if (level === 'warn' || isConfidential(state.kind)) return concerned;
  const managers = managersFor(context);
  return managers.length === 0 || state.assignedTo !== null ? together(managers, concerned) : managers;
}
