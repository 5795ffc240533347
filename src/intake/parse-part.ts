/**
 * One part of a message: its HTML made harmless, the bytes of an attachment, or those of the message inside it. Part of the
 * door to mailparser, under the limits of parse-message; runs in a parser thread only. Throws a LimitError past them.
 */
import { LimitError } from './limit.ts';
import { messageHtml } from './message-text.ts';
import type { MessagePart, WantedPart } from './parse.ts';
import { guardedParser, run, withLineFeeds, withoutPadding } from './parse-message.ts';
import { safeHtml } from './safe-html.ts';

/** The part, or null when the message has no such part. */
export async function parsePart(raw: Uint8Array, wanted: WantedPart): Promise<MessagePart | null> {
  const bytes = withLineFeeds(raw);
  // Tried in the order of parseMessage, so that both find the same parts.
  return (await readPart(bytes, wanted)) ?? readPart(withoutPadding(bytes), wanted);
}

async function readPart(bytes: Buffer, wanted: WantedPart): Promise<MessagePart | null> {
  const parser = guardedParser({ doubtful: false }, wanted.type === 'message');
  let index = 0;
  let found: MessagePart | null = null;
  await run(parser, bytes, ({ filename, contentType, content, release }) => {
    const isWanted = wanted.type === 'message' ? found === null && contentType === 'message/rfc822' : isAttachment(wanted, index);
    index += 1;
    const chunks: Buffer[] = [];
    content.on('data', (chunk: Buffer) => isWanted && chunks.push(chunk));
    content.on('end', () => {
      if (isWanted) found = partOf(wanted.type, filename, Buffer.concat(chunks));
      release();
    });
  });
  if (wanted.type !== 'html') return found;
  const html = messageHtml(parser.tree);
  return html === null ? null : { type: 'html', html: harmless(html) };
}

function isAttachment(wanted: WantedPart, index: number): boolean {
  return wanted.type === 'attachment' && wanted.index === index;
}

function partOf(type: WantedPart['type'], filename: string | null, bytes: Buffer): MessagePart {
  const content = new Uint8Array(bytes);
  return type === 'message' ? { type, content } : { type: 'attachment', filename, content };
}

function harmless(html: string): string {
  try {
    return safeHtml(html);
  } catch (error) {
    if (error instanceof RangeError) throw new LimitError('html');
    throw error;
  }
}
