import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import { actions } from '../../src/console/case-page/actions.ts';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { anna, type Browser, bram, marit, openTestConsole, type TestConsole } from '../support/console.ts';
import { act, doTheWork, newCase, newestReference, refusalIn, stateOf, stepIn, viewOf } from './case-steps.ts';

let house: TestConsole;
let browser: Browser;
let colleague: Browser;
let manager: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
  colleague = await house.signedIn(bram);
  manager = await house.signedIn(marit);
});
afterAll(() => house.stop());

const tried = new Set<string>();

/** Does it as the page offers it, and it is done. */
async function done(reference: string, action: string, typed: Readonly<Record<string, string>> = {}, by = browser): Promise<Case> {
  tried.add(action);
  const answer = await act(by, reference, action, typed);
  expect(refusalIn(answer)).toBeNull();
  expect(answer.status).toBe(303);
  return stateOf(house, reference);
}

/** Sends it whether the page offers it or not: refused, in words, with what was typed. */
async function refused(
  reference: string,
  action: string,
  typed: Readonly<Record<string, string>>,
  words: string,
  by = browser,
): Promise<void> {
  tried.add(action);
  const before = await stateOf(house, reference);
  const answer = await by.post(`/cases/${reference}/${action}`, typed);
  expect(answer.status).toBe(409);
  expect(refusalIn(answer)).toContain(words);
  expect(await stateOf(house, reference)).toEqual(before);
}

/** Approves the letter that waits, twice where two are needed, and lets it leave. */
async function letItLeave(reference: string): Promise<void> {
  for (const by of [browser, colleague]) {
    const state = await stateOf(house, reference);
    if (state.status === 'awaiting-approval') await act(by, reference, 'approve');
  }
  house.clock.forward({ seconds: 61 });
  await house.settle();
}

const id = (address: string) => house.member(address).id;

describe('the draft', () => {
  test('approve', async () => {
    const reference = await newCase(house, 'objection');
    await doTheWork(house, reference);
    const state = await done(reference, 'approve');
    expect(state).toMatchObject({ status: 'in-progress', leaving: { approvals: [id(anna)] } });
    await refused(reference, 'approve', { letter: 'x', hash: 'y' }, 'al onderweg');
  });

  test('reject keeps the reason for colleagues', async () => {
    const reference = await newCase(house, 'objection');
    await doTheWork(house, reference);
    await refused(reference, 'reject', { letter: 'x', reason: 'ander bedrag' }, 'gewijzigd sinds u het zag');
    expect(await done(reference, 'reject', { reason: 'Te kort.' })).toMatchObject({ status: 'in-progress', leaving: null });
    expect((await viewOf(house, reference)).notes.map(({ text }) => text)).toEqual(['Te kort.']);
  });

  test('send back writes a fresh one', async () => {
    const reference = await newCase(house, 'objection');
    await doTheWork(house, reference);
    const before = (await viewOf(house, reference)).draft?.letter.id;
    expect((await done(reference, 'send-back', { reason: 'Noem de datum.' })).status).toBe('awaiting-approval');
    expect((await viewOf(house, reference)).draft?.letter.id).not.toBe(before);
    await refused(reference, 'send-back', { letter: before ?? '', reason: 'x' }, 'gewijzigd sinds u het zag');
  });

  test('edit', async () => {
    const reference = await newCase(house, 'objection');
    await doTheWork(house, reference);
    expect(await done(reference, 'edit', { body: 'Anders gezegd.' })).toMatchObject({ draft: { editedBy: id(anna) } });
    await refused(reference, 'edit', { hash: 'old', body: 'Nog anders.' }, 'gewijzigd sinds u het zag');
  });

  test('undo, within the minute and not after it', async () => {
    const reference = await newCase(house, 'objection');
    await doTheWork(house, reference);
    await act(browser, reference, 'approve');
    expect((await done(reference, 'undo')).status).toBe('awaiting-approval');
    await letItLeave(reference);
    expect((await stateOf(house, reference)).status).toBe('completed');
    await refused(reference, 'undo', {}, 'gesloten');
  });
});

