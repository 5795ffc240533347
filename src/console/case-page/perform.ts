import type { Case } from '../../case/case.ts';
import type { CaseCommand, Refusal } from '../../case/command.ts';
import { disclosedCategories, disclosureGrounds } from '../../case/demand.ts';
import type { CaseLetterKind, DeterminedKind } from '../../case/kind.ts';
import { determinedKinds, requestKinds } from '../../case/kind.ts';
import { normaliseReference } from '../../case/reference.ts';
import { acknowledgeAnyway } from '../../worker/acknowledge-anyway.ts';
import { writeNote } from '../../worker/case-page-commands.ts';
import { confirmIntake } from '../../worker/confirm-intake.ts';
import { linkCases } from '../../worker/link-cases.ts';
import { rewriteDraft } from '../../worker/rewrite-draft.ts';
import { splitCase } from '../../worker/split-case.ts';
import { commandCase, determine, requestLetter, type Situation, type StaffOutcome } from '../../worker/staff-commands.ts';
import type { Sent } from '../form.ts';
import type { Request } from '../page.ts';
import type { Action, ActionId } from './actions.ts';
import { dayIn } from './days.ts';
import { readFiles } from './files.ts';

/** What came of an action: done, why not, or that there is no such case. */
export type Performed = { readonly done: true } | { readonly done: false; readonly refusal: Refusal | null };

const done: Performed = { done: true };

/** Carries out an action with what a person sent. Who may do it was checked before. */
export async function perform(c: Request, reference: string, action: Action, sent: Sent): Promise<Performed> {
  const missing = missingField(action, sent);
  if (missing !== null) return refusedFor(missing);
  const by = c.var.viewer.member.id;
  const letter = letterOf(action.id);
  if (letter !== null) return askLetter(c, reference, letter, sent);
  const { context } = c.var;
  switch (action.id) {
    case 'edit':
      return edit(c, reference, sent);
    case 'note':
      return (await writeNote(context, reference, by, sent.text('text'))) ? done : { done: false, refusal: null };
    case 'determine':
    case 'reclassify':
      return withNote(c, reference, sent, await determine(context, reference, kindOf(sent.text('kind'), determinedKinds) ?? 'none', by));
    case 'split': {
      const kind = kindOf(sent.text('kind'), requestKinds);
      return kind === null ? refusedFor(fieldMissing) : outcomeOf((await splitCase(context, reference, kind, by)).outcome);
    }
    case 'link':
    case 'unlink': {
      const other = normaliseReference(sent.text('other')) ?? sent.text('other');
      return outcomeOf(await linkCases(context, action.id === 'link' ? 'link-case' : 'unlink-case', reference, other, by));
    }
    case 'confirm-intake': {
      const receivedAt = momentOf(sent.text('received'), context.timeZone);
      if (receivedAt === null) return refusedFor(badMoment);
      return outcomeOf(await confirmIntake(context, reference, { address: sent.text('requester'), name: null, receivedAt }, by));
    }
    case 'set-term':
    case 'disclose':
    case 'disclose-nothing':
      return performDemand(c, reference, action.id, sent);
    case 'acknowledge':
      return outcomeOf(await acknowledgeAnyway(context, reference, by));
    default: {
      const reason = sent.text('reason');
      const note = reason === '' ? {} : { note: { by, text: reason } };
      return outcomeOf(await commandCase(context, reference, (state, situation) => commandOf(action.id, state, situation, sent, by), note));
    }
  }
}

/** What is recorded of a public body's demand, its words as a note of the case. */
async function performDemand(
  c: Request,
  reference: string,
  id: 'set-term' | 'disclose' | 'disclose-nothing',
  sent: Sent,
): Promise<Performed> {
  const { context, viewer } = c.var;
  const by = viewer.member.id;
  const on =
    id === 'disclose-nothing' ? dayIn(context.clock.now().toString(), context.timeZone) : sent.text(id === 'disclose' ? 'on' : 'until');
  const day = dayOf(on)?.toString();
  if (day === undefined) return refusedFor(badMoment);
  const note = { note: { by, text: sent.text(id === 'set-term' ? 'reason' : 'words') } };
  const ground = id === 'disclose' ? (disclosureGrounds.find((one) => one === sent.text('ground')) ?? null) : null;
  const what = id === 'disclose' ? disclosedCategories.filter((one) => sent.all('what').includes(one)) : [];
  const command: CaseCommand =
    id === 'set-term' ? { type: 'set-term', dueOn: day, by } : { type: 'record-disclosure', ground, what, on: day, by };
  return outcomeOf(await commandCase(context, reference, () => command, note));
}

function outcomeOf(outcome: StaffOutcome): Performed {
  if (outcome.done) return outcome.addressless ? refusedFor(addressless) : done;
  return { done: false, refusal: outcome.refusal };
}

function refusedFor(refusal: Refusal): Performed {
  return { done: false, refusal };
}

/** The reason of a kind that was changed is kept for colleagues, once it was. */
async function withNote(c: Request, reference: string, sent: Sent, outcome: StaffOutcome): Promise<Performed> {
  const reason = sent.text('reason');
  if (outcome.done && reason !== '') await writeNote(c.var.context, reference, c.var.viewer.member.id, reason);
  return outcomeOf(outcome);
}

