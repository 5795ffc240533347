/**
 * Answer no machine, miss no request (RFC 3834). Any signal here keeps the acknowledgement back; only our own signed
 * header, an empty return path or a report also keeps the case back, because ticket systems and privacy portals send
 * lawful requests too. Never reads the body. The signals and how often each was needed: docs of the mail rules.
 */
import { domainOf } from './address.ts';
import type { Header, ParsedMessage, SenderAuthentication } from './message.ts';
import { subjectSignal } from './screen-subject.ts';

/** The header every letter of ours carries, signed. */
const loopHeader = 'x-tijdig-loop';

export interface ScreenContext {
  /** Our own addresses in ASCII: `MAIL_FROM` and what else we send as. */
  readonly ownAddresses: readonly string[];
  /** The domain in our own Message-IDs. */
  readonly ownDomain: string;
  /** Whether a loop header carries our signature. */
  isOurLoop(value: string): boolean;
  readonly authentication: SenderAuthentication;
}

export interface ScreenVerdict {
  /** Why this message opens nothing whatever it says; null: its content decides. */
  readonly certain: 'own-copy' | 'null-path' | 'report' | null;
  /** What to file it as: settled when `certain` is set, else only when it holds no request. */
  readonly disposition: 'automatic' | 'bounce' | null;
  /** Any signal at all. */
  readonly machine: boolean;
  readonly acknowledge: boolean;
  /** Stable codes, for the explanation staff see. */
  readonly reasons: readonly string[];
}

/** What kind of message this is and whether its sender may get an automatic answer. */
export function screen(message: ParsedMessage, context: ScreenContext): ScreenVerdict {
  const signals = [...new Set(signalsOf(message, context))];
  const certain = certainty(message, signals);
  const machine = signals.length > 0;
  const doubtful = message.from.status !== 'one' && message.from.reason !== 'none';
  return {
    certain,
    disposition: machine ? (isBounce(message, signals) ? 'bounce' : 'automatic') : null,
    machine,
    acknowledge: !machine && message.from.status === 'one',
    reasons: doubtful ? [...signals, 'sender-doubtful'] : signals,
  };
}

function certainty(message: ParsedMessage, signals: readonly string[]): ScreenVerdict['certain'] {
  if (signals.includes('own-loop')) return 'own-copy';
  if (signals.includes('null-path')) return 'null-path';
  return message.report === null ? null : 'report';
}

function isBounce(message: ParsedMessage, signals: readonly string[]): boolean {
  const kind = message.report?.kind;
  if (kind !== undefined) return kind !== 'feedback' && kind !== 'read-receipt';
  return signals.includes('subject-bounce') && (signals.includes('null-path') || signals.includes('sender-daemon'));
}

function signalsOf(message: ParsedMessage, context: ScreenContext): readonly string[] {
  const found = message.headers.flatMap((header) => headerSignal(header, context) ?? []);
  const path = message.headers.find(({ name }) => name === 'return-path');
  if (path !== undefined && /^<\s*>$/.test(path.value)) found.push('null-path');
  if (message.report !== null) found.push('report');
  found.push(...senderSignals(message, context));
  const subject = subjectSignal(message.subject);
  if (subject !== null) found.push(subject);
  if (context.authentication === 'fail') found.push('dmarc-fail');
  return found;
}

function headerSignal(header: Header, context: ScreenContext): string | null {
  const { name } = header;
  const value = header.value.slice(0, 1000);
  const test = headerTests.get(name);
  if (test !== undefined) return test(word(value), value);
  if (name === loopHeader && context.isOurLoop(header.value)) return 'own-loop';
  return name.startsWith('list-') ? 'list-header' : null;
}

type HeaderTest = (word: string, value: string) => string | null;

const spamFlag: HeaderTest = (flag) => (flag === 'yes' || flag === 'true' ? 'spam' : null);
const anyAutoreply: HeaderTest = (flag) => (flag === 'no' || flag === 'false' ? null : 'auto-reply-header');
const anyLoop: HeaderTest = () => 'loop-header';
const anyGenerated: HeaderTest = () => 'generated-header';

