// Copies that wait on a page. What they are is sealed with a key of their own, which goes when the page ends.
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import type { LetterLanguage } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { openKey, type SubKeys, sealJson, unsealJson } from '../privacy/seal.ts';
import { cases } from '../schema/case.ts';
import { downloads } from '../schema/download.ts';
import { letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import { type Db, rows, type Tx } from './db.ts';
import { insertKeys, type NewKey } from './keys.ts';
import type { Attachment } from './letters.ts';

export interface NewDownload {
  readonly id: string;
  readonly caseId: string;
  readonly letterId: string;
  readonly key: NewKey;
  readonly files: readonly Attachment[];
  readonly tokenDigest: string;
  readonly untilOn: Day;
}

export async function insertDownload(tx: Tx, { key, files, ...row }: NewDownload): Promise<void> {
  await insertKeys(tx, [key]);
  await tx.insert(downloads).values({ ...row, keyId: key.id, content: sealJson(files, key.key) });
}

/** A page that is open. */
export interface OpenDownload {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly language: LetterLanguage;
  readonly untilOn: Day;
}

/** The page a token opens: its letter has left, its last day has not passed, its files are there. */
export async function findDownload(tx: Tx, tokenDigest: string, today: Day): Promise<OpenDownload | null> {
  const [found] = await tx
    .select({
      id: downloads.id,
      caseId: downloads.caseId,
      reference: cases.reference,
      language: cases.language,
      untilOn: downloads.untilOn,
    })
    .from(downloads)
    .innerJoin(letters, eq(letters.id, downloads.letterId))
    .innerJoin(cases, eq(cases.id, downloads.caseId))
    .where(
      and(
        eq(downloads.tokenDigest, tokenDigest),
        gte(downloads.untilOn, today),
        inArray(letters.status, ['sending', 'accepted', 'unknown']),
        sql`${downloads.content} is not null`,
      ),
    );
  return found === undefined ? null : { ...found, language: found.language as LetterLanguage };
}

/** A fresh code, unless `most` were sent that day. It takes the place of the one before. */
export async function renewCode(
  tx: Tx,
  id: string,
  code: { readonly digest: string; readonly until: string; readonly tries: number; readonly on: Day; readonly most: number },
): Promise<boolean> {
  const renewed = await rows(
    tx,
    sql`update downloads set code_digest = ${code.digest}, code_until = ${code.until}::timestamptz, tries_left = ${code.tries}::smallint,
          codes_sent = case when codes_on = ${code.on}::date then codes_sent + 1 else 1 end, codes_on = ${code.on}::date
        where id = ${id} and (codes_on is distinct from ${code.on}::date or codes_sent < ${code.most}) returning id`,
  );
  return renewed.length === 1;
}

/** Uses up one try before the answer is compared, so that a hundred at once have no more tries than one. Null: none left. */
export async function takeTry(tx: Tx, id: string, now: string): Promise<{ readonly digest: string; readonly triesLeft: number } | null> {
  const [taken] = await rows<{ digest: string; left: number }>(
    tx,
    sql`update downloads set tries_left = tries_left - 1
        where id = ${id} and tries_left > 0 and code_digest is not null and code_until > ${now}::timestamptz
        returning code_digest as digest, tries_left as left`,
  );
  return taken === undefined ? null : { digest: taken.digest, triesLeft: Number(taken.left) };
}

/** A code opens the page once. False: somebody was quicker. */
export async function useCode(tx: Tx, id: string, digest: string): Promise<boolean> {
  const used = await tx
    .update(downloads)
    .set({ codeDigest: null, triesLeft: 0 })
    .where(and(eq(downloads.id, id), eq(downloads.codeDigest, digest)))
    .returning({ id: downloads.id });
  return used.length === 1;
}

/** The files of a page; null when they were erased. */
export function filesOfDownload(tx: Tx, subKeys: SubKeys, id: string): Promise<readonly Attachment[] | null> {
  return files(tx, subKeys, eq(downloads.id, id));
}

/** The files that wait because of a letter; null when there are none, or no more. */
export function filesOfLetter(tx: Tx, subKeys: SubKeys, letterId: string): Promise<readonly Attachment[] | null> {
  return files(tx, subKeys, eq(downloads.letterId, letterId));
}

async function files(tx: Tx, subKeys: SubKeys, which: ReturnType<typeof eq>): Promise<readonly Attachment[] | null> {
  const [found] = await tx
    .select({ content: downloads.content, wrapped: dataKeys.wrapped })
    .from(downloads)
    .innerJoin(dataKeys, eq(dataKeys.id, downloads.keyId))
    .where(which);
  if (found === undefined || found.content === null) return null;
  return unsealJson<readonly Attachment[]>(found.content, openKey(subKeys, found.wrapped));
}

export async function noteDownloaded(tx: Tx, id: string, at: string): Promise<void> {
  await tx.execute(sql`update downloads set downloaded_at = coalesce(downloaded_at, ${at}::timestamptz) where id = ${id}`);
}

/**
 * Erases what has ended: its last day has passed, or its letter will never leave. The key goes first, the bytes after it;
 * without the key no copy of the bytes, in a backup or elsewhere, can be read. A legal hold keeps both.
 */
export async function eraseDownloads(db: Db, today: Day): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await rows<{ id: string; key: string }>(
      tx,
      sql`select d.id, d.key_id as key from downloads d join letters l on l.id = d.letter_id join cases c on c.id = d.case_id
          where d.content is not null and (d.until_on < ${today}::date or l.status in ('void', 'refused'))
            and coalesce(c.state->'hold', 'null'::jsonb) = 'null'::jsonb
          order by d.id limit 500 for update of d skip locked`,
    );
    if (ended.length === 0) return 0;
    const keys = ended.map((one) => one.key);
    const ids = ended.map((one) => one.id);
    await tx.delete(dataKeys).where(inArray(dataKeys.id, keys));
    await tx.update(downloads).set({ content: null, codeDigest: null, triesLeft: 0 }).where(inArray(downloads.id, ids));
    return ended.length;
  });
}
