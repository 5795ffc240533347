// Four zeros under SIGKILL, in short; `npm run soak` is the long run.
import { describe, expect, it } from 'vitest';
import { findDovecot } from '../support/dovecot.ts';
import { findPostgres } from '../support/postgres.ts';
import { skipOrFail } from '../support/servers.ts';
import { type KillPlan, runKills } from './kill.ts';
import { fourZeros } from './outcome.ts';

describe('workers killed at random moments lose nothing and do nothing twice', () => {
  it('three workers on PostgreSQL', { timeout: 180_000 }, async (context) => {
    if (findDovecot() === null || findPostgres() === null) return skipOrFail(context, 'Dovecot or PostgreSQL is not installed');
    const held = await survives({ database: 'server', messages: 120, kills: 8, workers: 3, longestLife: 2_000 });
    // A run in which every kill found an idle worker would prove nothing.
    expect((held?.messages ?? 0) + (held?.letters ?? 0)).toBeGreaterThan(0);
  });

  it('one worker on the embedded database, whose lock a dead process holds', { timeout: 180_000 }, async (context) => {
    if (findDovecot() === null) return skipOrFail(context, 'Dovecot is not installed');
    await survives({ database: 'embedded', messages: 45, kills: 3, workers: 1, longestLife: 4_000 });
  });
});

async function survives(plan: KillPlan) {
  const { outcome, errors, held } = await runKills(plan);
  expect(outcome).toEqual(fourZeros);
  expect(errors).toEqual([]);
  return held;
}
