import { findPaymentData } from '../privacy/payment.ts';
import { adverbs, ratherThan, shouldBe } from './change-words.ts';

/** How much of a sentence may be the value. Characters. */
const longest = 160;

export const negation = /^(?:niet|not|nicht|pas|no|non|nie|não) /iu;
const turn = /(?<![\p{L}\p{N}])(?:maar|but|sondern|mais|sino|ma|bensì|lecz|tylko|mas|e sim)(?:\s(?:wel|rather|plutôt))?\s/iu;
const arrow = /->|=>|→/;
const fromTo = /^(?:van|from|von|de|del|da|z) .{1,90}? (?:naar|to|into|auf|in|zu|nach|à|en|a|na|para) (?=\S)/iu;
/** "is per 1 december …", "from Monday: …": when, not what. */
const since =
  /^(?:(?:per|vanaf|met ingang van|sinds|as of|as from|from|since|ab|seit|zum|à (?:partir|compter) du|depuis le|dès le|desde el|dal|od|a partir de)(?: dem| the)? \d{1,2}(?:st|nd|rd|th|er|\.)?(?:[-./ ]\p{L}{1,12}\.?|[-./]\d{1,2})(?:[-./ ]\d{4})?,?:? )/iu;
const sinceBehind =
  /[ ,(]{1,3}(?:per|vanaf|met ingang van|m\.i\.v\.|sinds|as of|as from|from|since|effective|ab|seit|zum|à (?:partir|compter) d[eu]|depuis|dès|desde|dal|od|a partir de)(?: dem| the| le)? (?:\d|nu |now|heden|morgen|today|volgende|next|sofort|jetzt|januar|febr|mar|maart|märz|apr|mei |may |mai |juni?|jul|aug|sept?|okt|oct|nov|dec|dez).*$/isu;
const leading = new RegExp(`^(?:(?:${adverbs})(?![\\p{L}\\p{N}@._-])|[:=]) *[,:]? *`, 'iu');
/** What people add behind the value: "please", "aanpassen", "is the new one". */
const courtesy =
  /(?:[\s,]{1,3}(?:aub|svp|a\.u\.b\.?|s\.v\.p\.?|please|thanks|thank you|bedankt|dank|alstublieft|wijzigen|veranderen|aanpassen|zijn|worden|heten|luiden|sein|lauten|hei(?:ß|ss)en|werden|ändern|aendern|zetten|graag|bitte|merci|por favor|gracias|per favore|grazie|proszę|obrigad[oa])){1,4}[\s.!,]{0,3}$/iu;
/** A new thought: "… and I would like", "…, our telephone number is". */
const furtherOn =
  /[ ,;]{1,3}(?:en|and|und|et|y|e|i|oraz|want|because|denn|car|omdat|since|zodat|so that)\s(?:ik|mijn|wij|we|ons|onze|het|de|dat|die|graag|wil|i|i'm|my|our|the|that|please|would|also|ich|meine?|wir|unsere?|die|das|bitte|auch|je|mon|ma|mes|nous|notre|le|la|les|veuillez|mi|mis|el|los|mio|mia|il|mój|moja|meu|minha|o|a)(?![\p{L}\p{N}]).*$/isu;
const asking =
  /[,;.] (?:graag|gelieve|please|could you|can you|bitte|merci|kunt u|kun je|wilt u|veuillez|pourriez|por favor|per favore|prosz[ęe]).*$/isu;

/** The value of a field out of what stands behind it; null when that is none. Never payment data. */
export function readValue(field: string, written: string): string | null {
  const rest = aimed(written.slice(0, longest).trim());
  const value = rest === null ? null : readers[field]?.(rest);
  if (value === undefined || value === null || rest === null) return null;
  const start = rest.indexOf(value);
  const touchesPayment = findPaymentData(rest).some((found) => found.start < start + value.length && found.end > start);
  return touchesPayment || findPaymentData(value).length > 0 ? null : value;
}

/** Takes the old value away where both are given. */
function aimed(written: string): string | null {
  let rest = written.replace(leading, '').replace(since, '');
  if (negation.test(rest)) {
    const at = turn.exec(rest);
    if (at === null) return null;
    rest = rest.slice(at.index + at[0].length);
  }
  const pointed = arrow.exec(rest);
  if (pointed !== null) return rest.slice(pointed.index + pointed[0].length).trim();
  const moved = fromTo.exec(rest) ?? shouldBe.exec(rest);
  if (moved !== null) return rest.slice(moved.index + moved[0].length).trim();
  const instead = ratherThan.exec(rest);
  return (instead === null ? rest : rest.slice(0, instead.index)).trim();
}

type Reader = (rest: string) => string | null;

const readers: Readonly<Record<string, Reader>> = {
  email: readEmail,
  phone: (rest) => {
    const found = /^\+?\(?\d[\d ()./-]{5,22}\d(?!\d)/.exec(rest)?.[0] ?? null;
    return found === null || /^\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(found) ? null : found;
  },
  vat: (rest) =>
    /^[A-Z]{2}[ .]?[A-Z\d]{0,2}[ .]?\d(?:[. ]?\d){5,11}(?:[. ]?[A-Z]{1,2}(?:\d\d)?)?(?![\p{L}\d]| ?\d{2})/iu.exec(rest)?.[0] ?? null,
  'registration number': (rest) => /^(?:[A-Z]{2,4} ?)?\d(?:[ .]?\d){4,13}(?![\p{L}\d])/u.exec(rest)?.[0] ?? null,
  'birth date': (rest) =>
    /^(?:\d{1,2}(?:st|nd|rd|th|er|\.)?[-./ ](?:of |de )?(?:\d{1,2}|\p{L}{3,12})[-./ ,]{1,2}(?:de )?\d{4}|\d{4}-\d\d-\d\d|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)/u.exec(
      rest,
    )?.[0] ?? null,
  address: readAddress,
  name: readName,
  'first name': readName,
  'last name': readName,
  company: (rest) => readName(rest, true),
  'bank holder': (rest) => readName(rest, true),
};

export function readEmail(rest: string): string | null {
  return (
    /(?<![^\s<>()"“'„«:])[^\s<>()"“”'„«»:,;@]{1,64}@[\p{L}\p{N}.-]{3,253}/u.exec(rest.slice(0, longest))?.[0].replace(/[.-]+$/, '') ?? null
  );
}

/** Words that cannot stand between the beginning of an address and its number. */
const noStreet =
  /(?<![\p{L}])(?:naar|to|is|wordt|moet|should|order|bestelling|factuur|invoice|rechnung|nummer|number|account|konto|compte|systeem|system|jullie|uw|your|mijn|my|our|ons|onze|per|vanaf|from|gewijzigd|changed|dagen|days|week|uur|hours?|times|keer|mal)(?![\p{L}])/iu;

function readAddress(rest: string): string | null {
  const value = tidy(rest.replace(sinceBehind, '').replace(asking, '').replace(furtherOn, ''));
  const beforeNumber = /^[^\d]{0,80}/.exec(value)?.[0] ?? '';
  if (!/\d/.test(value) || !/\p{L}{3}/u.test(value) || /[@?]/.test(value) || value.length > 140) return null;
  if (/^\d{1,2}(?:[-./]\d|(?:st|nd|rd|th)? (?:jan|feb|m[aäe]|apr|ju[nl]|aug|sep|o[ck]t|nov|de[cz]))/iu.test(value)) return null;
  const small = !/^["'“‘]?[\p{Lu}\d]/u.test(value);
  return noStreet.test(beforeNumber) || (small && beforeNumber.trim().split(/\s+/).length > 3) ? null : value;
}

const particle =
  /^(?:van|von|de|den|der|ter|ten|'t|’t|het|di|da|du|del|della|dos|do|la|le|el|al|bin|ibn|zu|zur|vom|und|en|and|et|y|e|i|&|\+|-)$/iu;
const opening = /^(?:van|von|de|den|ter|ten|'t|’t|di|da|du|del|della|al|el)$/u;
/** Capital words that begin no name. */
const noName =
  /^(?:ihre[mnrs]?|ihr|sie|unsere?[mnrs]?|bitte|i|u|uw|my|our|your|please|the|graag|mijn|ons|onze|this|that|dit|dat|het|nous|je|vous|kontos?|konto|rechnung|system|kundenkonto)$/iu;

/** Capitalised words with the small ones between them; a company's name may hold numbers too. */
function readName(rest: string, company = false): string | null {
  const taken: string[] = [];
  for (const token of rest.split(/\s+/, 9)) {
    const [, bare = '', end = ''] = /^["'“‘„«(]?([^"”’»,;:!?()]*)(["”’»,;:!?()]*)/u.exec(token) ?? [];
    const word = bare.replace(/(?<=\p{L}{4})\.$/u, '');
    const isName = /^\p{Lu}[\p{L}\p{M}'’.&-]*$/u.test(word) || (company && /^[\p{Lu}\d][\p{L}\p{M}\d'’.&+-]*$/u.test(word));
    if (taken.length === 0 && (isName ? noName.test(word) : !opening.test(word))) return null;
    if (!isName && !particle.test(word) && !(company && /^[\p{L}\d]+\.[\p{L}]{2,4}$/u.test(word))) break;
    if (noName.test(word)) break;
    taken.push(word);
    if (end !== '' || word !== bare) break;
  }
  while (taken.length > 0 && !/^[\p{Lu}\d]/u.test(taken.at(-1) ?? '')) taken.pop();
  const value = taken
    .join(' ')
    .replace(/(?<=\p{L}{2})\.$/u, '')
    .trim();
  return value.length < 2 || value.length > 80 || (!company && /\d/.test(value)) ? null : value;
}

function tidy(value: string): string {
  return value
    .replace(courtesy, '')
    .replace(/[\s.!?,;)]+$/, '')
    .replace(/^["'“‘„«]|["'”’»]$/g, '')
    .trim();
}
