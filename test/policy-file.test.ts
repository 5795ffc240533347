import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseKinds } from '../src/case/kind.ts';
import { ExpectedError } from '../src/errors.ts';
import { loadPolicy } from '../src/policy-file.ts';

const text = readFileSync(new URL('../policy.yaml', import.meta.url), 'utf8');

function problems(yamlText: string): string[] {
  try {
    loadPolicy(yamlText);
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError);
    const { code, retry, message } = error as ExpectedError;
    expect([code, retry]).toEqual(['policy-invalid', 'never']);
    return message.split('\n');
  }
  throw new Error('the policy was accepted');
}

/** The file with one piece of it replaced; the piece must be there. */
function withChange(from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('the policy that comes with the program', () => {
  const policy = loadPolicy(text);

  it('says what the published policy and the law say', () => {
    const month = { unit: 'months', count: 1, rolls: true };
    const promise = { unit: 'calendar-days', count: 30, rolls: false };
    for (const kind of caseKinds) {
      const { legal } = policy.kinds[kind];
      if (kind === 'refund') expect(legal).toMatchObject({ unit: 'calendar-days', count: 14, rolls: false });
      else if (kind === 'authority') expect(legal).toMatchObject({ unit: 'hours', count: 8, rolls: false });
      else expect(legal, kind).toMatchObject(month);
      const promised = kind === 'change' || kind === 'deletion' || kind === 'undetermined';
      if (promised) expect(policy.kinds[kind].promise).toMatchObject(promise);
      else expect(policy.kinds[kind].promise).toBeNull();
      expect(policy.kinds[kind].completion).toBe(kind === 'deletion' || kind === 'copy' ? 'four-eyes' : 'approval');
      expect(policy.kinds[kind].source).not.toBe('');
    }
    expect(policy).toMatchObject({
      extension: { unit: 'months', count: 3, rolls: true },
      refusal: 'four-eyes',
      undoSeconds: 60,
      identityCode: { tries: 3 },
    });
    expect(policy.refundWindow).toMatchObject({ workingDays: 2 });
    expect(policy.acknowledgement.perAddressPerDay).toBe(5);
    expect(policy.digest).toEqual({
      hour: 8,
      minute: 0,
      days: [1, 2, 3, 4, 5],
      language: null,
      to: ['managers'],
      weekly: 1,
      monthly: true,
    });
    expect(policy.warnings).toEqual({
      warnWorkingDays: 7,
      escalateWorkingDays: 2,
      shortTermDays: 14,
      shortWarnWorkingDays: 4,
      shortEscalateWorkingDays: 1,
    });
  });

  it('wants identity for deletion, copy and a change of contact data', () => {
    const identity = Object.fromEntries(caseKinds.map((kind) => [kind, policy.kinds[kind].identity]));
    expect(identity).toEqual({
      change: 'contact-data',
      deletion: 'required',
      copy: 'required',
      refund: 'not-needed',
      objection: 'not-needed',
      undetermined: 'not-needed',
      authority: 'not-needed',
    });
  });

  it('treats a message nobody has read as a deletion', () => {
    expect(policy.kinds.undetermined.promise).toEqual(policy.kinds.deletion.promise);
    expect(policy.kinds.undetermined.legal).toEqual(policy.kinds.deletion.legal);
    expect(policy.kinds.undetermined.tasks.map(({ id }) => id)).toEqual(['message-read']);
  });
});

describe('the version of a policy', () => {
  const { hash } = loadPolicy(text);

  it('is a SHA-256 that stays when only order, comments or holidays change', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadPolicy(`# another comment\n${text}`).hash).toBe(hash);
    expect(loadPolicy(withChange('country: NL', 'country: BE')).hash).toBe(hash);
    expect(loadPolicy(withChange('{ count: 30, unit: calendar-days,', '{ unit: calendar-days, count: 30,')).hash).toBe(hash);
  });

  it('changes with a term, a task or an autonomy', () => {
    for (const [from, to] of [
      ['count: 30', 'count: 29'],
      ['id: data-erased', 'id: data-gone'],
      ['completion: approval', 'completion: four-eyes'],
    ] as const) {
      expect(loadPolicy(withChange(from, to)).hash).not.toBe(hash);
    }
  });
});

