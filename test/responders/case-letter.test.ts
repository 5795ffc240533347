import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseKind, type CaseLetterKind, caseKinds, caseLetterKinds, letterLanguages } from '../../src/case/kind.ts';
import { ExpectedError } from '../../src/errors.ts';
import { caseLetter, editedLetter } from '../../src/responders/case-letter.ts';
import { frame } from '../../src/responders/frame.ts';
import type { EditableLetter } from '../../src/responders/letter.ts';
import { escapeHtml } from '../../src/responders/placeholder.ts';
import { maxBodyLength } from '../../src/responders/render.ts';
import { commonSample, extrasSample } from '../../src/responders/sample-facts.ts';
import { loadTemplates } from '../../src/responders/templates.ts';
import { payloads } from './payloads.ts';

const templates = loadTemplates();

type Language = (typeof letterLanguages)[number];
const plain = (language: Language, letter: CaseLetterKind, kind: CaseKind): EditableLetter =>
  caseLetter(templates, letter, commonSample(language, kind), extrasSample(language, kind)[letter]);
const edited = (language: Language, letter: CaseLetterKind, kind: CaseKind, body: string): EditableLetter =>
  editedLetter(templates, letter, commonSample(language, kind), extrasSample(language, kind)[letter], body);

/** What the frame holds: the HTML of the letter itself. */
const content = (html: string) => html.slice(html.indexOf('<div>\n') + 6, html.lastIndexOf('\n</div>'));

/** The HTML of the fixed part, by its tail in the letter nobody edited: what follows the body's own HTML. */
function fixedHtml(language: Language, letter: CaseLetterKind, kind: CaseKind): string {
  const marked = content(edited(language, letter, kind, 'BODY').html);
  expect(marked.startsWith('<p>BODY</p>\n')).toBe(true);
  return marked.slice('<p>BODY</p>\n'.length);
}

const all = letterLanguages.flatMap((language) => caseLetterKinds.map((letter) => [language, letter] as const));

describe('a letter about a case', () => {
  test.each(all)('%s %s is its body and its fixed part, and both are needed', (language, letter) => {
    for (const kind of caseKinds) {
      const whole = plain(language, letter, kind);
      expect(whole.text).toBe(`${whole.body}\n${whole.fixed}`);
      expect(whole.body.trim().length).toBeGreaterThan(40);
      expect(whole.fixed).toContain('Belvoorbeeld B.V.');
      expect(whole.body).not.toContain('Belvoorbeeld B.V.');
      expect(whole.html.endsWith(frame(language, '', fixedHtml(language, letter, kind)).slice(-40))).toBe(true);
      expect(content(whole.html).endsWith(fixedHtml(language, letter, kind).trimEnd())).toBe(true);
    }
  });

  test.each(all)('%s %s reads the same when its own body is sent back', (language, letter) => {
    for (const kind of caseKinds) {
      const whole = plain(language, letter, kind);
      expect(edited(language, letter, kind, whole.body)).toEqual(whole);
      expect(edited(language, letter, kind, whole.body.replaceAll('\n', '\r\n'))).toEqual(whole);
    }
  });
});

describe('what the law wants said', () => {
  const remedies = (letter: CaseLetterKind, kind: CaseKind) => letterLanguages.map((language) => plain(language, letter, kind).fixed);
  const consumer = /consuwijzer\.nl/;
  const authority = /autoriteitpersoonsgegevens\.nl/;

  test.each(['refusal', 'partial-completion', 'fee-notice'] as const)('a %s names authority, court and six weeks', (letter) => {
    for (const kind of ['change', 'deletion', 'copy', 'objection', 'undetermined'] as const) {
      for (const fixed of remedies(letter, kind)) {
        expect(fixed).toMatch(authority);
        expect(fixed).toMatch(/77/);
        expect(fixed).toMatch(/35/);
        expect(fixed).toMatch(/zes weken|six weeks|sechs Wochen|six semaines/);
        expect(fixed).toContain('klachten@belvoorbeeld.example');
        expect(fixed).not.toMatch(consumer);
      }
    }
  });

  test.each(['refusal', 'partial-completion', 'refund-window', 'completion-notice'] as const)(
    'a %s about a refund names the consumer desk and no privacy authority',
    (letter) => {
      for (const fixed of remedies(letter, 'refund')) {
        expect(fixed).toMatch(consumer);
        expect(fixed).toContain('klachten@belvoorbeeld.example');
        expect(fixed).not.toMatch(authority);
      }
    },
  );

  test('the refund letter speaks of 14 days and 12 months in the part nobody can edit, and asks for what is missing', () => {
    for (const fixed of remedies('refund-window', 'refund')) {
      expect(fixed).toMatch(/\b14\b/);
      expect(fixed).toMatch(/\b(12|zwölf|douze)\b/);
      expect(fixed).toMatch(/6:230o/);
    }
  });

  test('the fee letter says that the first copy is free', () => {
    for (const fixed of remedies('fee-notice', 'copy')) expect(fixed).toMatch(/gratis|free|kostenlos|unentgeltlich|gratuit/);
  });

  test('the code, the new date and the page of a download stand in the part nobody can edit', () => {
    for (const language of letterLanguages) {
      const common = commonSample(language, 'copy');
      const extras = extrasSample(language, 'copy');
      expect(plain(language, 'identity-request', 'copy').fixed).toContain('48210937');
      expect(plain(language, 'extension', 'copy').fixed).toContain('2027');
      const download = { url: 'https://belvoorbeeld.example/d/x', until: '2026-12-24' };
      const waiting = caseLetter(templates, 'completion-notice', common, { ...extras['completion-notice'], download });
      expect(waiting.fixed).toContain(download.url);
      expect(waiting.html).not.toMatch(/<a[\s>]/);
    }
  });

  test('the list that goes with a copy goes with a part of one too', () => {
    for (const letter of ['completion-notice', 'partial-completion'] as const) {
      for (const language of letterLanguages) {
        const [copy, change] = (['copy', 'change'] as const).map((kind) => plain(language, letter, kind).fixed.length);
        expect(copy).toBeGreaterThan((change ?? 0) + 1_500);
      }
    }
  });

  test('a promise is spoken of only where one was made', () => {
    for (const language of letterLanguages) {
      expect(plain(language, 'extension', 'deletion').fixed).toMatch(/30/);
      expect(plain(language, 'extension', 'copy').fixed).not.toMatch(/30/);
    }
  });
});

