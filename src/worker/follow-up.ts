import type { Case } from '../case/case.ts';
import type { CaseKind } from '../case/kind.ts';
import type { Classification } from '../classify/classification.ts';
import { type CaseHead, loadCases, newestLetterStatus } from '../store/cases.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { giveIdentityAnswer, readIdentityAnswer } from './identify.ts';
import { changePerson } from './identity-code.ts';
import { keepsPayout, withPayout } from './payout.ts';
import { payoutOf, type Read } from './read.ts';
import { addLoaded, type Work } from './work.ts';

/** What is left to open after a message joined the open cases it belongs to. */
interface FollowUp {
  readonly remaining: readonly CaseKind[];
  readonly joined: boolean;
  /** What it said to a code we asked for: a reason of the message. */
  readonly said: readonly string[];
}

/**
 * A reply: the same kind as an open case of its thread joins that case; a new kind opens a new linked case; where all
 * cases of the thread are closed, a new case is opened and linked.
 */
export async function followUp(context: Context, work: Work, read: Read, found: Classification): Promise<FollowUp> {
  const kinds = [...new Set(found.requests.map((request): CaseKind => request.kind))];
  if (read.thread.belonging !== 'own-case' || found.disposition === 'automatic') return { remaining: kinds, joined: false, said: [] };
  const open = read.thread.cases.filter((one) => one.open);
  if (open.length === 0) return { remaining: kinds.length > 0 ? kinds : ['undetermined'], joined: false, said: [] };
  const answer = await readIdentityAnswer(context, read, open);
  const asked = new Set(answer?.answers.map((one) => one.caseId));
  const joining = [...new Set([...casesToJoin(open, kinds), ...open.filter((one) => asked.has(one.id))])];
  for (const one of joining) await join(context, work, one, read);
  if (answer !== null) await giveIdentityAnswer(context, work, answer);
  const handled = new Set<CaseKind>(joining.map((one) => one.kind));
  return {
    remaining: kinds.filter((kind) => !handled.has(kind) && kind !== 'undetermined'),
    joined: joining.length > 0,
    said: answer === null ? [] : [answer.result],
  };
}

/** Cases of the kinds named; without a kind, every open case of the thread: staff decide what it means. */
function casesToJoin(open: readonly CaseHead[], kinds: readonly CaseKind[]): readonly CaseHead[] {
  const known = kinds.filter((kind) => kind !== 'undetermined');
  return known.length === 0 ? open : open.filter((one) => kinds.includes(one.kind));
}

async function join(context: Context, work: Work, head: CaseHead, read: Read): Promise<void> {
  const { claimed } = read;
  const [loaded] = await loadCases(context.db.query, context.subKeys, [head.id]);
  if (loaded === undefined) throw new Error('a case of the thread is gone');
  addLoaded(work, loaded);
  const refusal = await carryOut(context, work, head.id, {
    type: 'join-message',
    messageId: claimed.id,
    letterOnItsWay: await isOnItsWay(context, loaded.state),
  });
  if (refusal !== null) throw new Error(`a message could not join an open case: ${refusal.code}`);
  work.joins.push({ caseId: head.id, messageId: claimed.id, role: 'follow-up' });
  notePayout(work, head.id, payoutOf(read));
}

/** An account for the refund, which a customer often names only when asked. */
function notePayout(work: Work, caseId: string, accounts: readonly string[]): void {
  const current = work.cases.get(caseId);
  if (current === undefined || accounts.length === 0 || !keepsPayout(current.state)) return;
  changePerson(work, caseId, { ...current.person, payout: withPayout(current.person.payout, accounts) });
}

/** Whether an approved letter of the case is being sent, or gone: too late to stop it. */
export async function isOnItsWay(context: Context, state: Case): Promise<boolean> {
  if (state.status !== 'in-progress' || state.leaving === null) return false;
  const status = await newestLetterStatus(context.db.query, state.leaving.letterId);
  return status !== 'queued' && status !== 'draft';
}
