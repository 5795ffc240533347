import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { Attachment } from '../../src/store/letters.ts';
import { acceptFiles } from '../../src/worker/attachments.ts';
import type { Context } from '../../src/worker/context.ts';

const megabyte = 1024 * 1024;

function contextOf(page: boolean, limit = 10): Context {
  const config = {
    attachmentsLimit: limit * megabyte,
    publicUrl: page ? 'https://x.example' : null,
    console: { port: 1, host: '127.0.0.1' },
  };
  return { config, policy: { copies: { delivery: 'page', days: 14 } } } as unknown as Context;
}

const copy = { kind: 'copy' } as Case;

function file(filename: string, content: string | Uint8Array = 'x', contentType = 'text/html'): Attachment {
  return { filename, contentType, content: Buffer.from(content).toString('base64') };
}

function accept(files: readonly Attachment[], context = contextOf(true)): readonly string[] | string {
  const accepted = acceptFiles(context, copy, 'completion-notice', files);
  return 'code' in accepted ? accepted.code : accepted.map(({ filename, contentType }) => `${filename} ${contentType}`);
}

describe('files for a customer', () => {
  test('get a type by the end of their name, whatever was said', () => {
    expect(accept([file('gegevens.CSV'), file('brief.pdf', '%PDF-1.7'), file('README')])).toEqual([
      'gegevens.CSV text/csv',
      'brief.pdf application/pdf',
      'README application/octet-stream',
    ]);
  });

  test('get a name that is only a name, and no two the same', () => {
    expect(accept([file('../../etc/a.txt'), file('C:\\map\\a.txt'), file('fac\u202Etuur.txt'), file('a\r\nb.txt'), file('A.txt')])).toEqual(
      ['a.txt text/plain', 'a (2).txt text/plain', 'factuur.txt text/plain', 'ab.txt text/plain', 'A (3).txt text/plain'],
    );
  });

  test.each(['a.exe', 'a.html', 'a.htm', 'a.svg', 'a.js', 'a.pdf.exe', 'a.docm', 'a.bat', 'a.lnk', 'a.hta', 'a.iso', 'a.pdf.', 'a.exe '])(
    '%s is none',
    (name) => {
      const trimmedToPdf = name === 'a.pdf.';
      expect(accept([file(name)])).toEqual(trimmedToPdf ? ['a.pdf application/pdf'] : 'not-possible-now');
    },
  );

  test.each([
    ['a Windows program', Buffer.from('4d5a9000', 'hex')],
    ['a Linux program', Buffer.from('7f454c460201', 'hex')],
    ['a macOS program', Buffer.from('cffaedfe', 'hex')],
    ['a script', '#!/bin/sh\necho'],
    ['a page', '<!DOCTYPE html><p>'],
    ['a page behind blanks', '\n\t <HTML lang=nl>'],
    ['a page with a byte order mark', '\uFEFF<html>'],
    ['a page in UTF-16', Buffer.from('\uFEFF<html>', 'utf16le')],
    ['a drawing', '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a drawing by another prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg">'],
    ['a script element', '<script>alert(1)</script>'],
  ])('%s is none under any name', (_, content) => {
    expect(accept([file('onschuldig.txt', content)])).toBe('not-possible-now');
  });

  test('text that only speaks of markup, and data in XML, may go', () => {
    expect(
      accept([
        file('a.txt', 'how to write <script>'),
        file('b.xml', '<?xml version="1.0"?><export><call/></export>'),
        file('c.csv', '<5 min,3'),
      ]),
    ).toHaveLength(3);
  });

  test('are held to a size: more on a page than by mail', () => {
    const eight = file('a.zip', new Uint8Array(8 * megabyte));
    expect(accept([eight])).toHaveLength(1);
    expect(accept([eight, file('b.zip', new Uint8Array(3 * megabyte))])).toBe('not-possible-now');
    expect(accept([eight], contextOf(false))).toBe('not-possible-now');
    expect(accept([file('a.zip', new Uint8Array(7 * megabyte))], contextOf(false))).toHaveLength(1);
    expect(accept([file('a.zip', new Uint8Array(2 * megabyte))], contextOf(true, 1))).toBe('not-possible-now');
    expect(accept(Array.from({ length: 21 }, (_, nth) => file(`${nth}.txt`)))).toBe('not-possible-now');
  });
});