describe('a wrong policy', () => {
  it('is told with the path of every problem, all at once', () => {
    const wrong = withChange('count: 14', 'count: soon').replace('threshold: 0.5', 'threshold: 7').replace("at: '08:00'", "at: '25:00'");
    const lines = problems(wrong);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual([
      expect.stringMatching(/^policy: kinds\.refund\.legal\.count: /),
      expect.stringMatching(/^policy: digest\.at: a time of day/),
      expect.stringMatching(/^policy: classification\.threshold: /),
    ]);
  });

  it('may leave out everything of the digest but its hour', () => {
    const whole = loadPolicy(text).digest;
    const [before = '', after = ''] = text.split(/^ {2}days: .*\n(?:.*\n)*? +monthly: first-working-day\n/m);
    expect(loadPolicy(before + after).digest).toEqual(whole);
  });

  it.each([
    ['days: [monday, tuesday, wednesday, thursday, friday]', 'days: []', /digest\.days: name a day/],
    ['days: [monday, tuesday, wednesday, thursday, friday]', 'days: [maandag]', /digest\.days\.0: /],
    ['to: [managers]', 'to: [marit@winkel.example]', /digest\.to\.0: /],
    ['weekly: monday', 'weekly: 1', /digest\.weekly: /],
    ['monthly: first-working-day', 'monthly: first', /digest\.monthly: /],
  ])('has no digest with %s as %s', (from, to, line) => {
    expect(problems(withChange(from, to))).toEqual([expect.stringMatching(line)]);
  });

  it('may not doubt more than it is sure', () => {
    expect(problems(withChange('doubt: 0.05', 'doubt: 0.6'))).toEqual([
      expect.stringMatching(/^policy: classification: doubt must not be larger/),
    ]);
  });

  it('may not hold a setting we do not know, or lack one we need', () => {
    expect(problems(`${text}\nwarning: {}\n`)).toEqual(['policy: warning: not a setting we know']);
    expect(problems(withChange('rolls: true, source', 'roll: true, source'))).toContain(
      'policy: kinds.deletion.legal.roll: not a setting we know',
    );
    expect(problems(withChange('  copy:\n', '  copies:\n'))).toContain('policy: kinds.copies: not a setting we know');
    expect(problems('')).toEqual([expect.stringMatching(/^policy: \(the whole file\): /)]);
  });

  it('cannot ask for identity without the task that records it, or name a task twice', () => {
    const without = withChange(
      '    tasks:\n      - *identity-verified\n      - id: copy-collected',
      '    tasks:\n      - id: copy-collected',
    );
    expect(problems(without)).toEqual([
      'policy: kinds.copy.tasks: identity is required, so a required task identity-verified must be there',
    ]);
    const optional = withChange('    id: identity-verified', '    required: false\n    id: identity-verified');
    expect(problems(optional)).toHaveLength(3);
    expect(problems(withChange('id: numbers-released', 'id: data-erased'))).toEqual([
      'policy: kinds.deletion.tasks: the task data-erased stands there twice',
    ]);
  });

  it('names the line of broken YAML, and an anchor that leads nowhere', () => {
    expect(problems('kinds: {\n')).toEqual([expect.stringMatching(/^policy: .* at line \d+/)]);
    expect(problems(withChange('legal: *one-month', 'legal: *two-months'))[0]).toMatch(/^policy: .*two-months/);
  });

  it('names a time zone or a holiday rule that is none', () => {
    expect(problems(withChange('timeZone: Europe/Amsterdam', 'timeZone: Europe/Amsterdm'))).toEqual([
      expect.stringMatching(/^policy: timeZone: /),
    ]);
    expect(problems(withChange("rule: '05-05'", "rule: '5 May'"))).toEqual([
      expect.stringMatching(/^policy: holidays\.overrides\.0\.rule: MM-DD/),
    ]);
    expect(problems(withChange("rule: 'easter -2', ours: false", "rule: 'easter -2', our: false"))).toEqual([
      expect.stringMatching(/^policy: holidays\.overrides\.1: an override needs/),
    ]);
    expect(problems(withChange('country: NL', 'country: Holland'))).toEqual([
      expect.stringMatching(/^policy: holidays\.country: two capitals/),
    ]);
  });
});
