// Letters on their way out: claimed by lease, settled by whoever holds the lease, asked about when nobody knows.

import { and, eq, inArray, sql } from 'drizzle-orm';
import { isCaseLetter } from '../case/kind.ts';
import { openKey, type SubKeys, unseal, unsealJson } from '../privacy/seal.ts';
import type { LetterKind } from '../responders/letter.ts';
import { cases } from '../schema/case.ts';
import { type LetterStatus, letterCases, letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import { markedApprovals } from './approvals.ts';
import { type Db, rows, type Tx } from './db.ts';
import type { Lease } from './folders.ts';
import type { LetterContent } from './letters.ts';

/** A letter this worker may send now. */
export interface OutgoingLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly audience: 'customer' | 'internal';
  readonly messageId: string;
  readonly attempts: number;
  readonly firstAttemptAt: string;
  readonly hash: string;
  readonly caseVersion: number | null;
  readonly approvalsNeeded: number;
  /** Different people whose approvals of this content are the program's own. */
  readonly approvers: number;
  readonly recipientIndex: Uint8Array;
  /** Requesters of the cases it is about: the recipient must be one of them. */
  readonly requesterIndexes: readonly (Uint8Array | null)[];
  readonly caseIds: readonly string[];
  /** A message came in while an earlier attempt was on its way. */
  readonly overtaken: boolean;
  readonly content: LetterContent;
  readonly raw: Uint8Array;
}

// The whole case is not needed to know this.
const afterRelease = sql<boolean>`${cases.state}->'attention' @> '"message-after-release"'::jsonb`;

/**
 * Transaction 3: `sending` with its attempt number is committed before anything is said to the SMTP server. The lease
 * runs on the database's clock; one that expires leaves the outcome unknown, never queued.
 * @param now the instant by the worker's clock, which also set when a letter may leave
 */
export async function claimLetters(
  db: Db,
  subKeys: SubKeys,
  lease: Lease,
  limits: { customer: number; internal: number },
  now: string,
): Promise<readonly OutgoingLetter[]> {
  const taken = await rows<{ id: string; needed: number }>(
    db.query,
    sql`with customers as (
          select id from letters where status = 'queued' and next_attempt_at <= ${now} and audience = 'customer'
          order by next_attempt_at limit ${limits.customer} for update skip locked
        ), own as (
          select id from letters where status = 'queued' and next_attempt_at <= ${now} and audience = 'internal'
          order by next_attempt_at limit ${limits.internal} for update skip locked
        )
        update letters l set status = 'sending', attempts = attempts + 1, lease_owner = ${lease.worker},
          lease_until = now() + make_interval(secs => ${lease.seconds}), last_attempt_at = now(), first_attempt_at = coalesce(first_attempt_at, now())
        from (select id from customers union all select id from own) chosen where l.id = chosen.id returning l.id, l.approvals_needed as needed`,
  );
  if (taken.length === 0) return [];
  const ids = taken.map((row) => row.id);
  const [found, owners, approved] = await Promise.all([
    db.query
      .select({ letter: letters, wrapped: dataKeys.wrapped })
      .from(letters)
      .innerJoin(dataKeys, eq(dataKeys.id, letters.keyId))
      .where(inArray(letters.id, ids)),
    db.query
      .select({ letterId: letterCases.letterId, caseId: cases.id, index: cases.requesterIndex, overtaken: afterRelease })
      .from(letterCases)
      .innerJoin(cases, eq(cases.id, letterCases.caseId))
      .where(inArray(letterCases.letterId, ids)),
    markedApprovals(
      db.query,
      subKeys,
      taken.filter(({ needed }) => Number(needed) > 0).map(({ id }) => id),
    ),
  ]);
  return found.flatMap(({ letter, wrapped }) => {
    if (letter.content === null || letter.raw === null) return [];
    const key = openKey(subKeys, wrapped);
    return [
      {
        id: letter.id,
        kind: letter.kind,
        audience: letter.audience,
        messageId: letter.messageId,
        attempts: letter.attempts,
        firstAttemptAt: letter.firstAttemptAt ?? letter.writtenAt,
        hash: letter.hash,
        caseVersion: letter.caseVersion,
        approvalsNeeded: letter.approvalsNeeded,
        approvers: new Set(approved.filter((one) => one.letterId === letter.id && one.hash === letter.hash).map((one) => one.staffId)).size,
        recipientIndex: letter.recipientIndex,
        caseIds: owners.filter((owner) => owner.letterId === letter.id).map((owner) => owner.caseId),
        requesterIndexes: owners.filter((owner) => owner.letterId === letter.id).map((owner) => owner.index),
        overtaken: isCaseLetter(letter.kind) && owners.some((owner) => owner.letterId === letter.id && owner.overtaken),
        content: unsealJson<LetterContent>(letter.content, key),
        raw: unseal(letter.raw, key),
      },
    ];
  });
}

