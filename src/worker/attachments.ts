/**
 * Files that staff add to a letter: which may go to a customer, under which name and type. The type is ours, by the end of
 * the name; a file that begins like a program or a page is refused whatever it is called.
 */
import type { Case } from '../case/case.ts';
import type { Refusal } from '../case/command.ts';
import type { CaseLetterKind } from '../case/kind.ts';
import { type Attachment, attachmentSize } from '../store/letters.ts';
import type { Context } from './context.ts';
import { waitsOnPage } from './prepare-download.ts';
import { cleanFilename } from './show-message.ts';

/** Bytes that go by mail at most: base64 makes a third more of them, and many servers refuse messages above 10 MB. */
const mostByMail = 7 * 1024 * 1024;
const mostFiles = 20;

const office = 'application/vnd.openxmlformats-officedocument';
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  doc: 'application/msword',
  docx: `${office}.wordprocessingml.document`,
  xls: 'application/vnd.ms-excel',
  xlsx: `${office}.spreadsheetml.sheet`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  mbox: 'application/mbox',
  eml: 'message/rfc822',
};

/** Names without a known end are bytes, as long as the end says nothing else. */
const unknownType = 'application/octet-stream';

/** The first bytes of programs: Windows, Linux, macOS (five ways), Java, shell scripts, Windows shortcuts. */
const programs = ['4d5a', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '2321', '4c000000011402'];

/** The files as they go, cleaned and typed; or why they may not. */
export function acceptFiles(
  context: Context,
  state: Case,
  letterKind: CaseLetterKind,
  given: readonly Attachment[],
): readonly Attachment[] | Refusal {
  if (given.length > mostFiles) return refused(`meer dan ${mostFiles} bestanden`, `more than ${mostFiles} files`);
  const onPage = waitsOnPage(context, state, letterKind);
  const most = onPage ? context.config.attachmentsLimit : Math.min(context.config.attachmentsLimit, mostByMail);
  const size = given.reduce((sum, one) => sum + attachmentSize(one), 0);
  const megabytes = Math.floor(most / 1024 / 1024);
  if (size > most)
    return refused(
      `samen meer dan ${megabytes} MB${onPage ? '' : ' in een e-mail'}`,
      `more than ${megabytes} MB together${onPage ? '' : ' in an e-mail'}`,
    );
  const names = new Set<string>();
  const accepted: Attachment[] = [];
  for (const one of given) {
    const filename = unlike(names, cleanFilename(one.filename.split(/[/\\]/).at(-1) ?? ''));
    const contentType = typeOf(filename);
    if (contentType === null || runs(one.content))
      return refused(
        'een programma, webpagina of bestand dat iets kan uitvoeren',
        'a program, a web page or a file that can run something',
      );
    accepted.push({ ...one, filename, contentType });
  }
  return accepted;
}

function unlike(names: Set<string>, wanted: string): string {
  const dot = wanted.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  let name = wanted;
  for (let nth = 2; names.has(name.toLowerCase()); nth++) name = `${stem} (${nth})${end}`;
  names.add(name.toLowerCase());
  return name;
}

/** Null: not a file for a customer. */
function typeOf(filename: string): string | null {
  const dot = filename.lastIndexOf('.');
  return dot === -1 ? unknownType : (types[filename.slice(dot + 1).toLowerCase()] ?? null);
}

/** Whether the content begins like a program or like markup that a browser would run. */
function runs(base64: string): boolean {
  const start = Buffer.from(base64.slice(0, 4096), 'base64');
  if (programs.some((magic) => start.toString('hex').startsWith(magic))) return true;
  const words = text(start).trimStart().toLowerCase();
  return (
    words.startsWith('<') &&
    /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|\w{1,20}:(?:html|svg|script))[\s>:/]/.test(words)
  );
}

function text(start: Buffer): string {
  const [first, second] = [start[0], start[1]];
  if (first === 0xff && second === 0xfe) return start.toString('utf16le').replace('\uFEFF', '');
  if (first === 0xfe && second === 0xff)
    return Buffer.from(start.subarray(0, start.length - (start.length % 2)))
      .swap16()
      .toString('utf16le')
      .replace('\uFEFF', '');
  return start.toString('utf8').replace('\uFEFF', '');
}

function refused(nl: string, en: string): Refusal {
  return {
    code: 'not-possible-now',
    text: {
      nl: `Dit kan niet mee: ${nl}. Kies andere bestanden, of doe ze in een zip-bestand.`,
      en: `This cannot go with it: ${en}. Choose other files, or put them into a zip file.`,
    },
  };
}
