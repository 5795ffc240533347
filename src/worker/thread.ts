import { findReferences } from '../case/reference.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { type CaseHead, headsByLetter, headsByReference } from '../store/cases.ts';
import { casesWrittenTo } from '../store/codes.ts';
import { headById, headsByMessageId, type LetterHead } from '../store/letters.ts';
import type { Context } from './context.ts';
import type { Belonging } from './judge.ts';
import { letterOfToken } from './marks.ts';

/** What of ours a message answers. */
export interface Thread {
  readonly belonging: Belonging;
  /** Cases of the thread, only when they are the sender's own. */
  readonly cases: readonly CaseHead[];
  /** Letters of ours it answers, the customer's and our own people's. */
  readonly letters: readonly LetterHead[];
}

/**
 * In order of trust: our own Message-ID in In-Reply-To or References, the token of the reply address, the case
 * reference in the subject. A match that belongs to another sender attaches to nothing; a case belongs to who asked, and
 * to the address on file that we wrote to about it.
 */
export async function findThread(context: Context, message: ParsedMessage, fromIndex: Uint8Array | null): Promise<Thread> {
  const letters = await answeredLetters(context, message);
  const ours = letters.filter((letter) => letter.audience === 'customer');
  if (ours.length > 0) {
    const own = ours.filter((letter) => isSame(letter.recipientIndex, fromIndex));
    if (own.length === 0) return ownByRequester(context, letters, ours, fromIndex);
    return {
      belonging: 'own-case',
      cases: await headsByLetter(
        context.db.query,
        own.map((letter) => letter.id),
      ),
      letters,
    };
  }
  if (letters.length > 0) {
    // Mail among ourselves: what a colleague writes about a case does not make it the colleague's.
    return {
      belonging: letters.some((letter) => isSame(letter.recipientIndex, fromIndex)) ? 'nothing' : 'case-of-another',
      cases: [],
      letters,
    };
  }
  const named = await headsByReference(context.db.query, findReferences(message.subject).slice(0, 5));
  if (named.length === 0) return { belonging: 'nothing', cases: [], letters };
  const written =
    fromIndex === null
      ? new Set()
      : await casesWrittenTo(
          context.db.query,
          named.map((one) => one.id),
          fromIndex,
        );
  const own = named.filter((one) => isSame(one.requesterIndex, fromIndex) || written.has(one.id));
  return own.length > 0 ? { belonging: 'own-case', cases: own, letters } : { belonging: 'case-of-another', cases: [], letters };
}

/** A code goes to an address on file; the requester may well answer it from the address they wrote from. */
async function ownByRequester(
  context: Context,
  letters: readonly LetterHead[],
  ours: readonly LetterHead[],
  fromIndex: Uint8Array | null,
): Promise<Thread> {
  const heads = await headsByLetter(
    context.db.query,
    ours.map((letter) => letter.id),
  );
  const own = heads.filter((one) => isSame(one.requesterIndex, fromIndex));
  return own.length > 0 ? { belonging: 'own-case', cases: own, letters } : { belonging: 'case-of-another', cases: [], letters };
}

async function answeredLetters(context: Context, message: ParsedMessage): Promise<readonly LetterHead[]> {
  const ids = [...new Set([...message.inReplyTo, ...message.references])].slice(0, 100);
  const byId = await headsByMessageId(context.db.query, ids);
  if (byId.length > 0 || context.config.replyAddress === null) return byId;
  const token = repliedToken(context.config.replyAddress, message);
  const letterId = token === null ? null : letterOfToken(context, token);
  const letter = letterId === null ? null : await headById(context.db.query, letterId);
  return letter === null ? [] : [letter];
}

/** The token in the first recipient that has the form of REPLY_ADDRESS. */
function repliedToken(template: string, message: ParsedMessage): string | null {
  const [before = '', after = ''] = template.toLowerCase().split('{token}');
  for (const { address } of [...message.to, ...message.cc]) {
    const given = address.toLowerCase();
    if (given.startsWith(before) && given.endsWith(after)) return given.slice(before.length, given.length - after.length);
  }
  return null;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.from(a).equals(Buffer.from(b));
}
