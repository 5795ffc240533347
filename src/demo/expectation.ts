import type { LedgerLine } from '../store/ledger.ts';
import type { Completion } from './complete.ts';
import type { Outcome } from './outcome.ts';
import { type Letter, manager, staff } from './stage.ts';

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

/** Every letter went to somebody who should have one, as often as it should; `notices`: completion notices among them. */
export function expectOfLetters(outcomes: readonly Outcome[], letters: readonly Letter[], notices: number): readonly Expectation[] {
  const welcome = outcomes.filter(({ sample }) => sample.expected.acknowledgement === 'sent').map(({ sample }) => sample.from.address);
  const outside = letters.filter(({ to }) => to !== staff.address && to !== manager);
  const strangers = outside.filter(({ to }) => !welcome.includes(to));
  const count = welcome.length + notices;
  return [
    { text: `no letter to a machine or a stranger; found ${strangers.length}`, met: strangers.length === 0 },
    { text: `${count} letters left in all; found ${outside.length}`, met: outside.length === count },
    { text: 'no letter arrived twice', met: new Set(letters.map(({ message }) => message.messageId)).size === letters.length },
  ];
}

/** Nothing but the acknowledgement before the approval; exactly one notice after it, and a completed case. */
export function expectOfCompletion({ before, notices, reviews, status, reference }: Completion): readonly Expectation[] {
  return [
    { text: `the requester has one letter before the approval; had ${before}`, met: before === 1 },
    { text: `one review mail reaches staff; found ${reviews.length}`, met: reviews.length === 1 },
    { text: `one completion notice leaves after the approval; found ${notices.length}`, met: notices.length === 1 },
    { text: 'the completion notice names its case', met: notices.every(({ message }) => message.subject.includes(reference)) },
    { text: `the case is completed; found ${status}`, met: status === 'completed' },
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
