// A case that was dealt with goes when its days are over: from the database, from the mailbox where that is allowed, and it
// never comes back.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { readLedger } from '../../src/store/ledger.ts';
import { retain } from '../../src/worker/retain.ts';
import { approve } from '../../src/worker/staff-commands.ts';
import { sweepDownloads } from '../../src/worker/sweep-downloads.ts';
import { runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { leftovers, readable } from '../support/keepsakes.ts';
import { mail } from '../support/mail.ts';
import { awaitingApproval, staffId, statusOf, write } from './steps.ts';

const person = 'p.wonderlijk@klant.example';
const cleaning = { MAILBOX_CLEANUP: 'on' };
const folders = ['INBOX', 'Junk', 'Sent', 'Trash'];

/** Everything that lies in the mailbox, folder by folder. */
async function inMailbox(journey: Journey): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const fetched = await journey.doors.mailbox.fetch(folder, { from: 1, to: null }, 200);
    found.push(...fetched.map(({ raw }) => `${folder} ${Buffer.from(raw).toString('latin1')}`));
  }
  return found;
}

/** A deletion that is through, with a copy of its message in Trash, and ordinary mail of somebody else beside it. */
async function dealtWith(journey: Journey): Promise<string> {
  const reference = await awaitingApproval(journey, person);
  const opening = (await inMailbox(journey)).find((one) => one.startsWith('INBOX') && one.includes('verwijderen'));
  await journey.arrive(Buffer.from(opening?.slice('INBOX '.length) ?? '', 'latin1'), { folder: 'Trash' });
  await write(journey, 'nieuws@bedrijf.example', 'Onze openingstijden zijn gewijzigd.', { subject: 'Nieuwsbrief' });
  const outcome = await approve(journey.context, reference, staffId(journey));
  expect(outcome.done).toBe(true);
  await journey.settle();
  expect(await statusOf(journey, reference)).toBe('completed');
  return reference;
}

async function caseId({ context }: Journey, reference: string): Promise<string> {
  const [found] = await rows<{ id: string }>(context.db.query, sql`select id from cases where reference = ${reference}`);
  return found?.id ?? '';
}

/** What can still be read of a case, its messages and letters. */
async function ofCase({ context }: Journey, id: string): Promise<readonly string[]> {
  const its = await rows<{ name: string }>(
    context.db.query,
    sql`select 'message ' || message_id as name from case_messages where case_id = ${id}
        union all select 'letter ' || letter_id from letter_cases where case_id = ${id} union all select ${`case ${id}`}`,
  );
  const there = new Set((await readable(context)).map(({ name }) => name));
  return its.flatMap(({ name }) => (there.has(name) ? [name] : [])).sort();
}

/** Without \\Recent, which says in which session a message was first seen (abolished by RFC 9051): SELECT ends it. */
const lasting = (flags: readonly string[]) => flags.map((one) => one.replace(' \\Recent', ''));
const named = (texts: readonly string[]) => texts.filter((one) => one.includes('wonderlijk'));
const said = async (journey: Journey) => (await readable(journey.context)).map((one) => one.said);

async function balance(journey: Journey): Promise<number> {
  return (await readLedger(journey.context.db.query)).reduce((sum, { difference }) => sum + Math.abs(difference), 0);
}

