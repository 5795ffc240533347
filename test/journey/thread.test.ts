// What a message belongs to: the thread it answers, a new case beside it, or nothing.
import { expect, test } from 'vitest';
import { atEveryPlace } from '../support/ground.ts';
import { bounce, mail } from '../support/mail.ts';
import { answer, awaitingApproval, decide, newest, statusOf, theCase, write } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const refund = 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.';

atEveryPlace((house) => {
  test('a reply joins its case and is answered by nobody', async () => {
    const journey = house.shared();
    const from = 'aanvulling@post.example';
    await write(journey, from, deletion);
    const { reference, messageIds } = await theCase(journey, from);
    await answer(journey, newest(journey.lettersTo(from)), from, 'Het gaat om het nummer dat ik in mei huurde.', {
      messageId: '<meer@post.example>',
    });
    expect(await theCase(journey, from)).toMatchObject({ reference, messageIds: [...messageIds, '<meer@post.example>'] });
    expect(journey.lettersTo(from)).toHaveLength(1);
    const { messages } = await journey.show(reference);
    expect(messages.map(({ role }) => role)).toEqual(['opening', 'follow-up']);
  });

  test('the same request again in its thread joins too', async () => {
    const journey = house.shared();
    const from = 'nogmaals@post.example';
    await write(journey, from, deletion);
    await answer(journey, newest(journey.lettersTo(from)), from, `Ik heb nog niets gehoord. ${deletion}`);
    expect((await theCase(journey, from)).messageIds).toHaveLength(2);
    expect(journey.lettersTo(from)).toHaveLength(1);
  });

  test('a new kind in a reply opens a linked case with an acknowledgement of its own', async () => {
    const journey = house.shared();
    const from = 'anders@post.example';
    await write(journey, from, deletion);
    const first = await theCase(journey, from);
    await answer(journey, newest(journey.lettersTo(from)), from, refund);
    const opened = (await journey.cases(from)).find(({ kind }) => kind === 'refund');
    expect(opened?.linked).toEqual([first.reference]);
    expect((await journey.show(first.reference)).messages).toHaveLength(1);
    const [, second, ...more] = journey.lettersTo(from);
    expect(more).toEqual([]);
    expect(second?.text).toContain(opened?.reference);
    expect(second?.text).not.toContain(first.reference);
  });

  test('a reply after closing opens a new linked case', async () => {
    const journey = house.shared();
    const from = 'achteraf@post.example';
    const reference = await awaitingApproval(journey, from);
    await decide(journey, reference, 'akkoord');
    const notice = newest(journey.lettersTo(from));
    await answer(journey, notice, from, 'Verwijder ook mijn tweede account.');
    const [opened, ...more] = (await journey.cases(from)).filter((one) => one.reference !== reference);
    expect(more).toEqual([]);
    expect(opened?.linked).toEqual([reference]);
    expect(await statusOf(journey, reference)).toBe('completed');
    expect((await journey.show(reference)).messages).toHaveLength(1);
    expect(journey.lettersTo(from)).toHaveLength(3);
  });

  test('the reference in the subject is believed from the same sender only', async () => {
    const journey = house.shared();
    const [from, other] = ['kenmerk@post.example', 'nieuwsgierig@elders.example'];
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await write(journey, from, 'Het gaat om mijn tweede nummer.', { subject: `Aanvulling bij ${reference}` });
    expect((await theCase(journey, from)).messageIds).toHaveLength(2);

    await write(journey, other, 'Ik wil weten hoe het hiermee staat.', { subject: `Zaak ${reference}` });
    expect((await theCase(journey, from)).messageIds).toHaveLength(2);
    const stranger = await theCase(journey, other);
    expect(stranger).toMatchObject({ kind: 'undetermined', status: 'needs-a-person', linked: [] });
    expect((await journey.show(stranger.reference)).attention).toContain('other-sender');
    expect(journey.lettersTo(other)).toEqual([]);
  });

  test('somebody who was in Cc answers: attached to nothing, shown to a person', async () => {
    const journey = house.shared();
    const [from, other] = ['met-cc@post.example', 'cc@elders.example'];
    await write(journey, from, deletion);
    await answer(journey, newest(journey.lettersTo(from)), other, 'Ik sluit mij hierbij aan.');
    expect((await theCase(journey, from)).messageIds).toHaveLength(1);
    const stranger = await theCase(journey, other);
    expect((await journey.show(stranger.reference)).attention).toContain('other-sender');
    expect(journey.lettersTo(other)).toEqual([]);
  });

  test('the same request again outside the thread: a second case, marked as a possible repeat', async () => {
    const journey = house.shared();
    const from = 'herhaling@post.example';
    await write(journey, from, deletion);
    journey.clock.forward({ hours: 2 });
    await write(journey, from, `Vorige week schreef ik u ook. ${deletion}`);
    const all = await journey.cases(from);
    const attention = await Promise.all(all.map(async ({ reference }) => (await journey.show(reference)).attention));
    expect(attention.flat()).toEqual(['possible-repeat']);
    expect(all).toHaveLength(2);
    expect(journey.lettersTo(from)).toHaveLength(2);
  });

  test('a bounce of the acknowledgement marks its cases and opens nothing', async () => {
    const journey = house.shared();
    const from = 'onbereikbaar@post.example';
    await write(journey, from, `${deletion}\n\n${refund}`);
    const before = (await journey.cases()).length;
    await journey.arrive(bounce(newest(journey.lettersTo(from)), journey.clock.now()));
    await journey.settle();
    expect(await journey.cases()).toHaveLength(before);
    for (const { reference } of await journey.cases(from)) {
      const { attention, messages } = await journey.show(reference);
      expect(attention).toEqual(['requester-unreachable']);
      expect(messages.map(({ role }) => role)).toEqual(['opening', 'report']);
    }
    expect(journey.lettersTo('MAILER-DAEMON@post.example')).toEqual([]);
  });

  test("a customer's out-of-office changes nothing", async () => {
    const journey = house.shared();
    const from = 'vakantie@post.example';
    const reference = await awaitingApproval(journey, from);
    const before = await journey.show(reference);
    await answer(journey, newest(journey.lettersTo(from)), from, 'Ik ben met vakantie en lees mijn mail niet.', {
      subject: 'Automatisch antwoord: Wij hebben uw verzoek ontvangen',
      extra: ['Auto-Submitted: auto-replied'],
    });
    expect(await journey.show(reference)).toEqual(before);
    expect(await journey.cases(from)).toHaveLength(1);
    expect(journey.lettersTo(from)).toHaveLength(1);
  });

  test('a reply whose mail program kept nothing but the address with a token', async () => {
    const journey = await house.open({ environment: { REPLY_ADDRESS: 'hulp+{token}@winkel.example' } });
    const [from, other] = ['token@post.example', 'doorgestuurd@elders.example'];
    await write(journey, from, deletion);
    const [acknowledgement] = journey.lettersTo(from);
    const to = /^Reply-To: (\S+)/im.exec(Buffer.from(acknowledgement?.raw ?? []).toString('latin1'))?.[1] ?? '';
    expect(to).toMatch(/^hulp\+[0-9a-f]{40}@winkel\.example$/);
    const date = journey.clock.now();
    for (const sender of [from, other]) await journey.arrive(mail({ from: sender, to, subject: 'Aanvulling', text: 'Het spoedt.', date }));
    await journey.settle();
    expect((await theCase(journey, from)).messageIds).toHaveLength(2);
    expect((await theCase(journey, other)).kind).toBe('undetermined');
  });
});
