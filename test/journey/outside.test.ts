// Mail of ours that did not leave from here: seen in the folder of sent mail, shown in the case, asked about, never more.
import { expect, test } from 'vitest';
import { readLedger } from '../../src/store/ledger.ts';
import { commandCase, tickTask } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { type Mail, mail } from '../support/mail.ts';
import { anna, newest, staffId, theCase, write } from './steps.ts';

const objection = 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame.';
const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const own = 'hulp@winkel.example';

/** A colleague writes from their own mail program, and it files the mail. */
async function sentElsewhere(journey: Journey, to: string, wish: Partial<Mail> = {}): Promise<void> {
  journey.clock.forward({ minutes: 5 });
  const written = { from: own, to, subject: 'Antw: Een vraag', text: 'Het is geregeld.', date: journey.clock.now(), ...wish };
  await journey.arrive(mail({ ...written, authentication: 'absent' }), { folder: 'Sent' });
  await journey.settle();
}

async function sentLine(journey: Journey) {
  const line = (await readLedger(journey.context.db.query)).find(({ role }) => role === 'sent');
  if (line === undefined) throw new Error('the folder of sent mail was not read');
  return line;
}

function settleOutside(journey: Journey, reference: string, finished: boolean) {
  return commandCase(journey.context, reference, () => ({ type: 'settle-outside-answer', finished, by: staffId(journey) }));
}

atEveryPlace((house) => {
  test('an answer from elsewhere is shown and asked about; it finishes the case only where the case could be finished here', async () => {
    const journey = await house.open();
    const from = 'beantwoord@post.example';
    await write(journey, from, deletion, { messageId: '<vraag-1@post.example>' });
    const { reference } = await theCase(journey, from);
    await sentElsewhere(journey, from);
    const asked = await journey.show(reference);
    expect(asked.attention).toContain('answered-outside');
    expect(asked.status).toBe('awaiting-identity');
    expect(asked.messages.map(({ role }) => role)).toEqual(['opening', 'outside']);
    expect(JSON.stringify(asked.messages)).toContain('Het is geregeld.');
    expect(newest(journey.lettersTo(anna)).text).toContain(reference);
    expect(await journey.cases()).toHaveLength(1);
    expect(await sentLine(journey)).toMatchObject({ sent: 1, request: 0, difference: 0 });

    expect(await settleOutside(journey, reference, true)).toMatchObject({ done: false, refusal: { code: 'identity-not-verified' } });
    for (const { id, required } of asked.tasks) if (required) await tickTask(journey.context, reference, id, staffId(journey));
    expect(await settleOutside(journey, reference, true)).toMatchObject({ done: true, case: { status: 'completed' } });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(1);
  });

  test('it did not finish the case: the case goes on, and the next answer is asked about anew', async () => {
    const journey = house.shared();
    const from = 'loopt-door@post.example';
    await write(journey, from, objection);
    const { reference } = await theCase(journey, from);
    await sentElsewhere(journey, from);
    expect(await settleOutside(journey, reference, false)).toMatchObject({ done: true });
    expect((await journey.show(reference)).attention).not.toContain('answered-outside');
    expect(await settleOutside(journey, reference, false)).toMatchObject({ done: false, refusal: { code: 'no-outside-answer' } });
    await sentElsewhere(journey, from, { text: 'Nog een aanvulling.' });
    expect((await journey.show(reference)).attention).toContain('answered-outside');
  });

  test('to another address of the customer it is known by its thread', async () => {
    const journey = house.shared();
    const from = 'twee-adressen@post.example';
    await write(journey, from, objection, { messageId: '<twee-adressen@post.example>' });
    const { reference } = await theCase(journey, from);
    await sentElsewhere(journey, 'thuis@post.example', { from: anna, references: ['<twee-adressen@post.example>'] });
    expect((await journey.show(reference)).attention).toContain('answered-outside');
  });

  test.each([
    ['to a colleague', { to: anna, references: ['<onaangeroerd@post.example>'] }],
    ['by a machine', { extra: ['Auto-Submitted: auto-replied'] }],
    ['from a stranger whose mail lies in that folder', { from: 'vreemde@post.example' }],
    ['with a request in it', { text: deletion, to: 'leverancier@post.example' }],
  ])('mail %s concerns no case', async (_, wish) => {
    const journey = await house.open();
    const from = 'onaangeroerd@post.example';
    await write(journey, from, objection, { messageId: '<onaangeroerd@post.example>' });
    const { reference } = await theCase(journey, from);
    await sentElsewhere(journey, from, wish);
    expect((await journey.show(reference)).attention).toEqual([]);
    expect(await journey.cases()).toHaveLength(1);
    expect(await sentLine(journey)).toMatchObject({ sent: 1, difference: 0 });
  });

  test('what was sent before the case, or before go-live, answers nothing', async () => {
    const journey = await house.open({ start: '2026-01-10T10:00:00+01:00', environment: { GO_LIVE: '2026-01-12T08:00:00+01:00' } });
    const from = 'eerder@post.example';
    await journey.arrive(mail({ from: own, to: from, subject: 'Welkom', text: 'Welkom.', date: journey.clock.now() }), { folder: 'Sent' });
    journey.clock.set('2026-01-12T09:00:00+01:00');
    await journey.arrive(mail({ from: own, to: from, subject: 'Factuur', text: 'Uw factuur.', date: journey.clock.now() }), {
      folder: 'Sent',
    });
    journey.clock.set('2026-01-12T10:00:00+01:00');
    await write(journey, from, objection);
    const { reference } = await theCase(journey, from);
    expect((await journey.show(reference)).attention).toEqual([]);
    // The acknowledgement and the mails to staff lie there too.
    expect(await sentLine(journey)).toMatchObject({ sent: 1, beforeGoLive: 1, pending: 0, difference: 0 });
  });

  test('a request and its answer that are read in one round: the case is there first', async () => {
    const journey = await house.open();
    const from = 'meteen@post.example';
    await journey.settle();
    await journey.arrive(mail({ from, subject: 'Reclame', text: objection, date: journey.clock.now() }));
    await sentElsewhere(journey, from);
    const { reference } = await theCase(journey, from);
    expect((await journey.show(reference)).attention).toEqual(['answered-outside']);
  });
});
