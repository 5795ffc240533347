import { expect, test } from 'vitest';
import { linesOf, runIn } from '../support/command-line.ts';
import type { TestClock } from '../support/journey.ts';
import { closeCase, holdCase, plantLetterAbout, plantOpenCase, plantReadMessage, readableNames } from '../support/keepsakes.ts';
import { onEveryDatabase, type TestStore } from '../support/stores.ts';

/** A newsletter of 1 January, and two deletions closed on 2 January, one of them under a hold. */
async function office({ context }: TestStore) {
  (context.clock as TestClock).set('2026-01-12T10:00:00+01:00');
  const news = await plantReadMessage(context, { receivedAt: '2026-01-01T12:00:00Z', disposition: 'automatic' });
  const ids = [];
  for (let nth = 0; nth < 2; nth++) {
    const message = await plantReadMessage(context, { receivedAt: '2026-01-01T12:00:00Z', disposition: 'request' });
    const id = await plantOpenCase(context, { kind: 'deletion', messages: [message] });
    const letter = await plantLetterAbout(context, { cases: [id], writtenAt: '2026-01-01T12:00:00Z' });
    await closeCase(context, id, '2026-01-02T12:00:00Z');
    ids.push({ id, message, letter });
  }
  const [through, held] = ids;
  if (through === undefined || held === undefined) throw new Error('two were wanted');
  await holdCase(context, held.id);
  return { news, through, held };
}

onEveryDatabase(({ open }) => {
  test('says how long what is kept and why, what may go on a day, and what a hold keeps', async () => {
    const store = await open();
    await office(store);
    const today = await runIn(store.context, 'retention');
    expect(today).toMatchObject({ status: 0, err: '' });
    expect(today.out).toMatch(/^cases\.deletion +90 +closing +0 +Policy §2, §4; UAVG art\. 35/m);
    expect(today.out).toContain('On 2026-01-12 may go: 0 message(s), 0 letter(s), 0 case(s).');
    expect(today.out).toContain('A legal hold keeps 1 case(s) with 1 message(s) and 1 letter(s).');
    expect(today.out).toContain('MAILBOX_CLEANUP=off');
    const later = await runIn(store.context, 'retention --date 2026-04-03 --json');
    const [report] = linesOf(later) as unknown as [{ rules: readonly { rule: string; due: Record<string, number> }[] }];
    const due = report.rules.filter((one) => Object.values(one.due).some((count) => count > 0));
    expect(due.map(({ rule, due: of }) => [rule, of])).toEqual([
      ['mail.automatic', { message: 1, letter: 0, case: 0 }],
      ['cases.deletion', { message: 1, letter: 1, case: 1 }],
    ]);
    const before = await runIn(store.context, 'retention --date 2026-04-02 --json');
    expect(before.out).toContain('"rule":"cases.deletion","days":90,"from":"closing"');
    expect(before.out).not.toContain('"case":1');
  });

  test('lists what would go and changes nothing; --now erases it, save what is held', async () => {
    const store = await open();
    const { news, through, held } = await office(store);
    const all = await readableNames(store.context);
    const dry = await runIn(store.context, 'retention --dry-run --date 2026-04-03 --json');
    expect(
      linesOf(dry)
        .map(({ subject, id, rule, since }) => [subject, id, rule, since].join(' '))
        .sort(),
    ).toEqual(
      [
        `case ${through.id} cases.deletion 2026-04-03`,
        `letter ${through.letter} cases.deletion 2026-04-03`,
        `message ${through.message} cases.deletion 2026-04-03`,
        `message ${news} mail.automatic 2026-02-06`,
      ].sort(),
    );
    expect((await runIn(store.context, 'retention --dry-run')).out).toContain('Nothing may go on that day.');
    expect(await readableNames(store.context)).toEqual(all);
    (store.context.clock as TestClock).set('2026-04-03T00:00:00+02:00');
    const done = await runIn(store.context, 'retention --now');
    expect(done).toEqual({
      status: 0,
      err: '',
      out: 'Erased: the content of 2 message(s), 1 letter(s) and 1 case(s). Dates and history stay.\n',
    });
    expect(await readableNames(store.context)).toEqual([`case ${held.id}`, `letter ${held.letter}`, `message ${held.message}`].sort());
    expect((await runIn(store.context, 'retention --now')).out).toBe('Nothing was erased.\n');
    expect((await runIn(store.context, 'retention --now --date 2030-01-01')).status).toBe(2);
  });
});
