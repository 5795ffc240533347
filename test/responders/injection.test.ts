import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterLanguages } from '../../src/case/kind.ts';
import { acknowledgement } from '../../src/responders/acknowledgement.ts';
import { completionNotice } from '../../src/responders/completion-notice.ts';
import { digest } from '../../src/responders/digest.ts';
import type { LetterText } from '../../src/responders/letter.ts';
import { letterKinds } from '../../src/responders/letter.ts';
import { reviewReceipt } from '../../src/responders/review-receipt.ts';
import { reviewRequest } from '../../src/responders/review-request.ts';
import { loadTemplates } from '../../src/responders/templates.ts';
import { payloads } from './payloads.ts';
import { acknowledgementSample, completionSample, digestSample, reviewRequestSample } from './samples.ts';

const templates = loadTemplates();

/** One letter with `value` in one place; `folds` is false where a value may be several paragraphs or lines. */
interface Place {
  readonly name: string;
  readonly folds: boolean;
  write(value: string): LetterText;
}

const places = letterLanguages.flatMap((language): Place[] => {
  const acknowledged = acknowledgementSample(language);
  const completed = completionSample(language);
  const review = reviewRequestSample(language, templates);
  const day = digestSample(language);
  const row = { reference: 'R', kind: 'change', status: 'S', dueOn: '2026-12-01', actByOn: '2026-12-01', daysLeft: 1, why: 'W' } as const;
  const own = { ...completed, done: 'D' };
  const place = (name: string, write: (value: string) => LetterText, folds = true): Place => ({
    name: `${language} ${name}`,
    folds,
    write,
  });
  return [
    place('acknowledgement company', (company) => acknowledgement(templates, { ...acknowledged, company })),
    place('acknowledgement reference', (reference) =>
      acknowledgement(templates, { ...acknowledged, cases: [{ reference, kind: 'copy', dueOn: '2026-12-30' }] }),
    ),
    place('completion-notice company', (company) => completionNotice(templates, { ...completed, company })),
    place('completion-notice complaints', (complaints) => completionNotice(templates, { ...completed, complaints })),
    place('completion-notice reference', (reference) => completionNotice(templates, { ...completed, reference })),
    place('completion-notice done', (done) => completionNotice(templates, { ...own, done: `D ${done}` }), false),
    place('completion-notice recipient told', (name) => completionNotice(templates, { ...completed, recipientsTold: [name] })),
    place('review-request reference', (reference) => reviewRequest(templates, { ...review, reference })),
    place('review-request recipient', (recipient) => reviewRequest(templates, { ...review, recipient })),
    place('review-request subject', (subject) => reviewRequest(templates, { ...review, subject })),
    place('review-request text', (text) => reviewRequest(templates, { ...review, text }), false),
    place('review-request attachment', (filename) =>
      reviewRequest(templates, { ...review, attachments: [{ filename, contentType: 'application/pdf', size: 1_000 }] }),
    ),
    place('review-request why', (why) => reviewRequest(templates, { ...review, why: [why] })),
    place('review-receipt reference', (reference) => reviewReceipt(templates, { language, reference, result: 'approved', reason: null })),
    place('review-receipt reason', (reason) =>
      reviewReceipt(templates, { language, reference: 'R', result: 'refused', reason: `R ${reason}` }),
    ),
    place('digest company', (company) => digest(templates, { ...day, company })),
    place('digest reference', (reference) => digest(templates, { ...day, overdue: [{ ...row, reference }] })),
    place('digest status', (status) => digest(templates, { ...day, dueSoon: [{ ...row, status }] })),
    place('digest why', (why) => digest(templates, { ...day, overdue: [{ ...row, why }] })),
    place('digest attention', (what) => digest(templates, { ...day, attention: [{ reference: 'R', what }] })),
    place('digest attention reference', (reference) => digest(templates, { ...day, attention: [{ reference, what: 'W' }] })),
  ];
});

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
  test.each(places)('$name', ({ folds, write }) => {
    const calm = write('benign');
    for (const payload of payloads) expectHarmless(calm, write(payload), payload, folds);
    fc.assert(
      fc.property(madeUp, (payload) => expectHarmless(calm, write(payload), payload, folds)),
      { numRuns: 1000, seed: 20261130 },
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
