import { describe, expect, test } from 'vitest';
import { staffLanguages } from '../../src/case/kind.ts';
import { morning, replyNotice } from '../../src/responders/internal-letter.ts';
import { samples } from '../../src/responders/sample.ts';
import { busyMorning, crowdedMorning, morningSample, rowSample } from '../../src/responders/sample-facts.ts';
import { loadTemplates } from '../../src/responders/templates.ts';

const templates = loadTemplates();
const rows = (count: number) => Array.from({ length: count }, (_, index) => rowSample(index, index));
const lines = (text: string, pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line));
const cases = /^- T-/;

describe('the morning mail', () => {
  test.each(staffLanguages)('of an empty day is one line (%s)', (language) => {
    expect(lines(morning(templates, morningSample(language)).text, /./)).toHaveLength(1);
  });

  test.each(staffLanguages)('names each case once, the late ones first (%s)', (language) => {
    const { text } = morning(templates, busyMorning(language));
    const named = lines(text, cases);
    expect(named).toHaveLength(7);
    expect(named[0]).toContain('T-1000-4321-0');
  });

  test('shows fifteen rows and counts the rest of every list', () => {
    const full = morning(templates, { ...morningSample('en'), approvals: rows(15) }).text;
    expect(lines(full, cases)).toHaveLength(15);
    expect(full).not.toContain('more, see');
    const over = morning(templates, { ...morningSample('en'), approvals: rows(15), waiting: rows(2) }).text;
    expect(lines(over, cases)).toHaveLength(15);
    expect(lines(over, /^- 2 more, see the console$/)).toHaveLength(1);
    const one = morning(templates, { ...morningSample('en'), overdue: rows(16) }).text;
    expect(lines(one, cases)).toHaveLength(15);
    expect(lines(one, /^- 1 more, see the console$/)).toHaveLength(1);
    const crowded = morning(templates, crowdedMorning('en')).text;
    expect(lines(crowded, /^- \d+ more/)).toEqual(Array(3).fill(expect.stringMatching(/^- [21] more, see the console$/)));
  });

  test('offers drafts by mail only where approving by mail is possible and something waits', () => {
    const offer = /reference on a line of its own/;
    expect(morning(templates, busyMorning('en')).text).toMatch(offer);
    expect(morning(templates, { ...busyMorning('en'), byMail: false }).text).not.toMatch(offer);
    expect(morning(templates, { ...busyMorning('en'), approvals: [] }).text).not.toMatch(offer);
  });

  test('due today is not late', () => {
    const { text } = morning(templates, { ...morningSample('en'), tasks: [rowSample(1, 0)] });
    expect(text).toContain('today, due on Mon 30 Nov');
  });
});

describe('a reply notice', () => {
  test('shows fifteen rows and counts the rest', () => {
    const { subject, text } = replyNotice(templates, { language: 'en', replies: rows(16) });
    expect(subject).toContain('16');
    expect(lines(text, cases)).toHaveLength(15);
    expect(text).toContain('- and 1 more');
    expect(replyNotice(templates, { language: 'en', replies: rows(15) }).text).not.toContain('more');
  });

  test('about nobody is a bug', () => {
    expect(() => replyNotice(templates, { language: 'nl', replies: [] })).toThrow('needs a reply');
  });
});

test('no letter to our own people, but for the review request, has a place for an address', () => {
  const internal = ['morning', 'due-alert', 'authority-alert', 'reply-notice', 'staff-question', 'sign-in-code'];
  for (const language of staffLanguages) {
    const shown = samples(templates, language).filter(({ letter }) => internal.includes(letter));
    expect(new Set(shown.map(({ letter }) => letter))).toEqual(new Set(internal));
    for (const { text } of shown) expect(`${text.subject}${text.text}`).not.toContain('@');
  }
});
