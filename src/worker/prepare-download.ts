/** Whether a copy goes out by a page, and what its letter must then say. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Case } from '../case/case.ts';
import type { CaseLetterKind } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { digestOf } from '../privacy/fingerprint.ts';
import { filesOfLetter, type NewDownload } from '../store/downloads.ts';
import { createKey } from '../store/keys.ts';
import type { Attachment } from '../store/letters.ts';
import { type Context, dayOf, policyOf } from './context.ts';

export interface PreparedDownload {
  readonly url: string;
  /** Last day on which the page opens. */
  readonly until: Day;
  /** What the letter says of the files, which do not go with it: what is approved covers them. */
  readonly listed: readonly Attachment[];
  /** The row, once the letter has its id. */
  readonly row: Omit<NewDownload, 'letterId'>;
}

/** Whether there is a page to put a copy on: the policy wants one, and customers can reach it. */
export function downloadsAreOn({ config, policy }: Pick<Context, 'config' | 'policy'>): boolean {
  return policy.copies.delivery === 'page' && config.publicUrl !== null && config.console !== null;
}

/** Whether the files of such a letter wait on a page. */
export function waitsOnPage(context: Context, state: Case, kind: CaseLetterKind): boolean {
  const saysDone = kind === 'completion-notice' || kind === 'partial-completion';
  return saysDone && state.kind === 'copy' && downloadsAreOn(context);
}

/** A page for the files of a letter about a copy; null when they go with the letter, or there are none. */
export function prepareDownload(
  context: Context,
  state: Case,
  kind: CaseLetterKind,
  attachments: readonly Attachment[],
): PreparedDownload | null {
  // Files that wait already are listed without their content: there is nothing to put on another page.
  const here = attachments.length > 0 && attachments.every((one) => one.waits === undefined);
  if (!here || !waitsOnPage(context, state, kind)) return null;
  const token = randomBytes(16).toString('base64url');
  const until = dayOf(context, context.clock.now())
    .add({ days: policyOf(context, state.policyHash).copies.days })
    .toString();
  return {
    url: `${context.config.publicUrl}/d/${token}`,
    until,
    listed: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: '',
      waits: { size: Buffer.byteLength(content, 'base64'), digest: digestOf(content) },
    })),
    row: {
      id: randomUUID(),
      caseId: state.id,
      key: createKey(context.subKeys),
      files: attachments,
      tokenDigest: digestOf(token),
      untilOn: until,
    },
  };
}

/** The files of a letter, those on its page included, for the draft that takes its place. */
export async function filesOf(context: Context, letterId: string, attachments: readonly Attachment[]): Promise<readonly Attachment[]> {
  if (attachments.every((one) => one.waits === undefined)) return attachments;
  return (await filesOfLetter(context.db.query, context.subKeys, letterId)) ?? attachments;
}
