/**
 * What the sender wrote now: the text without quotes, reply headers, signature and disclaimer. Folding is for reading
 * and classifying only; the whole text is kept. When nothing would remain, the whole text is the answer. Works line by
 * line on lines of bounded length, so a hostile message costs what an ordinary one of its size does.
 */
import { replyHeaderAt } from './reply-header.ts';

const signatureLines = 12;

/** The sender's own words in a plain text. */
export function ownText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const own = trimLines(withoutDisclaimers(withoutSignature(withoutQuotes(lines))));
  return own.some(hasWords) ? own.join('\n') : trimLines(lines).join('\n');
}

function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}

/** Drops quoted lines; what follows an unquoted copy of the older message is dropped too, unless nothing came before. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let written = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    const header = replyHeaderAt(lines, at);
    if (header === null) {
      kept.push(line);
      written ||= hasWords(line);
      continue;
    }
    at += header.lines - 1;
    const next = lines[nextWritten(lines, at + 1)];
    // Quotes below: the sender may have written between or under them. No quotes: all of it is the older message.
    if (written && next !== undefined && !isQuoted(next)) break;
  }
  return kept;
}

function isQuoted(line: string): boolean {
  return /^[ \t]{0,3}>/.test(line);
}

function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return at;
}

const delimiter = /^--[ \t\u00a0]?$/;
const rule = /^[ \t]*(?:[_—–=*-][ \t]?){3,80}$/;
const underline = /^[ \t]*[_—–]{3,80}[ \t]*$/;
const mobile =
  /^[ \t]*[([]?(?:sent (?:from|with|via|using) |get outlook for |download outlook |verzonden (?:vanaf|vanuit|met|via|door) |verstuurd (?:vanaf|vanuit|met|via) |outlook voor |von meinem .{1,40} gesendet|gesendet (?:von|mit|über) |gesendet aus |diese nachricht wurde von meinem |hol dir outlook |envoyé (?:de|depuis|à partir|avec) |télécharger outlook |obtenez outlook |enviado (?:desde|do) |inviato da |wysłane z )/i;
const environment =
  /^[ \t]*.{0,3}(?:denk (?:aan het milieu|eerst aan)|please consider the environment|think before you print|bitte denken sie an die umwelt|pensez à l'environnement)/i;

/** Cuts at the signature delimiter, and the programs' own last lines ("Sent from my phone"). */
function withoutSignature(lines: readonly string[]): readonly string[] {
  let end = signatureStart(lines);
  for (let at = end - 1; at > 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!isFooter(line)) break;
    end = at;
  }
  return lines.slice(0, end);
}

function isFooter(line: string): boolean {
  return line.length < 200 && (mobile.test(line) || environment.test(line) || rule.test(line));
}

function signatureStart(lines: readonly string[]): number {
  const few = fewLinesLeft(lines);
  let written = false;
  for (const [at, line] of lines.entries()) {
    if (written && (line === '-- ' || (at >= few && (delimiter.test(line) || underline.test(line))))) return at;
    written ||= hasWords(line);
  }
  return lines.length;
}

/** The index from which at most `signatureLines` written lines follow. */
function fewLinesLeft(lines: readonly string[]): number {
  let left = signatureLines;
  let at = lines.length;
  while (at > 0 && left >= 0) {
    at -= 1;
    if (lines[at]?.trim() !== '') left -= 1;
  }
  return at;
}

const disclaimerStart =
  /^[\s*_>]*(?:disclaimer|confidential|vertrouwelijk|dit (?:e-?mail)?bericht|deze e-?mail|de informatie |de inhoud van d(?:it|eze)|this (?:e-?mail|message|communication)|the (?:information|contents?) |diese (?:e-?mail|nachricht)|der inhalt dieser|ce (?:message|courriel|courrier|mail)|les informations|cet e-?mail|avis de confidentialité|important notice|privacy ?statement|notice:)/i;
const disclaimerWords =
  /\b(?:confidential|confidentialit[yé]|privileged|intended (?:only |solely )?for|intended recipient|addressee|vertrouwelijk|geadresseerde|(?:uitsluitend|alleen|slechts) bestemd|vertraulich|ausschließlich|bestimmten? (?:adressaten|empfänger)|confidentiel(?:le)?s?|destinataires?)\b/i;

/** Drops paragraphs that speak of confidentiality and addressees, never the first of the message. */
function withoutDisclaimers(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let written = false;
  let paragraph: string[] = [];
  for (const line of [...lines, '']) {
    paragraph.push(line);
    if (line.trim() !== '') continue;
    if (!(written && isDisclaimer(paragraph))) {
      for (const own of paragraph) kept.push(own);
      written ||= paragraph.some(hasWords);
    }
    paragraph = [];
  }
  return kept;
}

function isDisclaimer(paragraph: readonly string[]): boolean {
  if (!disclaimerStart.test((paragraph[0] ?? '').slice(0, 200))) return false;
  const text = paragraph.join(' ').slice(0, 4000);
  return text.length > 80 && disclaimerWords.test(text);
}

function trimLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(first, 0), last + 1).map((line) => line.trimEnd());
}
