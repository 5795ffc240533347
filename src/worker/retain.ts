/**
 * Obeys the policy's retention (Policy §2): what has been kept long enough is erased, a page at a time, so that ten workers do it
 * together. Today's policy decides, not the one a case was received under. What lies in files and in the mailbox goes before the
 * keys; where that cannot be done now, the rest of it waits for the next time.
 */
import type { RetentionDay } from '../case/retention.ts';
import { ExpectedError } from '../errors.ts';
import type { Mailbox } from '../intake/mailbox.ts';
import type { Transport } from '../outbox/transport.ts';
import { ownCopies } from '../store/copies.ts';
import type { Tx } from '../store/db.ts';
import { beginning, type Due, dueCases, dueLetters, dueMessages, type Page, withoutDuty } from '../store/due.ts';
import { type Erasing, type Erasure, erase } from '../store/erase.ts';
import { cleanMailbox, isToBeCleaned, type Turn } from './clean-mailbox.ts';
import { type Context, dayOf } from './context.ts';

const pageSize = 500;
/** So many at a time where copies in the mailbox go first: few enough that a hold placed meanwhile comes in time. */
const cleanedAtOnce = 50;

/** Where copies of what is erased may lie. */
export interface EraseDoors {
  readonly mailbox: Mailbox;
  readonly transport: Pick<Transport, 'forget'>;
}

/** What became of what was to be erased. */
export interface Retained {
  readonly messages: number;
  readonly letters: number;
  readonly cases: number;
  /** Copies removed from the mailbox. */
  readonly copies: number;
  /** Copies that the mail server lets nobody remove singly. */
  readonly copiesLeft: number;
  /** What waits for the mailbox, or for a file that could not be removed. */
  readonly waiting: number;
  /** What the database would not let go: a hold was placed or a case opened again meanwhile. */
  readonly kept: number;
}

export const nothingErased: Retained = { messages: 0, letters: 0, cases: 0, copies: 0, copiesLeft: 0, waiting: 0, kept: 0 };

export function addRetained(one: Retained, other: Retained): Retained {
  return Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Retained]]),
  ) as unknown as Retained;
}

export function retentionDay(context: Context, today: Temporal.PlainDate = dayOf(context, context.clock.now())): RetentionDay {
  return { retention: context.policy.retention, today: today.toString(), timeZone: context.timeZone };
}

/** What is due of each subject, page after page. */
export const finders = { message: dueMessages, letter: dueLetters, case: dueCases } as const;

/** Erases whatever is due today. */
export async function retain(context: Context, doors: EraseDoors, turn: Turn = 'in-turn'): Promise<Retained> {
  const why: Erasing = { because: 'retention', at: context.clock.now().toString(), by: null };
  let all = nothingErased;
  for (const find of Object.values(finders)) {
    for await (const page of pages(context, retentionDay(context), find))
      all = addRetained(all, await eraseAll(context, doors, page, why, turn));
  }
  if (Object.values(all).some((count) => count > 0)) context.log.info('erased what the policy keeps no longer', { ...all });
  return all;
}

/** Page after page by id: what stays is not met twice. */
export async function* pages(
  context: Context,
  day: RetentionDay,
  find: (tx: Tx, day: RetentionDay, page: Page) => Promise<readonly Due[]>,
): AsyncGenerator<readonly Due[]> {
  for (let after = beginning; ; ) {
    const page = await find(context.db.query, day, { after, most: pageSize });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.id ?? after;
  }
}

/** Erases these, all of one subject: copies and files first, then keys and content. `turn`: see `cleanMailbox`. */
export async function eraseAll(
  context: Context,
  doors: EraseDoors,
  items: readonly Due[],
  why: Erasing,
  turn: Turn = 'in-turn',
): Promise<Retained> {
  const cleaned = items.filter((one) => isToBeCleaned(context, one));
  let all = nothingErased;
  for (let at = 0; at < cleaned.length; at += cleanedAtOnce)
    all = addRetained(all, await eraseSlice(context, doors, cleaned.slice(at, at + cleanedAtOnce), why, turn));
  const others = items.filter((one) => !isToBeCleaned(context, one));
  for (let at = 0; at < others.length; at += pageSize)
    all = addRetained(all, await eraseSlice(context, doors, others.slice(at, at + pageSize), why, turn));
  return all;
}

async function eraseSlice(context: Context, doors: EraseDoors, found: readonly Due[], why: Erasing, turn: Turn): Promise<Retained> {
  const [first] = found;
  if (first === undefined) return nothingErased;
  // The mailbox has no guard of its own: what came under a hold since it was found is left out before its copies are looked for.
  const free = await withoutDuty(
    context.db.query,
    first.subject,
    found.map(({ id }) => id),
  );
  const items = found.filter(({ id }) => free.has(id));
  const { copies, left, waiting } = await cleanMailbox(context, doors.mailbox, items, turn);
  const stuck = new Set([...waiting, ...(await removeFiles(context, doors, items))]);
  const ready = items.filter(({ id }) => !stuck.has(id)).map((one) => ({ ...one, mailboxCopies: copies.get(one.id) ?? null }));
  const own = first.subject === 'letter' ? await eraseOwnCopies(context, ready, why) : 0;
  const { gone, kept } = await erase(context, first.subject, ready, why);
  const count = (subject: Due['subject']) => (first.subject === subject ? gone.length : 0);
  return {
    messages: count('message') + own,
    letters: count('letter'),
    cases: count('case'),
    copies: [...copies.values()].reduce((sum, one) => sum + one, 0),
    copiesLeft: left,
    waiting: stuck.size,
    kept: kept.length + found.length - items.length,
  };
}

/** What we read of our own letters in the mailbox goes with them, and before them: nothing else says whose copies they are. */
async function eraseOwnCopies(context: Context, letters: readonly Erasure[], why: Erasing): Promise<number> {
  const byId = new Map(letters.map((one) => [one.id, one]));
  const found = await ownCopies(context.db.query, context.indexKey, [...byId.keys()]);
  const copies = found.flatMap(({ id, letterId }) => {
    const letter = byId.get(letterId);
    return letter === undefined ? [] : [{ ...letter, subject: 'message' as const, id }];
  });
  return (await erase(context, 'message', copies, why)).gone.length;
}

/** Files that letters were written to; the ids of those whose file could not be removed. */
async function removeFiles(context: Context, { transport }: EraseDoors, items: readonly Due[]): Promise<readonly string[]> {
  const stuck: string[] = [];
  for (const { subject, id } of items) {
    if (subject !== 'letter') continue;
    try {
      await transport.forget(id);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      context.log.warn('the file of a letter cannot be removed: what is to be erased waits', { code: error.code, letterId: id });
      stuck.push(id);
    }
  }
  return stuck;
}
