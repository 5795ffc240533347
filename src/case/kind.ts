/** What a customer can ask for. Glossary: *request kind*. */
export const requestKinds = ['change', 'deletion', 'copy', 'refund', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * What a case is about: a request, a message a person must read first (`undetermined`),
 * or a demand by a public body (`authority`).
 */
export const caseKinds = [...requestKinds, 'undetermined', 'authority'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What a person who has read a message may say it asks. */
export const determinedKinds = [...requestKinds, 'authority'] as const;
export type DeterminedKind = (typeof determinedKinds)[number];

/** Requests under the GDPR; a refund is consumer law, and an authority has its own order. */
export function isPrivacyKind(kind: CaseKind): boolean {
  return kind === 'change' || kind === 'deletion' || kind === 'copy' || kind === 'objection';
}

/**
 * Whether a case of this kind is known to named people alone, and so is left out of every list, count, digest, export and
 * copy that others read (policy §3). Whoever a demand is about must not learn of it from us.
 */
export function isConfidential(kind: CaseKind): boolean {
  return kind === 'authority';
}

/** The kinds that are known to named people alone. */
export const confidentialKinds: readonly CaseKind[] = caseKinds.filter(isConfidential);

/** Letters about one case that staff approve before they leave. */
export const caseLetterKinds = [
  'completion-notice',
  'partial-completion',
  'refusal',
  'identity-request',
  'clarification',
  'extension',
  'refund-window',
  'fee-notice',
  'correction',
  'reminder',
] as const;
export type CaseLetterKind = (typeof caseLetterKinds)[number];

export function isCaseLetter(kind: string): kind is CaseLetterKind {
  return caseLetterKinds.some((one) => one === kind);
}

/** The status a case gets when this letter was accepted; null: the case stays open. */
export function closes(letterKind: string): 'completed' | 'partly-completed' | 'refused' | null {
  if (letterKind === 'completion-notice') return 'completed';
  if (letterKind === 'partial-completion') return 'partly-completed';
  return letterKind === 'refusal' ? 'refused' : null;
}

/** Languages in which letters exist. A customer who writes another one is answered in English. */
export const letterLanguages = ['nl', 'en', 'de', 'fr'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** Languages in which our own people are written to, and the console speaks. */
export const staffLanguages = ['nl', 'en'] as const;
export type StaffLanguage = (typeof staffLanguages)[number];

/** The language in which somebody works here who reads the digest in that one: German and French readers work in English. */
export function workingLanguage(language: LetterLanguage): StaffLanguage {
  return language === 'nl' ? 'nl' : 'en';
}
