import type { RequestKind } from '../../case/kind.ts';
import type { Sentence } from '../sentence.ts';
import { confidence, type Stance } from './stance.ts';

/**
 * Letters that invoke privacy law, in any European language: the article's number, the word for its right in the same
 * sentence, and the name of the law somewhere in the message. Portals and lawyers write so; the numbers need no translation.
 */

/** GDPR articles that give a right to ask for, and the kind of request each makes. */
const articles: Readonly<Record<string, RequestKind>> = {
  '15': 'copy',
  '16': 'change',
  '17': 'deletion',
  '18': 'objection',
  '20': 'copy',
  '21': 'objection',
};

/** How words for each right begin, folded, in the languages of the Union that people write to us in. */
const rights: Readonly<Partial<Record<RequestKind, readonly string[]>>> = {
  copy: words(
    'receiv ontvang erhalt recev recib toegang inzage acess access auskunft acces acceso accedere accesso dostep pristup προσβαση tillgang registerutdrag adgang indsigt innsyn kopi copi copy overdra portab ubertrag prenosit hozzaferes copie udostepn przenosz przenies zpristupn paasy',
  ),
  change: words(
    'rectif correct corrig wijzig bericht rettif rettang sprostow popraw oprav διορθω rattels ratta isprav korrekt korrig helyesbit berigtig retifi indrept oikais',
  ),
  deletion: words(
    'verwijder wissing gegevenswis delet eras remov losch loesch effac supprim suppres suprim supres borrad cancella elimin usun skasow apag vymaz smaz διαγραφ radera radering brisan izbris slet sterg sterge torles poist',
  ),
  objection: words(
    'bezwaar object widerspr oppos oppon oposic oponho oponerm sprzeciw namit εναντιω αντιταχ αντιτασσ invand prigovor indsigelse opozit tiltakoz restrict beperk einschrank limitac limitaz limitat ogranicz omezen begrans ogranic περιορισμ vastust',
  ),
};

const lawNames = new Set(words('avg gdpr dsgvo rgpd rodo uavg γκπδ'));
const lawWords = words('persoonsgegevens personbezogen personenbezogen datenschutz privacywet privacyrecht');
const foreignWords = words('rodo adatvedel dataskydd databeskyttelse personuppgift personoplysning henkilotie personopplysning');
const lawPairs = new Set(['persoonlijke gegevens', 'personal data', 'ds gvo', '2016 679', 'donnees personnelles', 'donnees caractere']);
const foreignPairs = new Set([
  'datos personales',
  'dati personali',
  'dados pessoais',
  'danych osobowych',
  'dane osobowe',
  'danymi osobowymi',
  'osobnich udaju',
  'osobnim udajum',
  'osobni udaje',
  'osobnych udajov',
  'osobnih podataka',
  'osobne podatke',
  'osobnim podacima',
  'προσωπικα δεδομενα',
  'προσωπικων δεδομενων',
  'δεδομενων προσωπικου',
  'date personale',
  'datele personale',
  'szemelyes adat',
  'szemelyes adatok',
  'szemelyes adataim',
  'osebnih podatkov',
  'mis datos',
  'miei dati',
  'meus dados',
  'moje dane',
  'moich danych',
  'mina uppgifter',
  'mine data',
  'mine oplysninger',
  'mych udaju',
  'moje udaje',
  'moje podatke',
]);

/** Other languages' plain words for our kinds. They name no kind for certain: a person reads the message. */
const otherKinds = words(
  'reembols rimbors rimborso devoluc zwrot zwrotu devolverm aterbetal tilbagebetal vracen refundac rambursar borrar eliminar cancellare cancellazione usunac usunienie usuniecie apagar radera slette smazat obrisat izbrisat',
);
const exercised = words(
  'hereby hierbij hiermit presente timto niniejszym ovim harmed herved verzoek request bitte demand solicit solicito chiedo richied zadam prosz pros zahtijev begar ζητω ζητα pido peco pretend wnosz exij requier exercise exercising uitoefen beroep mache gebruik exerc eserc wykon vykon ask verlang pozad zwracam vznas vnas skladam me oppos mi oppong rechazo rifiut sprzeciw nego opongo anmoder kerem solicit vraag want wil vill onsker exerce objecting objec',
);
const entitlement = new Set([
  'existence',
  'bestaan',
  'bestehen',
  'existencia',
  'esistenza',
  'existencije',
  'existenci',
  'existence',
  'υπαρξη',
  'istnieniu',
  'postojanje',
  'forekomsten',
  'forekomst',
]);
const articleWord =
  /^(?:art|artt|arts|artikel\p{L}*|articles?|articol\p{L}*|articul\p{L}*|artig\p{L}*|artyk\p{L}*|artykul\p{L}*|clan\p{L}*|cl|clank\p{L}*|αρθρ\p{L}*|cikk\p{L}*|artikl\p{L}*)$/u;

