/** What is known of what was erased, and erasing it again where an older copy of the data was put back. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, or } from 'drizzle-orm';
import { cases } from '../schema/case.ts';
import { messages } from '../schema/intake.ts';
import { letters } from '../schema/letter.ts';
import { type ErasedSubject, erasures } from '../schema/site.ts';
import type { Tx } from './db.ts';
import { removeContent, type Tombstone } from './erase.ts';

export type { Tombstone };

/** How many things of the restored data were erased again, and how many rows stand for messages that it does not have. */
export interface Applied {
  readonly erased: number;
  readonly stubs: number;
}

const batch = 500;

/**
 * Applies tombstones to data that is older than they are: writes them down, erases whatever they name that is there, whatever
 * its dates and status, and puts an empty row for each erased message that is not there, so that the mailbox never brings it in
 * again. For the owner of the tables with their guards switched off: what was closed when it was erased may be open in older
 * data. To be done before anything else runs.
 */
export async function applyTombstones(tx: Tx, tombstones: readonly Tombstone[]): Promise<Applied> {
  let [erased, stubs] = [0, 0];
  for (let at = 0; at < tombstones.length; at += batch) {
    const some = tombstones.slice(at, at + batch);
    await tx.insert(erasures).values(some).onConflictDoNothing();
    stubs += await insertStubs(tx, some);
    for (const subject of ['message', 'letter', 'case'] as const) {
      const there = await present(tx, subject, some);
      if (there.length > 0) await removeContent(tx, subject, there);
      erased += there.length;
    }
  }
  return { erased: erased - stubs, stubs };
}

async function present(tx: Tx, subject: ErasedSubject, tombstones: readonly Tombstone[]): Promise<readonly string[]> {
  const named = tombstones.filter((one) => one.subject === subject);
  const ids = named.map(({ subjectId }) => subjectId);
  if (ids.length === 0) return [];
  const table = { message: messages, letter: letters, case: cases }[subject];
  // A message that was taken in once more since is the same message.
  const prints = named.flatMap(({ fingerprint }) => fingerprint ?? []);
  const these = prints.length === 0 ? inArray(table.id, ids) : or(inArray(table.id, ids), inArray(messages.fingerprint, prints));
  const found = await tx.select({ id: table.id }).from(table).where(these);
  return found.map(({ id }) => id);
}

async function insertStubs(tx: Tx, tombstones: readonly Tombstone[]): Promise<number> {
  const wanted = tombstones.flatMap(({ subject, subjectId, fingerprint, receivedAt, size, folderRole, disposition, at }) =>
    subject !== 'message' || fingerprint === null || receivedAt === null
      ? []
      : [
          {
            id: subjectId,
            fingerprint,
            receivedAt,
            size: size ?? 0,
            truncated: false,
            folderRole: folderRole ?? ('none' as const),
            beforeGoLive: false,
            // Of no key: there is nothing to open.
            keyId: randomUUID(),
            disposition: (disposition ?? 'none') as NonNullable<(typeof messages.$inferInsert)['disposition']>,
            triagedAt: at,
          },
        ],
  );
  if (wanted.length === 0) return 0;
  const written = await tx.insert(messages).values(wanted).onConflictDoNothing().returning({ id: messages.id });
  return written.length;
}

/** The tombstone of one thing; null: it was not erased. */
export async function findTombstone(tx: Tx, subject: ErasedSubject, subjectId: string): Promise<Tombstone | null> {
  const [found] = await tx
    .select()
    .from(erasures)
    .where(and(eq(erasures.subject, subject), eq(erasures.subjectId, subjectId)));
  return found ?? null;
}
