// Ways to spoil an audit that somebody with every right over its tables has, chosen at random.
import type { Link } from '../../src/store/audit-chain.ts';
import type { AuditTable, Content } from '../../src/store/audit-rows.ts';
import { type Dump, nameOfContent } from './audit-dump.ts';

type Chance = () => number;
type Table = AuditTable | 'links';
const tables: readonly Table[] = ['event', 'approval', 'erasure', 'links'];

export interface Tampering {
  readonly what: string;
  readonly dump: Dump;
}

/** Something that changes the dump and that the tables would hold: keys stay unique, columns keep their types. */
export function tamper(dump: Dump, chance: Chance): Tampering {
  for (;;) {
    const table = pick(tables, chance);
    const way = pick(ways, chance);
    const changed = way(dump, table, chance);
    if (changed === null || !isPossible(changed) || isSame(dump, changed)) continue;
    return { what: `${way.name} ${table}`, dump: changed };
  }
}

type Way = (dump: Dump, table: Table, chance: Chance) => Dump | null;

const ways: readonly Way[] = [edit, edit, removeOne, removeRun, swap, insert, renumber];

function pick<T>(list: readonly T[], chance: Chance): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

type Row = Content | Link;

function rowsOf(dump: Dump, table: Table): readonly Row[] {
  return dump[table];
}

function withRows(dump: Dump, table: Table, rows: readonly Row[]): Dump {
  return { ...dump, [table]: rows };
}

function replaced(dump: Dump, table: Table, changes: ReadonlyMap<Row, Row | null>): Dump {
  return withRows(
    dump,
    table,
    rowsOf(dump, table).flatMap((row) => {
      const change = changes.get(row);
      return change === null ? [] : [change ?? row];
    }),
  );
}

/** One column of one row, to another value of its type or to that of another row. */
function edit(dump: Dump, table: Table, chance: Chance): Dump {
  const row = pick(rowsOf(dump, table), chance);
  const column = pick(Object.keys(row), chance) as keyof Row;
  const other = pick(rowsOf(dump, table), chance)[column] as unknown;
  const value = chance() < 0.3 ? other : altered(row[column], column, chance);
  return replaced(dump, table, new Map([[row, { ...row, [column]: value }]]));
}

function altered(value: unknown, column: string, chance: Chance): unknown {
  if (value === null) return nullValues[column] ?? null;
  if (typeof value === 'number') return value + (chance() < 0.5 ? 1 : -1);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return alteredText(value, chance);
  if (Array.isArray(value)) return chance() < 0.5 || value.length === 0 ? [...value, 'x'] : value.slice(1);
  const members = Object.entries(value as Content);
  const [name, member] = pick(members, chance);
  const rest = members.filter(([one]) => one !== name);
  const shape = chance();
  if (shape < 0.1) return Object.fromEntries(rest);
  if (shape < 0.2) return Object.fromEntries([...members, ['extra', null]]);
  return Object.fromEntries([...rest, [name, member === null ? 'x' : altered(member, '', chance)]]);
}

/** What may stand where nothing stands. */
const nullValues: Readonly<Record<string, unknown>> = {
  by: '00000000-0000-4000-8000-000000000001',
  mark: 'e1.00000000000000000000000000000000',
  fingerprint: '00',
  receivedAt: '2026-01-01T00:00:00',
  size: 1,
  folderRole: 'inbox',
  disposition: 'none',
  mailboxCopies: 0,
};

