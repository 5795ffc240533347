/** The demo in words, as a first-time visitor reads it on a terminal of 100 columns. */
import { styleText } from 'node:util';
import type { Case } from '../case/case.ts';
import type { Policy } from '../case/policy.ts';
import { lengthName } from '../case/wording.ts';
import type { LetterText } from '../responders/letter.ts';
import type { LedgerLine } from '../store/ledger.ts';
import type { MailStep } from './by-mail.ts';
import { anna, karin } from './colleagues.ts';
import type { Expectation } from './expectation.ts';
import type { PageStep } from './in-pages.ts';
import type { Left } from './leave.ts';
import type { Outcome } from './outcome.ts';
import { quote } from './quote.ts';
import { type Letter, liveDays } from './stage.ts';

const width = 100;
const columns = [41, 14, 15, 13, 13] as const;

export function heading(text: string): string {
  return `\n${styleText('bold', text)}\n\n`;
}

export function welcome(folder: string, url: string): string {
  return `${styleText('bold', 'Tijdig, on a mailbox of its own.')} Everything runs on this machine; nothing leaves it.

  mailbox   a local IMAP server, read by the real worker
  letters   a local SMTP server that keeps what it is given
  pages     the staff pages, at ${url}
  data      an embedded database in ${folder}
`;
}

/** Message → what it was taken for → case → due date → letter, and below each why. */
export function outcomeTable(outcomes: readonly Outcome[], policy: Policy): string {
  const head = `  ${row(['message', 'taken for', 'case', 'due', 'letter'])}`;
  return `${styleText('bold', head)}\n  ${'─'.repeat(width - 4)}\n${outcomes.map((outcome) => outcomeLines(outcome, policy)).join('')}`;
}

function outcomeLines(outcome: Outcome, policy: Policy): string {
  const first = `${outcome.sample.language}  ${outcome.subject}`;
  const [other] = outcome.joined;
  if (outcome.opened.length === 0)
    return `  ${row([first, outcome.disposition, other?.reference ?? '–', '', ''])}\n${reason(asideWords(outcome))}`;
  const lines = outcome.opened.map((one, at) => {
    const letter = at === 0 ? letterWords[outcome.acknowledgement] : 'same letter';
    return `  ${row([at === 0 ? first : '', one.kind, one.reference, day(one.dates.dueOn), letter])}\n${reason(because(outcome, one, policy))}`;
  });
  return lines.join('');
}

function row(cells: readonly string[]): string {
  const fitted = cells.map((cell, at) => clip(cell, (columns[at] ?? 0) - 1).padEnd(columns[at] ?? 0));
  return fitted.join('').trimEnd();
}

function reason(text: string): string {
  return `${styleText('dim', `      ${text}`)}\n`;
}

const letterWords = { sent: 'acknowledged', withheld: 'held back', none: 'none' } as const;

/** Which of the two terms decides, with its clause or article, and what else a person should know. */
function because({ sample, disposition, acknowledgement }: Outcome, { kind, dates, channel }: Case, policy: Policy): string {
  const { promise, legal } = policy.kinds[kind];
  const promised = promise !== null && dates.policyOn === dates.dueOn;
  const term = promised ? promise : legal;
  const parts = [`${lengthName(term.count, term.unit).en}${promised ? ', our own promise' : ''} (${shortened(term.source)})`];
  if (dates.actByOn < dates.dueOn) parts.push(`act by ${day(dates.actByOn)}`);
  if (disposition === 'unreadable') parts.push('past the reader’s limits: a person opens it');
  else if (kind === 'undetermined') parts.push('not sure what is asked: a person reads it');
  if (kind === 'authority') parts.push('never answered by itself');
  if (sample.daysBefore !== undefined && sample.daysBefore > liveDays)
    parts.push(`came ${sample.daysBefore} days before Tijdig: no letter by itself`);
  if (channel === 'forward') parts.push('passed on by a colleague: a person confirms it');
  if (acknowledgement === 'withheld') parts.push('in Junk: a person decides about the letter');
  return parts.join(' · ');
}

/** The first of several sources; the case names them all. */
function shortened(source: string): string {
  return source.split(';')[0] ?? source;
}

function asideWords({ disposition, reasons, joined }: Outcome): string {
  const reference = joined[0]?.reference ?? '';
  if (disposition === 'follow_up') return `a reply to our letter: added to ${reference}, which goes on`;
  if (disposition === 'bounce') return `our letter came back: ${reference} now says that its requester is unreachable`;
  if (disposition === 'automatic') return `a machine wrote it (${reasons[0] ?? ''}): never answered`;
  return 'asks for nothing we have a duty to do: left to support, untouched';
}

