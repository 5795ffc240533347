import type { RequestKind } from '../../case/kind.ts';
import type { Evidence } from '../rules/find.ts';
import { citedNumbers, kindOfArticle, speaksOfRight } from '../rules/privacy-law.ts';
import type { Sentence } from '../sentence.ts';
import { type Field, fieldsOf } from './fields.ts';
import { conditionWords, consentStems, identifyStems, listStems, recipientStems, threatStems } from './words.ts';

/** A list of so many things that art. 15(1) has us tell is a letter's, not somebody's own. */
const longList = 3;

/** Whether a message is built like a formal letter: it cites a right's article, and two more of a letter's parts stand in it. */
export function isLetter(sentences: readonly Sentence[], fields: readonly Field[]): boolean {
  const numbers = sentences.flatMap(citedNumbers);
  const paragraphs = sentences.some((one) => one.text.includes('§'));
  if (numbers.every((number) => kindOfArticle(number) === null) && !paragraphs) return false;
  const parts = [
    new Set(numbers).size >= 3,
    numbers.includes('12'),
    sentences.filter(isListed).length >= longList,
    numbers.includes('77') || sentences.some((one) => begins(one, threatStems)),
    fields.some((field) => field.sort === 'reference'),
    fields.filter((field) => field.sort === 'person').length >= 2 || sentences.some(introducesPerson),
  ];
  return parts.filter(Boolean).length >= 2;
}

/**
 * Whether a sentence of such a letter only furnishes it, so that it asks for nothing beside the kinds that the letter
 * invokes: other articles, the list of art. 15(1), lines that say who somebody is, recipients (art. 19), a consent that is
 * withdrawn if there was one, the court and the authority, a greeting.
 * @param asked what the letter asks for certain
 */
export function furnishes(sentence: Sentence, kind: Evidence['kind'] | 'authority', asked: ReadonlySet<string>): boolean {
  if (asked.has(kind)) return false;
  if (isListed(sentence) || introducesPerson(sentence) || isPersonLine(sentence) || isGreeting(sentence)) return true;
  if (begins(sentence, threatStems)) return true;
  if (kind === 'copy' && (asked.has('deletion') || asked.has('change')) && begins(sentence, recipientStems)) return true;
  if (kind === 'objection' && asked.has('deletion') && isConsentIfGiven(sentence)) return true;
  return speaksOfOther(sentence, kind, asked);
}

/** It cites articles, names another right or says how somebody is found, and has no word for the right to this kind. */
function speaksOfOther(sentence: Sentence, kind: string, asked: ReadonlySet<string>): boolean {
  if (speaksOfRight(sentence, kind)) return citedNumbers(sentence).length > 0 && citedNumbers(sentence).every(binds);
  const rights = citedNumbers(sentence).flatMap((number) => kindOfArticle(number) ?? []);
  if (rights.includes(kind as RequestKind)) return false;
  if (citedNumbers(sentence).length > 0 || sentence.text.includes('§')) return true;
  return kind !== 'refund' && (begins(sentence, identifyStems) || [...asked].some((other) => speaksOfRight(sentence, other)));
}

function isConsentIfGiven(sentence: Sentence): boolean {
  return conditionWords.has(sentence.words[0]?.text ?? '') && begins(sentence, consentStems);
}

function isGreeting({ text, words }: Sentence): boolean {
  return words.length <= 4 && /,\s*$/.test(text);
}

/** An article that neither gives a right (15 to 21) nor says what words mean (4) or when data may be used (6). */
function binds(article: string): boolean {
  return kindOfArticle(article) === null && article !== '4' && article !== '6';
}

function begins({ words }: Sentence, stems: readonly string[]): boolean {
  return stems.some((stem) =>
    stem.includes(' ')
      ? ` ${words.map((word) => word.text).join(' ')}`.includes(` ${stem}`)
      : words.some((word) => word.text.startsWith(stem)),
  );
}

/** An item of the list of art. 15(1): numbered, lettered or marked. */
function isListed(sentence: Sentence): boolean {
  return /^\s{0,8}(?:[-*•–]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s/u.test(sentence.text.slice(0, 20)) && begins(sentence, listStems);
}

/** "What you need to identify me:", often with the first of its lines. */
function introducesPerson(sentence: Sentence): boolean {
  return /:\s*(?:\n|$)/.test(sentence.text) && begins(sentence, identifyStems);
}

/** A line with an address, a number or a name and nothing that is said. */
export function isPersonLine({ text, words, origin }: Sentence): boolean {
  if (origin !== 'text' || text.length > 120 || /[?!]\s*$/.test(text)) return false;
  const fields = fieldsOf(text);
  if (fields.length > 0) return fields.every((field) => field.sort === 'person' || field.sort === 'reference');
  if (text.includes(':')) return false;
  if (/[^\s@]@[^\s@]+\.[^\s@]/.test(text)) return words.length <= 6;
  if (/[.;]\s*$/.test(text)) return false;
  const numbered = words.filter((word) => /\d/.test(word.text)).length;
  if (numbered > 0) return words.length <= 9 && numbered * 4 >= words.length;
  return (
    words.length <= 4 &&
    text
      .trim()
      .split(/\s+/)
      .every((word) => /^\p{Lu}/u.test(word))
  );
}
