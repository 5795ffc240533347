/**
 * What has been kept long enough by a policy's retention. Reads only; what it names is looked at once more when it goes
 * (`erase`). Nothing of an open case or of one under a legal hold is ever named, save mails to our own people about an open one.
 */
import { type SQL, sql } from 'drizzle-orm';
import { caseKinds } from '../case/kind.ts';
import { mailClasses } from '../case/policy.ts';
import {
  type ClosedCase,
  casesGoing,
  type Going,
  type Limits,
  limitsOn,
  mailGoing,
  type RetentionDay,
  staffMailGoing,
} from '../case/retention.ts';
import type { ErasedSubject } from '../schema/site.ts';
import { rows, type Tx } from './db.ts';

/** Something that may go. */
export interface Due extends Going {
  readonly subject: ErasedSubject;
  readonly id: string;
  /** Whether it belongs to a case: then its copies in the mailbox go with it, where that is allowed. */
  readonly ofCase: boolean;
}

/** Where a page of what is due begins: after this id, of which every page holds at most `most`. */
export interface Page {
  readonly after: string;
  readonly most: number;
}

/** Comes before every id. */
export const beginning = '00000000-0000-0000-0000-000000000000';

const held = sql`coalesce(jsonb_typeof(c.state->'hold') = 'object', false)`;

function caseIsDue({ cases }: Limits): SQL {
  const limits = caseKinds.map((kind) => sql`when ${kind} then ${cases[kind]}::timestamptz`);
  return sql`coalesce(c.closed_at < case c.kind ${sql.join(limits, sql` `)} end and not ${held}, false)`;
}

function mailIsDue({ mail }: Limits): SQL {
  const limits = mailClasses.filter((name) => name !== 'other').map((name) => sql`when ${name} then ${mail[name]}::timestamptz`);
  return sql`m.received_at < case m.disposition ${sql.join(limits, sql` `)} else ${mail.other}::timestamptz end`;
}

/** An instant of JSON as Temporal reads it. */
const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const closedCases = sql`coalesce(json_agg(json_build_object('kind', c.kind, 'closedAt', ${iso(sql`c.closed_at`)})), '[]'::json)`;

/** Content that a message still has. */
export const messageContent = sql`(m.raw is not null or m.summary is not null or m.from_index is not null or m.message_id_index is not null)`;

/** Messages: of no case, by class from the day of receipt; of cases, when all of them are due. */
export async function dueMessages(tx: Tx, day: RetentionDay, { after, most }: Page): Promise<readonly Due[]> {
  const limits = limitsOn(day);
  const found = await rows<{ id: string; disposition: string; receivedAt: string; cases: readonly ClosedCase[] }>(
    tx,
    sql`select m.id, m.disposition, ${iso(sql`m.received_at`)} as "receivedAt",
          (select ${closedCases} from case_messages j join cases c on c.id = j.case_id where j.message_id = m.id) as cases
        from messages m
        where m.id > ${after} and m.disposition is not null and ${messageContent}
          and case when exists (select from case_messages j where j.message_id = m.id)
            then not exists (select from case_messages j join cases c on c.id = j.case_id where j.message_id = m.id and not ${caseIsDue(limits)})
            else ${mailIsDue(limits)} end
        order by m.id limit ${most}`,
  );
  return found.map(({ id, disposition, receivedAt, cases }) => ({
    subject: 'message',
    id,
    ofCase: cases.length > 0,
    ...(casesGoing(cases, day) ?? mailGoing(disposition, receivedAt, day)),
  }));
}

/**
 * Letters. To customers: when all cases they are about are due; a draft that never left goes too. To our own people: from the
 * day they were written, or with their cases where that is sooner. Never one that is on its way.
 */
