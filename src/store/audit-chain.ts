/**
 * The chain of the audit: links over events, approvals and erasures, appended behind the writing of those, so that no writer
 * waits for another. Each head is keyed and made of the one before; whoever has no key cannot make one. Two entries name no
 * row: `begun`, the first, whose digest column counts the events that have no mark of the present form and are linked next;
 * and `restored N`, which `relink` writes when a backup was read back: from there on all that is there is linked anew.
 */
import { createHmac } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { ExpectedError } from '../errors.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { auditTables, type Content, contentDigest, nameOf } from './audit-rows.ts';
import { type Db, rows, type Tx } from './db.ts';

/** One row of `audit_chain`. */
export interface Link {
  readonly link: number;
  readonly entry: string;
  readonly digest: string;
  readonly head: string;
  /** As the database says it, to the microsecond in UTC. */
  readonly at: string;
}

/** Hex digits of a head that people read and compare: 64 bits. */
const shown = 16;
/** Links made in one transaction: enough to be quick, few enough to hold in memory. */
export const batch = 5_000;

export const linkColumns = sql.raw(`c.link::text as link, c.entry, c.digest, c.head, to_jsonb(c.at at time zone 'UTC') #>> '{}' as at`);

export type LinkRow = Omit<Link, 'link'> & { readonly link: string };

export function toLink(row: LinkRow): Link {
  const { link, entry, digest, head, at } = row;
  return { link: Number(link), entry, digest, head, at };
}

/** HMAC-SHA-256, hex, over the head before and all a link says. */
export function headOf(subKeys: Pick<SubKeys, 'audit'>, before: string, { link, entry, digest, at }: Omit<Link, 'head'>): string {
  return createHmac('sha256', subKeys.audit)
    .update(JSON.stringify(['chain', before, link, entry, digest, at]))
    .digest('hex');
}

/** The end of the chain, its head short enough to print; null: nothing was linked yet. */
export async function auditHead({ query }: Pick<Db, 'query'>): Promise<{ readonly link: number; readonly head: string } | null> {
  const [last] = await lastLinks(query, 1);
  return last === undefined ? null : { link: last.link, head: shortHead(last.head) };
}

export function shortHead(head: string): string {
  return head.slice(0, shown);
}

async function lastLinks(tx: Tx, count: number): Promise<readonly Link[]> {
  return (await rows<LinkRow>(tx, sql`select ${linkColumns} from audit_chain c order by c.link desc limit ${count}`)).map(toLink);
}

export type Span = 'all' | 'recent';

/** What a sealing did. */
export interface Sealing {
  /** Links appended. */
  readonly appended: number;
  /** The end of the chain now. */
  readonly last: Link;
}

/**
 * Links every row that has none, oldest first, batch by batch. Workers take turns by a lock of the database.
 * @param span `recent`: rows of the last two hours alone, which are found much quicker
 * @param known where the chain ended when this process last looked
 * @throws ExpectedError `audit-chain-cut`, and links nothing, when the chain does not end as it should
 */
export async function sealRows(db: Db, subKeys: SubKeys, span: Span = 'all', known: Link | null = null): Promise<Sealing> {
  let appended = 0;
  for (let last = known; ; ) {
    const from = last;
    const step = await db.transaction((tx) => sealBatch(tx, db.kind, subKeys, span, from));
    appended += step.appended;
    last = step.last;
    if (step.appended < batch) return { appended, last };
  }
}

async function sealBatch(tx: Tx, kind: Db['kind'], subKeys: SubKeys, span: Span, known: Link | null): Promise<Sealing> {
  await takeTurns(tx, kind);
  const last = (await endOf(tx, subKeys, known)) ?? (await begin(tx, subKeys));
  const waiting = await unlinked(tx, span, await restoresOf(tx));
  if (waiting.length === 0) return { appended: 0, last };
  return { appended: waiting.length, last: await append(tx, subKeys, last, waiting) };
}

/** One maker of links at a time. The embedded database has one connection, which is turn enough. */
async function takeTurns(tx: Tx, kind: Db['kind']): Promise<void> {
  if (kind === 'server') await tx.execute(sql`select pg_advisory_xact_lock(7484)`);
}

/** The last link, if it follows from the one before and what this process saw last is still there; null: there is none. */
async function endOf(tx: Tx, subKeys: SubKeys, known: Link | null): Promise<Link | null> {
  const [last, before] = await lastLinks(tx, 2);
  if (known !== null) {
    const [seen] = await rows<{ head: string }>(tx, sql`select head from audit_chain where link = ${known.link}`);
    if (seen?.head !== known.head) throw cut();
  }
  if (last === undefined) return null;
  if (last.head !== headOf(subKeys, before?.head ?? '', last) || last.link !== (before?.link ?? 0) + 1) throw cut();
  return last;
}

function cut(): ExpectedError {
  return new ExpectedError(
    'audit-chain-cut',
    'The chain of the audit was changed behind the program, and nothing more is linked to it. Next: tijdig audit verify',
    { retry: 'later' },
  );
}

async function begin(tx: Tx, subKeys: SubKeys): Promise<Link> {
  const [count] = await rows<{ unmarked: string }>(
    tx,
    sql`select count(*)::text as unmarked from case_events t where ${auditTables[0]?.first ?? sql`false`}`,
  );
  return append(tx, subKeys, null, [{ entry: 'begun', digest: count?.unmarked ?? '0' }]);
}

/** How often a backup was restored: each made a link of its own. */
export async function restoresOf(tx: Tx): Promise<number> {
  for (let restores = 0; ; restores++) {
    if ((await rows(tx, sql`select 1 from audit_chain where entry = ${`restored ${restores + 1}`}`)).length === 0) return restores;
  }
}

export interface Entry {
  readonly entry: string;
  readonly digest: string;
}

export async function unlinked(tx: Tx, span: Span, restores: number): Promise<readonly Entry[]> {
  const parts = auditTables.map((table): SQL => {
    const window = sql.raw(span === 'all' ? 'true' : `t.at >= now() - interval '2 hours'`);
    const name = nameOf(table, restores);
    return sql`select ${name} as entry, ${table.content} as content, t.at as at, ${table.first} as first from ${table.from} t
      where ${window} and not exists (select from audit_chain c where c.entry = ${name})`;
  });
  const found = await rows<{ entry: string; content: Content }>(
    tx,
    sql`select entry, content from (${sql.join(parts, sql` union all `)}) u order by not first, at, entry limit ${batch}`,
  );
  return found.map(({ entry, content }) => ({ entry, digest: contentDigest(content) }));
}

/** Appends links in this order; the last of them. */
export async function append(tx: Tx, subKeys: Pick<SubKeys, 'audit'>, last: Link | null, entries: readonly Entry[]): Promise<Link> {
  const [clock] = await rows<{ at: string }>(tx, sql`select to_jsonb(now() at time zone 'UTC') #>> '{}' as at`);
  const links: Link[] = [];
  for (const { entry, digest } of entries) {
    const before = links.at(-1) ?? last;
    const bare = { link: (before?.link ?? 0) + 1, entry, digest, at: clock?.at ?? '' };
    links.push({ ...bare, head: headOf(subKeys, before?.head ?? '', bare) });
  }
  await tx.execute(sql`insert into audit_chain (link, entry, digest, head, at)
    select link, entry, digest, head, at at time zone 'UTC'
    from jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb) as c(link bigint, entry text, digest text, head text, at timestamp)`);
  return links.at(-1) as Link;
}
