import { ExpectedError } from '../errors.ts';
import type { LetterKind } from './letter.ts';

/** RFC 5322 advises short lists; the first id names the thread, the last ones its recent turns. */
const maxReferences = 20;
/** Far below the 998 octets of a line, so that an id never has to be broken when the header is folded. */
const maxIdLength = 250;

/** The message a letter answers; ids as they were received. */
export interface AnsweredMessage {
  readonly messageId: string | null;
  readonly references: readonly string[];
}

interface LetterHeaders {
  readonly autoSubmitted: 'auto-replied' | 'auto-generated';
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

/** Which headers a letter gets. Ids that are not well formed are left out: they came from outside. */
export function letterHeaders(kind: LetterKind, answered: AnsweredMessage | null): LetterHeaders {
  const own = answered?.messageId ?? null;
  const inReplyTo = own !== null && isMessageId(own) ? own : null;
  const known = (answered?.references ?? []).filter((id) => isMessageId(id) && id !== inReplyTo);
  const thread = [...new Set(inReplyTo === null ? known : [...known, inReplyTo])];
  return { autoSubmitted: autoSubmitted(kind), inReplyTo, references: shorten(thread) };
}

/** RFC 3834 §5: `auto-replied` answers one message by itself; what staff approved, or a schedule made, is `auto-generated`. */
function autoSubmitted(kind: LetterKind): LetterHeaders['autoSubmitted'] {
  switch (kind) {
    case 'acknowledgement':
    case 'review-receipt':
      return 'auto-replied';
    case 'download-code':
    case 'completion-notice':
    case 'partial-completion':
    case 'refusal':
    case 'identity-request':
    case 'clarification':
    case 'extension':
    case 'refund-window':
    case 'fee-notice':
    case 'correction':
    case 'reminder':
    case 'review-request':
    case 'digest':
    case 'summary':
    case 'morning':
    case 'due-alert':
    case 'authority-alert':
    case 'reply-notice':
    case 'staff-question':
    case 'sign-in-code':
      return 'auto-generated';
    default:
      return kind satisfies never;
  }
}

/** `<left@right>` in printable ASCII: nothing that could end a line or start another id. */
function isMessageId(id: string): boolean {
  return id.length <= maxIdLength && /^<[!-;=?-~]+>$/.test(id) && id.split('@').length === 2 && !id.includes('<@') && !id.includes('@>');
}

function shorten(thread: readonly string[]): readonly string[] {
  if (thread.length <= maxReferences) return thread;
  return [...thread.slice(0, 1), ...thread.slice(1 - maxReferences)];
}

/**
 * The Reply-To address of one case: `support+{token}@example.com` with the token filled in.
 * Throws an `ExpectedError` when the template has no single `{token}` before the `@`, or the local part
 * becomes longer than 64 octets (RFC 5321 §4.5.3.1.1).
 */
export function replyAddress(template: string, token: string): string {
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(token)) throw new Error('A reply token may hold letters, digits, ".", "_" and "-" only.');
  const [local = '', domain = '', ...more] = template.split('@');
  const halves = local.split('{token}');
  if (more.length > 0 || halves.length !== 2 || !/^[!-~]+$/.test(template) || domain === '') {
    throw unusable('needs the form name+{token}@domain');
  }
  const filled = halves.join(token);
  if (filled.length > 64) throw unusable('is too long before the @');
  return `${filled}@${domain}`;
}

function unusable(problem: string): ExpectedError {
  return new ExpectedError('reply-address', `REPLY_ADDRESS ${problem}.`, { retry: 'never' });
}
