import type { Case } from '../case/case.ts';
import { listCases } from '../store/cases.ts';
import { listLetters } from '../store/letters.ts';
import { listPlaces, type Place } from '../store/messages.ts';
import type { Answered, Sample } from './messages/sample.ts';
import type { Letter, Stage } from './stage.ts';

/** A sample that was put into the mailbox, and where it lies. */
export interface Delivered {
  readonly sample: Sample;
  /** As it was written. */
  readonly subject: string;
  readonly folder: string;
  readonly uid: number;
  /** Its Message-ID header. */
  readonly messageId: string;
}

/** What became of a sample: read from the database and from the SMTP server, not from what the demo hoped for. */
export interface Outcome {
  readonly sample: Sample;
  readonly subject: string;
  readonly disposition: NonNullable<Place['disposition']>;
  readonly reasons: readonly string[];
  /** Cases it opened. */
  readonly opened: readonly Case[];
  /** Open cases it was added to. */
  readonly joined: readonly Case[];
  readonly acknowledgement: 'sent' | 'withheld' | 'none';
  /** Letters to its sender that answer it and have left. */
  readonly letters: readonly Letter[];
}

/** How many of the samples were handled by now. */
export async function countHandled(stage: Stage, delivered: readonly Delivered[]): Promise<number> {
  const places = await listPlaces(stage.context.db.query);
  return delivered.filter((one) => placeOf(places, one)?.disposition != null).length;
}

/** What became of every sample; null while something is still on its way. */
export async function readOutcomes(stage: Stage, delivered: readonly Delivered[]): Promise<readonly Outcome[] | null> {
  const { db, subKeys } = stage.context;
  const [places, cases] = await Promise.all([listPlaces(db.query), listCases(db.query, subKeys, {})]);
  const letters = await listLetters(
    db.query,
    subKeys,
    cases.map((one) => one.state.id),
  );
  if (letters.some((letter) => ['queued', 'sending', 'unknown'].includes(letter.status))) return null;
  const outcomes = delivered.map((one): Outcome | null => {
    const place = placeOf(places, one);
    if (place === undefined || place.disposition === null) return null;
    const concerned = cases.filter((row) => row.messageIds.includes(place.messageId)).map((row) => row.state);
    const opened = concerned.filter((state) => state.openingMessageId === place.messageId);
    const ids = opened.map((state) => state.id);
    const written = letters.find((letter) => letter.kind === 'acknowledgement' && letter.caseIds.some((id) => ids.includes(id)));
    return {
      sample: one.sample,
      subject: one.subject,
      disposition: place.disposition,
      reasons: place.reasons,
      opened,
      joined: concerned.filter((state) => !opened.includes(state)),
      acknowledgement: written === undefined ? 'none' : written.withheld ? 'withheld' : 'sent',
      letters: answersTo(stage, one),
    };
  });
  return outcomes.includes(null) ? null : outcomes.filter((one) => one !== null);
}

/** The letters that answer a sample, as they arrived. */
function answersTo(stage: Stage, { sample, messageId }: Delivered): readonly Letter[] {
  return stage.letters.filter(({ to, message }) => to === sample.from.address && message.inReplyTo.includes(messageId));
}

/** The acknowledgement of a sample, once it has arrived. */
export function acknowledgementOf(stage: Stage, delivered: readonly Delivered[], name: string): Answered | null {
  const one = delivered.find(({ sample }) => sample.name === name);
  const letter = one === undefined ? undefined : answersTo(stage, one)[0];
  return letter === undefined ? null : asAnswered(letter);
}

/** A letter as somebody answers it. */
export function asAnswered({ message }: Letter): Answered {
  return { messageId: message.messageId ?? '', subject: message.subject, text: message.text };
}

function placeOf(places: readonly Place[], { folder, uid }: Delivered): Place | undefined {
  return places.find((place) => place.folder === folder && place.uid === uid);
}
