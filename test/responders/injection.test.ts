import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseLetterKind, letterLanguages, staffLanguages } from '../../src/case/kind.ts';
import { acknowledgement } from '../../src/responders/acknowledgement.ts';
import { caseLetter } from '../../src/responders/case-letter.ts';
import { digest } from '../../src/responders/digest.ts';
import { monthSummary, ordinaryDigest } from '../../src/responders/digest-samples.ts';
import { downloadCode } from '../../src/responders/download-code.ts';
import { authorityAlert, dueAlert, morning, replyNotice, signInCode, staffQuestion } from '../../src/responders/internal-letter.ts';
import { type CaseLetterExtras, type LetterText, letterKinds } from '../../src/responders/letter.ts';
import { reviewReceipt } from '../../src/responders/review-receipt.ts';
import { reviewRequest } from '../../src/responders/review-request.ts';
import {
  acknowledgementSample,
  commonSample,
  extrasSample,
  morningSample,
  reviewRequestSample,
  rowSample,
} from '../../src/responders/sample-facts.ts';
import { summary } from '../../src/responders/summary.ts';
import { loadTemplates } from '../../src/responders/templates.ts';
import { payloads } from './payloads.ts';

const templates = loadTemplates();

/** One letter with `value` in one place; `folds` is false where a value may be several paragraphs or lines. */
interface Place {
  readonly name: string;
  readonly folds: boolean;
  write(value: string): LetterText;
}

/** Where a value comes into a letter about a case. `W` before staff's words, so that they are never empty. */
const inCaseLetters: { readonly [K in CaseLetterKind]: Readonly<Record<string, (value: string) => Partial<CaseLetterExtras[K]>>> } = {
  'completion-notice': {
    done: (value) => ({ done: `W ${value}` }),
    'recipient told': (value) => ({ recipientsTold: [value] }),
    'page address': (value) => ({ download: { url: value, until: '2026-12-24' } }),
  },
  'partial-completion': {
    done: (value) => ({ done: `W ${value}` }),
    reasons: (value) => ({ reasons: `W ${value}` }),
    'recipient told': (value) => ({ recipientsTold: [value] }),
    'page address': (value) => ({ download: { url: value, until: '2026-12-24' } }),
  },
  refusal: { reasons: (value) => ({ reasons: `W ${value}` }) },
  'identity-request': { code: (value) => ({ code: value }) },
  clarification: { question: (value) => ({ question: `W ${value}` }) },
  extension: { reasons: (value) => ({ reasons: `W ${value}` }) },
  'refund-window': {},
  'fee-notice': { amount: (value) => ({ amount: value }), reasons: (value) => ({ reasons: `W ${value}` }) },
  correction: { words: (value) => ({ words: `W ${value}` }) },
  reminder: { question: (value) => ({ waitingFor: 'clarification', question: `W ${value}` }) },
};

/** Letters that only ask something. */
const nowhereToComplain: readonly CaseLetterKind[] = ['identity-request', 'clarification', 'reminder'];

function place(name: string, write: (value: string) => LetterText, folds = true): Place {
  return { name, folds, write };
}

const aboutCases = letterLanguages.flatMap((language) =>
  (Object.keys(inCaseLetters) as CaseLetterKind[]).flatMap(<K extends CaseLetterKind>(kind: K): Place[] => {
    const common = commonSample(language, 'deletion');
    const extras: CaseLetterExtras[K] = extrasSample(language, 'deletion')[kind];
    const facts = (['company', 'complaints', 'reference'] as const).filter(
      (fact) => fact !== 'complaints' || !nowhereToComplain.includes(kind),
    );
    const always = facts.map((fact) =>
      place(`${language} ${kind} ${fact}`, (value) => caseLetter(templates, kind, { ...common, [fact]: value }, extras)),
    );
    const own = Object.entries(inCaseLetters[kind]).map(([fact, with_]) =>
      place(
        `${language} ${kind} ${fact}`,
        (value) => caseLetter(templates, kind, common, { ...extras, ...with_(value) }),
        !['done', 'reasons', 'question', 'words'].includes(fact),
      ),
    );
    return [...always, ...own];
  }),
);

