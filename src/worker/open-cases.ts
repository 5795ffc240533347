/** Opens the cases of one message: one per kind, linked, and one acknowledgement that names them all. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Attention, Channel } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import { replay } from '../case/evolve.ts';
import { type CaseKind, type LetterLanguage, letterLanguages } from '../case/kind.ts';
import { open } from '../case/open.ts';
import { react } from '../case/react.ts';
import { makeReference } from '../case/reference.ts';
import type { Classification } from '../classify/classification.ts';
import { noEntities } from '../classify/classification.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { sentInstant } from '../intake/receipt.ts';
import { searchKeys } from '../privacy/search-key.ts';
import { type CasePerson, loadCases } from '../store/cases.ts';
import { createKey } from '../store/keys.ts';
import type { WithheldBecause } from '../store/letters.ts';
import { askStaff } from './ask-staff.ts';
import { alertToDemand } from './authority-alert.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { writeAcknowledgement } from './customer-letters.ts';
import { keepsPayout } from './payout.ts';
import type { Recognition } from './recognise.ts';
import { addLoaded, type Work } from './work.ts';

export interface OpeningFacts {
  readonly messageId: string;
  readonly receivedAt: Temporal.Instant;
  readonly kinds: readonly CaseKind[];
  readonly attention: readonly Attention[];
  readonly continues: readonly string[];
  readonly requesterIndex: Uint8Array | null;
  /** `send`; `withhold`: written but kept for a person; `none`: not even written (before go-live). */
  readonly acknowledgement: 'send' | 'withhold' | 'none';
  /** Why it is withheld, when it is. */
  readonly withheldBecause?: WithheldBecause | null;
  /** What the customer directory knows of the sender; absent: nothing. */
  readonly recognition?: Recognition | null;
  /** Absent: by mail. */
  readonly channel?: Channel;
  /** Absent: yes. */
  readonly intakeConfirmed?: boolean;
  /** Accounts named for a refund; absent: none. */
  readonly payout?: readonly string[];
  /** Staff id of who opened it by hand; absent: a message did. */
  readonly openedBy?: string;
}

/** Fields of a change that are not contact data. Everything else may move where letters and codes go. */
const notContact = new Set(['vat', 'company']);

export async function openCases(
  context: Context,
  work: Work,
  message: ParsedMessage | null,
  found: Classification | null,
  facts: OpeningFacts,
): Promise<void> {
  const entities = found?.entities ?? noEntities;
  const changes = entities.changes.map((change) => change.field);
  const onBehalf = found?.reasons.includes('on-behalf') ?? false;
  const opened = open(
    {
      messageId: facts.messageId,
      receivedAt: facts.receivedAt.toString(),
      sentAt: message === null ? null : (sentInstant(message)?.toString() ?? null),
      kinds: facts.kinds,
      language: letterLanguage(context, found?.language ?? 'und', facts.recognition?.customer.language ?? null),
      serviceDate: entities.serviceDate,
      contactChange: changes.length === 0 ? null : changes.some((field) => !notContact.has(field)),
      acknowledge: facts.acknowledgement === 'send',
      attention: onBehalf ? [...facts.attention, 'on-behalf'] : facts.attention,
      continues: facts.continues,
      channel: facts.channel ?? 'mail',
      intakeConfirmed: facts.intakeConfirmed ?? true,
      openedBy: facts.openedBy ?? null,
      identities: facts.kinds.map(() => ({ caseId: randomUUID(), reference: makeReference(randomInt(100_000_000)) })),
    },
    context.policy,
    context.holidays,
  );
  const person = { ...personOf(message, found), ...onFile(facts.recognition ?? null) };
  for (const events of opened) addOpened(context, work, events, { ...person, payout: facts.payout ?? [] }, facts.requesterIndex);
  await acknowledge(context, work, opened.flat(), person, facts);
  for (const events of opened) await askAbout(context, work, events);
  await linkBack(context, work, facts.continues);
  // An address on file vouches for nobody but its owner.
  if (facts.recognition?.recognised && !onBehalf) await recogniseAddress(context, work);
}

/** A demand is told at once; a draft case asks staff what only they can know. */
async function askAbout(context: Context, work: Work, events: readonly CaseEvent[]): Promise<void> {
  const state = replay(events);
  if (state === null) return;
  for (const effect of react(events, [state])) {
    if (effect.type === 'ask-staff') await askStaff(context, work, state, effect.question);
    if (effect.type === 'alert-to-demand') await alertToDemand(context, work, state);
  }
}

/** Links are read from both ends: the cases that are continued learn of the new ones. */
async function linkBack(context: Context, work: Work, continued: readonly string[]): Promise<void> {
  const fresh = [...work.cases.values()].filter((one) => one.key !== null).map((one) => one.state.id);
  for (const loaded of await loadCases(context.db.query, context.subKeys, continued)) {
    addLoaded(work, loaded);
    for (const caseId of fresh) await carryOut(context, work, loaded.state.id, { type: 'link-case', caseId, by: null });
  }
}

function addOpened(
  context: Context,
  work: Work,
  events: readonly CaseEvent[],
  person: CasePerson,
  requesterIndex: Uint8Array | null,
): void {
  const state = replay(events);
  if (state === null) throw new Error('a case was opened without an event');
  const kept = keepsPayout(state) ? person : { ...person, payout: [] };
  const found = { requesterIndex, searchKeys: searchKeys(context.indexKey, person.entities) };
  work.cases.set(state.id, { version: 0, state, events, person: kept, ...found, key: createKey(context.subKeys) });
}

async function acknowledge(
  context: Context,
  work: Work,
  events: readonly CaseEvent[],
  person: CasePerson,
  facts: OpeningFacts,
): Promise<void> {
  const states = [...work.cases.values()].filter((one) => one.key !== null).map((one) => one.state);
  const send = react(events, states).some((effect) => effect.type === 'acknowledge');
  if (!send && facts.acknowledgement !== 'withhold') return;
  const letter = await writeAcknowledgement(context, states, person, !send);
  if (letter === null) return;
  work.letters.push(!letter.withheld || facts.withheldBecause == null ? letter : { ...letter, withheldBecause: facts.withheldBecause });
}

function personOf(message: ParsedMessage | null, found: Classification | null): CasePerson {
  return {
    requester: message?.from.status === 'one' ? { address: message.from.address, name: message.from.name } : null,
    quotes: (found?.requests ?? []).map(({ kind, quote }) => ({ kind, quote })),
    entities: found?.entities ?? noEntities,
    evidence: found?.evidence ?? [],
    openingMessageId: message?.messageId ?? null,
    references: message?.references ?? [],
    addressesOnFile: [],
    customerId: null,
    payout: [],
  };
}

function onFile(recognition: Recognition | null): Pick<CasePerson, 'addressesOnFile' | 'customerId'> {
  return { addressesOnFile: recognition?.customer.addresses ?? [], customerId: recognition?.customer.customerId ?? null };
}

/** The sender is verified for every case just opened that needs it. */
async function recogniseAddress(context: Context, work: Work): Promise<void> {
  for (const { state, key } of [...work.cases.values()])
    if (key !== null && state.identity.needed) await carryOut(context, work, state.id, { type: 'recognise-address' });
}

/** The language a customer is answered in: that of the message where letters exist in it, else the one on file. */
function letterLanguage(context: Context, written: string, known: string | null): LetterLanguage {
  const wanted = [written, (known ?? '').slice(0, 2).toLowerCase()];
  return wanted.flatMap((one) => letterLanguages.find((language) => language === one) ?? []).at(0) ?? context.policy.languages.fallback;
}