const letters: Partial<Record<ActionId, CaseLetterKind>> = {
  complete: 'completion-notice',
  partial: 'partial-completion',
  refuse: 'refusal',
  'refund-window': 'refund-window',
  fee: 'fee-notice',
  correct: 'correction',
  'ask-identity': 'identity-request',
  clarify: 'clarification',
  remind: 'reminder',
  extend: 'extension',
};

function letterOf(id: ActionId): CaseLetterKind | null {
  return letters[id] ?? null;
}

async function askLetter(c: Request, reference: string, letterKind: CaseLetterKind, sent: Sent): Promise<Performed> {
  const files = await readFiles(sent.files('files'));
  const orNull = (name: string) => (sent.text(name) === '' ? null : sent.text(name));
  const told = sent
    .text('told')
    .split('\n')
    .flatMap((line) => line.trim() || []);
  const input = {
    words: orNull('words'),
    reasons: orNull('reasons'),
    because: sent.all('because').filter((one) => one !== ''),
    amount: orNull('amount'),
    ...(told.length === 0 ? {} : { recipientsTold: told }),
    ...(orNull('to') === null ? {} : { to: orNull('to') }),
    // Asked for anew: nobody's earlier rewriting stands in for it.
    body: null,
  };
  const extras = { input, ...(files.length === 0 ? {} : { attachments: files }) };
  return outcomeOf(await requestLetter(c.var.context, reference, letterKind, c.var.viewer.member.id, extras));
}

async function edit(c: Request, reference: string, sent: Sent): Promise<Performed> {
  const added = await readFiles(sent.files('files'));
  const wish = { hash: sent.text('hash'), body: sent.text('body'), keep: sent.all('keep').map(Number), added };
  return outcomeOf(await rewriteDraft(c.var.context, reference, c.var.viewer.member.id, wish));
}

function kindOf<Kind extends DeterminedKind>(value: string, among: readonly Kind[]): Kind | null {
  return among.find((kind) => kind === value) ?? null;
}

/** The core's command for what was asked; the letter and its content are those the person saw, not those of now. */
function commandOf(id: ActionId, state: Case, { letterOnItsWay }: Situation, sent: Sent, by: string): CaseCommand | Refusal {
  const letterId = sent.text('letter');
  switch (id) {
    case 'approve':
      return { type: 'approve', letterId, hash: sent.text('hash'), by };
    case 'reject':
    case 'send-back':
      return { type: id, letterId, by };
    case 'undo':
      return { type: 'undo-approval', letterOnItsWay, by };
    case 'tick':
      return { type: 'tick-task', task: sent.text('task'), by };
    case 'untick':
      return { type: 'untick-task', task: sent.text('task'), by };
    case 'outside':
      return { type: 'settle-outside-answer', finished: sent.text('finished') === 'yes', by };
    case 'assign':
      return { type: 'assign', to: sent.text('to') === '' ? null : sent.text('to'), by };
    case 'pause':
      return { type: 'pause', because: sent.text('because') === 'clarification' ? 'clarification' : 'identity-doubt', by };
    case 'resume':
    case 'accept-pause':
    case 'accept-breach':
    case 'withdraw':
    case 'reopen':
      return { type: id, by };
    case 'represent':
      return { type: 'note-representative', representative: representativeOf(sent.text('who')), by };
    case 'hold':
      return dayOf(sent.text('until')) === null ? badMoment : { type: 'place-hold', reviewOn: sent.text('until'), letterOnItsWay, by };
    case 'lift-hold':
      return { type: 'lift-hold', by };
    default:
      throw new Error(`${id} of ${state.status} has no command of its own`);
  }
}

function momentOf(value: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return null;
  }
}

function representativeOf(value: string): 'lawyer' | 'portal' | 'parent' {
  return value === 'portal' || value === 'parent' ? value : 'lawyer';
}

function dayOf(value: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(value);
  } catch {
    return null;
  }
}

/** A field that must be filled and was not, or holds more than it may. */
function missingField({ fields }: Action, sent: Sent): Refusal | null {
  for (const { name, kind, required = false, most, values } of fields) {
    const all = sent.all(name).filter((value) => value !== '');
    if (kind !== 'files' && required && all.length === 0) return fieldMissing;
    if (values !== undefined && all.some((value) => !values.includes(value))) return fieldMissing;
    if (most !== undefined && all.some((value) => value.length > most)) return tooLong;
  }
  return null;
}

const fieldMissing: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Er ontbreekt iets. Vul de velden in en probeer het opnieuw.',
    en: 'Something is missing. Fill in the fields and try again.',
  },
};
const tooLong: Refusal = { code: 'not-possible-now', text: { nl: 'Dat is te lang. Kort het in.', en: 'That is too long. Shorten it.' } };
const badMoment: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Dat is geen datum of tijd die wij kunnen lezen. Kies hem in het veld.',
    en: 'That is no date or time we can read. Choose it in the field.',
  },
};
const addressless: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Er is niemand om aan te schrijven: van deze klant is geen (bekend) adres vastgelegd. Vul het adres in, of bel.',
    en: 'There is nobody to write to: no address (on file) is recorded for this customer. Fill in the address, or telephone.',
  },
};
