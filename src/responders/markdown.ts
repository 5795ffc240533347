/**
 * DOOR to markdown-it: a filled template to HTML.
 *
 * Knows paragraphs, line breaks, lists, quotations, emphasis, code and headings. Never raw HTML, links, images,
 * autolinks or entities: those rules are switched off, so no input of any kind can produce them.
 * Pure; it does not fail on any text.
 */
import MarkdownIt from 'markdown-it';

const off = ['link', 'image', 'autolink', 'linkify', 'html_inline', 'html_block', 'reference', 'entity'];
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true }).disable(off);

export function markdownToHtml(source: string): string {
  return markdown.render(source);
}
