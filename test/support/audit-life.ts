// A life of cases for the audit: requests that come in and are answered, with approvals by mail's way in, and tombstones.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { digestOf } from '../../src/privacy/fingerprint.ts';
import { erasureId } from '../../src/store/erasure-marks.ts';
import { sealAudit } from '../../src/worker/seal-audit.ts';
import { approve, tickTask } from '../../src/worker/staff-commands.ts';
import { staffId } from '../journey/steps.ts';
import type { Journey } from './journey.ts';
import { mail } from './mail.ts';

const words = [
  'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
  'Ik annuleer mijn bestelling van gisteren en wil mijn geld terug.',
  'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.',
];

/** As many cases; every second one is worked on, approved and answered; as many tombstones as cases. All is linked at the end. */
export async function liveThrough(journey: Journey, cases: number): Promise<void> {
  for (let at = 0; at < cases; at++) {
    const text = words[at % words.length] ?? '';
    await journey.arrive(mail({ from: `klant${at}@post.example`, subject: 'Een verzoek', text, date: journey.clock.now() }));
  }
  await journey.settle();
  const all = await journey.cases();
  for (const { reference } of all.filter((_, at) => at % 2 === 0)) {
    const { tasks } = await journey.show(reference);
    for (const { id } of tasks.filter(({ required, ticked }) => required && ticked === null))
      await tickTask(journey.context, reference, id, staffId(journey));
    await approve(journey.context, reference, staffId(journey));
  }
  await journey.settle();
  for (let at = 0; at < cases; at++) await plantTombstone(journey, at);
  await sealAudit(journey.context);
}

async function plantTombstone({ context, clock }: Journey, at: number): Promise<void> {
  const isMessage = at % 3 > 0;
  const about = {
    subject: isMessage ? 'message' : 'case',
    subjectId: randomUUID(),
    because: 'retention',
    rule: isMessage ? 'mail.none' : 'cases.deletion',
    dueOn: `2026-01-${10 + (at % 20)}`,
    fingerprint: isMessage ? digestOf(String(at)) : null,
  };
  await context.db.query.execute(sql`insert into erasures
      (id, subject, subject_id, because, rule, due_on, at, fingerprint, received_at, size, folder_role, disposition)
    values (${erasureId(context.subKeys, about)}, ${about.subject}, ${about.subjectId}, ${about.because}, ${about.rule}, ${about.dueOn},
      ${clock.now().toString()}, decode(${about.fingerprint}, 'hex'), ${isMessage ? '2025-12-01T08:00:00Z' : null},
      ${isMessage ? 1_000 + at : null}, ${isMessage ? 'inbox' : null}, ${isMessage ? 'none' : null})`);
}
