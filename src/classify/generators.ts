import type { RequestKind } from '../case/kind.ts';
import { actsForAnother } from './generators/behalf.ts';
import { type Field, fieldsOf } from './generators/fields.ts';
import { isLetter } from './generators/letter.ts';
import { type ToldKind, toldKinds } from './generators/told-kinds.ts';
import { answeredWords, answerWords, carriedWords, privacyWords, serviceWords } from './generators/words.ts';
import type { Evidence } from './rules/find.ts';
import { namesPrivacyLaw } from './rules/privacy-law.ts';
import { confidence } from './rules/stance.ts';
import type { Sentence } from './sentence.ts';

/**
 * Mails that a program composed: letter generators, agents and privacy services, web forms and portals. They are known by
 * how they are built, in any of our languages; no sentence of theirs is looked for. Pure, total, linear in the text.
 */
export interface Generated {
  /** `letter`: a formal letter by articles; `agent`: a service that writes for somebody; `form`: a filled-in form. */
  readonly generator: 'letter' | 'agent' | 'form' | null;
  /** Whether it says to be written for somebody else. */
  readonly onBehalf: boolean;
  /** The sender's own number for the request. */
  readonly reference: string | null;
  /** Kinds that a form's field names, each with its line. */
  readonly kinds: readonly ToldKind[];
}

export const notGenerated: Generated = { generator: null, onBehalf: false, reference: null, kinds: [] };

/** A form has so many fields that say who asks. */
const leastPerson = 2;
/** Between two fields of one form stand at most so many other lines. */
const widestGap = 4;

/** Recognises who composed a message, by its structure. */
export function recogniseGenerator(subject: string, ownText: string, sentences: readonly Sentence[]): Generated {
  const fields = fieldsOf(ownText);
  const said = ` ${sentences.map(({ words }) => words.map((word) => word.text).join(' ')).join(' ')} `.slice(0, 60_000);
  const answers = fields.some(isSettled) || says(said, answeredWords);
  const onBehalf = !answers && actsForAnother(ownText, said);
  const block = formAround(fields);
  const service = says(said, serviceWords) || says(said, carriedWords);
  const privacy = onBehalf || service || says(said, privacyWords) || sentences.some(namesPrivacyLaw);
  const told = answers || block === null ? [] : toldKinds(block.type, privacy);
  const generator = answers ? null : generatorOf({ onBehalf, service, fields, said, told, sentences });
  if (generator === null) return { ...notGenerated, onBehalf };
  return { generator, onBehalf, reference: referenceOf(subject, fields), kinds: told };
}

interface Signs {
  readonly onBehalf: boolean;
  readonly service: boolean;
  readonly fields: readonly Field[];
  readonly said: string;
  readonly told: readonly ToldKind[];
  readonly sentences: readonly Sentence[];
}

function generatorOf({ onBehalf, service, fields, said, told, sentences }: Signs): Generated['generator'] {
  const people = fields.filter((field) => field.sort === 'person').length;
  const signs = [
    people >= leastPerson,
    fields.some((field) => field.sort === 'reference'),
    says(said, answerWords),
    told.length > 0,
    onBehalf && service,
    says(said, carriedWords),
  ];
  if ((onBehalf || service) && signs.filter(Boolean).length >= 2) return 'agent';
  if (told.length > 0) return 'form';
  return isLetter(sentences, fields) ? 'letter' : null;
}

/** The field of the kind among fields that say who asks; null when it stands in ordinary text. */
function formAround(fields: readonly Field[]): { readonly type: Field } | null {
  const type = fields.find((field) => field.sort === 'type' && field.value !== '');
  if (type === undefined) return null;
  const together = [...reach(fields, type, 1), ...reach(fields, type, -1)];
  const people = together.filter((field) => field.sort === 'person').length;
  const others = together.filter((field) => field.sort === 'reference').length;
  return people >= leastPerson || (people === 1 && others >= 1) ? { type } : null;
}

/** The fields that follow (or precede) one another closely from `type` on. */
function reach(fields: readonly Field[], type: Field, step: 1 | -1): readonly Field[] {
  const found: Field[] = [];
  let last = type;
  for (let at = fields.indexOf(type) + step; at >= 0 && at < fields.length; at += step) {
    const field = fields[at];
    if (field === undefined || Math.min(Math.abs(field.at - last.until), Math.abs(last.at - field.until)) > widestGap) break;
    found.push(field);
    last = field;
  }
  return found;
}

const settled =
  /^(?:\W{0,3})(?:clos|complet|done|resol|reject|cancel|finish|afgehandeld|afgerond|gesloten|voltooid|erledigt|abgeschlossen|geschlossen|clôtur|termin|résol|cerrad|resuelt|complet|chius|conclus|zamkni|zakończ|\d)/iu;

/** A request that has come to its end is not one to us. */
function isSettled({ sort, value }: Field): boolean {
  return sort === 'status' && settled.test(value);
}

function says(said: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => said.includes(phrase.endsWith('*') ? ` ${phrase.slice(0, -1)}` : ` ${phrase} `));
}

const number = /^#?[\p{L}\p{N}][\p{L}\p{N} ./_#-]{2,39}$/u;

function referenceOf(subject: string, fields: readonly Field[]): string | null {
  const given = fields.filter((field) => field.sort === 'reference').map((field) => field.value.replace(/[.,;]$/, ''));
  const inSubject = subject
    .slice(0, 300)
    .split(/[\s[\]()]+/)
    .filter((word) => /^#?\p{Lu}{2,8}[-_]|^#\d/u.test(word));
  return [...given, ...inSubject.map((word) => word.replace(/[:,.]$/, ''))].find((one) => number.test(one) && /\d/.test(one)) ?? null;
}

/** What a form tells, as evidence that needs no model: one for each kind whose line stands in the message. */
export function toldEvidence(
  { generator, kinds }: Generated,
  sentences: readonly Sentence[],
): readonly (Evidence & { kind: RequestKind })[] {
  return kinds.flatMap(({ kind, line }) => {
    const sentence = sentences.find((one) => one.origin === 'text' && one.text.includes(line));
    const reason = generator === 'agent' ? 'agent' : 'form';
    return sentence === undefined ? [] : [{ kind, confidence: confidence.law, reason, sentence }];
  });
}