describe('tasks, notes, people', () => {
  test('tick and untick', async () => {
    const reference = await newCase(house, 'copy');
    await done(reference, 'tick', { task: 'identity-verified' });
    expect((await stateOf(house, reference)).identity.verified).toMatchObject({ by: id(anna), method: 'staff' });
    await refused(reference, 'tick', { task: 'identity-verified' }, 'al afgevinkt');
    expect((await done(reference, 'untick', { task: 'identity-verified' })).identity.verified).toBeNull();
    await refused(reference, 'untick', { task: 'no-such-task' }, 'Zo’n taak heeft dit dossier niet');
  });

  test('note', async () => {
    const reference = await newCase(house, 'copy');
    await done(reference, 'note', { text: 'Gebeld:\n<script>alert(1)</script>' });
    const page = await browser.get(`/cases/${reference}`);
    expect(page.text).toContain('Gebeld:\n&lt;script&gt;alert(1)&lt;/script&gt;');
    await refused(reference, 'note', { text: '   ' }, 'Er ontbreekt iets');
    await refused(reference, 'note', { text: 'a'.repeat(20_001) }, 'te lang');
  });

  test('assign', async () => {
    const reference = await newCase(house, 'copy');
    expect((await done(reference, 'assign', { to: id(bram) })).assignedTo).toBe(id(bram));
    await refused(reference, 'assign', { to: id(bram) }, 'al vastgelegd');
    expect((await done(reference, 'assign', { to: '' })).assignedTo).toBeNull();
  });
});

describe('letters that answer', () => {
  const letter = async (reference: string) => (await viewOf(house, reference)).draft?.letter;

  test('completion, with own words and who was told', async () => {
    const reference = await newCase(house, 'objection');
    await refused(reference, 'complete', { words: 'Gedaan.' }, 'verplichte taken open');
    await doTheWork(house, reference);
    await done(reference, 'complete', { words: 'Wij zijn gestopt met reclame.', told: 'Drukker\nPostbode' });
    const text = (await letter(reference))?.content?.text ?? '';
    for (const words of ['Wij zijn gestopt met reclame.', 'Drukker', 'Postbode']) expect(text).toContain(words);
  });

  test('partial completion and refusal need their reasons', async () => {
    const reference = await newCase(house, 'objection');
    await refused(reference, 'partial', { words: 'Deels.' }, 'Er ontbreekt iets');
    await done(reference, 'partial', { words: 'Reclame gestopt.', reasons: 'Facturen blijven.' });
    expect((await letter(reference))?.kind).toBe('partial-completion');
    await refused(reference, 'refuse', { reasons: '' }, 'Er ontbreekt iets');
    await done(reference, 'refuse', { reasons: 'Wij hebben geen gegevens van u.' });
    expect((await letter(reference))?.content?.text).toContain('Autoriteit Persoonsgegevens');
  });

  test('a refund is not refused before both rights were weighed', async () => {
    const reference = await newCase(house, 'refund');
    await refused(reference, 'refuse', { reasons: 'Te laat.' }, 'Weiger geen terugbetaling');
    await done(reference, 'refund-window');
    expect((await letter(reference))?.kind).toBe('refund-window');
    await refused(await newCase(house, 'copy'), 'refund-window', {}, 'hoort bij een verzoek om terugbetaling');
  });

  test('fee', async () => {
    const reference = await newCase(house, 'copy');
    await refused(reference, 'fee', { amount: '€ 5', because: 'because-we-can', reasons: 'x' }, 'Er ontbreekt iets');
    await done(reference, 'fee', { amount: '€ 7,50', because: 'further-copy', reasons: 'Dit is de derde kopie.' });
    expect((await letter(reference))?.content?.text).toContain('€ 7,50');
  });

  test('correction', async () => {
    const reference = await newCase(house, 'copy');
    await refused(reference, 'correct', { words: '' }, 'Er ontbreekt iets');
    await done(reference, 'correct', { words: 'De datum in onze vorige brief klopte niet.' });
    expect((await letter(reference))?.kind).toBe('correction');
  });
});

describe('letters that ask', () => {
  test('a code goes to an address on file, and nowhere without one', async () => {
    const reference = await newCase(house, 'deletion');
    await refused(reference, 'ask-identity', { to: '' }, 'Er ontbreekt iets');
    await done(reference, 'ask-identity', { to: 'oud@elders.example' });
    expect((await viewOf(house, reference)).draft?.letter.content?.to).toBe('oud@elders.example');
    await letItLeave(reference);
    expect((await stateOf(house, reference)).identity.challenge).not.toBeNull();
    await refused(reference, 'ask-identity', { to: 'oud@elders.example' }, 'nog een code open');
    await done(reference, 'remind');
    await refused(await newCase(house, 'copy'), 'remind', {}, 'niets open bij de klant');
  });

  test('one question at a time', async () => {
    const reference = await newCase(house, 'copy');
    await done(reference, 'clarify', { words: 'Over welk nummer gaat het?' });
    await letItLeave(reference);
    expect((await stateOf(house, reference)).status).toBe('awaiting-clarification');
    await refused(reference, 'clarify', { words: 'En waarom?' }, 'al een vraag open');
  });
});

