/**
 * The words in which people write that something about them has changed: Dutch, English, German, French, and the plain ones
 * of Spanish, Italian, Polish and Portuguese. Parts of regular expressions, each without a repeat inside a repeat.
 */

/** Names of fields, the most particular first: `first name` before `name`. A field may stand here twice. */
const fields: readonly (readonly [field: string, words: string])[] = [
  [
    'email',
    'e-?mail(?:[ -]?(?:adres|adresse|address|account))?|mail-?adres|mailadresse|adresse (?:e-?)?mail|adresse [ée]lectronique|courriel|correo electr[oó]nico|indirizzo e-?mail|adresu? e-?mail|endere[cç]o de e-?mail',
  ],
  [
    'bank holder',
    '(?:naam van de )?rekeninghouder|(?:name of the )?account ?holder|kontoinhaber(?:in)?|titulaire du compte|titular de la cuenta|intestatario del conto|w[lł]a[sś]ciciel(?:a)? konta|titular da conta',
  ],
  [
    'vat',
    'btw[ -]?(?:nummer|nr|id)?|vat(?: number| no| id)?|ust-?id(?:-?nr)?|umsatzsteuer-?id|(?:num[eé]ro de )?tva|n[uú]mero de iva|nif|cif|partita iva|nip|n[uú]mero de contribuinte',
  ],
  [
    'registration number',
    'kvk(?:[ -]?(?:nummer|nr))?|handelsregister(?:nummer|nr)?|chamber of commerce(?: number)?|(?:company )?registration number|company number|siren|siret|regon|krs',
  ],
  [
    'company',
    "bedrijfsnaam|handelsnaam|naam van (?:ons|het|mijn) bedrijf|company ?name|business name|trading name|name of (?:our|my|the) company|firmenname[n]?|raison sociale|nom de (?:la |notre )?soci[eé]t[eé]|nom de (?:l’|l')entreprise|raz[oó]n social|nombre de (?:la )?empresa|ragione sociale|nazw[aęey] firmy|nome da empresa",
  ],
  [
    'birth date',
    'geboortedatum|date of birth|birth ?date|birthday|dob|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita|dat[aęe] urodzenia|data de nascimento',
  ],
  [
    'phone',
    '(?:telefoon|mobiele |contact)nummer|mobiel nummer|telefoon|telefon|(?:tele)?phone(?: number)?|mobile(?: number| phone)?|contact number|telefonnummer|handynummer|num[eé]ro de (?:t[eé]l[eé]phone|portable)|n[uú]mero de (?:tel[eé]fono|telefone|m[oó]vil)|t[eé]l[eé]phone|tel[eé]fono|numero di (?:telefono|cellulare)|numeru? telefonu|telefone|telem[oó]vel',
  ],
  [
    'address',
    '(?:woon|factuur|post|vestigings|bezoek|huis)?adres(?:u)?|(?:billing |postal |home |street |invoice )?address|(?:rechnungs|wohn|post)?(?:adresse|anschrift)|direcci[oó]n|domicilio|indirizzo|morada|endere[cç]o',
  ],
  ['name', 'voor- en achternaam|first and last name|vor- und nachname|imi[ęe] i nazwisko|nombre y apellidos|nome e cognome'],
  ['first name', 'voornaam|roepnaam|first name|given name|forename|vorname[n]?|pr[eé]nom|nombre de pila|imi[ęe]|primeiro nome'],
  [
    'last name',
    'achternaam|familienaam|last name|surname|family name|(?:nach|familien)name[n]?|nom de famille|apellidos?|cognome|nazwisko|apelido',
  ],
  ['name', 'naam|tenaamstelling|(?:full )?name|namen|nom|nombre|nome'],
];

/** How a polite question begins that is a request all the same. */
export const politely =
  /^.{0,40}?(?<!\p{L})(?:kunt|kunnen|kun|kan|wilt|willen|zou|zouden|could|can|would|will|k[öo]nn|w[üu]rd|pourr|peu|podr|pued|potr|puo|mo[żz]|pode)/iu;

