// From the customer's mail to the completion notice, read as they arrive.
import { describe, expect, test } from 'vitest';
import { requestLetter, tickTask } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import { mail } from '../support/mail.ts';
import { anna, decide, doTheWork, newest, receipts, reviews, staffId, statusOf, theCase, write } from './steps.ts';

interface Wish {
  readonly kind: string;
  readonly from: string;
  readonly text: string;
  readonly status: string;
  /** As the acknowledgement says it. */
  readonly due: string;
  readonly tasks: readonly string[];
  readonly acknowledged: string;
  readonly completed: readonly string[];
}

const wishes: readonly Wish[] = [
  {
    kind: 'change',
    from: 'wijzig@post.example',
    text: 'Wilt u mijn e-mailadres wijzigen in nieuw.adres@post.example?',
    status: 'awaiting-identity',
    due: 'woensdag 11 februari 2026',
    tasks: ['identity-verified', 'data-changed', 'recipients-told'],
    acknowledged: 'U wilt uw gegevens laten wijzigen.',
    completed: [
      'Op maandag 12 januari 2026 vroeg u ons uw gegevens te wijzigen.',
      'De gewijzigde gegevens staan nu in onze administratie.',
    ],
  },
  {
    kind: 'deletion',
    from: 'verwijder@post.example',
    text: 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
    status: 'awaiting-identity',
    due: 'woensdag 11 februari 2026',
    tasks: ['identity-verified', 'data-erased', 'recipients-told'],
    acknowledged: 'U wilt uw gegevens laten verwijderen.',
    completed: ['Op maandag 12 januari 2026 vroeg u ons uw gegevens te verwijderen.', 'zeven jaar'],
  },
  {
    kind: 'copy',
    from: 'copy@post.example',
    text: 'Please send me a copy of all the personal data you hold about me.',
    status: 'awaiting-identity',
    due: 'Thursday 12 February 2026',
    tasks: ['identity-verified', 'copy-collected'],
    acknowledged: 'a copy of your data',
    completed: ['On Monday 12 January 2026 you asked us for a copy of your data.', 'free of charge'],
  },
  {
    kind: 'refund',
    from: 'geld@post.example',
    text: 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.',
    status: 'in-progress',
    due: 'maandag 26 januari 2026',
    tasks: ['refund-window-checked', 'paid-back'],
    acknowledged: '(bestelnummer 2026-0815)',
    completed: ['uw bestelling te annuleren en het bedrag terug te betalen', 'op dezelfde manier als u hebt betaald'],
  },
  {
    kind: 'objection',
    from: 'object@post.example',
    text: 'I object to the use of my personal data for marketing.',
    status: 'in-progress',
    due: 'Thursday 12 February 2026',
    tasks: ['processing-stopped', 'recipients-told'],
    acknowledged: 'stop',
    completed: ['you asked us to stop or restrict our use of your data', 'We no longer use your data for the purpose you named.'],
  },
];