describe('the term', () => {
  test('extend, with a ground and reasons', async () => {
    const reference = await newCase(house, 'copy');
    await refused(reference, 'extend', { words: 'Druk.' }, 'Er ontbreekt iets');
    await done(reference, 'extend', { because: 'complexity', words: 'Uw gegevens staan in drie systemen.' });
    await letItLeave(reference);
    const state = await stateOf(house, reference);
    expect(state.extended).toBe(true);
    await refused(reference, 'extend', { because: 'complexity', words: 'Nog eens.' }, 'maar één keer');
    await refused(reference, 'accept-breach', { reason: 'x' }, 'belofte wordt hier niet overschreden', manager);
  });

  test('pause, accepted by a manager, and resume', async () => {
    const reference = await newCase(house, 'deletion');
    await refused(reference, 'pause', { because: 'clarification', reason: 'x' }, 'Pauzeren voor een toelichting');
    await done(reference, 'pause', { because: 'identity-doubt', reason: 'De naam klopt niet met het account.' });
    expect((await browser.post(`/cases/${reference}/accept-pause`, {})).status).toBe(403);
    expect((await done(reference, 'accept-pause', {}, manager)).pauses).toMatchObject([{ acceptedBy: id(marit) }]);
    await refused(reference, 'accept-pause', {}, 'geen pauze', manager);
    await done(reference, 'resume');
    await refused(reference, 'resume', {}, 'geen pauze');
  });

  test('a promise broken within the law is accepted by name', async () => {
    const reference = await newCase(house, 'deletion');
    await done(reference, 'extend', { because: 'complexity', words: 'Veel systemen.' });
    await letItLeave(reference);
    expect((await done(reference, 'accept-breach', { reason: 'Drukte in januari.' }, manager)).breachAcceptedBy).toBe(id(marit));
  });
});

describe('what it is about', () => {
  test('another kind, with the first receipt', async () => {
    const reference = await newCase(house, 'deletion');
    const { receivedAt } = await stateOf(house, reference);
    expect(await done(reference, 'reclassify', { kind: 'copy', reason: 'Verkeerd gelezen.' })).toMatchObject({ kind: 'copy', receivedAt });
    await refused(reference, 'reclassify', { kind: 'copy' }, 'is al');
    await refused(reference, 'reclassify', { kind: 'undetermined' }, 'Er ontbreekt iets');
    expect((await done(reference, 'reclassify', { kind: 'none' })).status).toBe('not-a-request');
  });

  test('a message nobody understood is determined', async () => {
    await house.write('vaag@elders.example', 'Doe er iets aan, zo wil ik geen klant zijn.');
    const reference = await newestReference(house);
    const state = await stateOf(house, reference);
    expect(state.kind).toBe('undetermined');
    expect(await done(reference, 'determine', { kind: 'deletion' })).toMatchObject({ kind: 'deletion', receivedAt: state.receivedAt });
    await refused(reference, 'determine', { kind: 'deletion' }, 'is al');
  });

  test('one more request is split off, and two cases are linked and unlinked', async () => {
    const reference = await newCase(house, 'copy');
    await done(reference, 'split', { kind: 'deletion' });
    const { linked, others } = await viewOf(house, reference);
    expect(linked.map(({ kind }) => kind)).toEqual(['deletion']);
    expect(others).toEqual([]);
    await refused(reference, 'split', { kind: 'deletion' }, 'bestaat al een dossier van die soort');
    const other = await newCase(house, 'refund');
    await done(reference, 'link', { other });
    expect((await viewOf(house, other)).linked.map((one) => one.reference)).toEqual([reference]);
    await refused(reference, 'link', { other: 'T-0000-0000-0' }, '');
    await done(reference, 'unlink', { other });
    expect((await viewOf(house, other)).linked).toEqual([]);
    await refused(reference, 'unlink', { other }, 'niet gekoppeld');
  });

  test('somebody who asks for another shows an authorisation', async () => {
    const reference = await newCase(house, 'copy');
    expect((await done(reference, 'represent', { who: 'lawyer' })).tasks.map((task) => task.id)).toContain('authorisation-checked');
    await refused(reference, 'represent', { who: 'lawyer' }, 'al vastgelegd');
  });
});

