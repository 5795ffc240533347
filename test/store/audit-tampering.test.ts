// The audit of a life of cases, spoiled at random by somebody with every right over its tables: each time it is found.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditHead } from '../../src/store/audit-chain.ts';
import { verifyAudit } from '../../src/store/read-audit.ts';
import { type Dump, loadDump, verifyDump } from '../support/audit-dump.ts';
import { liveThrough } from '../support/audit-life.ts';
import { tamper } from '../support/audit-tampering.ts';
import { hoodiecrowMailbox } from '../support/ground.ts';
import { type Journey, openJourney } from '../support/journey.ts';
import { random } from '../support/random.ts';

const seed = Number(process.env.AUDIT_SEED ?? 20261122);
const times = 10_000;

let journey: Journey;
let dump: Dump;

beforeAll(async () => {
  journey = await openJourney(await hoodiecrowMailbox(), {}, {});
  await liveThrough(journey, 44);
  dump = await loadDump(journey.context.db.query);
}, 300_000);
afterAll(() => journey?.stop());

test('an audit nobody touched is whole, in the tables and in memory', async () => {
  const { db, subKeys } = journey.context;
  const head = await auditHead(db);
  const [stored, loaded] = [await verifyAudit(db, subKeys, head), verifyDump(journey.context, dump, head)];
  expect(stored).toEqual(loaded);
  expect(stored).toMatchObject({ found: 0, findings: [], head, unmarked: 0 });
  const { event, approval, erasure, case: cases } = stored.counts;
  expect(cases).toBeGreaterThanOrEqual(40);
  expect(event).toBeGreaterThan(200);
  expect(approval).toBeGreaterThan(10);
  expect(erasure).toBe(44);
  // Nothing of a customer stands in it: ids, kinds, dates, digests, and what the policy calls the tasks.
  expect(JSON.stringify(dump)).not.toMatch(/@|klant|post\.example|bestelling van gisteren|verzoek u/i);
});

test(`${times} random edits, deletions, swaps, insertions and renumberings (seed ${seed}) are all found`, () => {
  const chance = random(seed);
  const tried = new Map<string, number>();
  const missed: string[] = [];
  const began = performance.now();
  for (let at = 0; at < times; at++) {
    const { what, dump: spoiled } = tamper(dump, chance);
    tried.set(what, (tried.get(what) ?? 0) + 1);
    if (verifyDump(journey.context, spoiled).found === 0) missed.push(what);
  }
  console.info(
    `${times} in ${Math.round((performance.now() - began) / 1_000)} s: ${JSON.stringify(Object.fromEntries([...tried].sort()))}`,
  );
  expect(missed).toEqual([]);
}, 600_000);
