// Nothing leaves without an approval, and an approval holds for exactly what was shown, once, by whom it was asked.
import { describe, expect, test } from 'vitest';
import { poll } from '../../src/worker/poll.ts';
import { approve, reject, requestLetter } from '../../src/worker/staff-commands.ts';
import { triage } from '../../src/worker/triage.ts';
import { atEveryPlace } from '../support/ground.ts';
import { reply } from '../support/mail.ts';
import { anna, answer, awaitingApproval, customerLetters, decide, newest, receipts, reviews, staffId, statusOf } from './steps.ts';

atEveryPlace((house) => {
  describe('a rejected draft', () => {
    test('nothing leaves, the reason is kept, and a new draft can be approved', async () => {
      const journey = house.shared();
      const from = 'afgewezen@post.example';
      const reference = await awaitingApproval(journey, from);
      await decide(journey, reference, 'Afwijzen: de factuur van maart ontbreekt');
      expect(receipts(journey, reference)).toEqual(['Brief afgewezen']);
      expect(journey.lettersTo(from)).toHaveLength(1);
      const shown = await journey.show(reference);
      expect(shown).toMatchObject({ status: 'in-progress', draft: null });
      expect(shown.notes).toMatchObject([{ by: staffId(journey), text: 'de factuur van maart ontbreekt' }]);
      expect(await customerLetters(journey, reference)).toEqual(['acknowledgement accepted', 'completion-notice void']);

      const words = 'De factuur van maart hebben wij bewaard, de rest is weg.';
      const asked = await requestLetter(journey.context, reference, 'completion-notice', staffId(journey), { input: { words } });
      expect(asked.done).toBe(true);
      await journey.settle();
      expect(reviews(journey, reference)).toHaveLength(2);
      await decide(journey, reference, 'akkoord');
      expect(newest(journey.lettersTo(from)).text).toContain(words);
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('an answer that is neither yes nor no is asked again, and its mail can still be answered', async () => {
      const journey = house.shared();
      const from = 'onduidelijk@post.example';
      const reference = await awaitingApproval(journey, from);
      for (const text of ['Akkoord, maar haal de tweede alinea weg', 'afwijzen', 'Bedankt!']) await decide(journey, reference, text);
      expect(receipts(journey, reference)).toEqual(['Niet begrepen', 'Niet begrepen', 'Niet begrepen']);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('by the command line: rejected, drafted anew, approved', async () => {
      const journey = house.shared();
      const from = 'regel@post.example';
      const reference = await awaitingApproval(journey, from);
      expect(await reject(journey.context, reference, staffId(journey), 'te kort')).toMatchObject({ done: true });
      expect(await approve(journey.context, reference, staffId(journey))).toMatchObject({ done: false, refusal: { code: 'no-draft' } });
      await requestLetter(journey.context, reference, 'completion-notice', staffId(journey));
      expect(await approve(journey.context, reference, staffId(journey))).toMatchObject({ done: true, released: true });
      await journey.settle();
      expect(journey.lettersTo(from)).toHaveLength(2);
      expect(await statusOf(journey, reference)).toBe('completed');
      expect(await approve(journey.context, reference, staffId(journey))).toMatchObject({ done: false });
    });
  });

  describe('an approval that a new message voids', () => {
    test('a draft that waits: the old review mail decides nothing, the new one does', async () => {
      const journey = house.shared();
      const from = 'nogiets@post.example';
      const reference = await awaitingApproval(journey, from);
      const first = newest(reviews(journey, reference));
      const acknowledgement = newest(journey.lettersTo(from));
      await answer(journey, acknowledgement, from, 'Nog iets: verwijder ook mijn nummer 06-12345678 uit uw administratie.');
      expect(await journey.cases(from)).toHaveLength(1);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect(reviews(journey, reference)).toHaveLength(2);

      await decide(journey, reference, 'akkoord', { letter: first });
      expect(receipts(journey, reference)).toEqual(['Niet uitgevoerd']);
      expect(journey.lettersTo(from)).toHaveLength(1);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');

      await decide(journey, reference, 'akkoord');
      expect(journey.lettersTo(from)).toHaveLength(2);
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('an approved letter that the mail server would not take yet is called back', async () => {
      // Retries go by the database's clock, so this clock must not stand in the past.
      const journey = await house.open({ start: Temporal.Now.instant() });
      const from = 'telaat@post.example';
      const reference = await awaitingApproval(journey, from);
      journey.onLetter(({ to }) => (to.includes(from) ? { code: 451 } : 'accept'));
      await decide(journey, reference, 'akkoord');
      const letters = () => customerLetters(journey, reference);
      expect(await letters()).toEqual(['acknowledgement accepted', 'completion-notice queued']);
      expect(receipts(journey, reference)).toEqual(['Akkoord verwerkt']);

      await answer(
        journey,
        newest(journey.lettersTo(from)),
        from,
        'Wacht even met het verwijderen van mijn account, ik wil eerst inloggen.',
      );
      expect(await letters()).toEqual(['acknowledgement accepted', 'completion-notice void', 'completion-notice draft']);
      journey.onLetter(() => 'accept');
      await journey.settle();
      expect(journey.lettersTo(from)).toHaveLength(1);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');

      await decide(journey, reference, 'akkoord');
      expect(await letters()).toEqual(['acknowledgement accepted', 'completion-notice void', 'completion-notice accepted']);
      expect(journey.lettersTo(from)).toHaveLength(2);
    });

    test('a message that comes in while the letter is being offered, and the server will not take it yet: it is called back', async () => {
      const journey = await house.open({ start: Temporal.Now.instant() });
      const from = 'onderweg@post.example';
      const reference = await awaitingApproval(journey, from);
      const acknowledgement = newest(journey.lettersTo(from));
      let offers = 0;
      journey.onLetter(async ({ to }) => {
        if (!to.includes(from) || ++offers > 1) return 'accept';
        await journey.arrive(reply(acknowledgement, { from, text: 'Wacht, ik wil eerst nog inloggen.', date: journey.clock.now() }));
        await poll(journey.context, journey.doors.mailbox, false);
        await triage(journey.context, 8);
        expect((await journey.show(reference)).attention).toContain('message-after-release');
        return { code: 451 };
      });
      await decide(journey, reference, 'akkoord');
      expect(offers).toBe(1);
      expect(await customerLetters(journey, reference)).toEqual([
        'acknowledgement accepted',
        'completion-notice void',
        'completion-notice draft',
      ]);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect((await journey.show(reference)).attention).toEqual([]);

      await decide(journey, reference, 'akkoord');
      expect(journey.lettersTo(from)).toHaveLength(2);
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('yes and a new message in one round: whichever comes first, what leaves was approved as it stood', async () => {
      const journey = house.shared();
      for (const from of ['tegelijk1@post.example', 'tegelijk2@post.example', 'tegelijk3@post.example']) {
        const reference = await awaitingApproval(journey, from);
        const review = newest(reviews(journey, reference));
        const date = journey.clock.now();
        await journey.arrive(reply(review, { from: anna, text: 'akkoord', date }));
        await journey.arrive(reply(newest(journey.lettersTo(from)), { from, text: 'Verwijder ook mijn foto.', date }));
        await journey.settle();
        expect(await statusOf(journey, reference)).toBe('awaiting-approval');
        expect(await customerLetters(journey, reference)).toEqual([
          'acknowledgement accepted',
          'completion-notice void',
          'completion-notice draft',
        ]);
        expect(journey.lettersTo(from)).toHaveLength(1);
      }
    });
  });

  describe('forged approvals do nothing', () => {
    test.each([
      ['another sender who knows the Message-ID', 'indringer@elders.example', 'pass'],
      ['staff, and our boundary says it is not', anna, 'fail'],
      ['staff, and our boundary says nothing', anna, 'absent'],
      ['staff, and the sender wrote the verdict', anna, 'forged'],
    ] as const)('%s', async (_name, by, authentication) => {
      const journey = house.shared();
      const from = `${by === anna ? 'vals' : 'vreemd'}-${authentication}@post.example`;
      const reference = await awaitingApproval(journey, from);
      const before = (await journey.show(reference)).events.length;
      await decide(journey, reference, 'akkoord', { by, authentication, letter: newest(reviews(journey, reference)) });
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect((await journey.show(reference)).events).toHaveLength(before);
      expect(journey.lettersTo(from)).toHaveLength(1);
      expect(journey.lettersTo('indringer@elders.example')).toEqual([]);
      const opened = await journey.cases(by);
      expect(opened.map(({ kind, status }) => `${kind} ${status}`)).toEqual(by === anna ? [] : ['undetermined needs-a-person']);
      if (by === anna) expect(receipts(journey, reference)).toEqual(['Niet uitgevoerd']);
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('a review mail that was used', async () => {
      const journey = house.shared();
      const from = 'gebruikt@post.example';
      const reference = await awaitingApproval(journey, from);
      const first = newest(reviews(journey, reference));
      await decide(journey, reference, 'afwijzen: nog niet klaar');
      await requestLetter(journey.context, reference, 'completion-notice', staffId(journey));
      await journey.settle();
      await decide(journey, reference, 'akkoord', { letter: first });
      expect(receipts(journey, reference)).toEqual(['Brief afgewezen', 'Niet uitgevoerd']);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      await decide(journey, reference, 'akkoord');
      await decide(journey, reference, 'akkoord');
      expect(receipts(journey, reference)).toEqual(['Brief afgewezen', 'Niet uitgevoerd', 'Akkoord verwerkt', 'Niet uitgevoerd']);
      expect(journey.lettersTo(from)).toHaveLength(2);
    });

    test('an out-of-office of staff', async () => {
      const journey = house.shared();
      const from = 'afwezig@post.example';
      const reference = await awaitingApproval(journey, from);
      const away = { extra: ['Auto-Submitted: auto-replied'], subject: 'Automatisch antwoord: akkoord' };
      await answer(journey, newest(reviews(journey, reference)), anna, 'akkoord', away);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect(receipts(journey, reference)).toEqual([]);
    });

    test('the customer answers the review mail', async () => {
      const journey = house.shared();
      const from = 'slim@post.example';
      const reference = await awaitingApproval(journey, from);
      await answer(journey, newest(reviews(journey, reference)), from, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect(await journey.cases(from)).toHaveLength(2);
      expect(journey.lettersTo(from)).toHaveLength(1);
    });
  });

  describe('two pairs of eyes', () => {
    test('each staff member is asked; a review mail answers for its own recipient only', async () => {
      const berend = 'berend@winkel.example';
      const journey = await house.open({ environment: { STAFF: `${anna},${berend}` } });
      const from = 'samen@post.example';
      const reference = await awaitingApproval(journey, from);
      const [annas] = reviews(journey, reference, anna);
      const [berends] = reviews(journey, reference, berend);
      if (annas === undefined || berends === undefined) throw new Error('somebody was not asked');
      expect(annas.messageId).not.toBe(berends.messageId);
      await decide(journey, reference, 'akkoord', { letter: annas, by: berend });
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect(receipts(journey, reference, berend)).toEqual([]);
      await decide(journey, reference, 'akkoord', { letter: berends, by: berend });
      expect(await statusOf(journey, reference)).toBe('completed');
      await decide(journey, reference, 'akkoord', { letter: annas });
      expect(receipts(journey, reference, anna)).toEqual(['Niet uitgevoerd']);
      expect(journey.lettersTo(from)).toHaveLength(2);
    });
  });
});
