import { expect, test } from 'vitest';
import { readStaffReply } from '../../src/intake/staff-reply.ts';

test.each(['akkoord', 'Akkoord.', '\n\n  AKKOORD!\n\nGroet, Piet', 'approve', 'Approved', 'goedgekeurd', '*Akkoord*'])(
  '%j approves',
  (text) => {
    expect(readStaffReply(text)).toEqual({ decision: 'approve' });
  },
);

test.each([
  ['afwijzen: verkeerde klant', 'verkeerde klant'],
  ['Reject: wrong amount\nPlease check order 3', 'wrong amount\nPlease check order 3'],
  ['afwijzen:\nverkeerde klant', 'verkeerde klant'],
])('%j rejects with its reason', (text, reason) => {
  expect(readStaffReply(text)).toEqual({ decision: 'reject', reason });
});

test.each([
  '',
  'niet akkoord',
  'not approved',
  'akkoord, maar wacht tot morgen',
  'akkoord?',
  'akkoord\nmaar pas het bedrag aan',
  'Akkoord\nNiet versturen!',
  'ok',
  'ja',
  'Ik ben akkoord',
  'afwijzen',
  'afwijzen:',
  'disapprove',
  'reject',
  '> akkoord',
  `akkoord ${'x'.repeat(600)}`,
])('%j is unclear', (text) => {
  expect(readStaffReply(text)).toEqual({ decision: 'unclear' });
});
