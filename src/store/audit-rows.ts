// What of the three tables of the audit goes into its chain: how a row is named, and what it says. Every column counts, and
// those of tables to come only where they hold something, so that digests stay what they were.
import { type SQL, sql } from 'drizzle-orm';
import { canonicalJson } from '../privacy/canonical.ts';
import { digestOf } from '../privacy/fingerprint.ts';

export type AuditTable = 'event' | 'approval' | 'erasure';

/** A row as the database says it, in JSON: instants to the microsecond in UTC, bytes as hexadecimal. */
export type Content = Readonly<Record<string, unknown>>;

interface TableOfAudit {
  readonly name: AuditTable;
  readonly from: SQL;
  /** The columns of its key, in order, as expressions over `t`, and their types. */
  readonly key: readonly { readonly column: string; readonly type: 'uuid' | 'integer' | 'text' }[];
  readonly content: SQL;
  /** Events made before all events had a mark come first of all: see `store/audit-chain`. */
  readonly first: SQL;
  /** What a name looks like behind the table's own. */
  readonly shape: RegExp;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const utc = (column: string) => sql.raw(`t.${column} at time zone 'UTC'`);

export const auditTables: readonly TableOfAudit[] = [
  {
    name: 'event',
    from: sql.raw('case_events'),
    key: [
      { column: 'case_id', type: 'uuid' },
      { column: 'version', type: 'integer' },
    ],
    content: sql`jsonb_build_object('caseId', t.case_id, 'version', t.version, 'type', t.type, 'data', t.data, 'mark', t.mark, 'at', ${utc('at')})`,
    first: sql.raw(`(t.mark is null or t.mark not like 'e1.%')`),
    shape: new RegExp(`^(${uuid}) (\\d{1,9})$`),
  },
  {
    name: 'approval',
    from: sql.raw('approvals'),
    key: [
      { column: 'letter_id', type: 'uuid' },
      { column: 'hash', type: 'text' },
      { column: 'staff_id', type: 'uuid' },
    ],
    content: sql`jsonb_build_object('letterId', t.letter_id, 'hash', t.hash, 'staffId', t.staff_id, 'mark', t.mark, 'at', ${utc('at')})`,
    first: sql.raw('false'),
    shape: new RegExp(`^(${uuid}) (.*) (${uuid})$`, 's'),
  },
  {
    name: 'erasure',
    from: sql.raw('erasures'),
    key: [{ column: 'id', type: 'uuid' }],
    content: sql`jsonb_build_object('id', t.id, 'subject', t.subject, 'subjectId', t.subject_id, 'because', t.because, 'rule', t.rule,
      'dueOn', t.due_on, 'at', ${utc('at')}, 'by', t.by, 'fingerprint', encode(t.fingerprint, 'hex'), 'receivedAt', ${utc('received_at')},
      'size', t.size, 'folderRole', t.folder_role, 'disposition', t.disposition, 'mailboxCopies', t.mailbox_copies)`,
    first: sql.raw('false'),
    shape: new RegExp(`^(${uuid})$`),
  },
];

/** The name of row `t`, as the chain has it since `restores` backups were restored. */
export function nameOf({ name, key }: TableOfAudit, restores: number): SQL {
  const parts = [`'${name}'`, ...key.map(({ column }) => `t.${column}`)];
  return sql.raw(`concat_ws(' ', ${[...parts, ...(restores === 0 ? [] : [`'r${restores}'`])].join(', ')})`);
}

/** What an entry of the chain names; null: no row, or nothing that could be one. */
export function readEntry(entry: string, restores: number): { readonly table: TableOfAudit; readonly key: readonly string[] } | null {
  const end = restores === 0 ? '' : ` r${restores}`;
  const [name] = entry.split(' ', 1);
  const table = auditTables.find((one) => one.name === name);
  if (table === undefined || !entry.endsWith(end)) return null;
  const found = table.shape.exec(entry.slice(table.name.length + 1, entry.length - end.length));
  return found === null ? null : { table, key: found.slice(1) };
}

/** SHA-256, hex, of all a row says. */
export function contentDigest(content: Content): string {
  return digestOf(canonicalJson(Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null))));
}
