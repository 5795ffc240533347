import type { LedgerLine } from '../store/ledger.ts';
import type { EndedByMail } from './by-mail.ts';
import { colleagues } from './colleagues.ts';
import type { LivedInPages } from './in-pages.ts';
import type { Left } from './leave.ts';
import type { Outcome } from './outcome.ts';
import type { Letter } from './stage.ts';
import type { Visit } from './visit.ts';

/** Something that must be so, and whether it is. */
export interface Expectation {
  readonly text: string;
  readonly met: boolean;
}

/** What must be true of one message: what it is, which cases it opens or joins, and which letter its sender gets. */
export function expectOf({ sample, disposition, opened, joined, acknowledgement, letters }: Outcome): readonly Expectation[] {
  const { name, expected } = sample;
  const kinds = opened.map((one) => one.kind);
  const joins = expected.disposition === 'follow_up' || expected.disposition === 'bounce' ? 1 : 0;
  const arrive = expected.acknowledgement === 'sent' ? 1 : 0;
  const named = letters.every(({ message }) => opened.every((one) => message.text.includes(one.reference)));
  return [
    { text: `${name} is ${expected.disposition}; found ${disposition}`, met: disposition === expected.disposition },
    { text: `${name} opens ${list(expected.kinds)}; opened ${list(kinds)}`, met: isSame(kinds, expected.kinds) },
    { text: `${name} joins ${joins} case(s); joined ${joined.length}`, met: joined.length === joins },
    {
      text: `${name}: acknowledgement ${expected.acknowledgement}; found ${acknowledgement}`,
      met: acknowledgement === expected.acknowledgement,
    },
    { text: `${name} is answered ${arrive} time(s); was ${letters.length} time(s)`, met: letters.length === arrive },
    { text: `${name}: its letter names every case`, met: named },
    {
      text: `${name}: its cases are linked`,
      met: opened.every((one) => opened.every((other) => one === other || one.linked.includes(other.id))),
    },
    ...(expected.disposition === 'bounce'
      ? [{ text: `${name}: its case says that its requester is unreachable`, met: joined.every(isUnreachable) }]
      : []),
  ];
}

function isUnreachable(one: Outcome['joined'][number]): boolean {
  return one.attention.includes('requester-unreachable');
}

/** Every letter went to somebody who should have one, as often as it should; `further`: who gets one besides acknowledgements. */
export function expectOfLetters(
  outcomes: readonly Outcome[],
  letters: readonly Letter[],
  further: readonly string[],
): readonly Expectation[] {
  const acknowledged = outcomes.filter(({ sample }) => sample.expected.acknowledgement === 'sent').map(({ sample }) => sample.from.address);
  const expected = [...acknowledged, ...further];
  const outside = letters.filter(({ to }) => !colleagues.some(({ address }) => address === to)).map(({ to }) => to);
  const strangers = outside.filter((to) => !expected.includes(to));
  return [
    { text: `no letter to a machine or a stranger; found ${strangers.length}`, met: strangers.length === 0 },
    { text: `${expected.length} letters left in all; found ${outside.length}`, met: outside.length === expected.length },
    { text: 'everybody outside got as many letters as they should', met: isSame(outside, expected) },
    { text: 'no letter arrived twice', met: new Set(letters.map(({ message }) => message.messageId)).size === letters.length },
  ];
}

/** Nothing but the acknowledgement before the approval; exactly one notice after it, and a completed case. */
export function expectOfMail({ before, notices, reviews, status, reference }: EndedByMail): readonly Expectation[] {
  return [
    { text: `the requester has one letter before the approval; had ${before}`, met: before === 1 },
    { text: `one review mail reaches each of us; found ${reviews.length}`, met: reviews.length === 1 },
    ...expectOfEnd('by mail', { notices, reference, status }),
  ];
}

/** Nobody comes in without a code, nothing leaves with one approval of two, and then it does. */
export function expectOfPages(lived: LivedInPages): readonly Expectation[] {
  const { strangerGot, forgedGot, verifiedBy, offeredTwice, afterOneApproval, undoOffered, offeredAtEnd } = lived;
  return [
    { text: `a page asked for by a stranger is refused; answered ${strangerGot}`, met: strangerGot === 401 },
    { text: `a form of somebody else's making is refused; answered ${forgedGot}`, met: forgedGot === 403 },
    { text: `the requester is verified by the code; found ${verifiedBy}`, met: verifiedBy === 'code' },
    { text: 'whoever approved is not asked again', met: !offeredTwice },
    { text: `one approval of two lets nothing leave; the requester had ${afterOneApproval} letters`, met: afterOneApproval === 2 },
    { text: 'the second approval can be taken back for a moment', met: undoOffered },
    { text: 'nothing is left to approve at the end', met: !offeredAtEnd },
    ...expectOfEnd('in the pages', lived),
  ];
}

function expectOfEnd(
  where: string,
  { notices, reference, status }: Pick<EndedByMail, 'notices' | 'reference' | 'status'>,
): readonly Expectation[] {
  return [
    { text: `one completion notice leaves after the approval ${where}; found ${notices.length}`, met: notices.length === 1 },
    { text: `the completion notice ${where} names its case`, met: notices.every(({ message }) => message.subject.includes(reference)) },
    { text: `the case ended ${where} is completed; found ${status}`, met: status === 'completed' },
  ];
}

/** Each case that is left is in its state, in the queue, and opens. */
export function expectOfLeft(left: readonly Left[], { queue, figures, pages }: Visit): readonly Expectation[] {
  return [
    { text: `the queue opens; answered ${queue.status}`, met: queue.status === 200 },
    { text: `the figures open; answered ${figures.status}`, met: figures.status === 200 },
    ...left.flatMap(({ state: { reference, kind }, who, what, met }, at) => [
      { text: `the ${kind} of ${who}: ${what}`, met },
      { text: `the ${kind} of ${who} stands in the queue`, met: queue.html.includes(reference) },
      { text: `the page of the ${kind} of ${who} opens; answered ${pages[at]?.status}`, met: pages[at]?.status === 200 },
    ]),
  ];
}

export function expectOfLedger(lines: readonly LedgerLine[], delivered: number): readonly Expectation[] {
  const received = lines.filter(({ role }) => role !== 'sent');
  const sum = (name: 'seen' | 'pending' | 'difference') => received.reduce((total, line) => total + line[name], 0);
  const [seen, pending, difference] = [sum('seen'), sum('pending'), sum('difference')];
  return [
    { text: `the mailbox held ${delivered} messages; ${seen} seen`, met: seen === delivered },
    { text: `nothing waits; ${pending} pending`, met: pending === 0 },
    { text: `every message is accounted for; difference ${difference}`, met: lines.every((line) => line.difference === 0) },
  ];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

function list(kinds: readonly string[]): string {
  return kinds.length === 0 ? 'no case' : kinds.join(' and ');
}
