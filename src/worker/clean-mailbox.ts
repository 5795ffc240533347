/**
 * Copies in the mailbox of what is about to be erased. They go first: by what name a message is found there is sealed with the
 * rest. One worker at a time does it, the one that reads the mailbox.
 */
import { ExpectedError } from '../errors.ts';
import { fingerprint } from '../intake/fingerprint.ts';
import type { Mailbox, Removal } from '../intake/mailbox.ts';
import { messageIdsOf } from '../intake/raw-message-id.ts';
import { letterCopies, messageCopies } from '../store/copies.ts';
import type { Due } from '../store/due.ts';
import { leaseFolder, newestFolder } from '../store/folders.ts';
import type { Context } from './context.ts';
import { isOwnMessageId } from './write-letter.ts';

/** What became of the copies. */
export interface Cleaned {
  /** How many copies of each went; absent: the mailbox was not to be cleaned of it. */
  readonly copies: ReadonlyMap<string, number>;
  /** Copies that the server lets nobody remove singly. */
  readonly left: number;
  /** What cannot be erased yet: the mailbox is away, or another worker reads it. */
  readonly waiting: readonly string[];
}

const untouched: Cleaned = { copies: new Map(), left: 0, waiting: [] };

/** Whether the mailbox is to be cleaned of something: of what belongs to a case where that is allowed; our own one of everything. */
export function isToBeCleaned({ config }: Pick<Context, 'config'>, { subject, ofCase }: Pick<Due, 'subject' | 'ofCase'>): boolean {
  if (subject === 'case') return false;
  if (config.mailbox.kind === 'maildir' && config.mailbox.own) return true;
  return config.mailboxCleanup && ofCase;
}

/** Whether to leave it to the worker that reads the mailbox, or to do it now because a person asks for it. */
export type Turn = 'in-turn' | 'at-once';

/** Removes the copies of these. A mailbox that is away is no failure: they wait. */
export async function cleanMailbox(
  context: Context,
  mailbox: Mailbox,
  items: readonly Pick<Due, 'subject' | 'id' | 'ofCase'>[],
  turn: Turn,
): Promise<Cleaned> {
  const wanted = items.filter((one) => isToBeCleaned(context, one));
  if (wanted.length === 0) return untouched;
  const waiting = { ...untouched, waiting: wanted.map(({ id }) => id) };
  if (turn === 'in-turn' && !(await holdsMailbox(context, mailbox))) return waiting;
  const removals = [...(await messageRemovals(context, mailbox, wanted)), ...(await letterRemovals(context, wanted))];
  try {
    const removed = removals.length === 0 ? [] : await mailbox.remove(removals.map(({ removal }) => removal));
    const copies = new Map(wanted.map(({ id }) => [id, 0]));
    for (const [nth, one] of removals.entries()) copies.set(one.id, removed[nth]?.copies ?? 0);
    return { copies, left: removed.reduce((sum, { left }) => sum + left, 0), waiting: [] };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    context.log.warn('the mailbox cannot be cleaned now: what is to be erased waits', { code: error.code, count: wanted.length });
    return waiting;
  }
}

async function holdsMailbox({ db, lease }: Context, mailbox: Mailbox): Promise<boolean> {
  const folder = await newestFolder(db, mailbox.name);
  return folder === null || leaseFolder(db, folder, lease);
}

interface Named {
  readonly id: string;
  readonly removal: Removal;
}
type Wanted = readonly Pick<Due, 'subject' | 'id'>[];

const idsOf = (wanted: Wanted, subject: Due['subject']) => wanted.filter((one) => one.subject === subject).map(({ id }) => id);

async function messageRemovals(context: Context, mailbox: Mailbox, wanted: Wanted): Promise<readonly Named[]> {
  const found = await messageCopies(context.db.query, context.subKeys, mailbox.name, idsOf(wanted, 'message'));
  return found.map(({ id, messageId, raw, places, fingerprint: known }) => ({
    id,
    removal: {
      messageId: messageId ?? (raw === null ? null : (messageIdsOf(raw)[0] ?? null)),
      places,
      isMeant: (copy) => fingerprint(copy, context.indexKey).equals(known),
    },
  }));
}

/** Only by a Message-ID that we made for exactly this letter: a row that somebody wrote removes nothing. */
async function letterRemovals(context: Context, wanted: Wanted): Promise<readonly Named[]> {
  const found = await letterCopies(context.db.query, context.subKeys, idsOf(wanted, 'letter'));
  return found
    .filter((letter) => isOwnMessageId(context, letter.messageId, letter))
    .map(({ id, messageId }) => ({
      id,
      removal: {
        messageId,
        places: [],
        isMeant: (copy) => {
          const ids = messageIdsOf(copy);
          return ids.length === 1 && ids[0] === messageId;
        },
      },
    }));
}