const words = (alternatives: string) => `(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`;

/** Each entry is a group of its own, so that the group that matched says which field it is. */
export const mention = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:${fields.map(([, names]) => `(${names})`).join('|')})(?![\\p{L}\\p{N}]|[@_][\\p{L}\\p{N}])`,
  'giu',
);
export const fieldOf = (match: RegExpExecArray): string => fields[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '';

export const adverbs =
  'now|nu|voortaan|vanaf nu|inmiddels|from now on|jetzt|nun|k[üu]nftig|ab sofort|ab jetzt|d[ée]sormais|maintenant|dor[ée]navant|ahora|ora|adesso|teraz|agora|als volgt|as follows|wie folgt';

/** What stands between a field and its new value. */
export const connector = new RegExp(
  `${words(
    `(?:is|are|wordt|werd|luidt|lautet|lauten|ist|wird|est|sera|devient|moet|moeten|dient|should (?:now )?(?:be|read)|must be|needs to be|will be|soll|muss|doit(?: [êe]tre)?|es|ser[áa]|debe(?: ser)?|è|sar[àa]|deve(?: essere| ser)?|jest|brzmi|powinno by[ćc]|é|passa a ser|naar|to|into|in|op|zu|auf|en|à|par|a|por|para|con|na|door|by|with|durch|als|as)(?: (?:${adverbs}))?`,
  )}|[:=]|->|=>|→`,
  'giu',
);

/** Merely says what is: a change only where something before it says so. */
export const copula = /^(?:is|are|ist|est|es|è|jest|é|to)$/iu;
/** Right before a copula, in languages that deny there. */
export const deniedBefore = /(?<!\p{L})(?:non|no|não|nie)\s*$/iu;
/** "Jansen should be Janssen". */
export const shouldBe =
  / (?:naar|into|moet|should be|must be|muss|soll|doit [êe]tre|debe ser|deve essere|deve ser|powinno by[ćc]) (?=\S)/iu;

/** Says that something is new or is to be changed; without it a sentence merely names an address. */
export const newness = new RegExp(
  `${words(
    `nieuwe?|new|neue?[nrsm]?|nouveaux?|nouvel(?:le)?s?|nuev[oa]s?|nuov[oaie]|now[yaeą]|nowego|nov[oa]s?|${adverbs}|no longer|niet langer|verhuisd|moved|umgezogen|should|moet|moeten|dient|soll|muss|doit|debe|deve|powinn?[oai]|instead|in plaats|statt|lautet|lauten|luidt|por favor cambi\\p{L}{1,6}`,
  )}|(?<!\\p{L})(?:wijzig|gewijzig|verander|aan(?:ge)?pas|pas |chang|updat|correct|amend|rectif|korrig|correg|corrig|[aä]nder|ge[aä]ndert|aktualis|actualiz|actualis|aggiorn|modif|cambi|zmian|zmieni|popraw|alter|mudar|mudan|atualiz|vervang|replac|ersetz|remplac|sostitu|d[eé]m[eé]nag)|->|=>|→`,
  'iu',
);

/** Stands before or behind a field whose value is the old one. */
export const oldness = new RegExp(
  words(
    'oude?|vorige|huidige?|old|previous|former|current|alte[nrsm]?|bisherige[nrsm]?|fr[üu]here[nrsm]?|aktuelle[nrsm]?|ancien(?:ne)?s?|actuel(?:le)?|antigu[oa]|anterior|actual|vecchi[oa]|attuale|precedente|star[yaeą]|poprzedni[aeą]?|antig[oa]',
  ),
  'iu',
);

/** Right before a field: it is the reader's, not the writer's. */
export const theirs =
  /(?<![\p{L}\p{N}])(?:uw|jullie|your|ihre[nrms]?|euer|eure[nrm]?|votre|vos|vuestr[oa]|vostr[oa]|wasz[aey]?|vosso|vossa)(?: (?:nieuwe?|eigen|new|own|neue[nrsm]?|nouvel(?:le)?|nouveau|nuev[oa]|nuov[oa]|now[ya]|nov[oa]))? $/iu;

/** "Ik heet voortaan": a name with no word for name. The adverb makes it a change. */
export const callsItself = new RegExp(
  `${words(
    "ik heet|i am|i’m|i'm|ich hei(?:ß|ss)e|je m['’]appelle|me llamo|mi chiamo|nazywam si[ęe]|chamo-me|me chamo",
  )} (?:${adverbs}|(?:seit|sinds|since|depuis) (?:der |meiner |mijn |my |our |mon |notre |de |het )?\\p{L}{3,14})(?: called| known as)? `,
  'iu',
);
export const companyCallsItself = new RegExp(
  `${words(
    "(?:wij|ons bedrijf|onze zaak) (?:heten|heet)|(?:we|our company) (?:are|is)|(?:wir|unsere firma|unser unternehmen) hei(?:ß|ss)(?:en|t)|notre (?:soci[ée]t[ée]|entreprise) s['’]appelle|nuestra empresa se llama|la nostra azienda si chiama|nasza firma nazywa si[ęe]|a nossa empresa chama-se",
  )} (?:${adverbs})(?: called)? `,
  'iu',
);
export const livesElsewhere = new RegExp(
  `${words(
    "verhuisd naar|woon (?:nu|voortaan|inmiddels) (?:op|aan|in)|moved to|now live (?:at|in)|umgezogen (?:nach|in)|wohne jetzt (?:in|an)|d[ée]m[ée]nag[ée] (?:au|à|dans)|j['’]habite (?:d[ée]sormais|maintenant)(?: au| à)?|mudado (?:a|al)|vivo ahora en|trasferit[oaie] (?:a|in)|abito ora in|przeprowadzi(?:łem|łam|lem|lam|liśmy) si[ęe] (?:na|do)|mieszkam teraz (?:na|przy|w)|mudei-me para",
  )} `,
  'iu',
);
/** "k.lowe@mail.example is our new", right before the field. */
export const isOurNew = new RegExp(
  `^(\\S.{1,158}) (?:is|wordt|ist|wird|est|es|è|to|é)(?: (?:${adverbs}))? (?:my|our|mijn|ons|onze|meine?|unsere?|mon|ma|notre|mi|nuestr[oa]|(?:il mio|la mia)|m[oó]j|moja|(?:o meu|a minha)) (?:new|nieuwe?|neue[rs]?|nouve(?:au|lle?)|nuev[oa]|nuov[oa]|now[ya]|nov[oa]) $`,
  'iu',
);
/** Write there and nowhere else: one address with such a word is the new one. */
export const fromNowOn =
  /voortaan|vanaf nu|from now on|in future|k[üu]nftig|ab sofort|ab jetzt|d[ée]sormais|dor[ée]navant|a partir de a(?:hora|gora)|d['’]ora in poi|od teraz/iu;
/** Between two addresses: the second is the new one, or the first. */
export const thenNew =
  /(?<![\p{L}\p{N}])(?:nieuwe?|new|neue|nouvelle|nueva|nuovo|nowy|novo|naar|to|in|by|with|door|moet|wordt|should|becomes|durch|zu|auf|par|por|con|à|a|na|para)(?![\p{L}\p{N}])|->|=>|→/iu;
export const ratherThan =
  /(?<![\p{L}\p{N}])(?:in plaats van|i\.?p\.?v\.?|instead of|rather than|(?:en |and |und )?(?:niet|not|nicht)|(?:an)?statt|anstelle|au lieu d[eu]|et non|en lugar de|y no|al posto di|e non|zamiast|em vez de|e não)(?![\p{L}\p{N}])/iu;
