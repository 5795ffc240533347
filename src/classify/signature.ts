/**
 * What stands in nearly every message and asks for nothing: the signature below a greeting, a confidentiality notice, "sent
 * from my phone". The local model is not shown it, nor is the language told by it; the rules still read every word, and a
 * line in which they find anything stays.
 */
import { isPersonLine } from './generators/letter.ts';
import type { Read } from './local-model/features.ts';
import type { Meaning } from './meanings/meaning.ts';
import type { Sentence } from './sentence.ts';

/** Words of a line below a greeting, at most. */
const longestLine = 8;

/** A line that can mean one of these may ask for something, wherever it stands. */
const asks: ReadonlySet<Meaning> = new Set<Meaning>([
  ...([
    'erase',
    'vanish',
    'forget',
    'close',
    'stop',
    'cancel',
    'withdrawal',
    'see',
    'send',
    'copy',
    'export',
    'tell',
    'know',
    'keep',
  ] as const),
  ...(['share', 'source', 'giveBack', 'charge', 'alter', 'correct', 'replace', 'newly', 'wrong', 'moved', 'renamed', 'register'] as const),
  ...(['object', 'restrict', 'unsubscribe', 'consent', 'bother', 'want', 'demand', 'canYou', 'canI', 'still'] as const),
  ...(['asksDeletion', 'asksCopy', 'asksRefund', 'asksChange', 'asksObjection', 'wantsNoRequest'] as const),
]);

const closings =
  'groet groeten groetjes mvg hoogachtend regards sincerely cheers grusse gruss grussen mfg cordialement salutations saludos atentamente saluti cordiali pozdrawiam pozdravem pozdrav mvh hilsen halsning halsningar terveisin stima udvozlettel saygilarimla'.split(
    ' ',
  );
const thanking = 'thanks thank bedankt dank dankjewel merci danke vielen gracias grazie dzieki obrigado'.split(' ');
const sentFrom =
  /^\s{0,9}(?:sent from|get outlook|verstuurd vanaf|verzonden vanaf|verzonden met|gesendet (?:von|mit)|von meinem|envoyé (?:de|depuis)|enviado desde|inviato da|wysłane z|odesláno z|skickat från|sendt fra|lähetetty)(?=\s)/iu;
const notice =
  'vertrouwelijk geadresseerde ontvanger onbevoegd openbaarmaking aansprakelijk confidential privileged intended recipient addressee unauthorised unauthorized disclosure liability disclaimer vertraulich empfanger irrtumlich unbefugt confidentiel destinataire strictement confidencial destinatario riservat destinatari poufn adresat duvern'.split(
    ' ',
  );

/** The sentences of a message without notices and telephones' signatures, whose language says nothing of the sender's. */
export function withoutNotices(sentences: readonly Sentence[]): readonly Sentence[] {
  const stems = stemsByParagraph(sentences);
  const begun = new Set<number>();
  return sentences.filter((sentence) => {
    if (sentence.origin === 'subject') return true;
    const { paragraph, text } = sentence;
    if ((stems.get(paragraph)?.size ?? 0) >= 2 && noticeStems(sentence).length > 0) begun.add(paragraph);
    return !begun.has(paragraph) && !sentFrom.test(text);
  });
}

function stemsByParagraph(sentences: readonly Sentence[]): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const sentence of sentences) {
    const stems = found.get(sentence.paragraph) ?? new Set();
    for (const stem of noticeStems(sentence)) stems.add(stem);
    found.set(sentence.paragraph, stems);
  }
  return found;
}

function noticeStems({ words }: Sentence): readonly string[] {
  return words.flatMap(({ text }) => notice.filter((stem) => text.startsWith(stem)));
}

/** What is said, without the furniture around it; everything, where nothing else is left. In reading order. */
export function withoutFurniture(sentences: readonly Read[]): readonly Read[] {
  const spoken = new Set(withoutNotices(sentences.map(({ sentence }) => sentence)));
  let below = false;
  const said = sentences.filter((one, at) => {
    if (one.sentence.origin === 'subject') return true;
    if (one.rules.length > 0) {
      below = false;
      return true;
    }
    if (!spoken.has(one.sentence)) return false;
    const isFirst = sentences[at - 1]?.sentence.origin !== 'text';
    if (!isFirst && isClosing(one)) {
      below = true;
      return false;
    }
    below = below && isBelow(one);
    return !below && !namesSomebody(one);
  });
  return said.some(({ sentence }) => sentence.origin === 'text') ? said : sentences;
}

function isClosing(one: Read): boolean {
  const { words } = one.sentence;
  if (!isSilent(one)) return false;
  return words.some(({ text }) => closings.includes(text)) || (words.length <= 4 && thanking.includes(words[0]?.text ?? ''));
}

function isBelow(one: Read): boolean {
  return isSilent(one) && !/[:!]\s*$/.test(one.sentence.text) && !/^\s{0,9}(?:p\.?\s?s|n\.?\s?b)\b/i.test(one.sentence.text);
}

/** On a line of its own anywhere: a name, a street, a number, a web address, or several of these with bars between. */
function namesSomebody(one: Read): boolean {
  const { text } = one.sentence;
  const parts = text.split(/\s[|·•]\s/u);
  const isName = isPersonLine(one.sentence) || /^\s*\S{1,60}\.\S{2,60}\s*$/.test(text);
  return isSilent(one) && (isName || (parts.length > 1 && parts.every((part) => part.trim().split(/\s+/).length <= 5)));
}

function isSilent({ sentence, meanings }: Read): boolean {
  return !sentence.asks && sentence.words.length <= longestLine && ![...meanings.keys()].some((meaning) => asks.has(meaning));
}
