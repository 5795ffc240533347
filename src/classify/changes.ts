import { negation, readEmail, readValue } from './change-values.ts';
import {
  callsItself,
  companyCallsItself,
  connector,
  copula,
  deniedBefore,
  fieldOf,
  fromNowOn,
  isOurNew,
  livesElsewhere,
  mention,
  newness,
  oldness,
  politely,
  ratherThan,
  shouldBe,
  theirs,
  thenNew,
} from './change-words.ts';
import type { Entities } from './classification.ts';
import type { FoundFact, PlacedText } from './placed.ts';

type Change = Entities['changes'][number];
export type FoundChange = Change & FoundFact;

/** A list of fields below a line that says what it is: what is to come, or what was. */
type Listed = 'new' | 'old' | null;

/** A sentence on one line, with the lines below that belong to it. */
interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its last sentence. */
  readonly last: number;
}

/** Fields with the new value that the sender plainly gives. One value a field, the first; nothing that holds payment data. */
export function findChanges(placed: PlacedText): FoundChange[] {
  const changes = new Map<string, FoundChange>();
  let listed: Listed = null;
  for (let at = 0; at < placed.sentences.length; at += 1) {
    const { text, start, end, last } = unitAt(placed, at);
    const found = changesIn(text, listed);
    if (!isLabel(text)) listed = introduces(text, listed);
    if (last > at + 1 || townLine.test(placed.sentences[last]?.sentence.text ?? '')) at = last;
    for (const { field, newValue } of found)
      if (!changes.has(field))
        changes.set(field, { field, newValue, value: newValue, start, end: written(placed.text, start, end, newValue) });
  }
  return [...changes.values()];
}

/** Up to where the sentences go that hold the value. */
function written(text: string, start: number, end: number, value: string): number {
  const stretch = text.slice(start, end);
  const at = stretch.indexOf(value);
  return at < 0 ? end : start + at + value.length;
}

const open = /(?:[:=]|->|→|(?<![\p{L}])(?:is|wordt|ist|lautet|est|es|è|to|naar|in|nu|now|jetzt|zu|auf|à|(?:ul|al|av|avda|str|st)\.))\s*$/iu;
/** What is right, said of what the sentence before called wrong. */
const pointsBack = /^(?:it|that|this|dat|dit|het|deze|es|er|sie|das|il|elle|ce) (?:should|must|needs|moet|muss|soll|doit|devrait|lautet)/iu;
const townLine =
  /^(?:\d{4} ?[A-Z]{2}(?![\p{L}\d])|(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}|\d\d-\d{3} \p{Lu}|\d{4}-\d{3} \p{Lu}|\p{Lu}[\p{L} ]{1,30},? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\d]))/u;

function unitAt({ sentences }: PlacedText, at: number): Unit {
  const { sentence, start, end } = sentences[at] ?? { sentence: null, start: 0, end: 0 };
  let text = (sentence?.text ?? '').replace(/\s/g, ' ');
  let until = end;
  let last = at;
  const opened = open.test(text);
  for (let next = at + 1; next <= at + 3; next += 1) {
    const line = sentences[next];
    if (line === undefined || line.sentence.paragraph > (sentence?.paragraph ?? 0) + (next === at + 1 && opened ? 1 : 0)) break;
    const words = line.sentence.text.replace(/\s/g, ' ');
    const isTown = townLine.test(words);
    const isBack = next === at + 1 && pointsBack.test(words);
    if (words.length > 80 || isLabel(words) || !(isTown || opened || isBack)) break;
    if (isBack) text = text.replace(/\?\s*$/, '.');
    text += next === at + 1 && (opened || isBack) ? ` ${words}` : `, ${words}`;
    until = line.end;
    last = next;
    if (isTown || (opened && /\d/.test(words) && !townLine.test(sentences[next + 1]?.sentence.text ?? ''))) break;
  }
  return { text, start, end: until, last };
}

/** `Naam: …`, `- New address (home): …` */
function isLabel(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon <= 40 && text.slice(colon + 1).trim() !== '' && text.slice(0, colon).search(mention) >= 0;
}

function introduces(text: string, before: Listed): Listed {
  const labelled = /^[^:]{1,30}:\s*\S/.test(text);
  if (labelled) return before;
  if (newness.test(text)) return 'new';
  return oldness.test(text) && /:\s*$/.test(text) ? 'old' : null;
}

