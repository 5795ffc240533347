// Mails that want to be an approval and are none. All of them answer one draft that waits; when they have all come, a
// real answer to the same review mail still lets the letter leave, once.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { changeStaff } from '../../src/store/staff.ts';
import { rewriteDraft } from '../../src/worker/rewrite-draft.ts';
import { approve, commandCase, requestLetter } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { bounce, type Letter, mail, reply } from '../support/mail.ts';
import { forge, forgeries } from './forgeries.ts';
import { anna, answer, awaitingApproval, customerLetters, decide, newest, receipts, reviews, staffId, statusOf } from './steps.ts';

const berend = 'berend@winkel.example';

async function usedReviews(journey: Journey, letter: Letter): Promise<boolean> {
  const [row] = await rows<{ used: boolean }>(
    journey.context.db.query,
    sql`select used_at is not null as used from reviews join letters on id = review_letter_id where message_id = ${letter.messageId}`,
  );
  if (row === undefined) throw new Error('no such review mail');
  return row.used;
}

atEveryPlace((house) => {
  const customer = 'wacht-op-akkoord@post.example';
  let waits: Promise<{ journey: Journey; reference: string; review: Letter }> | undefined;
  let opened: Journey | undefined;

  /** One draft for all forgeries: opened once a place, and never approved before the last test. */
  async function theDraft() {
    waits ??= (async () => {
      const journey = house.shared();
      opened = journey;
      const reference = await awaitingApproval(journey, customer);
      return { journey, reference, review: newest(reviews(journey, reference)) };
    })();
    return waits;
  }

  test.each(forgeries)('%s', async (_name, forgery) => {
    const { journey, reference, review } = await theDraft();
    await journey.arrive(forge(journey, review, forgery));
    await journey.settle();
    expect(await customerLetters(journey, reference)).toEqual(['acknowledgement accepted', 'completion-notice draft']);
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
    expect(journey.lettersTo(customer)).toHaveLength(1);
    expect(await usedReviews(journey, review)).toBe(false);
  });

  test('the customer, to whom the review mail was forwarded, with staff in copy', async () => {
    const { journey, reference, review } = await theDraft();
    await answer(journey, review, customer, 'akkoord', { extra: [`Cc: ${anna}`, `Reply-To: ${anna}`] });
    expect(await journey.show(reference)).toMatchObject({ draft: { approvals: [] } });
    expect(await usedReviews(journey, review)).toBe(false);
  });

  test('a bounce that carries the review mail', async () => {
    const { journey, reference, review } = await theDraft();
    const report = Buffer.from(bounce(review, journey.clock.now())).toString('utf8');
    const forged = report
      .replace('From: Mail Delivery System <MAILER-DAEMON@post.example>', `From: ${anna}`)
      .replace('header.from=post.example', 'header.from=winkel.example')
      .replace('Your message could not be delivered', 'akkoord\r\n\r\nYour message could not be delivered');
    expect(forged).toMatch(/^From: anna@winkel\.example\r$/m);
    await journey.arrive(Buffer.from(forged));
    await journey.settle();
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
    expect(await usedReviews(journey, review)).toBe(false);
  });

  test('and then the same mail with nothing forged: the letter leaves, and leaves once', async () => {
    const { journey, reference, review } = await theDraft();
    expect(opened).toBe(journey);
    for (const _twice of [1, 2]) {
      await journey.arrive(forge(journey, review, {}));
      await journey.settle();
    }
    expect(await customerLetters(journey, reference)).toEqual(['acknowledgement accepted', 'completion-notice accepted']);
    expect(await statusOf(journey, reference)).toBe('completed');
    expect(receipts(journey, reference).slice(-2)).toEqual(['Akkoord verwerkt', 'Niet uitgevoerd']);
  });

  test('somebody who lost the role', async () => {
    const journey = await house.open({ environment: { STAFF: `${anna},${berend}` } });
    const from = 'rol-kwijt@post.example';
    const reference = await awaitingApproval(journey, from);
    const review = newest(reviews(journey, reference, berend));
    await changeStaff(journey.context.db, staffId(journey, berend), { roles: ['staff'] });
    await answer(journey, review, berend, 'akkoord');
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
    await changeStaff(journey.context.db, staffId(journey, berend), { roles: [] });
    await answer(journey, review, berend, 'akkoord');
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
    expect(journey.lettersTo(from)).toHaveLength(1);
    expect(await usedReviews(journey, review)).toBe(false);
  });

  test('the review mail of a draft that was edited, sent back, or taken back since', async () => {
    const journey = await house.open({ policy: { undoSeconds: 60 }, environment: { STAFF: `${anna},${berend}` } });
    const from = 'intussen-anders@post.example';
    const reference = await awaitingApproval(journey, from);
    const old: Letter[] = [newest(reviews(journey, reference))];
    const still = async () => {
      for (const review of old) await answer(journey, review, anna, 'akkoord');
      journey.clock.forward({ minutes: 5 });
      await journey.settle();
      expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
      expect(journey.lettersTo(from)).toHaveLength(1);
    };
    await rewriteDraft(journey.context, reference, staffId(journey, berend), {
      hash: null,
      body: 'Goedendag,\n\nAlles is weg.',
      keep: 'all',
      added: [],
    });
    await still();
    await journey.settle();
    old.push(...reviews(journey, reference));
    await requestLetter(journey.context, reference, 'completion-notice', staffId(journey));
    await still();
    old.push(...reviews(journey, reference));
    const current = (await journey.show(reference)).draft;
    if (current === null) throw new Error('no draft');
    expect(await approve(journey.context, reference, staffId(journey))).toMatchObject({ done: true, released: true });
    const back = { type: 'undo-approval', letterOnItsWay: false, by: staffId(journey) } as const;
    expect(await commandCase(journey.context, reference, () => back)).toMatchObject({ done: true });
    await still();
  });

  test('the same person twice by mail is one person', async () => {
    const journey = await house.open({
      environment: { STAFF: `${anna},${berend}` },
      policy: { kinds: { deletion: { completion: 'four-eyes' } } },
    });
    const from = 'twee-keer@post.example';
    const reference = await awaitingApproval(journey, from);
    const review = newest(reviews(journey, reference));
    for (const text of ['akkoord', 'goedgekeurd', 'AKKOORD.']) await decide(journey, reference, text, { letter: review });
    await decide(journey, reference, 'akkoord', { letter: newest(reviews(journey, reference, berend)) });
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [staffId(journey)] } });
    expect(journey.lettersTo(from)).toHaveLength(1);
    await decide(journey, reference, 'akkoord', { by: berend });
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  test('a mail of another house that quotes our review mail', async () => {
    const journey = house.shared();
    const from = 'vreemd-huis@post.example';
    const reference = await awaitingApproval(journey, from);
    const review = newest(reviews(journey, reference));
    const raw = mail({ from: anna, subject: review.subject, text: `akkoord\n\n${review.text}`, date: journey.clock.now() });
    await journey.arrive(raw);
    await journey.arrive(
      reply({ ...review, messageId: '<een@elders.example>', references: [] }, { from: anna, text: 'akkoord', date: journey.clock.now() }),
    );
    await journey.settle();
    expect(await journey.show(reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
  });
});
