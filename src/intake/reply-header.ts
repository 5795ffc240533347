/**
 * The lines mail programs put above an older message: "Op … schreef …:", "-----Original Message-----", the block of
 * Van/Verzonden/Aan/Onderwerp. The door to email-reply-parser, whose patterns know more languages than ours but
 * backtrack badly on long input: it is shown one short candidate line at a time, and not often.
 */
import EmailReplyParser from 'email-reply-parser';

const longestCandidate = 300;
const joinedLines = 3;

const verbs =
  /(?:^|[\s>])(?:wrote|schreef|schrieb|écrit|ecrit|geschreven|escribió|scritto|escreveu|skrev|pisze|napisał(?:\(a\))?|написал\(?а?\)?|пише|писал\(?а?\)?|kirjoitti)(?=[\s:,-]|$)/iu;
const separator =
  /^[\s>*_-]{0,10}-{2,}\s{0,3}(?:original(?:-| )?(?:message|nachricht)|oorspronkelijke? bericht|ursprüngliche nachricht|message d['’]origine|message original|mensaje original|messaggio originale|mensagem original|oprindelig besked|forwarded (?:message|by)|doorgestuurd bericht|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato)/i;
const begin =
  /^[\s>]{0,5}(?:begin forwarded message|begin doorgestuurd bericht|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré))\s?:/i;
const fromField = /^[\s>*_]{0,6}(?:from|van|von|de|da|od|från|fra)\s{0,2}[:：]\*?\s/i;
const dateField =
  /^[\s>*_]{0,6}(?:sent|date|verzonden(?: op)?|datum|gesendet|envoyé|enviado(?: em)?|fecha|inviato|data|wysłano|skickat|sendt)\s{0,2}[:：]/i;
const otherField =
  /^[\s>*_]{0,6}(?:to|aan|an|à|para|a|do|till|til|cc|subject|onderwerp|betreff|objet|asunto|oggetto|temat|assunto|ämne|emne|reply-to|beantwoorden)\s{0,2}[:：]/i;

/** The reply header that starts at this line and how many lines it takes, or null. */
export function replyHeaderAt(lines: readonly string[], at: number): { readonly lines: number } | null {
  const line = lines[at] ?? '';
  if (line.trim() === '' || line.length > longestCandidate) return null;
  if (separator.test(line) || begin.test(line)) return { lines: 1 };
  if (fromField.test(line)) {
    const fields = fieldBlock(lines, at);
    if (fields > 0) return { lines: fields };
  }
  return wroteLine(lines, at);
}

/** Length of a From/Sent/To/Subject block, 0 when the lines below are no such fields. */
function fieldBlock(lines: readonly string[], at: number): number {
  let length = 1;
  let dated = false;
  let others = 0;
  for (const line of lines.slice(at + 1, at + 9)) {
    const start = line.slice(0, 60);
    if (dateField.test(start)) dated = true;
    else if (otherField.test(start)) others += 1;
    else if (start.trim() === '' && others > 0) break;
    length += 1;
  }
  return dated && others > 0 ? length : 0;
}

const beginning = /^[\s>*-]{0,8}(?:(?:on|op|am|le|el|il|em|den|dnia|w dniu|at|um)\s|\d{1,4}[-./ ])/i;
const firstPerson = /(?:^|\s)(?:ik|wij|we|i|ich|wir|j['’]ai|nous|yo|io)(?=\s)/i;

// "On Mon, 3 Feb 2025 at 10:00, A <a@b.nl> wrote:" may be folded over three lines.
function wroteLine(lines: readonly string[], at: number): { readonly lines: number } | null {
  let joined = '';
  for (let count = 1; count <= joinedLines; count += 1) {
    const line = (lines[at + count - 1] ?? '').trim();
    if (line === '') return null;
    // Only what begins like such a line may go on below, or an ordinary sentence above one would be taken with it.
    if (count === 2 && !beginning.test(joined)) return null;
    joined = `${joined} ${line}`.trim();
    if (joined.length > longestCandidate) return null;
    if (/[:：][-\s]{0,8}$|-{2,}$/.test(joined)) return isReplyHeader(joined) ? { lines: count } : null;
  }
  return null;
}

/** Whether one line announces a quote of an older message. */
function isReplyHeader(line: string): boolean {
  if (line.length > longestCandidate || !/[\d@]/.test(line)) return false;
  // "Op 3 mei schreef ik u het volgende:" is the sender's own sentence.
  if (!line.includes('@') && firstPerson.test(line)) return false;
  if (verbs.test(line) && (beginning.test(line) || /<[^<>\s]+@[^<>\s]+>/.test(line))) return true;
  if (/^\d{4}-\d{2}-\d{2}\s.{0,200}<\s?[^<>\s]+@[^<>\s]+>:$/.test(line)) return true;
  return line.length >= 20 && /@|\d{4}/.test(line) && libraryKnows(line);
}

function libraryKnows(line: string): boolean {
  const [first] = new EmailReplyParser().read(`${line}\n> quoted`).getFragments();
  return first?.isQuoted() === true;
}
