/**
 * The content of a part under its Content-Transfer-Encoding (RFC 2045 §6), and the way back: which bytes of the message
 * change when some of the content does.
 */

/** Bytes `start` to `end` give way to others. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

export interface Transferred {
  readonly content: Buffer;
  /** The edits of the message that make these edits of the content; null: it cannot be done safely. */
  written(edits: readonly Edit[]): readonly Edit[] | null;
}

/** The content of bytes `start` to `end` of a message. */
export function transferred(bytes: Buffer, start: number, end: number, encoding: string): Transferred {
  if (encoding === 'base64') return base64(bytes, start, end);
  if (encoding === 'quoted-printable') return quotedPrintable(bytes, start, end);
  return {
    content: bytes.subarray(start, end),
    written: (edits) => edits.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })),
  };
}

export function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
    if (edit.start < from) continue;
    pieces.push(bytes.subarray(from, edit.start), edit.bytes);
    from = edit.end;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** Written anew as a whole, in lines as long as they were. */
function base64(bytes: Buffer, start: number, end: number): Transferred {
  const written = bytes.toString('latin1', start, end);
  const content = Buffer.from(written, 'base64');
  return {
    content,
    written(edits) {
      const text = written.trimEnd();
      // Padding amid the text: what follows it was not read, and would be lost.
      if (/=[^=\s]/.test(text.replace(/\s+/g, ''))) return null;
      const lead = /^\s*/.exec(text)?.[0] ?? '';
      const [first = ''] = text.slice(lead.length).split(/\r?\n/, 1);
      const lineBreak = text.includes('\n') && !text.includes('\r\n') ? '\n' : '\r\n';
      const size = Math.max(4, first.length - (first.length % 4));
      const lines =
        applyEdits(content, edits)
          .toString('base64')
          .match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
      return [{ start: start + lead.length, end: start + text.length, bytes: Buffer.from(lines.join(lineBreak), 'latin1') }];
    },
  };
}

const softBreak = /^=[ \t]*\r?\n/;

function quotedPrintable(bytes: Buffer, start: number, end: number): Transferred {
  const text = bytes.toString('latin1', start, end);
  const content = Buffer.alloc(text.length);
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const [byte, size] = quotedByte(text, at);
    if (byte !== null) {
      content[length] = byte;
      starts[length] = start + at;
      ends[length] = start + at + size;
      length += 1;
    }
    at += size;
  }
  return {
    content: content.subarray(0, length),
    written: (edits) =>
      edits.map((edit) => {
        const from = starts[edit.start] ?? end;
        const until = edit.end === edit.start ? from : (ends[edit.end - 1] ?? end);
        return { start: from, end: until, bytes: quoted(edit.bytes, text.slice(from - start, until - start)) };
      }),
  };
}

/** The byte at a place and how much it takes; null: a line that only goes on. */
function quotedByte(text: string, at: number): readonly [byte: number | null, size: number] {
  if (text[at] !== '=') return [text.charCodeAt(at), 1];
  const code = /^=([0-9a-f]{2})/i.exec(text.slice(at, at + 3))?.[1];
  if (code !== undefined) return [Number.parseInt(code, 16), 3];
  const soft = softBreak.exec(text.slice(at, at + 80))?.[0];
  return soft === undefined ? [0x3d, 1] : [null, soft.length];
}

/** In place of text that went over lines, on a line of its own: no line grows past what it may hold. */
function quoted(bytes: Buffer, former: string): Buffer {
  const written = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f && byte !== 0x3d ? String.fromCharCode(byte) : hex(byte))).join('');
  const lineBreak = /=[ \t]*(\r?\n)/.exec(former)?.[1];
  return Buffer.from(lineBreak === undefined ? written : `=${lineBreak}${written}=${lineBreak}`, 'latin1');
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
