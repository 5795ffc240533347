/** Everything that can be read about one person (GDPR art. 15), for them to have. */
import { blindIndex } from '../privacy/fingerprint.ts';
import { loadCaseLetters } from '../store/case-letters.ts';
import { listEvents, loadCases } from '../store/cases.ts';
import { loadLetter } from '../store/letters.ts';
import { listNotes } from '../store/notes.ts';
import { findPersonData, type PersonMail } from '../store/person-data.ts';
import { loadStoredMessages, type StoredMessage } from '../store/stored-messages.ts';
import { findTombstone } from '../store/tombstones.ts';
import type { Context } from './context.ts';
import { erasureOf } from './show-case.ts';

const explanation = {
  nl: 'Dit bestand bevat alles wat Tijdig, de verzoekenadministratie van dit bedrijf, over deze persoon bewaart en kan lezen: de verzoeken met hun termijnen en waarom die zo zijn, de berichten, de brieven en de notities van medewerkers. `original` is het bericht zoals het binnenkwam, zonder betaalgegevens, in base64. Wat gewist is, staat er met de dag waarop en de regel waarom; daarvan bestaan alleen nog datums en een kenmerk. Andere systemen van het bedrijf staan hier niet in.',
  en: 'This file holds everything that Tijdig, this company’s register of requests, keeps about this person and can read: the requests with their dates and why those are what they are, the messages, the letters and the notes of staff. `original` is the message as it came in, payment data masked, in base64. What was erased stands here with the day and the rule; of that only dates and a reference exist. Other systems of the company are not in it.',
};

export async function exportPerson(context: Context, address: string) {
  const found = await findPersonData(context.db.query, blindIndex(context.indexKey, 'address', address));
  const own = new Set(found.cases.map(({ id }) => id));
  const messages = await loadStoredMessages(
    context.db.query,
    context.subKeys,
    found.messages.map(({ id }) => id),
  );
  const of = (caseId: string | null) => {
    const belongs = ({ cases }: PersonMail) => (caseId === null ? !cases.some((id) => own.has(id)) : cases.includes(caseId));
    const ids = new Set(found.messages.filter(belongs).map(({ id }) => id));
    return messages.filter(({ id }) => ids.has(id)).map(messageOf);
  };
  const cases = [];
  for (const { id } of found.cases) cases.push({ ...(await caseOf(context, id)), messages: of(id) });
  const others = found.letters.filter(({ cases: about }) => about.length === 0);
  const letters = await Promise.all(others.map(({ id }) => loadLetter(context.db.query, context.subKeys, id)));
  return {
    explanation,
    person: address,
    madeAt: context.clock.now().toString(),
    cases,
    otherMessages: of(null),
    otherLetters: letters.flatMap((letter) =>
      letter === null
        ? []
        : [{ kind: letter.row.kind, sentAt: letter.row.sentAt, subject: letter.content.subject, text: letter.content.text }],
    ),
  };
}

function messageOf({ receivedAt, summary, raw }: StoredMessage) {
  return {
    receivedAt,
    erased: raw === null && summary === null,
    from: summary?.from ?? null,
    name: summary?.name ?? null,
    subject: summary?.subject ?? null,
    text: summary?.text ?? null,
    attachments: summary?.attachments ?? [],
    original: raw === null ? null : Buffer.from(raw).toString('base64'),
  };
}

async function caseOf(context: Context, id: string) {
  const { query } = context.db;
  const [loaded] = await loadCases(query, context.subKeys, [id]);
  if (loaded === undefined) throw new Error('a case was not found by its id');
  const { state, person } = loaded;
  const [events, letters, notes, tombstone] = await Promise.all([
    listEvents(query, id),
    loadCaseLetters(query, context.subKeys, id),
    listNotes(query, context.subKeys, id),
    findTombstone(query, 'case', id),
  ]);
  const { why, ...dates } = state.dates;
  return {
    reference: state.reference,
    kind: state.kind,
    status: state.status,
    channel: state.channel,
    receivedAt: state.receivedAt,
    closedAt: 'closedAt' in state ? state.closedAt : null,
    dates,
    why: why.map(({ source, text }) => ({ source, ...text })),
    erased: tombstone === null ? null : erasureOf(context, tombstone),
    requester: person.requester,
    addressesOnFile: person.addressesOnFile,
    customerId: person.customerId,
    payout: person.payout,
    quotes: person.quotes,
    facts: person.entities,
    history: events.map(({ at, data }) => ({ at: Temporal.Instant.from(at.replace(' ', 'T')).toString(), event: data.type })),
    letters: letters
      .filter(({ audience }) => audience === 'customer')
      .map(({ kind, status, sentAt, content }) => ({
        kind,
        status,
        sentAt,
        subject: content?.subject ?? null,
        text: content?.text ?? null,
        attachments: content?.attachments.map(({ filename }) => filename) ?? [],
      })),
    notes: notes.map(({ at, text }) => ({ at, text })),
  };
}
