import type { Case } from '../case/case.ts';
import type { Context } from './context.ts';
import type { Work } from './work.ts';

/** Says that the date of one case comes near or has passed: to who works on it, then to managers. */
export async function writeDueAlerts(
  _context: Context,
  _work: Work,
  _state: Case,
  _level: 'warn' | 'escalate' | 'overdue',
): Promise<void> {}
