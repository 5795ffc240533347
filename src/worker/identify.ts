/**
 * Codes that come back in replies: read out of the sender's own words and given to the cases that wait for them. What follows
 * from a right or a wrong one is decided in the core.
 */
import type { OpenCase } from '../case/case.ts';
import { isClosed } from '../case/case.ts';
import type { CaseHead } from '../store/cases.ts';
import { loadCases } from '../store/cases.ts';
import { countMessagesBecause, newestIdentityLetter } from '../store/codes.ts';
import { carryOut } from './carry-out.ts';
import { codesIn, withoutOurWords } from './code-in-reply.ts';
import type { Context } from './context.ts';
import { digestOfCode } from './identity-code.ts';
import type { Read } from './read.ts';
import type { Work } from './work.ts';

/** A case that waits for a code, and what a reply says to it. */
export interface CodeAnswer {
  readonly caseId: string;
  readonly digest: string;
}

export interface IdentityAnswer {
  readonly result: 'identity-verified' | 'identity-code-wrong';
  readonly answers: readonly CodeAnswer[];
}

/** Wrong answers one address may give within 24 hours, over all cases; what comes after them is not looked at. */
const wrongPerDay = 10;

/**
 * What a reply says to the cases of its thread that wait for a code; null when it says nothing of the kind. Only the
 * sender's own new words and the subject are looked at, never a quotation, and never what a machine wrote. A message
 * uses up one try at most, however many numbers stand in it.
 */
export async function readIdentityAnswer(context: Context, read: Read, heads: readonly CaseHead[]): Promise<IdentityAnswer | null> {
  if (read.fromIndex === null || read.verdict.reasons.some((reason) => reason !== 'dmarc-fail')) return null;
  const waiting = await waitingForCode(context, heads);
  if (waiting.length === 0) return null;
  const [first] = waiting;
  const letter = first === undefined ? null : await newestIdentityLetter(context.db.query, context.subKeys, first.id);
  const found = codesIn(read.message.subject, withoutOurWords(read.message.ownText, letter?.text ?? ''));
  if (found.all.length === 0) return null;
  const since = context.clock.now().subtract({ hours: 24 }).toString();
  if ((await countMessagesBecause(context.db.query, read.fromIndex, 'identity-code-wrong', since)) >= wrongPerDay) {
    context.log.warn('too many wrong codes from one address: this one was not looked at', { messageId: read.claimed.id });
    return null;
  }
  const right = waiting.flatMap(({ id, digest }) =>
    found.all.some((code) => digestOfCode(context, id, code) === digest) ? [{ caseId: id, digest }] : [],
  );
  if (right.length > 0) return { result: 'identity-verified', answers: right };
  const [likely] = found.likely;
  if (likely === undefined) return null;
  return { result: 'identity-code-wrong', answers: waiting.map(({ id }) => ({ caseId: id, digest: digestOfCode(context, id, likely) })) };
}

/** Gives the cases the answer that was read. They are in `work` already. */
export async function giveIdentityAnswer(context: Context, work: Work, { answers }: IdentityAnswer): Promise<void> {
  for (const { caseId, digest } of answers) {
    const refusal = await carryOut(context, work, caseId, { type: 'answer-code', digest });
    if (refusal !== null && refusal.code !== 'no-code-asked') throw new Error(`a code could not be answered: ${refusal.code}`);
  }
}

async function waitingForCode(context: Context, heads: readonly CaseHead[]): Promise<readonly { id: string; digest: string }[]> {
  const loaded = await loadCases(
    context.db.query,
    context.subKeys,
    heads.map((one) => one.id),
  );
  const open = loaded.map(({ state }) => state).filter((state): state is OpenCase => !isClosed(state));
  return open.flatMap(({ id, identity }) => (identity.challenge === null ? [] : [{ id, digest: identity.challenge.digest }]));
}
