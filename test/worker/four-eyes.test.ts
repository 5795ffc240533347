// Whether there are people enough for the approvals a policy wants, and who stands in for whom.
import { expect, test } from 'vitest';
import type { Policy } from '../../src/case/policy.ts';
import { rolesOf, type StaffMember } from '../../src/store/staff.ts';
import { readPolicy } from '../../src/worker/assemble.ts';
import { approversNeeded, checkFourEyes, underWaiver } from '../../src/worker/four-eyes.ts';
import { actingFor } from '../../src/worker/people.ts';

const shipped: Policy = readPolicy({ policyFile: null, timeZone: null });
const today = Temporal.PlainDate.from('2026-01-16');

/** Every letter of the policy at most one approval, apart from those named. */
function policyWith(fourEyes: { readonly deletion?: boolean; readonly refusal?: boolean }): Policy {
  const policy = underWaiver(shipped);
  const completion = fourEyes.deletion ? 'four-eyes' : 'approval';
  return {
    ...policy,
    refusal: fourEyes.refusal ? 'four-eyes' : 'approval',
    kinds: { ...policy.kinds, deletion: { ...policy.kinds.deletion, completion } },
  };
}

function person(id: string, wish: Partial<StaffMember> = {}): StaffMember {
  const usual = { language: null, awayUntil: null, standInId: null, source: 'environment' } as const;
  return { id, address: `${id}@winkel.example`, ...usual, ...rolesOf(['approver']), ...wish };
}

const waiver = { by: 'anna', at: '2026-01-01T09:00:00Z', reason: 'alone' };
const away = { awayUntil: '2026-01-18', standInId: 'anna' };

test('one kind, or refusals alone, is enough to need two people; a waiver makes it one', () => {
  expect(approversNeeded(policyWith({}))).toBe(1);
  for (const policy of [policyWith({ deletion: true }), policyWith({ refusal: true })]) {
    expect(approversNeeded(policy)).toBe(2);
    expect(approversNeeded(underWaiver(policy))).toBe(1);
    expect(underWaiver(policy).hash).toBe(policy.hash);
  }
});

test('under a waiver nothing else changes, and an automatic letter stays automatic', () => {
  const policy = policyWith({ deletion: true });
  const automatic: Policy = { ...policy, kinds: { ...policy.kinds, copy: { ...policy.kinds.copy, completion: 'automatic' } } };
  expect(underWaiver(automatic).kinds.copy).toEqual(automatic.kinds.copy);
  expect(underWaiver(automatic).kinds.deletion).toEqual({ ...policy.kinds.deletion, completion: 'approval' });
});

test('too few approvers is an error that says what to do', () => {
  const policy = policyWith({ deletion: true });
  const managers = [person('marit', rolesOf(['manager', 'auditor']))];
  expect(() => checkFourEyes(policy, [person('anna'), ...managers], null, today)).toThrow(
    expect.objectContaining({
      code: 'too-few-approvers',
      retry: 'never',
      message: expect.stringMatching(/2 different people .* there is 1\. Add a colleague to STAFF .*tijdig staff waive-four-eyes --reason/),
    }),
  );
  expect(checkFourEyes(policy, [person('anna'), person('bo')], null, today)).toEqual([]);
  expect(checkFourEyes(policyWith({}), [person('anna')], null, today)).toEqual([]);
});

test('nobody at all is a first run: it starts, and says that nobody can approve', () => {
  for (const policy of [policyWith({ deletion: true }), policyWith({})])
    expect(checkFourEyes(policy, [], null, today)).toEqual([expect.stringMatching(/^nobody can approve/)]);
});

test('whoever is away does not count as present, which is said; it does not stop a start', () => {
  const policy = policyWith({ refusal: true });
  expect(checkFourEyes(policy, [person('anna'), person('bo', away)], null, today)).toEqual([expect.stringMatching(/1 of the 2/)]);
  expect(checkFourEyes(policy, [person('anna'), person('bo', away), person('cato')], null, today)).toEqual([]);
  expect(checkFourEyes(policy, [person('anna'), person('bo', away)], null, Temporal.PlainDate.from('2026-01-19'))).toEqual([]);
});

test('a waiver is said at every start; a second approver does not end it, but it is suggested', () => {
  const policy = policyWith({ deletion: true });
  expect(checkFourEyes(policy, [person('anna')], waiver, today)).toEqual([expect.stringMatching(/^four eyes are waived/)]);
  expect(checkFourEyes(policy, [person('anna'), person('bo')], waiver, today)).toEqual([
    expect.stringMatching(/^four eyes are waived/),
    expect.stringMatching(/unwaive-four-eyes$/),
  ]);
});

test.each([
  ['2026-01-16', 'anna'],
  ['2026-01-17', 'anna'],
  ['2026-01-18', 'anna'],
  ['2026-01-19', 'bo'],
])('away over a weekend until Sunday the 18th: on %s it is %s who acts', (day, acting) => {
  const people = [person('anna'), person('bo', away)];
  expect(actingFor(people, people[1] as StaffMember, Temporal.PlainDate.from(day)).id).toBe(acting);
});

test('a stand-in who is away has a stand-in too; those who name each other are not asked for ever', () => {
  const chain = [person('anna', { ...away, standInId: 'cato' }), person('bo', away), person('cato')];
  expect(actingFor(chain, chain[1] as StaffMember, today).id).toBe('cato');
  const circle = [person('anna', { ...away, standInId: 'bo' }), person('bo', away)];
  expect(actingFor(circle, circle[1] as StaffMember, today).id).toBe('bo');
  const gone = [person('bo', away)];
  expect(actingFor(gone, gone[0] as StaffMember, today).id).toBe('bo');
});