/** Bodies a careless or hostile hand may write. */
const hostile: readonly string[] = [
  ...payloads.filter((payload) => payload.trim() !== ''),
  '<!-- fixed -->',
  'A\n\n<!-- fixed -->\n\nB',
  '```\nnever closed',
  '~~~~\nnever closed',
  '<!-- never closed',
  '<div style="display:none">',
  '</div></body></html>',
  '<style>*{display:none}</style>',
  '<textarea><plaintext><xmp>',
  '> > > > deep',
  `${'> '.repeat(400)}x`,
  `${'- '.repeat(400)}x`,
  `${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`,
  '[x]: https://evil.example\n\n[x]',
  'x'.repeat(maxBodyLength),
  '\n'.repeat(9_000).concat('x'),
  `x${' '.repeat(15_000)}`,
  '\u202Eterces',
  '{{ company }}{% if %}{% endraw %}',
  '\u{E000}0\u{E001}\u{E000}7\u{E001}',
];
const body = fc
  .array(fc.oneof(fc.constantFrom(...hostile.filter(({ length }) => length < 1_000)), fc.string({ unit: 'binary', maxLength: 60 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('\n'));

describe('whatever staff write, the fixed part stands whole', () => {
  const shown = [
    ['nl', 'refusal', 'deletion'],
    ['en', 'refusal', 'refund'],
    ['de', 'partial-completion', 'copy'],
    ['fr', 'identity-request', 'copy'],
    ['nl', 'extension', 'change'],
  ] as const;

  test.each(shown)('%s %s for a %s', (language, letter, kind) => {
    const { fixed, subject } = plain(language, letter, kind);
    const html = fixedHtml(language, letter, kind);
    const check = (words: string) => {
      const written = tryEdit(language, letter, kind, words);
      if (written === null) return;
      expect(written.subject).toBe(subject);
      expect(written.fixed).toBe(fixed);
      expect(written.text.endsWith(`\n${fixed}`)).toBe(true);
      expect(content(written.html).endsWith(html.trimEnd())).toBe(true);
      expect(
        written.html.match(/<[^>]*>/g)?.filter((tag) => !allowed.has(tag.replace(/ (start="\d+"|class="language-[^"]*")/, ''))),
      ).toEqual(frameTags(language));
      expect(balance(content(written.html))).toBe(true);
      expect(written.text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Co}\p{Cs}\u2028\u2029]|\n{4}/u);
    };
    for (const words of hostile) check(words);
    fc.assert(fc.property(body, check), { numRuns: 400, seed: 20261130 });
  });

  test('a body that is empty or endless is refused', () => {
    for (const words of ['', ' \n\u200B\u202E\t', '\u{E000}']) {
      expect(() => edited('nl', 'refusal', 'copy', words)).toThrow(expect.objectContaining({ code: 'letter-empty', retry: 'never' }));
    }
    expect(() => edited('nl', 'refusal', 'copy', 'x'.repeat(maxBodyLength + 1))).toThrow(
      expect.objectContaining({ code: 'letter-too-long' }),
    );
    expect(edited('nl', 'refusal', 'copy', 'x'.repeat(maxBodyLength)).body).toHaveLength(maxBodyLength + 1);
  });

  test('staff may use emphasis and lists', () => {
    const { html, text } = edited('nl', 'refusal', 'copy', 'Wij doen *dit*:\n\n- een\n  - twee');
    expect(html).toContain('<p>Wij doen <em>dit</em>:</p>\n<ul>\n<li>een\n<ul>\n<li>twee</li>\n</ul>\n</li>\n</ul>');
    expect(text).toContain('- een\n  - twee');
  });
});

/** Null for a body without anything to read. */
function tryEdit(language: Language, letter: CaseLetterKind, kind: CaseKind, words: string): EditableLetter | null {
  try {
    return edited(language, letter, kind, words);
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'letter-empty') return null;
    throw error;
  }
}

const names = ['p', 'ul', 'ol', 'li', 'em', 'strong', 's', 'code', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const tableNames = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const allowed = new Set([...names, ...tableNames].flatMap((name) => [`<${name}>`, `</${name}>`]).concat(['<br>', '<hr>']));

/** The frame's own tags, and nothing else that is not plain text markup. */
function frameTags(language: Language): readonly string[] {
  return frame(language, escapeHtml('x'), '').match(/<[^>]*>/g) ?? [];
}

/** Whether every tag that is opened is closed, in order. */
function balance(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (['br', 'hr'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
