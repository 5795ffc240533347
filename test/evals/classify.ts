/**
 * Measures the classifier on labelled messages: figures, not pass or fail.
 *
 *   node test/evals/classify.ts [--json] [--errors] [--threshold 0.7] [files…]
 *
 * Rows: {id, lang, subject, text|body, kinds, disposition?}, one JSON object a line. One-line utterances are reported
 * apart from mail, debatable rows are left out. A kind that no row of a file carries is not counted against it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classify } from '../../src/classify/classify.ts';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly subject?: string;
  readonly text?: string;
  readonly body?: string;
  readonly kinds: readonly string[];
  readonly disposition?: string;
  readonly utterance?: boolean;
  readonly debatable?: boolean;
}

interface Answer {
  readonly kinds: readonly string[];
  readonly person: boolean;
}

type Classifier = (row: Row) => Answer;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, errors: { type: 'boolean' }, threshold: { type: 'string', default: '0.7' } },
});
const files = positionals.length > 0 ? positionals : ['../shared/corpora/requests.jsonl'];
const present = files.filter((file) => existsSync(file));
for (const file of files) if (!present.includes(file)) console.warn(`skipped: ${file} is not here`);

const rows = present.flatMap(readRows).filter((row) => row.debatable !== true);
const labelled = new Set(rows.flatMap((row) => row.kinds));
const kinds = ['change', 'deletion', 'copy', 'refund', 'objection'].filter((kind) => labelled.has(kind));
const sets = { mail: rows.filter((row) => row.utterance !== true), utterances: rows.filter((row) => row.utterance === true) };

const report = Object.fromEntries(
  Object.entries(sets)
    .filter(([, set]) => set.length > 0)
    .map(([name, set]) => [
      name,
      { rules: measure(set, byRules), keywords: measure(set, byKeywords), majority: measure(set, majorityOf(set)) },
    ]),
);

if (values.json) console.log(JSON.stringify(report));
else
  for (const [name, systems] of Object.entries(report))
    for (const [system, figures] of Object.entries(systems)) print(name, system, figures);
if (values.errors) for (const row of rows) printError(row);

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

function byRules(row: Row): Answer {
  const answer = classify({ subject: row.subject ?? '', ownText: row.text ?? row.body ?? '' }, { threshold: Number(values.threshold) });
  const found = answer.requests.map((request) => request.kind).filter((kind) => kind !== 'objection' || labelled.has('objection'));
  const objectionOnly = answer.requests.length > 0 && found.length === 0;
  return { kinds: found.filter((kind) => kind !== 'undetermined'), person: answer.person && !objectionOnly };
}

function byKeywords(row: Row): Answer {
  const text = `${row.subject ?? ''} ${row.text ?? row.body ?? ''}`.toLowerCase();
  const words: Record<string, string[]> = {
    change: ['change', 'wijzig', 'update', 'rectif', 'änder', 'modif'],
    deletion: ['delet', 'verwijder', 'erase', 'erasure', 'lösch', 'supprim', 'effac'],
    copy: ['copy', 'kopie', 'inzage', 'access', 'auskunft', 'accès'],
    refund: ['refund', 'geld terug', 'terugbetal', 'money back', 'erstatt', 'rembours'],
    objection: ['object', 'bezwaar', 'unsubscribe', 'widerspr'],
  };
  return { kinds: kinds.filter((kind) => words[kind]?.some((word) => text.includes(word))), person: false };
}

function majorityOf(set: readonly Row[]): Classifier {
  const counts = new Map<string, number>();
  for (const row of set) counts.set(row.kinds.join('+'), (counts.get(row.kinds.join('+')) ?? 0) + 1);
  const [top = ''] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  return () => ({ kinds: top === '' ? [] : top.split('+'), person: false });
}

function measure(set: readonly Row[], classifier: Classifier) {
  const answers = set.map((row) => ({ row, answer: classifier(row) }));
  const requests = answers.filter(({ row }) => row.kinds.length > 0);
  const ordinary = answers.filter(({ row }) => row.kinds.length === 0);
  const perKind = Object.fromEntries(kinds.map((kind) => [kind, kindFigures(answers, kind)]));
  const f1s = Object.values(perKind)
    .filter((one) => one.rows > 0)
    .map((one) => one.f1);
  return {
    rows: set.length,
    requests: share(requests.filter(({ answer }) => answer.kinds.length > 0 || answer.person).length, requests.length),
    missed: share(requests.filter(({ answer }) => answer.kinds.length === 0 && !answer.person).length, requests.length),
    exact: share(answers.filter(({ row, answer }) => [...row.kinds].sort().join() === [...answer.kinds].sort().join()).length, set.length),
    toPerson: share(answers.filter(({ answer }) => answer.person).length, set.length),
    ordinaryToPerson: share(ordinary.filter(({ answer }) => answer.person).length, ordinary.length),
    ordinaryOpened: share(ordinary.filter(({ answer }) => answer.kinds.length > 0).length, ordinary.length),
    macroF1: f1s.length === 0 ? 0 : f1s.reduce((sum, one) => sum + one, 0) / f1s.length,
    perKind,
  };
}

function kindFigures(answers: readonly { readonly row: Row; readonly answer: Answer }[], kind: string) {
  const truth = answers.filter(({ row }) => row.kinds.includes(kind)).length;
  const said = answers.filter(({ answer }) => answer.kinds.includes(kind)).length;
  const right = answers.filter(({ row, answer }) => row.kinds.includes(kind) && answer.kinds.includes(kind)).length;
  const precision = said === 0 ? 0 : right / said;
  const recall = truth === 0 ? 0 : right / truth;
  return { rows: truth, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** A rate with its count and Wilson's 95 % interval. */
function share(count: number, of: number) {
  if (of === 0) return { count, of, rate: 0, from: 0, to: 1 };
  const rate = count / of;
  const z = 1.96;
  const middle = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  return { count, of, rate, from: middle - half, to: middle + half };
}

function percent(one: ReturnType<typeof share>): string {
  return `${(one.rate * 100).toFixed(1)} % (${one.count}/${one.of}, 95 %: ${(one.from * 100).toFixed(1)}-${(one.to * 100).toFixed(1)})`;
}

function print(name: string, system: string, figures: ReturnType<typeof measure>): void {
  console.log(`\n${name}, ${system}: ${figures.rows} rows, macro-F1 ${figures.macroF1.toFixed(3)}, exact ${percent(figures.exact)}`);
  console.log(`  requests found ${percent(figures.requests)}; missed ${percent(figures.missed)}`);
  console.log(
    `  to a person ${percent(figures.toPerson)}; of ordinary mail to a person ${percent(figures.ordinaryToPerson)}, opened as a request ${percent(figures.ordinaryOpened)}`,
  );
  for (const [kind, one] of Object.entries(figures.perKind)) {
    console.log(
      `  ${kind.padEnd(10)} ${String(one.rows).padStart(4)} rows  P ${one.precision.toFixed(3)}  R ${one.recall.toFixed(3)}  F1 ${one.f1.toFixed(3)}`,
    );
  }
}

function printError(row: Row): void {
  const answer = byRules(row);
  if ([...row.kinds].sort().join() === [...answer.kinds].sort().join() && !(row.kinds.length === 0 && answer.person)) return;
  const missed = row.kinds.length > 0 && answer.kinds.length === 0 && !answer.person;
  console.log(
    `${missed ? 'MISSED ' : ''}${row.id} [${row.lang}] expected ${row.kinds.join('+') || 'none'}, got ${answer.kinds.join('+') || 'none'}${answer.person ? ' and a person' : ''}`,
  );
}
