import { wordsOf } from '../sentence.ts';
import { mandateWords } from './words.ts';

/** "On behalf of" and its like, with what follows. Bounded, so linear. */
const forWhom =
  /(?<!\p{L})(?:on behalf of|namens|im namen von|im auftrag von|i\. ?a\. von|au nom de|pour le compte de|en nombre de|per conto di|a nome di|w imieniu|em nome de)[ \t]{1,4}([^\n]{2,80})/giu;
/** Sellers speak so for their own firm. */
const own =
  /(?<!\p{L})(?:b\.?v|n\.?v|v\.?o\.?f|gmbh|ug|ag|ltd|limited|llc|inc|plc|sarl|sas|s\.?r\.?l|s\.?l|s\.?a|sp\. ?z|team|department|afdeling|abteilung|support|company|bedrijf|firma|directie|bestuur|management|stichting|vereniging|university|gemeente)(?!\p{L})/iu;
const relatives =
  /^(?:my|mijn|meine[rsm]?|ma|mon|mes|mi|mia|mio|mojej|mojego|minha|meu|our|onze|unsere[rsm]?|notre|nuestr[oa]|nostr[oa]|nasze[jg]o?)\s+(?:late |overleden |verstorbene[nr]? )?(?:client|cliënt|mandant|user|member|mother|father|wife|husband|partner|son|daughter|child|parents|grandmother|grandfather|brother|sister|moeder|vader|vrouw|man|zoon|dochter|kind|ouders|oma|opa|broer|zus|gebruiker|lid|mutter|vater|frau|mann|sohn|tochter|eltern|nutzer|mère|père|femme|mari|fils|fille|enfant|utilisa|madre|padre|esposa|marido|hij[oa]|usuari|moglie|marito|figli|utente|matk|ojc|żon|męż|syn|córk|użytkow)/iu;
const person =
  /^(?:(?:mr|mrs|ms|miss|dr|dhr|de heer|mevr|mevrouw|mw|herrn?|frau|m|mme|monsieur|madame|sr|sra|sig|sig\.ra|pan[ai]?)\.? )?\p{Lu}[\p{L}'’.-]{0,24} (?:(?:van|von|de|den|der|del|della|di|da|el|la|te|ten|ter|zu) ){0,3}\p{Lu}[\p{L}'’-]{1,24}/u;

/**
 * Whether a text says that it is written for somebody else than the writer: a mandate, a client, a relative, a name. A firm
 * that speaks for itself does not.
 * @param said the same text as folded words between blanks
 */
export function actsForAnother(text: string, said: string): boolean {
  if (mandateWords.some((phrase) => said.includes(` ${phrase} `))) return true;
  for (const [, whom = ''] of text.slice(0, 60_000).matchAll(forWhom)) {
    const object = whom.replace(/^(?:the |de |het |der |dem |den |la |le |il )/iu, '');
    if (relatives.test(object)) return true;
    const first = object.split(/[,;:.]\s|[,;:]$/)[0] ?? '';
    if (person.test(object) && !own.test(first) && wordsOf(first).length > 1) return true;
  }
  return false;
}
