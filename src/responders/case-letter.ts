import type { CaseLetterKind } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { longDay, moment } from './dates.ts';
import { type CaseLetterExtras, type CaseLetterFacts, changedFields, type EditableLetter } from './letter.ts';
import type { View } from './letter-facts.ts';
import { renderEditable, renderEdited } from './render.ts';
import type { Templates } from './templates.ts';

/** Writes a letter about one case. It leaves only after staff approved this very text. */
export function caseLetter<K extends CaseLetterKind>(
  templates: Templates,
  kind: K,
  common: CaseLetterFacts,
  extras: CaseLetterExtras[K],
): EditableLetter {
  return renderEditable(templates, kind, common.language, view(kind, common, extras));
}

/**
 * The same letter with `body` as staff rewrote it: plain text, or Markdown without HTML and links. The rest is made
 * from the template again, whatever the body says. Throws an `ExpectedError` for an empty or endless body.
 */
export function editedLetter<K extends CaseLetterKind>(
  templates: Templates,
  kind: K,
  common: CaseLetterFacts,
  extras: CaseLetterExtras[K],
  body: string,
): EditableLetter {
  return renderEdited(templates, kind, common.language, view(kind, common, extras), body);
}

function view<K extends CaseLetterKind>(kind: K, common: CaseLetterFacts, extras: CaseLetterExtras[K]): View<K> {
  const { language, company, complaints, reference } = common;
  return {
    company,
    complaints,
    reference,
    kind: common.kind,
    receivedOn: moment(language, common.receivedAt, common.timeZone).day,
    ...views[kind]((day) => longDay(language, day), extras),
  } as View<K>;
}

type Write = (day: Day) => string;
type AboutCase = 'company' | 'complaints' | 'reference' | 'kind' | 'receivedOn';
type Views = { readonly [K in CaseLetterKind]: (day: Write, extras: CaseLetterExtras[K]) => Omit<View<K>, AboutCase> };

const views: Views = {
  'completion-notice': (day, { doneOn, done, recipientsTold, download, fields }) => ({
    doneOn: day(doneOn),
    done: paragraphs(done),
    fields: known(fields),
    listsFields: known(fields).length > 0,
    ownWords: paragraphs(done).length > 0,
    ...told(recipientsTold),
    ...page(day, download),
  }),
  'partial-completion': (day, { doneOn, done, reasons, recipientsTold, download }) => ({
    doneOn: day(doneOn),
    done: paragraphs(done),
    reasons: paragraphs(reasons),
    ...told(recipientsTold),
    ...page(day, download),
  }),
  refusal: (_, { reasons }) => ({ reasons: paragraphs(reasons) }),
  'identity-request': (day, { code, codeUntil, otherAddress }) => ({ code, codeUntil: day(codeUntil), otherAddress }),
  clarification: (_, { question, pauses }) => ({ question: paragraphs(question), pauses }),
  extension: (day, { because, reasons, firstDueOn, newDueOn, promisedOn }) => ({
    complexity: because.includes('complexity'),
    numberOfRequests: because.includes('number-of-requests'),
    reasons: paragraphs(reasons),
    firstDueOn: day(firstDueOn),
    newDueOn: day(newDueOn),
    promisedOn: promisedOn === null ? null : day(promisedOn),
  }),
  'refund-window': (day, { serviceOn, windowEndsOn, sentOn }) => ({
    serviceOn: serviceOn === null ? null : day(serviceOn),
    windowEndsOn: windowEndsOn === null ? null : day(windowEndsOn),
    sentOn: day(sentOn),
  }),
  'fee-notice': (_, { amount, because, reasons }) => ({ amount, because, reasons: paragraphs(reasons) }),
  correction: (_, { words }) => ({ words: paragraphs(words) }),
  reminder: (day, { waitingFor, askedOn, question }) => ({ waitingFor, askedOn: day(askedOn), question: paragraphs(question) }),
};

function told(recipients: readonly string[] | undefined) {
  if (recipients === undefined) return { told: 'not-recorded', toldWhom: [] };
  return { told: recipients.length === 0 ? 'nobody' : 'some', toldWhom: recipients };
}

function known(fields: readonly string[]): readonly string[] {
  return changedFields.filter((field) => fields.includes(field));
}

function page(day: Write, download: { readonly url: string; readonly until: Day } | null) {
  return { downloadUrl: download?.url ?? null, downloadUntil: download === null ? null : day(download.until) };
}

/** Staff's paragraphs, divided by empty lines; a single line break folds. */
function paragraphs(words: string | null): readonly string[] {
  return (words ?? '')
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
