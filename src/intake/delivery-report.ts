/**
 * What a report says about one of our letters: delivery status (RFC 3464), feedback (RFC 5965), read receipt
 * (RFC 8098), and what older mail systems write in their own words. A look-alike is believed only when its sender is
 * a mail system, so that a person who quotes a bounce stays a person. Returns null for anything that is no report.
 */
import type { DeliveryReport, Header } from './message.ts';
import { subjectSignal } from './screen-subject.ts';

/** The pieces of a message a report is read from. */
export interface ReportParts {
  readonly headers: readonly Header[];
  readonly subject: string;
  readonly text: string;
  /** Bodies of parts that only reports have, in order: content type in lower case and content as text. */
  readonly parts: readonly { readonly contentType: string; readonly content: string }[];
}

const statusParts = ['message/delivery-status', 'message/global-delivery-status', 'text/delivery-status'];
const returnedParts = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers', 'message/rfc822-headers'];
const longestText = 64 * 1024;
const mostIds = 10;

export function readDeliveryReport(message: ReportParts): DeliveryReport | null {
  const kind = kindOf(message);
  if (kind === null) return null;
  const status = contentOf(message, statusParts);
  return { kind, originalMessageIds: originalIds(message), status: statusCode(status === '' ? message.text : status, kind) };
}

function kindOf(message: ReportParts): DeliveryReport['kind'] | null {
  const isReport = headerOf(message, 'content-type').toLowerCase().startsWith('multipart/report');
  const fromSystem = isFromMailSystem(message);
  const status = contentOf(message, statusParts);
  if (contentOf(message, ['message/feedback-report']) !== '') return 'feedback';
  if (isReport && hasPart(message, ['message/disposition-notification'])) return 'read-receipt';
  if (status !== '' && (isReport || fromSystem)) return actionOf(status) ?? wordsOf(message) ?? 'unknown';
  const reportType = /report-type\s*=\s*"?([a-z-]+)/i.exec(headerOf(message, 'content-type'))?.[1]?.toLowerCase();
  if (isReport && reportType === 'disposition-notification') return 'read-receipt';
  if (isReport && reportType === 'feedback-report') return 'feedback';
  if (isReport && (reportType === undefined || reportType === 'delivery-status')) return wordsOf(message) ?? 'unknown';
  if (headerOf(message, 'x-failed-recipients') !== '') return wordsOf(message) ?? 'failed';
  return fromSystem ? wordsOf(message) : null;
}

function isFromMailSystem(message: ReportParts): boolean {
  if (/^<\s*>$/.test(message.headers.find(({ name }) => name === 'return-path')?.value ?? '')) return true;
  const from = headerOf(message, 'from').slice(0, 500).toLowerCase();
  return (
    /mailer[-_.]?daemon|post-?master|mail[-_.]?daemon|mail delivery (?:sub)?system|microsoftexchange[0-9a-f]/.test(from) || from === '<>'
  );
}

function actionOf(status: string): DeliveryReport['kind'] | null {
  const actions = [...status.matchAll(/^action[ \t]*:[ \t]*([a-z]+)/gim)].map((match) => (match[1] ?? '').toLowerCase());
  if (actions.some((action) => action === 'failed' || action === 'failure')) return 'failed';
  if (actions.includes('delayed')) return 'delayed';
  return actions.some((action) => ['delivered', 'relayed', 'expanded', 'deliverable'].includes(action)) ? 'delivered' : null;
}

const delay =
  /\b(?:delayed|still being retried|will (?:be )?(?:retried|keep trying|continue trying)|not yet been delivered|verzögert|vertraagd)\b/i;
const failure =
  /\b(?:undeliver(?:able|ed)|could ?n[o']t be delivered|could not deliver|cannot be delivered|can't be delivered|has failed|was not delivered|not been delivered|delivery (?:has )?failed|failed to deliver|unable to (?:deliver|be delivered)|wasn't able to deliver|not able to deliver|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable)|does not exist|permanent (?:fatal )?errors?|returned to sender|returned mail|failure notice|konnte nicht zugestellt|nicht zugestellt werden|unzustellbar|niet (?:worden )?(?:afgeleverd|bezorgd)|onbestelbaar|n'a pas pu être (?:remis|délivré|distribué)|no se pudo entregar|impossibile recapitare)\b/i;

/** For reports in prose only. */
function wordsOf(message: ReportParts): DeliveryReport['kind'] | null {
  const text = `${message.subject}\n${message.text.slice(0, 4000)}`;
  if (delay.test(text)) return 'delayed';
  if (failure.test(text)) return 'failed';
  return subjectSignal(message.subject) === 'subject-bounce' ? 'failed' : null;
}

/** RFC 3463 code of the report; in prose only beside a failure. */
function statusCode(text: string, kind: DeliveryReport['kind']): string | null {
  if (kind === 'feedback' || kind === 'read-receipt') return null;
  const head = text.slice(0, longestText);
  const declared = [...head.matchAll(/^status[ \t]*:[ \t]*([245]\.\d{1,3}\.\d{1,3})/gim)].map((match) => match[1] ?? '');
  const prose = /(?:^|[\s(#])([45]\.\d{1,3}\.\d{1,3})(?=[\s):,;]|$)/m.exec(head)?.[1];
  return declared.find((code) => code.startsWith('5')) ?? declared[0] ?? prose ?? null;
}

/** Message-IDs of the letter it is about: from the returned message, the report's own fields, or prose that quotes them. */
function originalIds(message: ReportParts): readonly string[] {
  const own = idsIn(headerOf(message, 'message-id'));
  const returned = contentOf(message, returnedParts);
  const fields = contentOf(message, [...statusParts, 'message/disposition-notification', 'message/feedback-report']);
  const found = [
    ...quotedIds(returned === '' ? message.text : returned),
    ...quotedIds(fields),
    ...message.headers
      .filter(({ name }) => ['in-reply-to', 'references', 'x-original-message-id'].includes(name))
      .flatMap(({ value }) => idsIn(value)),
  ];
  return [...new Set(found)].filter((id) => !own.includes(id)).slice(0, mostIds);
}

function quotedIds(text: string): readonly string[] {
  const lines = text
    .slice(0, longestText)
    .matchAll(/^[> \t]{0,20}(?:x-)?(?:original-)?message-id[ \t]*:[ \t]*(?:\r?\n[ \t]+)?([^\r\n]{0,1000})/gim);
  return [...lines].flatMap((match) => idsIn(match[1] ?? ''));
}

function idsIn(value: string): readonly string[] {
  return (value.slice(0, 8192).match(/<[^<>\s]{1,990}>/g) ?? []).slice(0, 100);
}

function headerOf(message: ReportParts, name: string): string {
  return message.headers.find((header) => header.name === name)?.value ?? '';
}

function hasPart(message: ReportParts, types: readonly string[]): boolean {
  return message.parts.some(({ contentType }) => types.includes(contentType));
}

function contentOf(message: ReportParts, types: readonly string[]): string {
  return message.parts
    .filter(({ contentType }) => types.includes(contentType))
    .map(({ content }) => content)
    .join('\n');
}
