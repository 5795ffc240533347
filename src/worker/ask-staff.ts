import type { Case } from '../case/case.ts';
import type { Context } from './context.ts';
import type { Work } from './work.ts';

/** Asks our own people what only they can know. */
export async function askStaff(
  _context: Context,
  _work: Work,
  _state: Case,
  _question: 'answered-outside' | 'confirm-intake',
): Promise<void> {}