const otherCustomerLetters = letterLanguages.flatMap((language): Place[] => {
  const acknowledged = acknowledgementSample(language);
  const code = { language, company: 'C', reference: 'R', code: '1', minutes: 15 };
  return [
    place(`${language} acknowledgement company`, (company) => acknowledgement(templates, { ...acknowledged, company })),
    place(`${language} acknowledgement reference`, (reference) =>
      acknowledgement(templates, { ...acknowledged, cases: [{ reference, kind: 'copy', dueOn: '2026-12-30' }] }),
    ),
    place(`${language} download-code company`, (company) => downloadCode(templates, { ...code, company })),
    place(`${language} download-code code`, (value) => downloadCode(templates, { ...code, code: value })),
  ];
});

/** Without charts and links, which are tags of their own; test/responders/digest looks at those. */
const overviews = letterLanguages.flatMap((language): Place[] => {
  const day = { ...ordinaryDigest(language), consoleUrl: null, days: [], weeks: [] };
  const month = { ...monthSummary(language), consoleUrl: null, weeks: [] };
  const [row] = day.lists['past-law'];
  if (row === undefined) throw new Error('The sample needs a late case.');
  const withRow = (other: Partial<typeof row>) => digest({ ...day, lists: { ...day.lists, 'past-law': [{ ...row, ...other }] } });
  const alarm = { at: '2026-11-30T03:53:00Z', endedAt: null };
  return [
    place(`${language} digest company`, (company) => digest({ ...day, company })),
    place(`${language} digest reference`, (reference) => withRow({ reference: `R ${reference}` })),
    place(`${language} digest source`, (source) => withRow({ why: { rule: 'law', source } }), false),
    place(`${language} digest colleague`, (name) => withRow({ waitsFor: ['a', `b ${name}`] })),
    place(`${language} digest alarm`, (code) => digest({ ...day, alarms: [{ ...alarm, code: `C ${code}` }] })),
    place(`${language} digest moved`, (reference) => digest({ ...day, moved: [{ reference, what: 'due', from: day.on, to: day.on }] })),
    place(`${language} summary company`, (company) => summary({ ...month, company })),
    place(`${language} summary alarm`, (code) => summary({ ...month, alarms: [{ ...alarm, code: `C ${code}` }] })),
  ];
});

const internal = staffLanguages.flatMap((language): Place[] => {
  const review = reviewRequestSample(language, templates);
  const today = morningSample(language);
  const row = { ...rowSample(1, 1), what: 'W' };
  const alert = { ...row, language, level: 'warn', nextStep: 'N' } as const;
  const question = {
    language,
    timeZone: 'UTC',
    question: 'confirm-intake',
    reference: 'R',
    kind: 'copy',
    seenAt: '2026-12-01T09:20:00Z',
  } as const;
  const demanded = {
    language,
    timeZone: 'UTC',
    receivedAt: '2026-12-01T09:20:00Z',
    dueOn: '2026-12-01',
    dueAt: '2026-12-01T17:20:00Z',
    again: true,
  } as const;
  const places: readonly Place[] = [
    place('review-request reference', (reference) => reviewRequest(templates, { ...review, reference })),
    place('review-request recipient', (recipient) => reviewRequest(templates, { ...review, recipient })),
    place('review-request subject', (subject) => reviewRequest(templates, { ...review, subject })),
    place('review-request text', (text) => reviewRequest(templates, { ...review, text }), false),
    place('review-request attachment', (filename) =>
      reviewRequest(templates, { ...review, attachments: [{ filename, contentType: 'application/pdf', size: 1_000 }] }),
    ),
    place('review-request why', (why) => reviewRequest(templates, { ...review, why: [why] })),
    place('review-request fact', (fact) => reviewRequest(templates, { ...review, facts: [`F ${fact}`] })),
    place('review-receipt reference', (reference) => reviewReceipt(templates, { language, reference, result: 'approved', reason: null })),
    place('review-receipt reason', (reason) =>
      reviewReceipt(templates, { language, reference: 'R', result: 'refused', reason: `R ${reason}` }),
    ),
    place('morning reference', (reference) => morning(templates, { ...today, approvals: [{ ...row, reference }] })),
    place('morning task', (what) => morning(templates, { ...today, tasks: [{ ...row, what }] })),
    place('due-alert reference', (reference) => dueAlert(templates, { ...alert, reference })),
    place('due-alert next step', (nextStep) => dueAlert(templates, { ...alert, nextStep })),
    place('authority-alert reference', (reference) => authorityAlert(templates, { ...demanded, reference })),
    place('reply-notice reference', (reference) => replyNotice(templates, { language, replies: [{ ...row, reference }] })),
    place('staff-question reference', (reference) => staffQuestion(templates, { ...question, reference, command: 'C' })),
    place('staff-question command', (command) => staffQuestion(templates, { ...question, command })),
    place('sign-in-code company', (company) => signInCode(templates, { language, company, code: '1', minutes: 10 })),
    place('sign-in-code code', (code) => signInCode(templates, { language, company: 'C', code, minutes: 10 })),
  ];
  return places.map((one) => ({ ...one, name: `${language} ${one.name}` }));
});

