import type { Context } from './context.ts';
import type { Work } from './work.ts';

/** The acknowledgement of a case whose requester and time of receipt staff have confirmed. */
export async function acknowledgeConfirmed(_context: Context, _work: Work, _caseId: string): Promise<void> {}
