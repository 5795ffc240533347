import type { CaseStatus } from '../case/case.ts';
import type { LetterLanguage } from '../case/kind.ts';
import { shortDay } from './dates.ts';
import { type DigestFacts, type DigestList, type DigestRow, digestLists, type MovedRow } from './digest-facts.ts';
import { overviewWords } from './digest-words.ts';
import { numberIn } from './numbers.ts';
import type { OverviewRow, OverviewSection, Tone } from './overview.ts';

/** One screen: what does not fit is counted. */
const maxRows = 15;

/** Lists of their own, each with what the staff pages show of it; the others are told together below them. */
const urgent: Readonly<Record<'past-law' | 'past-promise' | 'act-by', { readonly tone: Tone; readonly view: string }>> = {
  'past-law': { tone: 'law', view: '/?view=overdue' },
  'past-promise': { tone: 'promise', view: '/?view=overdue' },
  'act-by': { tone: 'near', view: '/' },
};
/** Names beyond these are counted. */
const maxNames = 3;

interface Placed {
  readonly list: DigestList | 'moved';
  readonly row: OverviewRow;
}

/** What needs a decision, most urgent first: each case is there once, and fifteen are named in all. */
export function digestSections(facts: DigestFacts): readonly OverviewSection[] {
  const words = overviewWords[facts.language];
  const placed = everyCase(facts);
  const named = new Set(placed.slice(0, maxRows));
  const section = (title: string, tone: Tone, view: string, all: readonly Placed[]): OverviewSection[] => {
    const left = all.filter((one) => !named.has(one));
    const more = left.length === 0 ? null : { ...moreInWords(facts, left), url: linkTo(facts, view) };
    const rows = all.filter((one) => named.has(one)).map(({ row }) => row);
    return all.length === 0 ? [] : [{ title, count: all.length, tone, rows, more }];
  };
  const own = Object.entries(urgent).flatMap(([list, { tone, view }]) =>
    section(
      words.lists[list as keyof typeof urgent],
      tone,
      view,
      placed.filter((one) => one.list === list),
    ),
  );
  return [
    ...own,
    ...section(
      words.others,
      'calm',
      '/',
      placed.filter(({ list }) => !Object.hasOwn(urgent, list)),
    ),
  ];
}

function everyCase(facts: DigestFacts): readonly Placed[] {
  const seen = new Set<string>();
  const cases = digestLists.flatMap((list) =>
    facts.lists[list].flatMap((row): Placed[] => {
      if (seen.has(row.reference)) return [];
      seen.add(row.reference);
      return [{ list, row: caseRow(facts, list, row) }];
    }),
  );
  return [...cases, ...facts.moved.map((row): Placed => ({ list: 'moved', row: movedRow(facts, row) }))];
}

/** `and 7 more`; where they are of several lists, how many of each. */
function moreInWords({ language }: DigestFacts, left: readonly Placed[]): { readonly label: string; readonly of: string | null } {
  const words = overviewWords[language];
  const lists = [...new Set(left.map(({ list }) => list))];
  const each = lists.map(
    (list) => `${lowered(language, words.lists[list])} ${numberIn(language, left.filter((one) => one.list === list).length)}`,
  );
  return { label: words.more(numberIn(language, left.length)), of: lists.length < 2 ? null : each.join(', ') };
}

/** Within a sentence; German nouns stay as they are. */
function lowered(language: LetterLanguage, text: string): string {
  return language === 'de' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function caseRow(facts: DigestFacts, list: DigestList, row: DigestRow): OverviewRow {
  const words = overviewWords[facts.language];
  const marks = row.attention.map((what) => words.attention[what]);
  const kind = words.kinds[row.kind];
  if (!isOpen(row.status)) return { ...head(facts, row.reference), kind, days: words.statuses[row.status], details: marks };
  const standing = [...whose(facts, row), dates(facts, row)];
  const details = Object.hasOwn(urgent, list) ? [...standing, ...marks] : [...marks, ...standing];
  return { ...head(facts, row.reference), kind, days: daysInWords(facts, row), details };
}

function head(facts: DigestFacts, reference: string): { readonly reference: string; readonly url: string | null } {
  return { reference, url: linkTo(facts, `/cases/${encodeURIComponent(reference.toWellFormed())}`) };
}

function linkTo({ consoleUrl }: DigestFacts, path: string): string | null {
  return consoleUrl === null ? null : `${consoleUrl}${path}`;
}

function isOpen(status: CaseStatus): boolean {
  return ['needs-a-person', 'awaiting-identity', 'awaiting-clarification', 'in-progress', 'awaiting-approval'].includes(status);
}

function daysInWords({ language }: DigestFacts, { daysLeft }: DigestRow): string {
  const words = overviewWords[language];
  if (daysLeft === 0) return words.today;
  const count = Math.abs(daysLeft);
  return (daysLeft < 0 ? words.daysLate : words.daysLeft)(numberIn(language, count), count === 1);
}

/** The status, and whose move it is; by whom an approval is awaited says both. */
function whose({ language }: DigestFacts, { status, waitsFor }: DigestRow): readonly string[] {
  const words = overviewWords[language];
  if (waitsFor.length === 0) return [words.statuses[status]];
  const rest = waitsFor.length - maxNames;
  const names = [...waitsFor.slice(0, maxNames), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
  return status === 'awaiting-approval' ? [words.approvalOf(names)] : [words.statuses[status], words.with(names)];
}

/** `due Sat 5 Dec (promise, §4)`, and the last working day before where that is another day still ahead. */
function dates({ language }: DigestFacts, { dueOn, actByOn, daysLeft, why }: DigestRow): string {
  const words = overviewWords[language];
  const source = localSource(language, why);
  const due = `${words.due(shortDay(language, dueOn))} (${words.why[why.rule]}${source === '' ? '' : `,\u{a0}${source}`})`;
  return actByOn === dueOn || daysLeft < 0 ? due : `${due}, ${words.lastWorkingDay(shortDay(language, actByOn))}`;
}

/** The first source alone, as the language calls it; a clause of our own policy needs no more than its number. */
function localSource(language: LetterLanguage, { rule, source }: DigestRow['why']): string {
  const [first = ''] = source.split(';');
  const clause = /§\s?\d+/.exec(first)?.[0];
  if (rule === 'promise' && clause !== undefined) return clause;
  const named = overviewWords[language].sources.reduce((text, [pattern, name]) => text.replace(pattern, name), first.trim());
  // An article stays on one line with its number.
  return named.replace(/(AVG|GDPR|DSGVO|RGPD|art\.) /gi, '$1\u{a0}');
}

function movedRow(facts: DigestFacts, { reference, what, from, to }: MovedRow): OverviewRow {
  const { language } = facts;
  const words = overviewWords[language];
  const details = [words.moved[what](shortDay(language, from), shortDay(language, to))];
  return { ...head(facts, reference), kind: lowered(language, words.lists.moved), days: '', details };
}
