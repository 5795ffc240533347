// How a request becomes a case without being a customer's mail: by telephone, forwarded by a colleague, through a web form;
// and what is seen of answers that left from another mail program.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createParser } from '../../src/intake/parse.ts';
import { readLedger } from '../../src/store/ledger.ts';
import { loadRaw } from '../../src/store/messages.ts';
import { confirmIntake } from '../../src/worker/confirm-intake.ts';
import { type ByHand, openByHand } from '../../src/worker/open-by-hand.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { type Mail, mail } from '../support/mail.ts';
import { anna, answer, newest, staffId, theCase } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const both = `${deletion} Stuur mij eerst een kopie van alle gegevens die u over mij heeft.`;
const form = 'formulier@winkel.example';
const own = 'hulp@winkel.example';

async function differences(journey: Journey): Promise<readonly number[]> {
  return (await readLedger(journey.context.db.query)).map(({ difference }) => difference);
}

function questions(journey: Journey, reference: string) {
  return journey.lettersTo(anna).filter(({ subject, text }) => `${subject} ${text}`.includes(reference) && !subject.includes('akkoord'));
}

function call(journey: Journey, from: string | null, wish: Partial<ByHand> = {}): ByHand {
  return {
    kinds: ['deletion'],
    requester: { address: from, name: 'Jan de Vries' },
    receivedAt: journey.clock.now().subtract({ hours: 72 }),
    channel: 'telephone',
    words: 'Belde: wil dat het account met nummer +31 970 1028 4471 verdwijnt.',
    orderNumber: '2026-0815',
    phoneNumbers: ['+31 970 1028 4471'],
    language: null,
    acknowledge: true,
    by: staffId(journey),
    ...wish,
  };
}

async function opened(journey: Journey, facts: ByHand) {
  const outcome = await openByHand(journey.context, facts);
  await journey.settle();
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome;
}

/** The memo of a case, read as any message is. */
async function memoOf(journey: Journey, messageId: string | undefined) {
  const [raw] = (await loadRaw(journey.context.db.query, journey.context.subKeys, [messageId ?? ''])).values();
  const parser = createParser();
  return parser.parse(raw ?? new Uint8Array(), { truncated: false }).finally(() => parser.close());
}

/** A colleague forwards what `from` wrote, attached or written out. */
function forwarded(journey: Journey, from: string, text: string, how: 'attached' | 'inline', extra: Partial<Mail> = {}) {
  const sentAt = journey.clock.now().subtract({ hours: 24 * 4 });
  const date = journey.clock.now();
  if (how === 'inline') {
    const local = sentAt.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
    const block = `Van: Jan <${from}>\nVerzonden: ${local}\nAan: Anna <${anna}>\nOnderwerp: Mijn gegevens\n\n${text}`;
    return mail({ from: anna, subject: 'FW: Mijn gegevens', text: `Kunnen jullie dit oppakken?\n\n${block}`, date, ...extra });
  }
  const inner = Buffer.from(
    mail({ from, to: anna, subject: 'Mijn gegevens', text, date: sentAt, messageId: '<van-de-klant@post.example>' }),
  );
  const parts = [
    '--deel',
    'Content-Type: text/plain',
    '',
    'Zie bijlage.',
    '--deel',
    'Content-Type: message/rfc822',
    '',
    inner.toString(),
    '--deel--',
  ];
  const fields = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="deel"'];
  return mail({ from: anna, subject: 'Van een klant', text: parts.join('\r\n'), date, extra: fields, ...extra });
}