const headerTests: ReadonlyMap<string, HeaderTest> = new Map<string, HeaderTest>([
  ['auto-submitted', (flag) => (flag === 'no' ? null : 'auto-submitted')],
  ['precedence', (flag) => (['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'].includes(flag) ? 'precedence' : null)],
  ['x-precedence', (flag) => (['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'].includes(flag) ? 'precedence' : null)],
  ['mailing-list', () => 'list-header'],
  ['x-mailing-list', () => 'list-header'],
  ['x-mlserver', () => 'list-header'],
  ['x-ml-name', () => 'list-header'],
  ['x-auto-response-suppress', (flag) => (flag === 'none' || flag === '' ? null : 'auto-response-suppress')],
  ['x-loop', anyLoop],
  ['x-rt-loop-prevention', anyLoop],
  ['x-failed-recipients', () => 'failed-recipients'],
  ...['x-autoreply', 'x-auto-reply', 'x-autorespond', 'x-autoresponder', 'x-mail-autoreply', 'x-autoreply-from', 'x-vacation'].map(
    (name) => [name, anyAutoreply] as const,
  ),
  ...['x-fc-machinegenerated', 'x-autogenerated', 'x-ms-exchange-generated-message-source'].map((name) => [name, anyGenerated] as const),
  ['x-ms-exchange-inbox-rules-loop', anyLoop],
  ['content-type', (_, value) => (/^\s*multipart\/report\b/i.test(value) ? 'report-type' : null)],
  ['x-spam-flag', spamFlag],
  ['x-spam', spamFlag],
  ['x-spam-status', spamFlag],
  ['x-ms-exchange-organization-scl', (_, value) => (/^\s*[5-9]\b/.test(value) ? 'spam' : null)],
  ['x-forefront-antispam-report', (_, value) => (/(?:^|;)\s*SFV:(?:SPM|SKS|SKB)\b/i.test(value) ? 'spam' : null)],
]);

/** The first word of a structured field, comments left out, in lower case. */
function word(value: string): string {
  return (/^(?:\s|\([^()]*\))*([^\s;,()]*)/.exec(value)?.[1] ?? '').toLowerCase();
}

function senderSignals(message: ParsedMessage, context: ScreenContext): readonly string[] {
  const found: string[] = [];
  if (message.from.status === 'doubtful' && message.from.reason === 'none') found.push('from-empty');
  if (message.headers.some(({ name, value }) => name === 'sender' && value.trim() === '')) found.push('sender-empty');
  const own = new Set(context.ownAddresses.map((address) => address.toLowerCase()));
  for (const address of senderAddresses(message)) {
    if (own.has(address)) found.push('own-address');
    const role = senderRole(address.slice(0, address.lastIndexOf('@')));
    if (role !== null) found.push(role);
  }
  const idDomain = domainOf(message.messageId?.replace(/>$/, '') ?? '');
  if (found.includes('own-address') && idDomain === context.ownDomain.toLowerCase()) found.push('own-message-id');
  return found;
}

function senderAddresses(message: ParsedMessage): readonly string[] {
  const from = message.from.status === 'one' ? [message.from.address] : rawAddresses(message);
  return [...from, ...(message.sender === null ? [] : [message.sender.address])].map((address) => address.toLowerCase());
}

// A From that is no proper address still betrays a machine: `MAILER-DAEMON (Mail Delivery Subsystem)`.
function rawAddresses(message: ParsedMessage): readonly string[] {
  return message.headers
    .filter(({ name }) => name === 'from')
    .flatMap(({ value }) => value.slice(0, 1000).split(/[\s<>"(),;:]+/))
    .filter((part) => part.includes('@') || /^mailer-?daemon$/i.test(part))
    .map((part) => (part.includes('@') ? part : `${part}@`));
}

function senderRole(local: string): string | null {
  const plain = local.replace(/[-_.]/g, '');
  if (/^(?:mailerdaemon|postmaster|maildaemon)/.test(plain)) return 'sender-daemon';
  if (/noreply|donotreply|nepasrepondre|nichtantworten|nietbeantwoorden|^(?:noresponder|nonrispondere|naoresponda)/.test(plain)) {
    return 'sender-no-reply';
  }
  if (/^bounces?(?:$|[+=\d])/.test(plain) || /^bounces?[-_.+=]/.test(local)) return 'sender-bounce';
  return /^auto(?:reply|responder?|response|matischantwoord)/.test(plain) ? 'sender-auto-reply' : null;
}
