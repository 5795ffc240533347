import type { Task } from '../../src/case/case.ts';
import { computeDates, type DueDateFacts } from '../../src/case/due-date.ts';
import type { CaseKind } from '../../src/case/kind.ts';
import type { Policy } from '../../src/case/policy.ts';
import * as refusal from '../../src/case/refusal.ts';
import * as demand from '../../src/case/refusal-demand.ts';
import { holidays, opened, policy } from './fixtures.ts';

// Every sentence of the core, as staff read it: `words.json` holds them, and `node test/case/words.ts > test/case/words.json`
// writes it anew after somebody has read the difference.

const task: Task = { id: 'data-erased', required: true, title: { nl: 'Gegevens gewist', en: 'Data erased' }, ticked: null };
const hold = { by: 'anna', placedOn: '2026-11-05', reviewOn: '2027-01-04' };

export function refusals() {
  return [
    refusal.caseClosed(),
    refusal.caseOpen(),
    refusal.identityNotVerified(),
    refusal.identityNotNeeded(),
    refusal.codesUsedUp(),
    refusal.codePending('2026-11-19'),
    refusal.noCodeAsked(),
    refusal.tasksOpen([task, { ...task, id: 'paid-back' }]),
    refusal.earlierRequestOpen(),
    refusal.noSuchTask([]),
    refusal.noSuchTask([task, { ...task, id: 'paid-back' }]),
    refusal.alreadyTicked(),
    refusal.notTicked(),
    refusal.noDraft(),
    refusal.draftChanged(),
    refusal.draftOutdated(),
    refusal.alreadyApproved(),
    refusal.kindAlreadyKnown(opened('copy')),
    refusal.kindTaken(),
    refusal.kindUndetermined(),
    refusal.letterOnItsWay(),
    refusal.undoTooLate(),
    refusal.letterNotForKind('refund'),
    refusal.letterNotForKind('privacy'),
    refusal.intakeUnconfirmed(),
    refusal.intakeConfirmed(),
    refusal.receiptInFuture(),
    refusal.refundNotAssessed(),
    refusal.alreadyAsked(),
    refusal.nothingAsked(),
    refusal.alreadyExtended(),
    refusal.extensionTooLate('2026-12-02'),
    refusal.pauseForIdentity(),
    refusal.pauseForClarification(),
    refusal.alreadyPaused(),
    refusal.notPaused(),
    refusal.noBreach(),
    refusal.onHold(hold),
    refusal.notOnHold(),
    refusal.alreadyOnHold(),
    refusal.reviewInPast(),
    refusal.notLinked(),
    refusal.noOutsideAnswer(),
    refusal.nothingWithheld(),
    refusal.alreadyNoted(),
    demand.notADemand(),
    demand.termBeforeReceipt(),
    demand.originUnverified(),
    demand.demandNotAssessed(),
    demand.disclosureMissing(),
    demand.disclosureIncomplete(),
    demand.disclosureDayWrong(),
    demand.neverAcknowledged(),
  ];
}

function derivation(kind: CaseKind, receivedAt: string, more: Partial<DueDateFacts> = {}, under: Policy = policy) {
  return computeDates({ kind, receivedAt, serviceDate: null, sentAt: null, ...more }, under, holidays).why;
}

function under(kind: CaseKind, changed: Partial<Policy['kinds'][CaseKind]>, warnings: Partial<Policy['warnings']> = {}): Policy {
  return {
    ...policy,
    kinds: { ...policy.kinds, [kind]: { ...policy.kinds[kind], ...changed } },
    warnings: { ...policy.warnings, ...warnings },
  };
}

const extended = { extended: true };
const twoDays = { unit: 'working-days', count: 2, rolls: false, source: 'GDPR art. 21(3)' } as const;

/** "Why this date?" for requests that between them meet every rule, and for every month and day of the week. */
export function derivations() {
  return {
    'one day, the 30th': derivation('deletion', '2026-01-30T11:00:00Z'),
    'the law first': derivation('deletion', '2026-02-10T11:00:00Z'),
    'both on one day': derivation('deletion', '2026-02-14T11:00:00Z'),
    'over Easter': derivation('copy', '2026-03-05T11:00:00Z'),
    'over three days': derivation('copy', '2026-04-23T10:00:00Z'),
    'over one holiday': derivation('copy', '2027-03-26T11:00:00Z'),
    'due on a holiday': derivation('deletion', '2027-03-30T11:00:00Z'),
    'rolled over one day': derivation('copy', '2026-10-01T11:00:00Z'),
    unread: derivation('undetermined', '2026-11-02T08:05:00Z'),
    'an authority': derivation('authority', '2026-11-04T14:59:00Z'),
    'an authority on a Saturday': derivation('authority', '2026-11-07T10:00:00Z'),
    'an order that gives a later day': derivation('authority', '2026-11-04T14:59:00Z', { setTerm: { on: '2026-11-21', by: 'anna' } }),
    'an order that gives the same day': derivation('authority', '2026-11-04T14:59:00Z', { setTerm: { on: '2026-11-04', by: 'anna' } }),
    'extended, with a promise': derivation('change', '2026-11-02T09:00:00Z', extended),
    'extended, without one': derivation('objection', '2026-11-30T09:00:00Z', extended),
    'paused and accepted': derivation('deletion', '2026-11-02T09:00:00Z', { paused: { days: 9, acceptedDays: 9 } }),
    'paused for one day': derivation('copy', '2026-11-02T09:00:00Z', { paused: { days: 1, acceptedDays: 0 } }),
    'paused, accepted in part': derivation('copy', '2026-11-02T09:00:00Z', { ...extended, paused: { days: 9, acceptedDays: 4 } }),
    'a refund': derivation('refund', '2026-11-02T09:00:00Z'),
    'a refund within the window': derivation('refund', '2026-04-07T09:00:00Z', {
      serviceDate: '2026-04-02',
      sentAt: '2026-04-07T09:00:00Z',
    }),
    'a refund after the window': derivation('refund', '2026-11-12T09:00:00Z', { serviceDate: '2026-11-02' }),
    'working days': derivation('objection', '2026-04-02T10:00:00Z', {}, under('objection', { legal: twoDays })),
    'one working day promised': derivation('copy', '2026-11-02T09:00:00Z', {}, under('copy', { promise: { ...twoDays, count: 1 } })),
    'one calendar day': derivation(
      'copy',
      '2026-11-02T09:00:00Z',
      {},
      under('copy', { promise: { ...twoDays, unit: 'calendar-days', count: 1 } }),
    ),
    'one hour': derivation(
      'authority',
      '2026-11-04T09:00:00Z',
      {},
      under('authority', { legal: { ...policy.kinds.authority.legal, count: 1 } }),
    ),
    'an extension that stays': derivation('copy', '2026-11-02T09:00:00Z', extended, {
      ...policy,
      extension: { ...policy.extension, rolls: false },
    }),
    'one day of warning': derivation('copy', '2026-11-02T09:00:00Z', {}, under('copy', {}, { warnWorkingDays: 2, escalateWorkingDays: 1 })),
    months: Array.from({ length: 14 }, (_, month) => {
      const received = Temporal.PlainDate.from('2026-01-01').add({ months: month, days: month });
      return derivation('refund', `${received}T11:07:00Z`).map((step) => step.text);
    }),
  };
}

if (import.meta.main) console.log(JSON.stringify({ refusals: refusals(), derivations: derivations() }, null, 1));
