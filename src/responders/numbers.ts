import type { LetterLanguage } from '../case/kind.ts';

const locales: Readonly<Record<LetterLanguage, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };

/** `1.204`, `1,204`, `1 204`; with one decimal at most where it is a fraction. */
export function numberIn(language: LetterLanguage, value: number): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);
}

/** A share of a whole in whole percents, 0 of 0 being 0. Never 100 where anything is missing, never 0 where there is something. */
export function percentIn(language: LetterLanguage, part: number, whole: number): string {
  const exact = whole === 0 ? 0 : part / whole;
  const rounded = Math.round(exact * 100) / 100;
  const told = exact < 1 && exact > 0 ? Math.min(0.99, Math.max(0.01, rounded)) : rounded;
  return new Intl.NumberFormat(locales[language], { style: 'percent' }).format(told);
}

/** The first letter of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
