import type { ShownCase } from '../worker/show-case.ts';
import { changesIn, payoutLabel, showFacts, showPayout } from '../worker/show-facts.ts';
import { nextCommand } from './next.ts';
import { table } from './table.ts';

/** A case as a person reads it on a terminal: what it is, why its dates are its dates, what is to do, what was said. */
export function writeCase(shown: ShownCase): string {
  const parts = [
    `${shown.reference}  ${shown.kind}  ${shown.status}\n`,
    `requester  ${shown.requester ?? '(nobody could be named)'}${shown.intakeConfirmed ? '' : '   (proposed: to be confirmed)'}\nreceived   ${shown.receivedAt}\ndue        ${shown.dueOn}   act by ${shown.actByOn}\n`,
    shown.erased === null
      ? ''
      : `erased     on ${shown.erased.on}, ${shown.erased.because === 'person' ? 'because the person asked for it' : `by the policy’s rule ${shown.erased.rule}`}: content and people are gone, dates and history stay\n`,
    shown.linked.length > 0 ? `linked     ${shown.linked.join(', ')}\n` : '',
    shown.attention.length > 0 ? `attention  ${shown.attention.join(', ')}\n` : '',
    `\nWhy this date?\n${shown.dates.why.map((step) => `  - ${step.text.en} [${step.source}]\n`).join('')}`,
    shown.quotes.some((one) => one.quote !== '')
      ? `\nThe sentence\n${shown.quotes.map((one) => `  ${one.kind}: “${one.quote}”\n`).join('')}`
      : '',
    writeFacts(shown),
    ...showPayout(shown).map(
      (account) => `\n${payoutLabel.en}: ${account}\n  Sealed with the case until it ends; it stands in no letter or digest.\n`,
    ),
    writeTasks(shown),
    writeMessages(shown),
    writeLetters(shown),
    writeWithheld(shown),
    writeNext(shown),
  ];
  return parts.join('');
}

/** What the message plainly names, each with the sentence it stands in. */
function writeFacts(shown: ShownCase): string {
  const line = ({ label, value, quote }: ReturnType<typeof showFacts>[number]) =>
    `  ${label.en}: ${value}${quote === '' ? '' : `   “${quote.replace(/\s+/g, ' ')}”`}\n`;
  const lines = showFacts(shown).map(line);
  return lines.length === 0 ? '' : `\nFrom the message\n${lines.join('')}`;
}

function writeTasks(shown: ShownCase): string {
  const { tasks } = shown;
  if (tasks.length === 0) return '';
  const line = (task: ShownCase['tasks'][number]) =>
    `  [${task.ticked === null ? ' ' : 'x'}] ${task.id}: ${task.title.en}${task.required ? '' : ' (optional)'}\n${changesIn(
      shown,
      task.id,
      shown,
    )
      .map(({ label, value }) => `      ${label.en}: ${value}\n`)
      .join('')}`;
  return `\nTasks\n${tasks.map(line).join('')}`;
}

function writeMessages({ messages }: ShownCase): string {
  const line = (message: ShownCase['messages'][number]) =>
    `  ${message.role}: ${message.subject ?? '(could not be read)'}\n${indent(message.ownText ?? '', '    | ')}`;
  return `\nMessages\n${messages.map(line).join('')}`;
}

function writeLetters({ letters, draft }: ShownCase): string {
  if (letters.length === 0) return '';
  const body = letters.map((letter) => [letter.kind, letter.withheld ? 'withheld' : letter.status, letter.to ?? '', letter.sentAt ?? '']);
  const waiting = letters.find((letter) => letter.id === draft?.letterId);
  const text =
    waiting === undefined ? '' : `\nThe draft that waits\n  Subject: ${waiting.subject ?? ''}\n${indent(waiting.text ?? '', '  | ')}`;
  return `\n${table(['letter', 'status', 'to', 'sent'], body)}${text}`;
}

function writeNext(shown: ShownCase): string {
  const next = nextCommand(shown);
  return next === '' ? '' : `\nNext: ${next}\n`;
}

const withheldWords: Readonly<Record<NonNullable<ShownCase['letters'][number]['withheldBecause']>, string>> = {
  screen: 'a program seems to have written the message',
  junk: 'the message was in Junk',
  'sender-authentication': 'the sender is not who the message says',
  'sender-doubtful': 'it is not clear who wrote the message',
  'other-sender': 'it answers a case of somebody else',
  'too-many': 'this address was acknowledged too often today',
  'by-hand': 'whoever opened the case kept it back',
  restored: 'a backup was put back since, and the message may have been acknowledged before',
};

/** Why an acknowledgement waits, and how it is sent after all. */
function writeWithheld({ reference, letters }: ShownCase): string {
  const kept = letters.find(({ withheld }) => withheld);
  if (kept === undefined) return '';
  const because = kept.withheldBecause === null ? '' : ` because ${withheldWords[kept.withheldBecause]}`;
  return `\nNot acknowledged${because}. Send it anyway: tijdig acknowledge ${reference}\n`;
}

function indent(text: string, with_: string): string {
  return text.trim() === ''
    ? ''
    : `${text
        .trimEnd()
        .split('\n')
        .map((line) => with_ + line)
        .join('\n')}\n`;
}
