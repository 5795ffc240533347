/**
 * The readable text of a message, from its MIME tree: text/plain as it is, HTML only where there is no usable text
 * (RFC 2046 §5.1.4). Throws a LimitError when the HTML it needs is over 1 MB or too deeply nested.
 */
import { htmlToText } from './html-text.ts';
import { LimitError } from './limit.ts';

/** A node of mailparser's tree. */
export interface TextNode {
  readonly contentType: string | false;
  readonly textContent?: string;
  readonly isAttachment?: boolean;
  readonly children: readonly TextNode[];
  readonly headers: { get(name: string): unknown };
  readonly headerLines: readonly { readonly line: string }[] | false;
}

export interface ReportPart {
  readonly contentType: string;
  readonly content: string;
}

export interface MessageText {
  readonly text: string;
  /** What reports are read from: delivery status parts, which mailparser takes for text, and headers of inline messages. */
  readonly reportParts: readonly ReportPart[];
}

export function messageText(tree: TextNode | false): MessageText {
  return tree === false ? { text: '', reportParts: [] } : { text: textOf(tree), reportParts: reportPartsOf(tree) };
}

/** The HTML of a message, its parts one under another; null where it has none. */
export function messageHtml(tree: TextNode | false): string | null {
  const parts = tree === false ? [] : leaves(tree).filter((leaf) => leaf.contentType === 'text/html');
  return parts.length === 0 ? null : parts.map((leaf) => leaf.textContent ?? '').join('\n');
}

function reportPartsOf(node: TextNode): readonly ReportPart[] {
  if (node.isAttachment === true) return [];
  if (node.contentType === 'message/delivery-status') return [{ contentType: node.contentType, content: node.textContent ?? '' }];
  if (node.contentType !== 'message/rfc822') return node.children.flatMap(reportPartsOf);
  const lines = node.children[0]?.headerLines || [];
  return [{ contentType: node.contentType, content: lines.map(({ line }) => line).join('\n') }];
}

function textOf(node: TextNode): string {
  if (node.contentType === 'text/plain') return node.textContent ?? '';
  if (node.contentType === 'text/html') return textOfHtml(node.textContent ?? '');
  if (node.contentType === 'multipart/alternative') return chosenText(node);
  const texts = node.children.map(textOf).filter((text) => text.trim() !== '');
  return node.contentType === 'message/rfc822' ? forwarded(node, texts) : texts.join('\n');
}

/** A message inside the message, marked as programs mark a forward, so that its words are not taken for the sender's. */
function forwarded(node: TextNode, texts: readonly string[]): string {
  const [inner] = node.children;
  const subject = inner?.headers.get('subject');
  const from = inner?.headers.get('from') as { readonly text?: string } | undefined;
  const fields = [`From: ${from?.text ?? ''}`, `Subject: ${typeof subject === 'string' ? subject : ''}`];
  return ['', '---------- Forwarded message ----------', ...fields, '', ...texts].join('\n');
}

/**
 * The text of an alternative: its plain part unless that is empty or only says that the real text is elsewhere. Where the
 * two say different things both are read: people see one of them, and we do not know which.
 */
function chosenText(node: TextNode): string {
  const inline = leaves(node);
  const plain = joined(inline.filter((leaf) => leaf.contentType === 'text/plain'));
  const html = inline.filter((leaf) => leaf.contentType === 'text/html').map((leaf) => leaf.textContent ?? '');
  if (html.length === 0) return plain;
  if (isUsable(plain)) return withOther(plain, textIfAny(html));
  const converted = html.map(textOfHtml).join('\n');
  if (converted.trim().length > 3 * plain.trim().length || saysElsewhere.test(plain)) return converted;
  return withOther(plain, converted);
}

/** HTML of which this much is no letter's second version. UTF-16 units. */
const longestOther = 256 * 1024;

/** A plain part that can be read is never lost for the HTML beside it. */
function textIfAny(html: readonly string[]): string {
  if (html.reduce((sum, one) => sum + one.length, 0) > longestOther) return '';
  try {
    return html.map(htmlToText).join('\n');
  } catch {
    return '';
  }
}

function withOther(plain: string, converted: string): string {
  const known = new Set(wordsIn(plain));
  const other = [...new Set(wordsIn(converted))];
  const news = other.filter((word) => !known.has(word));
  return news.length >= 4 && news.length * 2 > other.length ? `${plain}\n\n${converted}` : plain;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,40}/gu) ?? [];
}

const saysElsewhere =
  /\bhtml\b|view (?:this|it|the) (?:e-?mail|message)? ?(?:in|online)|bekijk (?:deze|dit|de) .{0,30}(?:browser|online)|webversi/i;

function isUsable(plain: string): boolean {
  return plain.trim().length >= 200;
}

function joined(nodes: readonly TextNode[]): string {
  return nodes.map((leaf) => leaf.textContent ?? '').join('\n');
}

function leaves(node: TextNode): readonly TextNode[] {
  if (node.isAttachment === true) return [];
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

function textOfHtml(html: string): string {
  try {
    return htmlToText(html);
  } catch (error) {
    if (error instanceof RangeError) throw new LimitError('html');
    throw error;
  }
}