/** How many letters of each audience were attempted in the last `seconds`. */
export async function countAttempts(db: Db, seconds: number): Promise<{ customer: number; internal: number }> {
  const found = await db.query
    .select({ audience: letters.audience, count: sql`count(*)`.mapWith(Number) })
    .from(letters)
    .where(sql`${letters.lastAttemptAt} > now() - make_interval(secs => ${seconds})`)
    .groupBy(letters.audience);
  const of = (audience: 'customer' | 'internal') => found.find((row) => row.audience === audience)?.count ?? 0;
  return { customer: of('customer'), internal: of('internal') };
}

/** What became of an attempt. `again` names the next attempt. `by`: the worker that held the letter. */
export type Settlement =
  | { readonly id: string; readonly status: 'accepted'; readonly at: string }
  | { readonly id: string; readonly by: string; readonly status: 'queued'; readonly again: string; readonly code: string }
  | { readonly id: string; readonly by: string; readonly status: 'refused' | 'void'; readonly code: string }
  | { readonly id: string; readonly by: string; readonly status: 'unknown'; readonly at: string; readonly code: string };

/**
 * Writes outcomes of letters that are `sending` or `unknown`; those settled meanwhile by others are left alone. That a
 * letter was accepted is a fact, whoever saw it; anything else counts only from the worker that still holds the lease,
 * since another may be sending the letter by now. Returns the ids written.
 */
export async function settleLetters(tx: Tx, settlements: readonly Settlement[]): Promise<ReadonlySet<string>> {
  const accepted = settlements.filter((one) => one.status === 'accepted');
  const written = new Set<string>();
  const open = inArray(letters.status, ['sending', 'unknown'] satisfies LetterStatus[]);
  const free = { leaseOwner: null, leaseUntil: null };
  if (accepted.length > 0) {
    const done = await tx
      .update(letters)
      .set({ ...free, status: 'accepted', sentAt: accepted[0]?.at, code: null, nextAttemptAt: null })
      .where(
        and(
          inArray(
            letters.id,
            accepted.map((one) => one.id),
          ),
          open,
        ),
      )
      .returning({ id: letters.id });
    for (const row of done) written.add(row.id);
  }
  for (const one of settlements) {
    if (one.status === 'accepted') continue;
    const outcome =
      one.status === 'queued' ? { nextAttemptAt: one.again } : one.status === 'unknown' ? { unknownAt: one.at } : { nextAttemptAt: null };
    const done = await tx
      .update(letters)
      .set({ ...free, ...outcome, status: one.status, code: one.code })
      .where(and(eq(letters.id, one.id), open, eq(letters.leaseOwner, one.by)))
      .returning({ id: letters.id });
    for (const row of done) written.add(row.id);
  }
  return written;
}

/** A `sending` whose worker died becomes `unknown` at the instant its lease ended. */
export async function expireSending(db: Db): Promise<number> {
  const expired = await rows(
    db.query,
    sql`update letters set status = 'unknown', unknown_at = lease_until, lease_owner = null, lease_until = null, code = 'sender-gone'
        where status = 'sending' and lease_until < now() returning id`,
  );
  return expired.length;
}

/** Renews the leases of letters this worker is sending. */
export async function renewLetters(db: Db, lease: Lease): Promise<void> {
  await db.query.execute(
    sql`update letters set lease_until = now() + make_interval(secs => ${lease.seconds}) where status = 'sending' and lease_owner = ${lease.worker}`,
  );
}

export interface UnknownLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly messageId: string;
  readonly attempts: number;
  readonly firstAttemptAt: string;
}

/** Letters whose outcome has been unknown for at least `waitSeconds`, claimed so that one worker asks for each. */
export async function claimUnknown(db: Db, lease: Lease, waitSeconds: number, limit: number): Promise<readonly UnknownLetter[]> {
  return rows<UnknownLetter>(
    db.query,
    sql`update letters l set lease_owner = ${lease.worker}, lease_until = now() + make_interval(secs => ${lease.seconds})
        from (select id from letters where status = 'unknown' and unknown_at < now() - make_interval(secs => ${waitSeconds})
              and (lease_until is null or lease_until < now()) and code is distinct from 'asked-a-person'
              order by unknown_at limit ${limit} for update skip locked) chosen
        where l.id = chosen.id returning l.id, l.kind, l.message_id as "messageId", l.attempts,
          to_char(l.first_attempt_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "firstAttemptAt"`,
  );
}

/** Takes a letter that waits for a person to say what became of it; false when it is not (or no longer) such a letter. */
export async function claimAsked(db: Db, lease: Lease, letterId: string): Promise<boolean> {
  const claimed = await rows(
    db.query,
    sql`update letters set lease_owner = ${lease.worker}, lease_until = now() + make_interval(secs => ${lease.seconds})
        where id = ${letterId} and status = 'unknown' and code = 'asked-a-person' returning id`,
  );
  return claimed.length === 1;
}
