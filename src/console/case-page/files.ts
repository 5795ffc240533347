import type { Refusal } from '../../case/command.ts';
import type { Attachment } from '../../worker/case-page-commands.ts';
import { cleanFilename } from '../../worker/show-case-view.ts';
import { pageWords } from './page-words.ts';

const largest = 8_000_000;
const largestTogether = 15_000_000;
const mostFiles = 10;

/** What may go to a customer, by the end of its name; nothing that runs. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  mbox: 'application/mbox',
  eml: 'message/rfc822',
};

/** Files that a colleague adds to a letter, or why they may not. The type is ours, by the name: a browser's word is not taken. */
export async function readFiles(files: readonly File[]): Promise<readonly Attachment[] | Refusal> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > mostFiles || total > largestTogether || files.some((file) => file.size > largest)) return notTaken;
  const read: Attachment[] = [];
  for (const file of files) {
    const filename = cleanFilename(file.name);
    const contentType = types[filename.split('.').at(-1)?.toLowerCase() ?? ''];
    if (contentType === undefined) return notTaken;
    read.push({ filename, contentType, content: Buffer.from(await file.arrayBuffer()).toString('base64') });
  }
  return read;
}

const notTaken: Refusal = { code: 'not-possible-now', text: pageWords.tooManyFiles };