atEveryPlace((house) => {
  test('by telephone: a case like any other, from when it was said, acknowledged, with a memo to be read and saved', async () => {
    const journey = house.shared();
    const from = 'belde@post.example';
    const { cases, acknowledgement } = await opened(journey, call(journey, from));
    expect(acknowledgement).toBe('leaves');
    const [{ reference = '', dates } = {}] = cases;
    expect(dates).toMatchObject({ policyOn: '2026-02-08' });
    const shown = await journey.show(reference);
    expect(shown).toMatchObject({
      kind: 'deletion',
      channel: 'telephone',
      requester: from,
      attention: [],
      receivedAt: '2026-01-09T09:00:00Z',
    });
    expect(shown.messages).toMatchObject([{ role: 'opening', from, ownText: expect.stringContaining('wil dat het account') }]);
    expect(shown.entities).toMatchObject({ orderNumber: '2026-0815', phoneNumbers: ['+3197010284471'] });
    expect(shown.events[0]).toMatchObject({ type: 'case-opened', openedBy: staffId(journey), channel: 'telephone' });
    const [letter] = journey.lettersTo(from);
    expect(letter?.text).toContain(reference);
    expect(letter?.inReplyTo).toBeNull();
    const parsed = await memoOf(journey, shown.messages[0]?.id);
    expect(parsed).toMatchObject({ status: 'parsed', message: { from: { status: 'one', address: from, name: 'Jan de Vries' } } });
    expect(JSON.stringify(parsed)).toMatch(/Telefonisch, .*2026.*wil dat het account/);
    expect(await differences(journey)).toEqual([0, 0, 0]);
  });

  test('nothing that people type into a case by hand becomes a header of its memo', async () => {
    const journey = house.shared();
    const evil = 'Jan\r\nBcc: buit@post.example\r\n\r\n<script>\u202e';
    const facts = call(journey, 'kwaad@post.example', {
      requester: { address: 'kwaad@post.example', name: evil },
      orderNumber: evil,
      words: evil,
    });
    const { cases } = await opened(journey, facts);
    const parsed = await memoOf(journey, (await journey.show(cases[0]?.reference ?? '')).messages[0]?.id);
    if (parsed.status !== 'parsed') throw new Error('the memo cannot be read');
    const names = parsed.message.headers.map(({ name }) => name);
    expect(names).not.toContain('bcc');
    expect(names).toHaveLength(11);
    expect(parsed.message.from).toMatchObject({ status: 'one', address: 'kwaad@post.example' });
    expect(parsed.message.text).toContain('Bcc: buit@post.example');
    expect(Buffer.from(newest(journey.lettersTo('kwaad@post.example')).raw).toString()).not.toMatch(/buit|script/);
  });

  test('by telephone twice: two cases, and a person is asked; also without an address', async () => {
    const journey = house.shared();
    for (const from of ['belde-tweemaal@post.example', null]) {
      const facts = call(journey, from, { words: `Nogmaals ${from}` });
      expect((await opened(journey, facts)).possibleRepeat).toBe(false);
      const again = await opened(journey, facts);
      expect(again.possibleRepeat).toBe(true);
      expect(again.cases[0]?.attention).toContain('possible-repeat');
      expect(again.acknowledgement).toBe(from === null ? 'none' : 'leaves');
    }
  });

  test('by hand, kept back: the acknowledgement waits for a person', async () => {
    const journey = house.shared();
    const from = 'kalm-aan@post.example';
    const { cases, acknowledgement } = await opened(journey, call(journey, from, { acknowledge: false, kinds: ['refund', 'deletion'] }));
    expect([acknowledgement, cases.length]).toEqual(['withheld', 2]);
    expect(journey.lettersTo(from)).toEqual([]);
    const { letters } = await journey.show(cases[0]?.reference ?? '');
    expect(letters).toMatchObject([{ kind: 'acknowledgement', withheld: true, withheldBecause: 'by-hand' }]);
  });

  test.each([
    ['in the future', { receivedAt: Temporal.Instant.from('2026-02-01T00:00:00Z') }, 'receipt-in-future'],
    ['without words', { words: '  ' }, 'words-missing'],
    ['for ourselves', { requester: { address: own, name: '' } }, 'words-missing'],
    ['for no address', { requester: { address: 'jan at post', name: '' } }, 'words-missing'],
  ] as const)('by hand, %s: refused, and nothing is written', async (_, wish, code) => {
    const journey = house.shared();
    const before = (await journey.cases()).length;
    const outcome = await openByHand(journey.context, call(journey, 'mis@post.example', wish));
    expect(outcome).toMatchObject({ done: false, refusal: { code } });
    expect((await journey.cases()).length).toBe(before);
  });

  test.each(['attached', 'inline'] as const)('forwarded by a colleague, %s: a draft until it is confirmed', async (how) => {
    const journey = house.shared();
    const from = `door-${how}@post.example`;
    await journey.arrive(forwarded(journey, from, deletion, how));
    await journey.settle();
    const { reference } = await theCase(journey, from);
    const draft = await journey.show(reference);
    expect(draft).toMatchObject({ kind: 'deletion', channel: 'forward', intakeConfirmed: false, attention: ['intake-to-confirm'] });
    expect(draft.receivedAt.slice(0, 10)).toBe('2026-01-08');
    expect(draft.letters.filter(({ kind }) => kind === 'acknowledgement')).toEqual([]);
    expect(journey.lettersTo(from)).toEqual([]);
    expect(questions(journey, reference)).toHaveLength(1);
    expect((await journey.cases(anna)).length).toBe(0);

    const receivedAt = '2026-01-07T08:00:00Z';
    const outcome = await confirmIntake(journey.context, reference, { address: null, name: null, receivedAt }, staffId(journey));
    expect(outcome.done).toBe(true);
    await journey.settle();
    const shown = await journey.show(reference);
    expect(shown).toMatchObject({ intakeConfirmed: true, attention: [], receivedAt, dates: { policyOn: '2026-02-06' } });
    const [letter] = journey.lettersTo(from);
    expect(letter?.text).toContain(reference);
    expect(letter?.inReplyTo).toBe(how === 'attached' ? '<van-de-klant@post.example>' : null);
    // Now the case is theirs: an answer joins it.
    await answer(journey, newest(journey.lettersTo(from)), from, 'Dank u, ik wacht het af.');
    expect((await journey.show(reference)).messages.map(({ role }) => role).toSorted()).toEqual(['follow-up', 'opening']);
  });

  test('two requests in one forward are confirmed together, and acknowledged once, to whom staff say', async () => {
    const journey = house.shared();
    await journey.arrive(forwarded(journey, 'doorgever@post.example', both, 'inline'));
    await journey.settle();
    const drafts = await journey.cases('doorgever@post.example');
    expect(drafts.map(({ kind }) => kind).toSorted()).toEqual(['copy', 'deletion']);
    const [first] = drafts;
    const right = 'echte-klant@post.example';
    const wrong = await confirmIntake(
      journey.context,
      first?.reference ?? '',
      { address: anna, name: null, receivedAt: null },
      staffId(journey),
    );
    expect(wrong).toMatchObject({ done: false, refusal: { code: 'not-possible-now' } });
    const said = { address: right, name: 'Echte Klant', receivedAt: null };
    expect(await confirmIntake(journey.context, first?.reference ?? '', said, staffId(journey))).toMatchObject({ done: true });
    await journey.settle();
    expect(journey.lettersTo('doorgever@post.example')).toEqual([]);
    expect(journey.lettersTo(right)).toHaveLength(1);
    for (const { reference } of drafts) expect(journey.lettersTo(right)[0]?.text).toContain(reference);
    expect((await journey.cases(right)).length).toBe(2);
    expect(await confirmIntake(journey.context, first?.reference ?? '', said, staffId(journey))).toMatchObject({
      done: false,
      refusal: { code: 'intake-confirmed' },
    });
  });

  test('a forward that tells nothing is a draft that a person reads; a forged colleague is no colleague', async () => {
    const journey = await house.open();
    await journey.arrive(mail({ from: anna, subject: 'Doorst: vraagje', text: 'Zie hieronder.', date: journey.clock.now() }));
    await journey.arrive(forwarded(journey, 'vals@post.example', deletion, 'inline', { authentication: 'fail' }));
    await journey.arrive(mail({ from: anna, subject: 'Vergadering', text: 'Hoe laat is de vergadering?', date: journey.clock.now() }));
    await journey.settle();
    const shown = await Promise.all((await journey.cases()).map(({ reference }) => journey.show(reference)));
    const drafts = shown.filter(({ channel }) => channel === 'forward');
    expect(drafts).toMatchObject([
      { kind: 'undetermined', requester: null, attention: expect.arrayContaining(['intake-to-confirm', 'undetermined']) },
    ]);
    expect(shown.every(({ requester }) => requester !== 'vals@post.example')).toBe(true);
    expect(journey.lettersTo('vals@post.example')).toEqual([]);
    const reference = drafts[0]?.reference ?? '';
    const nobody = { address: null, name: null, receivedAt: null };
    expect(await confirmIntake(journey.context, reference, nobody, staffId(journey))).toMatchObject({ refusal: { code: 'words-missing' } });
    expect(await differences(journey)).toEqual([0, 0, 0]);
  });

  test('a web form speaks for its customer: acknowledged, never authenticated, five a day', async () => {
    const journey = await house.open({ environment: { FORM_SENDERS: form } });
    const from = 'invuller@post.example';
    const filled = (customer: string, extra: readonly string[] = []) =>
      mail({
        from: form,
        name: 'Webformulier no-reply',
        subject: 'Nieuw bericht: verwijderen, annuleren of inzage',
        text: `Naam: Jan\nE-mail: ${customer}\nOnderwerp: Vraag\nBericht:\n${deletion}`,
        date: journey.clock.now(),
        extra: ['Auto-Submitted: auto-generated', ...extra],
      });
    await journey.arrive(filled(from, [`Reply-To: Jan <${from}>`]));
    await journey.settle();
    const { reference } = await theCase(journey, from);
    expect(await journey.show(reference)).toMatchObject({
      kind: 'deletion',
      channel: 'form',
      status: 'awaiting-identity',
      attention: [],
      identity: { needed: true, verified: null },
    });
    expect(journey.lettersTo(from)).toHaveLength(1);
    expect(journey.lettersTo(form)).toEqual([]);
    for (let time = 2; time <= 6; time++)
      await journey.arrive(
        mail({
          from: form,
          subject: 'Nieuw bericht',
          date: journey.clock.now(),
          text: `E-mail: ${from}\nBericht: ${deletion} Keer ${time}.`,
        }),
      );
    await journey.settle();
    expect(await journey.cases(from)).toHaveLength(6);
    expect(journey.lettersTo(from)).toHaveLength(5);
    // Nobody named, a machine's own address, or no form at all.
    await journey.arrive(filled(own));
    await journey.arrive(filled('stil@post.example', ['Reply-To: a@post.example, b@post.example']));
    await journey.arrive(
      mail({
        from: 'iemand@post.example',
        subject: 'x',
        text: deletion,
        date: journey.clock.now(),
        extra: ['Reply-To: slachtoffer@post.example'],
      }),
    );
    await journey.settle();
    expect((await journey.cases()).filter(({ requester }) => requester === null)).toHaveLength(2);
    expect(journey.lettersTo('slachtoffer@post.example')).toEqual([]);
    expect(journey.lettersTo('iemand@post.example')).toHaveLength(1);
    expect(await differences(journey)).toEqual([0, 0, 0]);
  });

  test('a form our boundary does not vouch for is a message like any other', async () => {
    const journey = await house.open({ environment: { FORM_SENDERS: form } });
    const text = `E-mail: slachtoffer@post.example\nBericht: ${deletion}`;
    await journey.arrive(mail({ from: form, subject: 'Bericht', text, date: journey.clock.now(), authentication: 'fail' }));
    await journey.settle();
    expect(journey.lettersTo('slachtoffer@post.example')).toEqual([]);
    expect((await journey.cases()).map(({ requester }) => requester)).toEqual([form]);
  });

  test('what is written by hand is masked where it is read', async () => {
    const journey = house.shared();
    const { cases } = await opened(
      journey,
      call(journey, null, { words: 'Terugstorten op NL91 ABNA 0417 1643 00 graag.', kinds: ['refund'] }),
    );
    const { messages } = await journey.show(cases[0]?.reference ?? '');
    expect(JSON.stringify(messages)).toContain('[IBAN]');
    expect(JSON.stringify(messages)).not.toMatch(/0417\s?1643/);
  });
});

test('the page about the ways in names them all', () => {
  const page = readFileSync(`${import.meta.dirname}/../../docs/ways-in.md`, 'utf8');
  for (const word of ['telephone', 'FORM_SENDERS', 'forward', 'tijdig open', 'tijdig confirm', 'tijdig outside'])
    expect(page).toContain(word);
});