function day(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** One step of the case that is ended by mail. */
export function mailStepLine(step: MailStep, reference: string): string {
  switch (step.step) {
    case 'ticked':
      return `  ${`tijdig task ${reference} ${step.task}`.padEnd(50)}${styleText('dim', clip(step.title, width - 54))}\n`;
    case 'review':
      return `\n  To ${anna.address}: “${step.letter.message.subject}”\n`;
    case 'answered':
      return `  ${anna.name} answers by mail: “${step.text}”\n`;
    case 'receipt':
      return `  To ${anna.address}: “${step.letter.message.subject}”\n\n`;
    case 'notice':
      return letterShown(step.letter);
    default:
      return step satisfies never;
  }
}

/** One step of the case that is lived in the pages. */
export function pageStepLine(step: PageStep): string {
  switch (step.step) {
    case 'signed-in':
      return told(step.who.name, 'signs in with the code mailed to her or him');
    case 'code-asked':
      return told(anna.name, 'asks for a code to the address on file, and approves that letter');
    case 'code-sent':
      return `  To ${step.letter.to}: “${step.letter.message.subject}”\n`;
    case 'code-answered':
      return told('Requester', 'answers with the code: identity verified');
    case 'page-tick':
      return told(anna.name, `ticks: ${clip(step.title, width - 24)}`);
    case 'approved':
      return told(step.who.name, 'approves the completion notice');
    case 'page-notice':
      return `\n${letterShown(step.letter)}`;
    default:
      return step satisfies never;
  }
}

function clip(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

function told(who: string, deed: string): string {
  return `  ${who.padEnd(14)}${deed}\n`;
}

export function letterShown({ to, message }: Letter): string {
  return quote(`To: ${to}\nSubject: ${message.subject}\n\n${message.text}`);
}

/** What managers read. */
export function digestShown({ subject, text }: LetterText): string {
  return quote(`To: ${karin.address}\nSubject: ${subject}\n\n${text}`);
}

/** The conservation law in a line: what the mailbox held is what became of it. */
export function ledgerShown(lines: readonly LedgerLine[]): string {
  const totals = new Map<string, number>();
  // Copies of our own letters, in the folder of sent mail, were not received.
  for (const { mailbox: _, role: _role, ...counts } of lines.filter(({ role }) => role !== 'sent'))
    for (const [name, count] of Object.entries(counts)) totals.set(name, (totals.get(name) ?? 0) + count);
  const classes = [...totals].filter(([name, count]) => name !== 'seen' && name !== 'difference' && count !== 0);
  const sum = classes.map(([name, count]) => `${count} ${ledgerWords[name] ?? name}`).join(' + ');
  return `  ${totals.get('seen') ?? 0} messages seen\n  = ${sum}\n  difference ${totals.get('difference') ?? 0}\n`;
}

const ledgerWords: Readonly<Record<string, string>> = { followUp: 'follow-up', none: 'ordinary', ownCopy: 'own copy' };

export function verdict(expectations: readonly Expectation[]): string {
  const broken = expectations.filter((one) => !one.met);
  if (broken.length === 0) return `\nAll ${expectations.length} checks hold.\n`;
  return `\n${broken.length} of ${expectations.length} checks do not hold:\n${broken.map((one) => `  ✗ ${one.text}\n`).join('')}`;
}

export function whatNext(): string {
  return `${heading('What to try next')}  npm start                  run it (installed: npx tijdig start); unconfigured, all stays in ./data
  npx tijdig due --kind deletion --received 2026-01-31T12:00:00+01:00
                             any due date, explained step by step
  README.md                  your own mailbox in five settings
  docs/                      due dates, letters, configuration, decisions
`;
}

/** What the visitor finds in the queue. */
export function leftTable(left: readonly Left[]): string {
  return left
    .map(({ state, who, what }) => `  ${state.reference}  ${state.kind.padEnd(10)}${who.padEnd(19)}${styleText('dim', what)}\n`)
    .join('');
}

export function lookAround(folder: string, reference: string): string {
  return `${heading('It still runs: look around, from another terminal')}  export DATA_DIR=${folder}
  npx tijdig cases           every open case, the most urgent first
  npx tijdig case ${reference}
                             one case: its dates and why, tasks, letters. Complete it yourself:
                             the last line says what comes next
  npx tijdig ledger          every message accounted for
  npx tijdig sign-in ${karin.address}
                             another code for the staff pages
`;
}

/** Where to go, and how to get in: the one place where the code is ever shown. */
export function wayIn(url: string, code: string): string {
  return `${heading('Or in your browser: the staff pages')}  open      ${styleText('bold', url)}
  address   ${styleText('bold', karin.address)}
  code      ${styleText('bold', code.replace(/(\d{4})(?=\d)/g, '$1 '))}   works once, within the hour

You are ${karin.name} there, who approves letters and answers for the dates. What leaves is told here.
Ctrl-C ends it and removes that folder.
`;
}

export function letterLeft({ to, message }: Letter): string {
  return `  → ${to}: “${message.subject}”\n`;
}
