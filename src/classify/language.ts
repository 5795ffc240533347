import { detectAll } from 'tinyld/heavy';
import { plainLanguage } from './small-words.ts';

/**
 * DOOR to tinyld: which language a text is in. It never guesses from a greeting or a number: too little text, or two
 * languages equally likely, is `und`, and the caller answers in its fallback language. Texts whose small words say it
 * plainly never reach the library.
 */

/** Languages we tell apart; without the neighbours a Swedish text would be called Dutch. */
const languages = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'cs', 'sv', 'da', 'no', 'fi', 'el', 'ro', 'hu', 'hr'];

/** More text tells no more, and costs. Characters. */
const enough = 1500;
const leastLetters = 8;
/** The measure is not a probability: short texts score low in their right language, but far above the next. */
const leastAccuracy = 0.08;
const leastLead = 2;

/** ISO 639-1, or `und`. */
export function detectLanguage(text: string): string {
  const plain = text
    .slice(0, enough * 2)
    .replace(/[^\p{L}\s']+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, enough);
  if (plain.replaceAll(' ', '').length < leastLetters || !plain.includes(' ')) return 'und';
  const plainly = plainLanguage(plain);
  if (plainly !== null) return plainly;
  const [first, second] = detectAll(plain, { only: languages });
  if (first === undefined || first.accuracy < leastAccuracy) return 'und';
  if (second !== undefined && second.accuracy * leastLead > first.accuracy) return 'und';
  return first.lang;
}
