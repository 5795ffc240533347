// Reads the audit for its verification, page by page, so that it takes the same memory however long it is. No snapshot is
// needed: rows are only added, and one that has no link is given its time.
import { type SQL, sql } from 'drizzle-orm';
import type { SubKeys } from '../privacy/seal.ts';
import { type Link, type LinkRow, linkColumns, restoresOf, toLink } from './audit-chain.ts';
import { auditTables, type Content, contentDigest, nameOf, readEntry } from './audit-rows.ts';
import { type Db, rows, type Tx } from './db.ts';
import { type AuditReport, createVerifier, type FoundCase, type HeldHead, judge, type Verifier } from './verify-audit.ts';

const page = 1_000;
/** Minutes after which a row must have its link. */
const patience = 10;

/** Reads all of the audit and verifies it. @param held a head that a digest printed */
export async function verifyAudit({ query }: Pick<Db, 'query'>, subKeys: SubKeys, held: HeldHead | null = null): Promise<AuditReport> {
  const restores = await restoresOf(query);
  const [restored] = await rows<{ link: string }>(
    query,
    sql`select link::text as link from audit_chain where entry = ${`restored ${restores}`}`,
  );
  const verifier = createVerifier(subKeys, Number(restored?.link ?? 1), held);
  await eachLink(query, restores, (link, content) => verifier.link(link, content === null ? null : contentDigest(content)));
  for (const table of auditTables) await eachRow(query, subKeys, table, restores, verifier);
  await eachCase(query, verifier);
  return verifier.end();
}

/** Every link in order, with what the row says that it names; null: there is no such row. */
export async function eachLink(tx: Tx, restores: number, tell: (link: Link, content: Content | null) => void): Promise<void> {
  for (let after: string | null = null; ; ) {
    const beyond: SQL = after === null ? sql`true` : sql`c.link > ${after}::bigint`;
    const links: readonly LinkRow[] = await rows<LinkRow>(
      tx,
      sql`select ${linkColumns} from audit_chain c where ${beyond} order by c.link limit ${page}`,
    );
    const contents = await contentsOf(tx, links, restores);
    for (const row of links) tell(toLink(row), contents.get(row.entry) ?? null);
    if (links.length < page) return;
    after = links.at(-1)?.link ?? null;
  }
}

async function contentsOf(tx: Tx, links: readonly LinkRow[], restores: number): Promise<ReadonlyMap<string, Content>> {
  const contents = new Map<string, Content>();
  const named = links.flatMap(({ entry }) => {
    const read = readEntry(entry, restores);
    return read === null ? [] : [{ entry, ...read }];
  });
  for (const table of auditTables) {
    const wanted = named.filter((one) => one.table === table);
    if (wanted.length === 0) continue;
    const keys = JSON.stringify(
      wanted.map(({ entry, key }) => ({ entry, ...Object.fromEntries(key.map((part, at) => [`k${at}`, part])) })),
    );
    const types = table.key.map(({ type }, at) => `k${at} ${type}`).join(', ');
    const same = table.key.map(({ column }, at) => `t.${column} = k.k${at}`).join(' and ');
    const found = await rows<{ entry: string; content: Content }>(
      tx,
      sql`select k.entry, ${table.content} as content
        from jsonb_to_recordset(${keys}::text::jsonb) as k(${sql.raw(`entry text, ${types}`)}) join ${table.from} t on ${sql.raw(same)}`,
    );
    for (const { entry, content } of found) contents.set(entry, content);
  }
  return contents;
}

interface RowOfPage {
  readonly entry: string;
  readonly content: Content;
  readonly link: string | null;
  readonly isDue: boolean;
  readonly key: readonly string[];
}

async function eachRow(tx: Tx, subKeys: SubKeys, table: (typeof auditTables)[number], restores: number, verifier: Verifier): Promise<void> {
  const columns = sql.raw(table.key.map(({ column }) => `t.${column}`).join(', '));
  const isDue = sql.raw(`t.at < now() - interval '${patience} minutes' or t.at > now() + interval '${patience} minutes'`);
  for (let after: readonly string[] | null = null; ; ) {
    const beyond: SQL = after === null ? sql`true` : sql`(${columns}) > (${keyOf(table, after)})`;
    const found: readonly RowOfPage[] = await rows<RowOfPage>(
      tx,
      sql`select ${nameOf(table, restores)} as entry, ${table.content} as content, c.link::text as link, (${isDue}) as "isDue",
          jsonb_build_array(${columns}) as key
        from ${table.from} t left join audit_chain c on c.entry = ${nameOf(table, restores)}
        where ${beyond} order by ${columns} limit ${page}`,
    );
    for (const { entry, content, link, isDue } of found) {
      const { mark } = judge(subKeys, table.name, content);
      verifier.row({ table: table.name, entry, mark, link: link === null ? null : Number(link), isDue });
    }
    if (found.length < page) return;
    after = found.at(-1)?.key.map(String) ?? null;
  }
}

function keyOf({ key }: (typeof auditTables)[number], values: readonly string[]): SQL {
  return sql.join(
    key.map(({ type }, at) => sql`${values[at]}::text::${sql.raw(type)}`),
    sql`, `,
  );
}

async function eachCase(tx: Tx, verifier: Verifier): Promise<void> {
  const counted = sql.raw('select count(*)::int as events, min(e.version) as lowest, max(e.version) as highest from case_events e');
  for (let after: string | null = null; ; ) {
    const beyond: SQL = after === null ? sql`true` : sql`k.id > ${after}::uuid`;
    const found: readonly FoundCase[] = await rows<FoundCase>(
      tx,
      sql`select k.id::text as id, k.version, n.events, n.lowest, n.highest
        from (select id, version from cases k where ${beyond} order by id limit ${page}) k
        cross join lateral (${counted} where e.case_id = k.id) n order by k.id`,
    );
    for (const one of found) verifier.case(one);
    if (found.length < page) break;
    after = found.at(-1)?.id ?? null;
  }
  const lonely = await rows<FoundCase>(
    tx,
    sql`select l.case_id::text as id, null::int as version, n.events, n.lowest, n.highest
      from (select distinct case_id from case_events e where not exists (select from cases k where k.id = e.case_id)) l
      cross join lateral (${counted} where e.case_id = l.case_id) n order by l.case_id limit ${page}`,
  );
  for (const one of lonely) verifier.case(one);
}
