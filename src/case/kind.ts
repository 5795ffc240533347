/** What a customer can ask for. Glossary: *request kind*. */
export const requestKinds = ['change', 'deletion', 'copy', 'refund', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * What a case is about: a request, a message a person must read first (`undetermined`),
 * or a demand by a public body (`authority`).
 */
export const caseKinds = [...requestKinds, 'undetermined', 'authority'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Languages in which letters exist. A customer who writes another one is answered in English. */
export const letterLanguages = ['nl', 'en'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
