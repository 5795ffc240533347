/**
 * A stored message as the console shows it: parsed on demand in the parser's thread, so that hostile mail freezes no page.
 * Never hands out HTML that was not made harmless, nor a type under which a browser would run an attachment. What
 * cannot be parsed is said so, and can be downloaded as it came.
 */
import { ownText } from '../intake/body.ts';
import type { ParsedMessage, SenderAuthentication } from '../intake/message.ts';
import { receiptInstant } from '../intake/receipt.ts';
import { authenticate } from '../intake/sender.ts';
import { loadStoredMessages, type StoredMessage } from '../store/stored-messages.ts';
import type { Context } from './context.ts';
import { withoutPayment } from './payment.ts';

/** A file that came with a message. */
export interface ShownAttachment {
  /** Its number among the message's attachments, from 0. */
  readonly index: number;
  /** The sender's name for it, cleaned; null: none. */
  readonly name: string | null;
  readonly contentType: string;
  readonly size: number;
}

export interface ShownMessage {
  readonly id: string;
  readonly role: string;
  /** When it reached us. */
  readonly receivedAt: string;
  readonly size: number;
  readonly state: 'readable' | 'unreadable' | 'erased';
  readonly from: string | null;
  readonly name: string;
  readonly subject: string;
  /** Payment data masked. */
  readonly text: string;
  readonly ownText: string;
  readonly attachments: readonly ShownAttachment[];
  /** Null: not known (unreadable or erased). */
  readonly authentication: SenderAuthentication | null;
  /** It may have an HTML part, to be looked at on demand. */
  readonly mayHaveHtml: boolean;
  readonly truncated: boolean;
  readonly decodingDoubtful: boolean;
  readonly junk: boolean;
}

/** Messages of a case, oldest first. */
export async function showMessages(
  context: Context,
  roles: readonly { readonly messageId: string; readonly role: string }[],
): Promise<readonly ShownMessage[]> {
  const stored = await loadStoredMessages(
    context.db.query,
    context.subKeys,
    roles.map(({ messageId }) => messageId),
  );
  return Promise.all(stored.map((one) => show(context, one, roles.find(({ messageId }) => messageId === one.id)?.role ?? 'follow-up')));
}

async function show(context: Context, stored: StoredMessage, role: string): Promise<ShownMessage> {
  const { id, size, truncated } = stored;
  const parsed = stored.raw === null ? null : await context.parse(stored.raw, { truncated });
  const message = parsed?.status === 'parsed' ? withoutPayment(parsed.message) : null;
  const received = Temporal.Instant.from(stored.receivedAt.replace(' ', 'T'));
  const facts = { id, role, size, truncated, junk: stored.folderRole === 'junk' };
  if (message !== null) return { ...facts, ...readable(context, message, received) };
  return {
    ...facts,
    receivedAt: received.toString(),
    state: stored.raw === null ? 'erased' : 'unreadable',
    from: stored.summary?.from ?? null,
    name: stored.summary?.name ?? '',
    subject: stored.summary?.subject ?? '',
    text: stored.summary?.text ?? '',
    ownText: stored.summary?.ownText ?? '',
    attachments: [],
    authentication: null,
    mayHaveHtml: false,
    decodingDoubtful: false,
  };
}

function readable(context: Context, message: ParsedMessage, received: Temporal.Instant) {
  const { authservId } = context.config;
  return {
    receivedAt: receiptInstant(message, received, authservId).toString(),
    state: 'readable' as const,
    from: message.from.status === 'one' ? message.from.address : null,
    name: message.from.status === 'one' ? message.from.name : '',
    subject: message.subject,
    text: message.text,
    // Found in the very text that is shown, so that both fold alike.
    ownText: ownText(message.text),
    attachments: message.attachments.map(({ filename, contentType, size }, index) => ({
      index,
      name: filename === null ? null : cleanFilename(filename),
      contentType,
      size,
    })),
    authentication: authenticate(message, authservId),
    mayHaveHtml: !message.truncated && /^\s*(?:multipart\/|text\/html)/i.test(headerOf(message, 'content-type')),
    decodingDoubtful: message.decodingDoubtful,
  };
}

function headerOf(message: ParsedMessage, name: string): string {
  return message.headers.find((header) => header.name === name)?.value ?? '';
}

/** A name that is safe to save under on every system: no folders, controls, invisible or turning characters, no leading dots. */
export function cleanFilename(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .trim()
    .replace(/^\.+/, '_')
    .slice(0, 120)
    .replace(/[. ]+$/, '');
  return cleaned === '' ? 'file' : cleaned.toWellFormed();
}

/** A message as it is kept, when it belongs to the case; null: it does not, or it was erased. */
export async function loadOriginal(context: Context, messageIds: readonly string[], messageId: string): Promise<Uint8Array | null> {
  if (!messageIds.includes(messageId)) return null;
  const [stored] = await loadStoredMessages(context.db.query, context.subKeys, [messageId]);
  return stored?.raw ?? null;
}
