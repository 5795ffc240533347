// All of an audit in memory, so that it can be spoiled and verified thousands of times, and what was spoiled put into tables.
import { type SQL, sql } from 'drizzle-orm';
import { type Link, type LinkRow, linkColumns, toLink } from '../../src/store/audit-chain.ts';
import { type AuditTable, auditTables, type Content, readEntry } from '../../src/store/audit-rows.ts';
import { rows, type Tx } from '../../src/store/db.ts';
import { type AuditReport, createVerifier, type HeldHead, type Judgement, judge } from '../../src/store/verify-audit.ts';
import type { Context } from '../../src/worker/context.ts';

export interface Dump {
  readonly links: readonly Link[];
  readonly event: readonly Content[];
  readonly approval: readonly Content[];
  readonly erasure: readonly Content[];
  readonly cases: readonly { readonly id: string; readonly version: number }[];
}

export async function loadDump(tx: Tx): Promise<Dump> {
  const contents = async (name: AuditTable) => {
    const table = auditTables.find((one) => one.name === name);
    if (table === undefined) throw new Error('no such table');
    return (await rows<{ content: Content }>(tx, sql`select ${table.content} as content from ${table.from} t order by 1`)).map(
      ({ content }) => content,
    );
  };
  return {
    links: (await rows<LinkRow>(tx, sql`select ${linkColumns} from audit_chain c order by c.link`)).map(toLink),
    event: await contents('event'),
    approval: await contents('approval'),
    erasure: await contents('erasure'),
    cases: await rows(tx, sql`select id::text as id, version from cases order by id`),
  };
}

/** How the chain names a row of this content. */
export function nameOfContent(table: AuditTable, row: Content): string {
  const key = { event: [row.caseId, row.version], approval: [row.letterId, row.hash, row.staffId], erasure: [row.id] }[table];
  return [table, ...key].join(' ');
}

/** What was judged of rows as they are; a changed row is another object. */
const judged = new WeakMap<Content, Judgement>();

/** What the command reads from the tables, an hour after everything was written. */
export function verifyDump({ subKeys }: Pick<Context, 'subKeys'>, dump: Dump, held: HeldHead | null = null): AuditReport {
  const verifier = createVerifier(subKeys, 1, held);
  const judgement = (table: AuditTable, content: Content): Judgement => {
    const known = judged.get(content) ?? judge(subKeys, table, content);
    judged.set(content, known);
    return known;
  };
  const byName = new Map(
    auditTables.flatMap(({ name }) => dump[name].map((content) => [nameOfContent(name, content), judgement(name, content).digest])),
  );
  const linked = new Map(dump.links.map(({ entry, link }) => [entry, link]));
  for (const link of [...dump.links].sort((one, other) => one.link - other.link))
    verifier.link(link, readEntry(link.entry, 0) === null ? null : (byName.get(link.entry) ?? null));
  for (const { name } of auditTables)
    for (const content of dump[name]) {
      const entry = nameOfContent(name, content);
      verifier.row({ table: name, entry, mark: judgement(name, content).mark, link: linked.get(entry) ?? null, isDue: true });
    }
  const versions = new Map<unknown, number[]>(dump.cases.map(({ id }) => [id, []]));
  for (const { caseId, version } of dump.event) versions.set(caseId, [...(versions.get(caseId) ?? []), Number(version)]);
  const known = new Map(dump.cases.map(({ id, version }) => [id, version]));
  for (const [id, found] of versions) {
    const [lowest, highest] = found.length === 0 ? [null, null] : [Math.min(...found), Math.max(...found)];
    verifier.case({ id: String(id), version: known.get(String(id)) ?? null, events: found.length, lowest, highest });
  }
  return verifier.end();
}

/** Makes the tables hold `after`, which comes from `before`, as an owner does with every guard off. */
export async function writeDump(tx: Tx, before: Dump, after: Dump): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
  for (const { name, from, key } of auditTables) {
    const old = new Set(before[name]);
    const now = new Set(after[name]);
    for (const row of before[name]) if (!now.has(row)) await tx.execute(sql`delete from ${from} t where ${isRow(key, keyIn(name, row))}`);
    for (const row of after[name]) if (!old.has(row)) await tx.execute(insertion[name](JSON.stringify(row)));
  }
  for (const link of before.links)
    if (!after.links.includes(link)) await tx.execute(sql`delete from audit_chain where link = ${link.link}`);
  for (const link of after.links)
    if (!before.links.includes(link))
      await tx.execute(sql`insert into audit_chain (link, entry, digest, head, at)
        values (${link.link}, ${link.entry}, ${link.digest}, ${link.head}, (${link.at}::timestamp at time zone 'UTC'))`);
  for (const { id, version } of after.cases)
    await tx.execute(sql`update cases set version = ${version} where id = ${id} and version <> ${version}`);
}

function keyIn(table: AuditTable, row: Content): readonly unknown[] {
  return { event: [row.caseId, row.version], approval: [row.letterId, row.hash, row.staffId], erasure: [row.id] }[table];
}

function isRow(key: readonly { readonly column: string }[], values: readonly unknown[]): SQL {
  return sql.join(
    key.map(({ column }, at) => sql`t.${sql.raw(column)} = ${values[at]}`),
    sql` and `,
  );
}

const given = (row: string, columns: string) => sql`jsonb_to_record(${row}::text::jsonb) as r(${sql.raw(columns)})`;

const insertion: Readonly<Record<AuditTable, (row: string) => SQL>> = {
  event: (row) => sql`insert into case_events (case_id, version, type, data, mark, at)
    select "caseId", version, type, data, mark, r.at at time zone 'UTC'
    from ${given(row, '"caseId" uuid, version int, type text, data jsonb, mark text, at timestamp')}`,
  approval: (row) => sql`insert into approvals (letter_id, hash, staff_id, mark, at)
    select "letterId", hash, "staffId", mark, r.at at time zone 'UTC'
    from ${given(row, '"letterId" uuid, hash text, "staffId" uuid, mark text, at timestamp')}`,
  erasure: (row) => sql`insert into erasures (id, subject, subject_id, because, rule, due_on, at, by, fingerprint, received_at, size,
      folder_role, disposition, mailbox_copies)
    select id, subject, "subjectId", because, rule, "dueOn", r.at at time zone 'UTC', by, decode(fingerprint, 'hex'),
      "receivedAt" at time zone 'UTC', size, "folderRole", disposition, "mailboxCopies"
    from ${given(
      row,
      `id uuid, subject text, "subjectId" uuid, because text, rule text, "dueOn" date, at timestamp, by uuid, fingerprint text,
       "receivedAt" timestamp, size int, "folderRole" text, disposition text, "mailboxCopies" int`,
    )}`,
};