function changesIn(text: string, listed: Listed): Change[] {
  const mentions = [...text.matchAll(mention)].slice(0, 20);
  const isNew = newness.test(text);
  const found = mentions.flatMap((match, at): Change[] => {
    const before = text.slice(0, match.index);
    if (theirs.test(before.slice(-30))) return [];
    const field = fieldOf(match);
    const isOld = oldness.test(before.slice(-14));
    const newValue = isOld ? null : (ahead(field, text, match, mentions[at + 1], { listed, isNew }) ?? behind(field, before));
    return newValue === null ? [] : [{ field, newValue }];
  });
  return [...found, ...withoutField(text, isNew, found)];
}

interface Saying {
  readonly listed: Listed;
  readonly isNew: boolean;
}

/** The value after the field: the first of the words between that has one behind it. */
function ahead(field: string, text: string, match: RegExpExecArray, next: RegExpExecArray | undefined, saying: Saying): string | null {
  const end = match.index + match[0].length;
  const window = text.slice(end, end + 110);
  let isStated = false;
  for (const found of window.matchAll(connector)) {
    const between = window.slice(0, found.index);
    if ((between.length < 14 && oldness.test(between)) || /[?:]/.test(between)) return null;
    const from = end + found.index + found[0].length;
    const endsAt = next !== undefined && next.index > from && !isNameField(field) ? next.index : text.length;
    const rest = `${deniedBefore.test(between) ? 'non ' : ''}${text.slice(from, endsAt).trimStart()}`;
    const value = rest.includes('?') && !politely.test(text) ? null : readValue(field, rest);
    if (value === null || (isStated && !newness.test(between.slice(-14)))) continue;
    if (isTold(found[0], clauseBefore(text, match.index) + between, rest, saying)) return value;
    isStated ||= readValue(field, rest.split(shouldBe, 1)[0] ?? '') !== null;
  }
  return null;
}

/** Whether what joins a field and a value makes it a new one. `before`: the clause up to there. */
function isTold(joint: string, before: string, rest: string, { listed, isNew }: Saying): boolean {
  if (negation.test(rest)) return true;
  if (copula.test(joint)) return newness.test(before);
  if (joint !== ':' && joint !== '=') return isNew;
  return listed === 'new' || newness.test(before) || shouldBe.test(rest) || /->|=>|→/.test(rest);
}

/** From the last comma, "and" or the like. */
function clauseBefore(text: string, end: number): string {
  return (
    text
      .slice(Math.max(0, end - 80), end)
      .split(/[,;.:]|(?<!\p{L})(?:en|and|und|et|y|e|i|oraz)(?!\p{L})/iu)
      .at(-1) ?? ''
  );
}

/** "Kanaalstraat 14 is our new" before "address". */
function behind(field: string, before: string): string | null {
  const value = isOurNew.exec(before.slice(-200).trimStart())?.[1];
  return value === undefined ? null : readValue(field, value);
}

function isNameField(field: string): boolean {
  return field === 'company' || field === 'bank holder' || field.endsWith('name');
}

const forms: readonly (readonly [field: string, form: RegExp])[] = [
  ['company', companyCallsItself],
  ['name', callsItself],
  ['address', livesElsewhere],
];

/** Changes in sentences that name no field: people who are called something now, moved, or write from elsewhere. */
function withoutField(text: string, isNew: boolean, found: readonly Change[]): Change[] {
  const has = (field: string) => found.some((one) => one.field === field);
  const said = forms.flatMap(([field, form]): Change[] => {
    const match = has(field) ? null : form.exec(text);
    const newValue = match === null ? null : readValue(field, text.slice(match.index + match[0].length));
    return newValue === null ? [] : [{ field, newValue }];
  });
  const email = has('email') ? null : emailAlone(text, isNew);
  return email === null ? said : [...said, { field: 'email', newValue: email }];
}

/** Two addresses with a word between them that says which is new, or one that is to be used from now on. */
function emailAlone(text: string, isNew: boolean): string | null {
  const addresses: { readonly address: string; readonly at: number }[] = [];
  for (let at = text.indexOf('@'); at >= 0 && addresses.length < 3; at = text.indexOf('@', at + 1)) {
    const begin = Math.max(0, text.lastIndexOf(' ', at));
    const address = readEmail(text.slice(begin).trimStart());
    if (address !== null) addresses.push({ address, at: begin });
  }
  const [first, second] = addresses;
  if (first === undefined || addresses.length > 2) return null;
  if (second === undefined) return fromNowOn.test(text) && !oldness.test(text) ? first.address : null;
  const between = text.slice(first.at + first.address.length, second.at + 1);
  if (ratherThan.test(between)) return first.address;
  if (isNew && thenNew.test(between)) return second.address;
  return isNew && oldness.test(between) ? first.address : null;
}
