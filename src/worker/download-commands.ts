/**
 * What happens on a download page, for whoever knows its address: a code by mail, an answer, the files. Nobody is signed
 * in. A token that never was and one that has ended are answered alike. Looking never changes anything.
 */
import type { LetterLanguage } from '../case/kind.ts';
import { digestOf, isSignature, sign } from '../privacy/fingerprint.ts';
import { downloadCode } from '../responders/download-code.ts';
import { loadCases } from '../store/cases.ts';
import { filesOfDownload, findDownload, noteDownloaded, type OpenDownload, renewCode, takeTry, useCode } from '../store/downloads.ts';
import { insertNew } from '../store/insert-new.ts';
import type { NewLetter } from '../store/letters.ts';
import { type Context, dayOf } from './context.ts';
import { makeCode } from './identity-code.ts';
import { writeLetter } from './write-letter.ts';

/** How long a code opens the page, and then the page its files. */
const codeMinutes = 30;
const codesPerDay = 3;
const tries = 5;

/** A page as anybody may see it: whose company, which language. */
export interface ShownDownload {
  readonly company: string;
  readonly language: LetterLanguage;
}

export async function showDownload(context: Context, token: string): Promise<ShownDownload | null> {
  const page = await open(context, token);
  return page === null ? null : { company: context.company.name, language: page.language };
}

async function open(context: Context, token: string): Promise<OpenDownload | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null;
  return findDownload(context.db.query, digestOf(token), dayOf(context, context.clock.now()).toString());
}

/** Mails a code to the requester: to whom this page was written, never to who looks at it. */
export async function sendDownloadCode(context: Context, token: string): Promise<'sent' | 'too-many' | null> {
  const page = await open(context, token);
  if (page === null) return null;
  const code = makeCode();
  const letter = await codeLetter(context, page, code);
  if (letter === null) return null;
  const now = context.clock.now();
  const sent = await context.db.transaction(async (tx) => {
    const renewed = await renewCode(tx, page.id, {
      digest: digestOfCode(context, page.id, code),
      until: now.add({ minutes: codeMinutes }).toString(),
      tries,
      on: dayOf(context, now).toString(),
      most: codesPerDay,
    });
    if (renewed) await insertNew(tx, { triage: null, cases: [], letters: [letter] });
    return renewed;
  });
  return sent ? 'sent' : 'too-many';
}

async function codeLetter(context: Context, page: OpenDownload, code: string): Promise<NewLetter | null> {
  const [loaded] = await loadCases(context.db.query, context.subKeys, [page.caseId]);
  const to = loaded?.person.requester?.address;
  if (to === undefined) return null;
  const { language, reference } = page;
  return writeLetter(context, {
    kind: 'download-code',
    to,
    text: downloadCode(context.templates, { language, company: context.company.name, reference, code, minutes: codeMinutes }),
    answered: null,
    openingMessageId: null,
    staffId: null,
    caseIds: [page.caseId],
    caseVersion: null,
    approvalsNeeded: 0,
    input: null,
    attachments: [],
    review: null,
    leaves: true,
    withheld: false,
  });
}

/** One file as the page lists it, once the code was right. */
export interface ListedFile {
  readonly filename: string;
  readonly size: number;
}

export type CodeOutcome =
  | { readonly result: 'right'; readonly files: readonly ListedFile[]; readonly grant: string }
  | { readonly result: 'wrong'; readonly triesLeft: number }
  /** No code was sent, or it has ended, or its tries are used up: a new one is to be asked. */
  | { readonly result: 'no-code' };

/** Takes the digits of whatever was typed. Right: the page shows its files for half an hour, by a grant that is no cookie. */
export async function answerDownloadCode(context: Context, token: string, typed: string): Promise<CodeOutcome | null> {
  const page = await open(context, token);
  if (page === null) return null;
  const now = context.clock.now();
  const taken = await takeTry(context.db.query, page.id, now.toString());
  if (taken === null) return { result: 'no-code' };
  const code = typed.slice(0, 64).normalize('NFKC').replace(/\D/g, '');
  const right = isSignature(context.subKeys.code, taken.digest, 'download', page.id, code);
  if (!right) return taken.triesLeft > 0 ? { result: 'wrong', triesLeft: taken.triesLeft } : { result: 'no-code' };
  if (!(await useCode(context.db.query, page.id, taken.digest))) return { result: 'no-code' };
  const files = (await filesOfDownload(context.db.query, context.subKeys, page.id)) ?? [];
  return {
    result: 'right',
    files: files.map(({ filename, content }) => ({ filename, size: Buffer.byteLength(content, 'base64') })),
    grant: grantOf(context, page.id, now.add({ minutes: codeMinutes })),
  };
}

export interface DownloadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A file of a page; null without a grant that still holds. */
export async function downloadFile(context: Context, token: string, grant: string, nth: number): Promise<DownloadedFile | null> {
  const page = await open(context, token);
  if (page === null || !isGrant(context, page.id, grant)) return null;
  const file = (await filesOfDownload(context.db.query, context.subKeys, page.id))?.[nth];
  if (file === undefined) return null;
  await noteDownloaded(context.db.query, page.id, context.clock.now().toString());
  return { filename: file.filename, contentType: file.contentType, content: Buffer.from(file.content, 'base64') };
}

function digestOfCode(context: Context, id: string, code: string): string {
  return sign(context.subKeys.code, 'download', id, code);
}

function grantOf(context: Context, id: string, until: Temporal.Instant): string {
  const seconds = String(Math.floor(until.epochMilliseconds / 1000));
  return `${seconds}.${sign(context.subKeys.code, 'grant', id, seconds)}`;
}

function isGrant(context: Context, id: string, grant: string): boolean {
  const [seconds = '', signature = ''] = grant.slice(0, 100).split('.', 2);
  const holds = Number(seconds) * 1000 > context.clock.now().epochMilliseconds;
  return isSignature(context.subKeys.code, signature, 'grant', id, seconds) && holds;
}
