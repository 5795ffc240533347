// `tijdig letter`: in this process for the words, as a process of its own for what it opens.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { letterLanguages } from '../../src/case/kind.ts';
import { letterKinds } from '../../src/responders/letter.ts';
import { languagesOf } from '../../src/responders/templates.ts';
import { runAlone, type Said } from '../support/command-line.ts';
import { tijdig } from '../support/tijdig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-letter-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function letter(...argv: readonly string[]): Promise<Said> {
  return runAlone(folder, ['letter', ...argv]);
}

describe('a preview', () => {
  test.each(letterKinds.flatMap((kind) => languagesOf(kind).map((language) => [kind, language] as const)))(
    'of %s in %s',
    async (kind, language) => {
      const { out, status } = await letter(kind, '--language', language);
      expect(status).toBe(0);
      expect(out).toBe(readGolden(language, JSON.parse((await letter(kind, '--language', language, '--json')).out)));
    },
  );

  test('is Dutch unless told otherwise, of the kind asked for, and names the variants', async () => {
    const { out, err } = await letter('identity-request', '--kind', 'copy');
    expect(out).toContain('uw verzoek om een kopie van uw gegevens');
    expect(err).toContain('This is "copy"');
    expect(err).toContain('copy-other-address');
    const other = await letter('identity-request', '--variant', 'copy-other-address');
    expect(other.out).toContain('Het kwam van een ander e-mailadres dan dit.');
    expect(other.err).toBe('');
  });

  test('as JSON has these fields in this order', async () => {
    const { out } = await letter('refusal', '--kind', 'refund', '--language', 'en', '--json');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['letter', 'variant', 'kind', 'language', 'subject', 'text', 'html']);
    expect(answer).toMatchObject({ letter: 'refusal', variant: 'refund', kind: 'refund', language: 'en' });
  });

  test('is written as HTML where the user says', async () => {
    const { err, status } = await letter('extension', '--html', 'out/letter.html');
    expect(status).toBe(0);
    expect(err).toContain(join(folder, 'out/letter.html'));
    expect(readFileSync(join(folder, 'out/letter.html'), 'utf8')).toContain('<html lang="nl">');
  });
});

describe('what is misunderstood', () => {
  test.each([
    [['refusl'], 'Allowed choices are acknowledgement, download-code, completion-notice'],
    [[], 'letter'],
    [['refusal', '--kind', 'parcel'], 'Allowed choices are change'],
    [['refusal', '--language', 'es'], 'Allowed choices are nl, en, de, fr'],
    [['refund-window', '--kind', 'deletion'], 'written for the kinds refund'],
    [['digest', '--kind', 'deletion'], 'leave --kind out'],
    [['morning', '--language', 'de'], 'exists in nl and en only'],
    [['digest', '--variant', 'loud'], 'The variants are quiet, ordinary, terrible'],
  ])('%j costs status 2 and says what would do', async (argv, said) => {
    const { out, err, status } = await letter(...argv);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toContain(said);
  });
});

describe.skipIf(process.platform !== 'linux')('--open', () => {
  test('hands the file to the desktop', async () => {
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > '${join(folder, 'opened')}'\n`);
    chmodSync(join(folder, 'xdg-open'), 0o755);
    const { status, err } = await tijdig(folder, ['letter', 'reminder', '--open', '--html', 'r.html'], { PATH: folder });
    expect(status).toBe(0);
    expect(err).toContain(`Opened ${join(folder, 'r.html')}`);
    await expect
      .poll(() => existsSync(join(folder, 'opened')) && readFileSync(join(folder, 'opened'), 'utf8'))
      .toBe(`${join(folder, 'r.html')}\n`);
  });

  test('without a desktop names the file it wrote', async () => {
    const { status, out, err } = await tijdig(folder, ['letter', 'reminder', '--variant', 'copy', '--open'], {
      PATH: folder,
      TMPDIR: folder,
    });
    expect(status).toBe(0);
    expect(out).toContain('Subject: Wij wachten nog op uw antwoord');
    const written = /^Written to (.*\.html)$/m.exec(err)?.[1] ?? '';
    expect(written.startsWith(folder)).toBe(true);
    expect(readFileSync(written, 'utf8')).toContain('</html>');
  });
});

function readGolden(language: (typeof letterLanguages)[number], sample: { letter: string; variant: string }): string {
  return readFileSync(join(import.meta.dirname, '../golden', language, `${sample.letter}-${sample.variant}.txt`), 'utf8');
}
