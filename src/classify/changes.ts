import { findPaymentData } from '../privacy/payment.ts';
import type { Entities } from './classification.ts';
import type { Sentence } from './sentence.ts';

type Change = Entities['changes'][number];

/** Names of fields as people write them, most particular first. */
const fields: readonly (readonly [field: string, words: string])[] = [
  ['email', 'e-?mail(?:[ -]?(?:adres|adresse|address|account))?|mail-?adres|mailadresse|adresse (?:e-?)?mail|courriel'],
  ['bank holder', 'rekeninghouder|account ?holder|kontoinhaber(?:in)?|titulaire du compte'],
  ['vat', 'btw[ -]?(?:nummer|nr|id)?|vat(?: number| id)?|ust-?id(?:nr|-nr)?|umsatzsteuer-?id|num[eé]ro de tva|tva'],
  ['company', 'bedrijfsnaam|handelsnaam|company ?name|business name|firmenname|raison sociale|nom de (?:la )?soci[eé]t[eé]'],
  [
    'phone',
    'telefoonnummer|mobiele? nummer|phone(?: number)?|telephone(?: number)?|mobile(?: number)?|telefonnummer|handynummer|num[eé]ro de t[eé]l[eé]phone',
  ],
  ['address', '(?:woon|factuur|post|vestigings|huis)?adres|(?:billing |postal |home )?address|(?:rechnungs|wohn)?adresse|anschrift'],
  ['name', '(?:achter|voor)?naam|tenaamstelling|(?:last |first |sur|full )?name|(?:nach|vor)?namen?|nom(?: de famille)?'],
];
const connector =
  '(?:(?:is|are|wordt|werd|luidt|lautet|ist|est|moet zijn|should be|should read|is nu|is now|sera|devient)(?: (?:now|nu|voortaan|vanaf nu|jetzt|d[eé]sormais|veranderd in|gewijzigd in|gewijzigd naar|changed to))?|naar|in|to|into|zu|auf|en|par|:|=|->|→)';
const patterns = fields.map(([field, words]) => ({
  field,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])[ ]{0,3}(?:[^\\n.:]{0,60}? )??${connector}[ ]{1,3}(\\S[^\\n]{0,159})`,
    'iu',
  ),
}));
const hasNewness =
  /nieuw|new|neu|nouv|wijzig|verander|aanpas|chang|updat|correct|amend|rectif|korrig|[aä]nder|aktualis|modif|verhuisd|moved|umgezogen|d[eé]m[eé]nag|voortaan|from now|is nu|is now|should be|should read|moet zijn|lauten|lautet|:|->|→|niet langer|no longer/i;

/** Fields with the new value that the sender plainly gives. One value a field, the first; nothing that holds payment data. */
export function findChanges(sentences: readonly Sentence[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { text, origin } of sentences) {
    if (origin === 'subject' || !hasNewness.test(text)) continue;
    for (const line of text.split('\n')) {
      const change = readChange(line);
      if (change !== null && !changes.has(change.field)) changes.set(change.field, change);
    }
  }
  return [...changes.values()];
}

function readChange(line: string): Change | null {
  for (const { field, pattern } of patterns) {
    const value = pattern.exec(line)?.[1];
    const newValue = value === undefined ? null : cleanValue(field, value);
    if (newValue !== null) return { field, newValue };
  }
  return null;
}

/** What people add behind the value: "please", "aanpassen". */
const courtesy =
  /(?:[\s,]{1,3}(?:aub|svp|a\.u\.b\.?|s\.v\.p\.?|please|thanks|thank you|bedankt|dank|alstublieft|wijzigen|veranderen|aanpassen|[aä]ndern|zetten|graag|bitte|merci)){1,4}[\s.!,]{0,3}$/iu;

function cleanValue(field: string, written: string): string | null {
  const target = /(?:^|\s)(?:naar|to|into|nach|->|→|maar|but)\s+(\S.*)$/iu.exec(written)?.[1] ?? written;
  const value = target
    .replace(courtesy, '')
    .replace(/[\s.!,;?]+$/, '')
    .replace(/^["'“‘]|["'”’]$/g, '');
  if (value.length < 2 || value.includes('?') || findPaymentData(value).length > 0) return null;
  if (field === 'email') return /[^\s<>"]{1,64}@[^\s<>"]{3,253}/.exec(value)?.[0].replace(/[.,;]+$/, '') ?? null;
  if (field === 'phone') return /\d[\d ()./-]{5,}/.test(value) ? value : null;
  if (field === 'address' || field === 'vat') return /\d/.test(value) && !value.includes('@') ? value : null;
  return /^["'“]?\p{Lu}/u.test(value) && value.length <= 80 ? value : null;
}
