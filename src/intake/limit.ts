/** How much of a message we are willing to read. Past a limit it becomes a case for a person, raw message attached. */

export const limits = {
  /** Bytes of one part's header block. */
  headerBytes: 256 * 1024,
  /** Bytes and addresses of one address field: mailparser needs over 30 s for 100,000 addresses. */
  addressFieldBytes: 8 * 1024,
  addresses: 100,
  parts: 500,
  depth: 30,
  /** UTF-16 units of readable text that are kept. */
  textLength: 200_000,
} as const;

export type LimitCode = 'mime' | 'address-field' | 'depth' | 'html';

/** A message larger or deeper than we read. Carries a code only, never content. */
export class LimitError extends Error {
  readonly code: LimitCode;
  constructor(code: LimitCode) {
    super(`limit: ${code}`);
    this.name = 'LimitError';
    this.code = code;
  }
}

interface Node {
  readonly parentNode: Node | false;
  readonly headers: { getList(): readonly { readonly key: string; readonly line: string }[] };
}

/** The fields mailparser reads as addresses, in every part of a message. */
const addressField = /^(?:from|to|cc|bcc|sender|reply-to|delivered-to|return-path|disposition-notification-to|list-.*)$/;

/** The limit a part passes, or null. A cheap look at lengths and at-signs, before anything parses the headers. */
export function checkNode(node: Node): LimitError | null {
  let depth = 0;
  for (let parent = node.parentNode; parent !== false; parent = parent.parentNode) {
    depth += 1;
    if (depth > limits.depth) return new LimitError('depth');
  }
  return node.headers.getList().some(isTooLong) ? new LimitError('address-field') : null;
}

function isTooLong({ key, line }: { readonly key: string; readonly line: string }): boolean {
  if (!addressField.test(key)) return false;
  return line.length > limits.addressFieldBytes || line.split('@').length - 1 > limits.addresses;
}