/** One digit or letter, so that ids stay ids, days days and hexadecimal digits hexadecimal. */
function alteredText(text: string, chance: Chance): string {
  const at = Math.floor(chance() * text.length);
  const one = text[at] ?? '';
  if (/[0-8]/.test(one)) return text.slice(0, at) + String(Number(one) + 1) + text.slice(at + 1);
  if (one === '9') return `${text.slice(0, at)}8${text.slice(at + 1)}`;
  if (/[a-e]/.test(one)) return `${text.slice(0, at)}${one === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
  return `${text.slice(0, at)}${one === 'f' ? 'e' : 'f'}${text.slice(at + 1)}`;
}

function removeOne(dump: Dump, table: Table, chance: Chance): Dump {
  return replaced(dump, table, new Map([[pick(rowsOf(dump, table), chance), null]]));
}

/** Neighbours: in the order of the keys, or from the end of the chain. With events, their case may be made to count fewer. */
function removeRun(dump: Dump, table: Table, chance: Chance): Dump {
  const rows = rowsOf(dump, table);
  const length = 2 + Math.floor(chance() * 8);
  const start = chance() < 0.3 ? Math.max(0, rows.length - length) : Math.floor(chance() * rows.length);
  const gone = rows.slice(start, start + length);
  const left = replaced(dump, table, new Map(gone.map((row) => [row, null])));
  return table === 'event' && chance() < 0.5 ? counted(left) : left;
}

/** Every case counts the events there are. */
function counted(dump: Dump): Dump {
  const count = (id: string) => dump.event.filter(({ caseId }) => caseId === id).length;
  return { ...dump, cases: dump.cases.map((one) => ({ ...one, version: count(one.id) })) };
}

const keys: Readonly<Record<Table, readonly string[]>> = {
  event: ['caseId', 'version'],
  approval: ['letterId', 'hash', 'staffId'],
  erasure: ['id'],
  links: ['link'],
};

/** Two rows trade what they say and keep their keys; or one column. */
function swap(dump: Dump, table: Table, chance: Chance): Dump {
  const [one, other] = [pick(rowsOf(dump, table), chance), pick(rowsOf(dump, table), chance)];
  const columns = Object.keys(one).filter((column) => !keys[table].includes(column));
  const traded = chance() < 0.5 ? columns : [pick(columns, chance)];
  const take = (row: Row, from: Row) => ({ ...row, ...Object.fromEntries(traded.map((column) => [column, from[column as keyof Row]])) });
  return replaced(
    dump,
    table,
    new Map([
      [one, take(one, other)],
      [other, take(other, one)],
    ] as [Row, Row][]),
  );
}

/** A copy of a row under another key; an event may be the next of its case, which counts it. */
function insert(dump: Dump, table: Table, chance: Chance): Dump {
  const row = pick(rowsOf(dump, table), chance);
  if (table === 'links') {
    const link = Math.max(...dump.links.map((one) => one.link)) + 1;
    return withRows(dump, table, [...dump.links, { ...(row as Link), link, entry: `${(row as Link).entry}0` }]);
  }
  if (table === 'event') {
    const { caseId } = row as Content;
    const version = dump.event.filter((one) => one.caseId === caseId).length + 1;
    const mark = chance() < 0.5 ? (row as Content).mark : null;
    const grown = withRows(dump, table, [...dump.event, { ...row, version, mark }]);
    return chance() < 0.7 ? counted(grown) : grown;
  }
  const key = pick(keys[table], chance);
  return withRows(dump, table, [...rowsOf(dump, table), { ...row, [key]: alteredText(String((row as Content)[key]), chance) }]);
}

/** Versions of a case, or links of the chain, trade places or move up by one. */
function renumber(dump: Dump, table: Table, chance: Chance): Dump | null {
  if (table !== 'event' && table !== 'links') return null;
  const column = table === 'event' ? 'version' : 'link';
  const from = pick(rowsOf(dump, table), chance);
  const group = rowsOf(dump, table).filter((row) => table === 'links' || (row as Content).caseId === (from as Content).caseId);
  const number = (row: Row) => Number(row[column as keyof Row]);
  if (chance() < 0.5) {
    const moved = group.filter((row) => number(row) >= number(from));
    return replaced(dump, table, new Map(moved.map((row) => [row, { ...row, [column]: number(row) + 1 } as Row])));
  }
  const other = pick(group, chance);
  return replaced(
    dump,
    table,
    new Map([
      [from, { ...from, [column]: number(other) }],
      [other, { ...other, [column]: number(from) }],
    ] as [Row, Row][]),
  );
}

/** Whether the constraints of the tables allow it. */
function isPossible(dump: Dump): boolean {
  const names = [
    ...(['event', 'approval', 'erasure'] as const).flatMap((table) => dump[table].map((row) => nameOfContent(table, row))),
    ...dump.erasure.map(({ subject, subjectId }) => `${subject} ${subjectId}`),
    ...dump.links.flatMap(({ link, entry }) => [`link ${link}`, `entry ${entry}`]),
  ];
  const filled = ['by', 'fingerprint', 'receivedAt', 'size', 'folderRole', 'disposition', 'mailboxCopies', 'mark'];
  const isWhole = (row: Row) => Object.entries(row).every(([name, value]) => value !== null || filled.includes(name));
  return (
    new Set(names).size === names.length &&
    tables.every((table) => rowsOf(dump, table).every(isWhole)) &&
    dump.approval.every(({ mark }) => mark !== null) &&
    isDated(dump)
  );
}

/** Whether days and instants exist: a thirteenth month is no edit that a table takes. */
function isDated({ event, approval, erasure, links }: Dump): boolean {
  const instants = [...event, ...approval, ...erasure, ...links].flatMap(({ at }) => String(at));
  const received = erasure.flatMap(({ receivedAt }) => (receivedAt === null ? [] : String(receivedAt)));
  return [...instants, ...received].every(isInstant) && erasure.every(({ dueOn }) => isInstant(`${dueOn}T00:00:00`));
}

const seen = new Map<string, boolean>();

function isInstant(text: string): boolean {
  const known = seen.get(text);
  if (known !== undefined) return known;
  let good = true;
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    good = false;
  }
  seen.set(text, good);
  return good;
}

function isSame(one: Dump, other: Dump): boolean {
  return tables.every((table) => {
    const [before, after] = [rowsOf(one, table), rowsOf(other, table)];
    const old = new Set(before);
    const changed = after.filter((row) => !old.has(row));
    if (before.length !== after.length) return false;
    const gone = before.filter((row) => !after.includes(row));
    return JSON.stringify(changed.map(sorted).sort()) === JSON.stringify(gone.map(sorted).sort());
  });
}

function sorted(row: Row): string {
  return JSON.stringify(row, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