describe('a demand by a public body', () => {
  test('origin, term and disclosure, by whoever is named: here the manager', async () => {
    const reference = await newCase(house, 'authority');
    await refused(reference, 'tick', { task: 'demand-assessed' }, 'herkomst', manager);
    await refused(reference, 'set-term', { until: '2026-01-11', reason: 'x' }, 'vóór de ontvangst', manager);
    await refused(reference, 'set-term', { until: 'morgen', reason: 'x' }, 'geen datum', manager);
    const set = await done(reference, 'set-term', { until: '2026-01-20', reason: 'Bevel, bladzijde 2.' }, manager);
    expect(set).toMatchObject({ dates: { dueOn: '2026-01-20' }, demand: { term: { by: id(marit) } } });
    const disclosed = { ground: 'prosecutor', what: 'numbers', on: '2026-01-12', words: 'Bevel 26-1187, per koerier.' };
    await refused(reference, 'disclose', disclosed, 'herkomst', manager);
    await done(reference, 'tick', { task: 'origin-verified' }, manager);
    await done(reference, 'tick', { task: 'demand-assessed' }, manager);
    expect(stepIn(await manager.get(`/cases/${reference}`))).toBe('Leg vast wat is verstrekt');
    await refused(reference, 'disclose', { ...disclosed, ground: 'curiosity' }, 'ontbreekt', manager);
    await refused(reference, 'disclose', { ...disclosed, on: '2026-01-13' }, 'niet in de toekomst', manager);
    expect((await done(reference, 'disclose', disclosed, manager)).demand?.disclosures).toEqual([
      { ground: 'prosecutor', what: ['numbers'], on: '2026-01-12', by: id(marit) },
    ]);
    expect((await done(reference, 'disclose-nothing', { words: 'De rest hebben wij niet.' }, manager)).demand?.disclosures).toHaveLength(2);
    const page = await manager.get(`/cases/${reference}`);
    expect(page.text).toContain('Bevel 26-1187, per koerier.');
    expect(page.text).toContain('telefoonnummers in gebruik. Grond: officier van justitie');
    expect(page.text).toMatch(/uiterlijk dinsdag 20 januari 2026\.[^<]*\(u\)/);
  });
});