function words(list: string): string[] {
  return list.split(/\s+/);
}

/** Whether a sentence names data-protection law or personal data in any of the languages. */
export function namesPrivacyLaw(sentence: Sentence): boolean {
  return mentions(sentence, lawNames, lawPairs, lawWords) || namesForeignLaw(sentence);
}

/** The same, in words of the languages for which we have no rules. */
export function namesForeignLaw(sentence: Sentence): boolean {
  return mentions(sentence, noNames, foreignPairs, foreignWords);
}

const noNames: ReadonlySet<string> = new Set();

function mentions(sentence: Sentence, names: ReadonlySet<string>, pairs: ReadonlySet<string>, stems: readonly string[]): boolean {
  return sentence.words.some(({ text }, at) => {
    const next = sentence.words[at + 1]?.text ?? '';
    return names.has(text) || pairs.has(`${text} ${next}`) || stems.some((stem) => text.startsWith(stem));
  });
}

/** Kinds whose article and right one sentence invokes, in the order written. */
export function invokedRights(sentence: Sentence): { readonly kind: RequestKind; readonly stance: Stance }[] {
  const texts = sentence.words.map((word) => word.text);
  const kinds = new Set(citedArticles(texts).flatMap((number) => articles[number] ?? []));
  if (kinds.size === 0 || texts.some((text) => entitlement.has(text)) || !begins(texts, exercised)) return [];
  return [...kinds]
    .filter((kind) => begins(texts, rights[kind] ?? []))
    .map((kind) => ({ kind, stance: { confidence: confidence.law, reason: 'privacy-law' } }));
}

/** A word of another language for one of our kinds. */
export function speaksOfRequest(sentence: Sentence): boolean {
  return begins(
    sentence.words.map((word) => word.text),
    otherKinds,
  );
}

function begins(texts: readonly string[], stems: readonly string[]): boolean {
  return texts.some((text) => stems.some((stem) => (stem.length < 4 ? text === stem : text.startsWith(stem))));
}

/** The kind of request that an article gives a right to; null: it gives none. */
export function kindOfArticle(article: string): RequestKind | null {
  return (Object.hasOwn(articles, article) ? articles[article] : undefined) ?? null;
}

/** Whether a sentence has a word for the right to ask for a kind. */
export function speaksOfRight({ words: texts }: Sentence, kind: string): boolean {
  return begins(
    texts.map((word) => word.text),
    (Object.hasOwn(rights, kind) ? rights[kind as RequestKind] : undefined) ?? [],
  );
}

/** Numbers of the articles that a sentence cites, in the order written; of "4(7)" the 4. */
export function citedNumbers(sentence: Sentence): readonly string[] {
  const cited = citedArticles(sentence.words.map((word) => word.text));
  return cited.filter((text, at) => /^\d/.test(text) && !/^\d/.test(cited[at - 1] ?? ''));
}

/** Whether a sentence cites an article by number. */
export function citesArticle(sentence: Sentence): boolean {
  return citedArticles(sentence.words.map((word) => word.text)).length > 0;
}

const joiners = new Set(['and', 'en', 'und', 'et', 'y', 'e', 'i', 'a', 'oraz', 'och', 'og', 'και', 'lid', 'of', 'or']);

function citedArticles(texts: readonly string[]): string[] {
  const cited: string[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    if (!articleWord.test(texts[at] ?? '')) continue;
    let next = at + 1;
    while (
      next < texts.length &&
      next <= at + 8 &&
      (/^\d{1,2}$/.test(texts[next] ?? '') || joiners.has(texts[next] ?? '') || articleWord.test(texts[next] ?? ''))
    ) {
      cited.push(texts[next] ?? '');
      next += 1;
    }
  }
  return cited;
}
