import type { Case } from '../case/case.ts';
import type { StaffLanguage } from '../case/kind.ts';
import type { Bilingual } from '../case/policy.ts';
import type { FactEvidence } from '../classify/classification.ts';
import type { CasePerson } from '../store/cases.ts';

/** A fact that the opening message plainly names, as staff read it. */
export interface ShownFact {
  readonly fact: FactEvidence['fact'];
  readonly label: Bilingual;
  readonly value: string;
  /** The sentence that carries it; empty where a colleague gave the fact, or none was kept. */
  readonly quote: string;
}

type Told = Pick<CasePerson, 'entities' | 'evidence'>;

/** The facts of a case with their sentences: changes first, for those are what is asked. */
export function showFacts({ entities, evidence }: Told): readonly ShownFact[] {
  const quoteOf = (fact: FactEvidence['fact'], value: string, field: string | null = null) =>
    evidence.find((one) => one.fact === fact && one.value === value && one.field === field)?.quote ?? '';
  const plain = (fact: Exclude<FactEvidence['fact'], 'change'>, values: readonly (string | null)[]): ShownFact[] =>
    values.flatMap((value) => (value === null ? [] : [{ fact, label: factLabels[fact], value, quote: quoteOf(fact, value) }]));
  return [
    ...entities.changes.map(({ field, newValue }) => ({
      fact: 'change' as const,
      label: changeLabels[field] ?? otherChange,
      value: newValue,
      quote: quoteOf('change', newValue, field),
    })),
    ...plain('orderNumber', [entities.orderNumber]),
    ...plain('serviceDate', [entities.serviceDate]),
    ...plain('accountEmail', [entities.accountEmail]),
    ...plain('phoneNumber', entities.phoneNumbers),
  ];
}

export const payoutLabel: Bilingual = { nl: 'Rekening voor de terugbetaling', en: 'Account for the refund' };

/** Accounts as people read them aloud: in fours. */
export function showPayout({ payout }: Pick<CasePerson, 'payout'>): readonly string[] {
  return payout.map((account) => account.replace(/.{4}(?=.)/g, '$& '));
}

const otherTasks: ReadonlySet<string> = new Set(['identity-verified', 'message-read', 'recipients-told']);

/** What a task is to change, beside the task: of a case that asks for a change, its first task that does one. */
export function changesIn({ kind, tasks }: Pick<Case, 'kind' | 'tasks'>, taskId: string, told: Told): readonly ShownFact[] {
  const changing = kind === 'change' ? tasks.find(({ id }) => !otherTasks.has(id)) : undefined;
  return changing?.id === taskId && changing.ticked === null ? showFacts(told).filter(({ fact }) => fact === 'change') : [];
}

/** The longest quote a mail repeats. Characters. */
const longest = 200;
/** More facts than this are read on the page of the case. */
const most = 12;

/** The same for a mail, a line each: `Nieuw adres: Kanaalstraat 14 (“Ons nieuwe adres is Kanaalstraat 14.”)`. */
export function factLines(told: Told, language: StaffLanguage): readonly string[] {
  return showFacts(told)
    .slice(0, most)
    .map(({ label, value, quote }) => {
      const short = quote.length > longest ? `${quote.slice(0, longest).toWellFormed()}…` : quote;
      return `${label[language]}: ${value}${short === '' ? '' : ` (“${short}”)`}`;
    });
}

const factLabels: Readonly<Record<Exclude<FactEvidence['fact'], 'change'>, Bilingual>> = {
  phoneNumber: { nl: 'Telefoonnummer', en: 'Phone number' },
  orderNumber: { nl: 'Bestelling of factuur', en: 'Order or invoice' },
  serviceDate: { nl: 'Dag van de dienst', en: 'Day of service' },
  accountEmail: { nl: 'E-mail van het account', en: 'Account e-mail' },
};

const otherChange: Bilingual = { nl: 'Nieuw gegeven', en: 'New detail' };
const changeLabels: Readonly<Record<string, Bilingual>> = {
  name: { nl: 'Nieuwe naam', en: 'New name' },
  'first name': { nl: 'Nieuwe voornaam', en: 'New first name' },
  'last name': { nl: 'Nieuwe achternaam', en: 'New last name' },
  address: { nl: 'Nieuw adres', en: 'New address' },
  email: { nl: 'Nieuw e-mailadres', en: 'New e-mail address' },
  phone: { nl: 'Nieuw telefoonnummer', en: 'New phone number' },
  company: { nl: 'Nieuwe bedrijfsnaam', en: 'New company name' },
  vat: { nl: 'Nieuw btw-nummer', en: 'New VAT number' },
  'registration number': { nl: 'Nieuw KvK-nummer', en: 'New registration number' },
  'bank holder': { nl: 'Nieuwe rekeninghouder', en: 'New account holder' },
  'birth date': { nl: 'Geboortedatum', en: 'Date of birth' },
};