const places = [...otherCustomerLetters, ...aboutCases, ...overviews, ...internal];

/** Made up: attacks glued together with each other, with punctuation that means something somewhere, and with any Unicode. */
const madeUp = fc
  .array(
    fc.oneof(
      fc.constantFrom(...payloads),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.stringMatching(/^[[\]()<>!*_`#&|:/{}%"'\\\r\n -]{0,12}$/),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

describe('a value is never markup', () => {
  test.each(places)('$name', ({ name, folds, write }) => {
    const calm = write('benign');
    for (const payload of payloads) expectHarmless(calm, write(payload), payload, folds);
    fc.assert(
      fc.property(madeUp, (payload) => expectHarmless(calm, write(payload), payload, folds)),
      // The code is the same for every language, only the templates differ.
      { numRuns: name.startsWith('nl') ? 250 : 40, seed: 20261130 },
    );
  });

  test('in every letter', () => {
    expect(new Set(places.map(({ name }) => name.split(' ')[1]))).toEqual(new Set(letterKinds));
  });
});

function expectHarmless(calm: LetterText, attacked: LetterText, payload: string, folds: boolean): void {
  expect(tags(attacked.html, folds)).toBe(tags(calm.html, folds));
  expect(attacked.html).not.toMatch(/<a[\s>]|<img|<script|<svg/i);
  expect(attacked.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u);
  expect(attacked.text + attacked.html).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u);
  if (folds) expect(attacked.text.split('\n').length).toBe(calm.text.split('\n').length);
  if (folds) expectLiteral(attacked, payload);
}

/** The payload stands in the text as it was typed, so neither Liquid nor Markdown has read it. */
function expectLiteral(attacked: LetterText, payload: string): void {
  const shown = payload
    .toWellFormed()
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .trim();
  expect(`${attacked.subject}\n${attacked.text}`).toContain(shown);
}

/** All tags in order, attributes included; paragraphs and line breaks left out where a value may have several. */
function tags(html: string, folds: boolean): string {
  const all = (html.match(/<[^>]*>/g) ?? []).filter((tag) => folds || !['<p>', '</p>', '<br>'].includes(tag));
  return all.join('');
}

describe('an acknowledgement echoes nothing of the customer', () => {
  test.each(payloads)('order number %j is left out', (orderNumber) => {
    const facts = { ...acknowledgementSample('nl'), cases: [{ reference: 'R', kind: 'refund', dueOn: '2026-12-14' }] } as const;
    expect(acknowledgement(templates, { ...facts, orderNumber })).toEqual(acknowledgement(templates, { ...facts, orderNumber: null }));
  });

  test('a real order number is named', () => {
    const facts = { ...acknowledgementSample('nl'), cases: [{ reference: 'R', kind: 'refund', dueOn: '2026-12-14' }] } as const;
    expect(acknowledgement(templates, { ...facts, orderNumber: 'BV-2026/0815' }).text).toContain('(bestelnummer BV-2026/0815)');
  });
});