describe('beginning and end', () => {
  test('withdraw and reopen', async () => {
    const reference = await newCase(house, 'copy');
    await refused(reference, 'reopen', { reason: 'x' }, 'niet gesloten');
    expect((await done(reference, 'withdraw', { reason: 'Belde: hoeft niet meer.' })).status).toBe('withdrawn');
    await refused(reference, 'withdraw', { reason: 'x' }, 'gesloten');
    expect((await done(reference, 'reopen', { reason: 'Toch wel.' })).status).toBe('awaiting-identity');
  });

  test('a legal hold, and its end', async () => {
    const reference = await newCase(house, 'deletion');
    await refused(reference, 'hold', { until: '2020-01-01', reason: 'x' }, 'moet na vandaag liggen');
    await refused(reference, 'hold', { until: 'morgen', reason: 'x' }, 'geen datum');
    expect((await done(reference, 'hold', { until: '2026-06-01', reason: 'Vordering.' })).hold).toMatchObject({
      by: id(anna),
      reviewOn: '2026-06-01',
    });
    await refused(reference, 'hold', { until: '2026-06-02', reason: 'x' }, 'al een bewaarplicht');
    expect((await done(reference, 'lift-hold', { reason: 'Ingetrokken.' })).hold).toBeNull();
    await refused(reference, 'lift-hold', { reason: 'x' }, 'geen bewaarplicht');
    await done(reference, 'withdraw', { reason: 'Toch niet.' });
    const closed = await done(reference, 'hold', { until: '2026-06-01', reason: 'Geschil.' });
    expect(closed).toMatchObject({ status: 'withdrawn', hold: { reviewOn: '2026-06-01' } });
    expect(await done(reference, 'lift-hold', { reason: 'Geschikt.' })).toMatchObject({ status: 'withdrawn', hold: null });
  });

  test('an answer from outside is judged by a person', async () => {
    const reference = await newCase(house, 'objection');
    await refused(reference, 'outside', { finished: 'yes' }, 'geen bericht buiten Tijdig');
    const { openingMessageId: messageId } = await stateOf(house, reference);
    await commandCase(house.context, reference, () => ({ type: 'note-outside-answer', messageId }));
    await refused(reference, 'outside', { finished: 'yes' }, 'verplichte taken open');
    expect((await done(reference, 'outside', { finished: 'no' })).outsideMessageId).toBeNull();
  });

  test('an acknowledgement that was withheld is sent after all', async () => {
    await house.write('noreply@elders.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    const reference = await newestReference(house);
    expect((await stateOf(house, reference)).attention).toContain('acknowledgement-withheld');
    await done(reference, 'acknowledge');
    await house.settle();
    expect((await viewOf(house, reference)).letters.map(({ kind, status }) => [kind, status])).toEqual([['acknowledgement', 'accepted']]);
    await refused(reference, 'acknowledge', { letter: 'x' }, 'ingehouden');
  });

  test('a request by telephone is opened by hand', async () => {
    const received = '2026-01-12T09:30';
    const typed = {
      channel: 'telephone',
      kinds: 'deletion',
      said: 'Wil dat alles weg is.',
      received,
      name: 'Sanne',
      address: 'sanne@elders.example',
      acknowledge: 'yes',
    };
    const future = await browser.post('/cases/new', { ...typed, received: '2030-01-01T10:00' });
    expect(future.status).toBe(409);
    expect(refusalIn(future)).toContain('toekomst');
    expect(future.text).toContain('Wil dat alles weg is.');
    expect(refusalIn(await browser.post('/cases/new', { ...typed, received: 'gisteren' }))).toContain('Geef de datum');
    expect(refusalIn(await browser.post('/cases/new', { ...typed, kinds: '' }))).toContain('Noteer wat er gevraagd is');
    const opened = await browser.post('/cases/new', typed);
    expect(opened.status).toBe(303);
    const page = await browser.get(opened.headers.get('location') ?? '');
    expect(page.text).toContain('Wil dat alles weg is.');
    expect(page.text).toContain('per telefoon');
    const reference = (opened.headers.get('location') ?? '').replace('/cases/', '');
    expect((await stateOf(house, reference)).receivedAt).toBe('2026-01-12T08:30:00Z');
  });

  test('a forward is confirmed: who asked, and when it reached us', async () => {
    const forward = [
      'Zie hieronder, graag oppakken.',
      '',
      '---------- Forwarded message ----------',
      'From: Sanne <sanne2@elders.example>',
      'Date: Fri, 9 Jan 2026 at 15:20',
      'Subject: Account weg',
      'To: <anna@winkel.example>',
      '',
      'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
    ];
    await house.write(anna, forward.join('\n'), 'Fwd: Account weg');
    const reference = await newestReference(house);
    const page = await browser.get(`/cases/${reference}`);
    expect(stepIn(page)).toBe('Bevestig wie dit vraagt en wanneer het ons bereikte');
    await refused(reference, 'confirm-intake', { requester: 'sanne2@elders.example', received: '2030-01-01T10:00' }, 'toekomst');
    await refused(reference, 'confirm-intake', { requester: 'sanne2@elders.example', received: 'ooit' }, 'geen datum');
    await refused(reference, 'complete', { words: 'x' }, 'Nog niet bevestigd');
    const state = await done(reference, 'confirm-intake', { requester: 'sanne2@elders.example', received: '2026-01-09T15:20' });
    expect(state).toMatchObject({ intakeConfirmed: true, receivedAt: '2026-01-09T14:20:00Z' });
    expect((await viewOf(house, reference)).person.requester?.address).toBe('sanne2@elders.example');
    await refused(reference, 'confirm-intake', { requester: 'sanne2@elders.example', received: '2026-01-09T15:20' }, 'staan al vast');
  });

  test('nobody can say of a letter that is not in doubt whether it left', async () => {
    const reference = await newCase(house, 'copy');
    const before = await stateOf(house, reference);
    for (const left of ['yes', 'no', 'perhaps']) await browser.post(`/cases/${reference}/settle`, { left });
    expect(await stateOf(house, reference)).toEqual(before);
    expect((await viewOf(house, reference)).notes).toEqual([]);
  });

  test('everything the page knows to do was tried here', () => {
    expect(actions.map((action) => action.id).filter((action) => !tried.has(action))).toEqual([]);
  });
});