export async function dueLetters(tx: Tx, day: RetentionDay, { after, most }: Page): Promise<readonly Due[]> {
  const limits = limitsOn(day);
  const about = sql`letter_cases j join cases c on c.id = j.case_id where j.letter_id = l.id`;
  const withCases = sql`exists (select from ${about}) and not exists (select from ${about} and not ${caseIsDue(limits)})`;
  const found = await rows<{
    id: string;
    audience: string;
    writtenAt: string;
    cases: readonly (ClosedCase & { closedAt: string | null })[];
  }>(
    tx,
    sql`select l.id, l.audience, ${iso(sql`l.written_at`)} as "writtenAt", (select ${closedCases} from ${about}) as cases
        from letters l
        where l.id > ${after} and (l.content is not null or l.raw is not null)
          and case l.audience
            when 'customer' then l.status in ('accepted', 'refused', 'void', 'draft')
              and case when exists (select from ${about}) then ${withCases} else l.written_at < ${limits.mail.other}::timestamptz end
            else l.status in ('accepted', 'refused', 'void') and (l.written_at < ${limits.staffMail}::timestamptz or (${withCases}))
              and not exists (select from ${about} and ${held}) end
        order by l.id limit ${most}`,
  );
  return found.map(({ id, audience, writtenAt, cases }) => ({
    subject: 'letter',
    id,
    ofCase: cases.length > 0,
    ...letterGoing(audience, writtenAt, cases, day),
  }));
}

function letterGoing(audience: string, writtenAt: string, cases: readonly ClosedCase[], day: RetentionDay): Going {
  const closed = cases.every(({ closedAt }) => closedAt !== null) ? casesGoing(cases, day) : null;
  if (audience === 'customer') return closed ?? mailGoing(null, writtenAt, day);
  const own = staffMailGoing(writtenAt, day);
  return closed !== null && closed.dueOn < own.dueOn ? closed : own;
}

/** Closed cases whose requester, facts, notes or files are still there. */
export async function dueCases(tx: Tx, day: RetentionDay, { after, most }: Page): Promise<readonly Due[]> {
  const limits = limitsOn(day);
  const found = await rows<ClosedCase & { id: string }>(
    tx,
    sql`select c.id, c.kind, ${iso(sql`c.closed_at`)} as "closedAt" from cases c
        where c.id > ${after} and ${caseIsDue(limits)} and ${caseContent} order by c.id limit ${most}`,
  );
  return found.map(({ id, ...closed }) => ({
    subject: 'case',
    id,
    ofCase: true,
    rule: `cases.${closed.kind}`,
    dueOn: casesGoing([closed], day)?.dueOn ?? day.today,
  }));
}

/** Those of these that no case under a legal hold needs, and, mails to our own people aside, no open one. */
export async function withoutDuty(tx: Tx, subject: ErasedSubject, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const wanted = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const keeps = sql`(c.closed_at is null or ${held})`;
  const needed = {
    message: sql`select j.message_id as id from case_messages j join cases c on c.id = j.case_id where j.message_id in (${wanted}) and ${keeps}`,
    letter: sql`select l.id from letters l join letter_cases j on j.letter_id = l.id join cases c on c.id = j.case_id
      where l.id in (${wanted}) and case l.audience when 'customer' then ${keeps} else ${held} end`,
    case: sql`select c.id from cases c where c.id in (${wanted}) and ${keeps}`,
  }[subject];
  const found = new Set((await rows<{ id: string }>(tx, needed)).map(({ id }) => id));
  return new Set(ids.filter((id) => !found.has(id)));
}

/** Content that a case still has of its own. */
export const caseContent = sql`(c.person is not null
  or exists (select from notes n where n.case_id = c.id and n.text is not null)
  or exists (select from case_search_keys s where s.case_id = c.id)
  or exists (select from downloads d where d.case_id = c.id and d.content is not null))`;

/** What legal holds keep. */
export interface HeldContent {
  readonly cases: number;
  readonly messages: number;
  readonly letters: number;
}

export async function heldContent(tx: Tx): Promise<HeldContent> {
  const [found] = await rows<HeldContent>(
    tx,
    sql`with h as (select c.id from cases c where ${held})
        select (select count(*) from h)::int as cases,
          (select count(distinct j.message_id) from case_messages j join h on h.id = j.case_id)::int as messages,
          (select count(distinct j.letter_id) from letter_cases j join h on h.id = j.case_id)::int as letters`,
  );
  return found ?? { cases: 0, messages: 0, letters: 0 };
}