describe('from the first mail to the completion notice', () => {
  atEveryPlace((house) => {
    test.each(wishes)('a $kind', async ({ kind, from, text, status, due, tasks, acknowledged, completed }) => {
      const journey = house.shared();
      const before = await journey.flags();
      const messageId = `<${kind}@post.example>`;
      await journey.arrive(mail({ from, subject: 'Mijn verzoek', text, date: journey.clock.now(), messageId }), { flags: ['\\Flagged'] });
      const arrived = await journey.flags();
      await journey.settle();

      const opened = await theCase(journey, from);
      expect(opened).toMatchObject({ kind, status, messageIds: [messageId] });
      const [acknowledgement, ...more] = journey.lettersTo(from);
      expect(more).toEqual([]);
      expect(acknowledgement).toMatchObject({ from: 'hulp@winkel.example', to: [from], inReplyTo: messageId });
      for (const words of [opened.reference, due, acknowledged]) expect(acknowledgement?.text).toContain(words);
      expect(acknowledgement?.headers.get('auto-submitted')).toBe('auto-replied');
      expect(acknowledgement?.headers.get('x-auto-response-suppress')).toBe('All');
      expect([...(acknowledgement?.headers.keys() ?? [])]).not.toContain('list');

      const shown = await journey.show(opened.reference);
      expect(shown.tasks.filter(({ required }) => required).map(({ id }) => id)).toEqual(tasks);
      await doTheWork(journey, opened.reference);
      expect(await statusOf(journey, opened.reference)).toBe('awaiting-approval');
      expect(journey.lettersTo(from)).toHaveLength(1);
      const review = newest(reviews(journey, opened.reference));
      expect(review.text).toContain(from);
      for (const words of completed) expect(unfolded(review.text)).toContain(words);

      await decide(journey, opened.reference, 'Akkoord');
      const [, notice, ...evenMore] = journey.lettersTo(from);
      expect(evenMore).toEqual([]);
      expect(notice).toMatchObject({ from: 'hulp@winkel.example', inReplyTo: messageId });
      expect(notice?.subject).toContain(opened.reference);
      for (const words of completed) expect(notice?.text).toContain(words);
      expect(await statusOf(journey, opened.reference)).toBe('completed');
      expect(receipts(journey, opened.reference)).toEqual(['Akkoord verwerkt']);
      // The mailbox is as its owner left it: what was there has the flags it had, our Sent copies aside.
      const after = await journey.flags();
      expect(after).toEqual(expect.arrayContaining([...before, ...arrived]));
    });

    test('a copy with a file: what staff attach is what arrives', async () => {
      const journey = house.shared();
      const from = 'kopie@post.example';
      await write(journey, from, 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.');
      const { reference } = await theCase(journey, from);
      await doTheWork(journey, reference);
      const first = newest(reviews(journey, reference));
      const file = Buffer.from('nummer,van,tot\r\n+31970,2025-01-01,2025-06-30\r\n');
      const outcome = await requestLetter(journey.context, reference, 'completion-notice', staffId(journey), {
        input: { words: 'Uw kopie zit bij deze brief.' },
        attachments: [{ filename: 'uw gegevens.csv', contentType: 'text/csv', content: file.toString('base64') }],
      });
      expect(outcome.done).toBe(true);
      await journey.settle();
      await decide(journey, reference, 'akkoord', { letter: first });
      expect(receipts(journey, reference)).toEqual(['Niet uitgevoerd']);
      expect(journey.lettersTo(from)).toHaveLength(1);

      await decide(journey, reference, 'akkoord');
      const notice = newest(journey.lettersTo(from));
      expect(notice.text).toContain('Uw kopie zit bij deze brief.');
      expect(notice.attachments).toEqual([{ filename: 'uw gegevens.csv', content: file }]);
      expect(await statusOf(journey, reference)).toBe('completed');
    });

    test('two requests in one message: two linked cases, one acknowledgement, each with its own ending', async () => {
      const journey = house.shared();
      const from = 'twee@post.example';
      await write(journey, from, 'Verwijder mijn account en al mijn gegevens.\n\nIk wil ook mijn geld terug voor bestelling 2026-0816.');
      const [refund, deletion, ...others] = await journey.cases(from);
      expect(others).toEqual([]);
      expect(refund).toMatchObject({ kind: 'refund', linked: [deletion?.reference], dueOn: '2026-01-26' });
      expect(deletion).toMatchObject({ kind: 'deletion', linked: [refund?.reference], dueOn: '2026-02-11' });
      const [acknowledgement, ...more] = journey.lettersTo(from);
      expect(more).toEqual([]);
      const [paidBack, erased] = [refund, deletion].map((one) => acknowledgement?.text.indexOf(one?.reference ?? '?') ?? -1);
      expect(paidBack).toBeGreaterThan(0);
      expect(erased).toBeGreaterThan(paidBack ?? 0);

      for (const one of [refund, deletion]) {
        await doTheWork(journey, one?.reference ?? '');
        await decide(journey, one?.reference ?? '', 'akkoord');
      }
      expect((await journey.cases(from)).map(({ status }) => status)).toEqual(['completed', 'completed']);
      expect(journey.lettersTo(from).map(({ subject }) => subject)).toEqual([
        acknowledgement?.subject,
        expect.stringContaining(refund?.reference ?? '?'),
        expect.stringContaining(deletion?.reference ?? '?'),
      ]);
    });

    test('nothing is drafted before a person verified the identity', async () => {
      const journey = house.shared();
      const from = 'wie@post.example';
      await write(journey, from, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
      const { reference } = await theCase(journey, from);
      const finish = () => requestLetter(journey.context, reference, 'completion-notice', staffId(journey));
      expect(await finish()).toMatchObject({ done: false, refusal: { code: 'identity-not-verified' } });
      for (const task of ['data-erased', 'recipients-told']) await tickTask(journey.context, reference, task, staffId(journey));
      expect(await finish()).toMatchObject({ done: false, refusal: { code: 'identity-not-verified' } });
      await journey.settle();
      expect(reviews(journey, reference)).toEqual([]);
      expect(journey.lettersTo(from)).toHaveLength(1);
      await tickTask(journey.context, reference, 'identity-verified', staffId(journey));
      await journey.settle();
      expect(reviews(journey, reference)).toHaveLength(1);
      expect(journey.lettersTo(anna).length).toBeGreaterThan(0);
    });
  });
});

/** A quoted letter as it read before it was quoted. */
function unfolded(text: string): string {
  return text.replace(/^> ?/gm, '');
}