atEveryPlace(({ open }) => {
  test('its content goes from database and mailbox on the day after its days, with the copies of its letters; nothing else does', async () => {
    const journey = await open({ environment: cleaning });
    const reference = await dealtWith(journey);
    const letters = journey.lettersTo(person);
    expect(letters.length).toBeGreaterThan(1);
    const [before, flags] = [await inMailbox(journey), await journey.flags()];
    journey.clock.forward({ hours: 24 * 90 });
    const early = await retain(journey.context, journey.doors);
    expect([early.cases, early.copies, named(await said(journey)).length > 0]).toEqual([0, 0, true]);
    expect(await inMailbox(journey)).toEqual(before);
    journey.clock.forward({ hours: 24 });
    const swept = await retain(journey.context, journey.doors);
    expect(swept).toMatchObject({ cases: 1, waiting: 0, kept: 0, copiesLeft: 0 });
    expect(named(await said(journey)).length).toBe(0);
    expect(await leftovers(journey.context)).toEqual({ orphans: 0, keys: 0 });
    // Staff's own mails about other things, and ordinary mail, lie where they lay, with the flags they had.
    const after = await inMailbox(journey);
    expect(named(after).length).toBe(0);
    expect(after.some((one) => one.includes('openingstijden'))).toBe(true);
    expect(before).toEqual(expect.arrayContaining([...after]));
    expect(lasting(flags)).toEqual(expect.arrayContaining([...lasting(await journey.flags())]));
    expect(before.length - after.length).toBe(swept.copies);
    const shown = await journey.show(reference);
    expect(shown).toMatchObject({ status: 'completed', requester: null, erased: { rule: 'cases.deletion', because: 'retention' } });
    expect(shown.letters.every(({ text }) => text === null)).toBe(true);
    expect(shown.events.length).toBeGreaterThan(3);
    const again = await retain(journey.context, journey.doors);
    expect([again.messages, again.letters, again.cases]).toEqual([0, 0, 0]);
    expect(journey.logged.join('\n')).not.toContain('wonderlijk');
  });

  test('what stays in the mailbox is never taken in again: not by a sweep, from another folder, nor in another epoch', async () => {
    const journey = await open();
    await dealtWith(journey);
    const before = await inMailbox(journey);
    journey.clock.forward({ hours: 24 * 91 });
    const swept = await retain(journey.context, journey.doors);
    expect(swept).toMatchObject({ cases: 1, copies: 0 });
    expect(await inMailbox(journey)).toEqual(before);
    const [cases, offered] = [await journey.cases(), journey.offered().length];
    const opening = before.find((one) => one.startsWith('INBOX') && one.includes('verwijderen'))?.slice('INBOX '.length) ?? '';
    await journey.arrive(Buffer.from(opening, 'latin1'), { folder: 'Junk' });
    await journey.arrive(Buffer.from(`Received: from elders by nog.elders\r\n${opening}`, 'latin1'));
    journey.renumber?.('INBOX');
    await journey.settle();
    expect(await journey.cases()).toEqual(cases);
    expect(journey.offered()).toHaveLength(offered);
    expect(named(await said(journey)).length).toBe(0);
    expect(await balance(journey)).toBe(0);
  });

  test('a hold keeps all of it, in the mailbox too, until it is lifted', async () => {
    const journey = await open({ environment: cleaning });
    const reference = await dealtWith(journey);
    const id = await caseId(journey, reference);
    const placed = await runIn(
      journey.context,
      `hold ${reference} --until 2030-01-01 --as anna@winkel.example --reason`,
      'Geschil over de rekening',
    );
    expect(placed).toMatchObject({ status: 0, err: '' });
    const [before, there] = [await inMailbox(journey), await ofCase(journey, id)];
    expect(there.length).toBeGreaterThan(4);
    journey.clock.forward({ hours: 24 * 1000 });
    // Retention, at once by hand, because the person asks, the copy on its page.
    expect((await retain(journey.context, journey.doors)).cases).toBe(0);
    await runIn(journey.context, 'retention --now');
    expect((await runIn(journey.context, `person ${person} --erase --as marit@winkel.example`)).out).toContain(`${reference} stays`);
    await sweepDownloads(journey.context);
    expect(await ofCase(journey, id)).toEqual(there);
    expect((await inMailbox(journey)).length).toBe(before.length);
    expect(await runIn(journey.context, `lift ${reference} --as anna@winkel.example`)).toMatchObject({ status: 0, err: '' });
    await retain(journey.context, journey.doors);
    expect([named(await said(journey)).length, named(await inMailbox(journey)).length]).toEqual([0, 0]);
  });

  describe('when the mailbox', () => {
    test('is away, what is to be removed from it waits with its keys, and the rest goes', async () => {
      const journey = await open({ environment: cleaning });
      await dealtWith(journey);
      journey.clock.forward({ hours: 24 * 91 });
      await journey.doors.mailbox.close();
      const swept = await retain(journey.context, journey.doors);
      expect(swept).toMatchObject({ cases: 1, copies: 0 });
      expect(swept.waiting).toBeGreaterThan(2);
      expect(named(await said(journey)).length).toBeGreaterThan(2);
      expect(await leftovers(journey.context)).toEqual({ orphans: 0, keys: 0 });
    });

    test('holds a message that carries the name of one of our letters, that message stays', async () => {
      const journey = await open({ environment: cleaning });
      await dealtWith(journey);
      const [letter] = journey.lettersTo(person);
      const [first] = await rows<{ id: string }>(
        journey.context.db.query,
        sql`select message_id as id from letters where audience = 'customer'`,
      );
      const quoting = mail({
        from: 'ander@klant.example',
        subject: 'Over uw brief',
        text: 'Fijn.',
        date: journey.clock.now(),
        inReplyTo: letter?.messageId ?? '',
        extra: [`X-Seen: ${first?.id}`],
      });
      await journey.arrive(quoting);
      await journey.settle();
      journey.clock.forward({ hours: 24 * 91 });
      await retain(journey.context, journey.doors);
      expect((await inMailbox(journey)).filter((one) => one.includes('ander@klant.example'))).toHaveLength(1);
    });
  });
});
