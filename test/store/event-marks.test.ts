// The mark of an event, and what it is worth: that somebody was verified counts with one of our own only.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/case/event.ts';
import { sign } from '../../src/privacy/fingerprint.ts';
import { eventRows, isVerifiedByUs, type MarkedEvent, markOf } from '../../src/store/event-marks.ts';
import { onEveryDatabase, plantCase, type TestStore } from '../support/stores.ts';

const verified: CaseEvent = { type: 'identity-verified', by: null, method: 'code', at: '2026-01-12T09:00:00Z' };

function markedBy({ context }: TestStore, caseId: string, event: CaseEvent = verified) {
  const [row] = eventRows(context.subKeys, caseId, 0, [event]);
  if (row === undefined) throw new Error('an event makes a row');
  return row;
}

onEveryDatabase((databases) => {
  async function write(store: TestStore, row: MarkedEvent): Promise<boolean> {
    await store.run(sql`insert into case_events (case_id, version, type, data, mark)
      values (${row.caseId}, ${row.version}, ${row.type}, ${JSON.stringify(row.data)}, ${row.mark})`);
    return isVerifiedByUs(store.db.query, store.context.subKeys, row.caseId);
  }

  test('a verification counts with our mark, and with the one that verifications had before', async () => {
    const store = await databases.shared();
    const [now, before] = [await plantCase(store), await plantCase(store)];
    expect(await write(store, markedBy(store, now))).toBe(true);
    const old = sign(store.context.subKeys.approval, 'identity', before, '1');
    expect(await write(store, { ...markedBy(store, before), mark: old })).toBe(true);
  });

  describe('does not count', () => {
    test.each<[string, (row: MarkedEvent, other: MarkedEvent) => MarkedEvent]>([
      ['without a mark', (row) => ({ ...row, mark: null })],
      ['with that of another case', (row, other) => ({ ...row, mark: other.mark })],
      ['said by somebody else', (row) => ({ ...row, data: { ...verified, by: 'somebody' } })],
      ['at another version', (row) => ({ ...row, version: 2 })],
    ])('%s', async (_, change) => {
      const store = await databases.shared();
      const [caseId, other] = [await plantCase(store), await plantCase(store)];
      expect(await write(store, change(markedBy(store, caseId), markedBy(store, other)))).toBe(false);
    });
  });

  test('a mark covers case, version, type and content, whatever the order it is read in', async () => {
    const { context } = await databases.shared();
    const [row] = eventRows(context.subKeys, 'a', 0, [{ type: 'due-warned', on: '2026-01-12' }]);
    const event: MarkedEvent = { ...(row as MarkedEvent), data: { on: '2026-01-12', type: 'due-warned' } };
    expect(markOf(context.subKeys, event)).toBe('right');
    const others: Partial<MarkedEvent>[] = [
      { caseId: 'b' },
      { version: 2 },
      { type: 'due-passed' },
      { data: { on: '2026-01-13', type: 'due-warned' } },
    ];
    for (const other of [...others, { mark: 'e1.' }, { mark: '' }]) expect(markOf(context.subKeys, { ...event, ...other })).toBe('wrong');
    expect(markOf(context.subKeys, { ...event, mark: null })).toBe('old');
  });
});
