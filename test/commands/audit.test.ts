// `tijdig audit` as its readers see it.
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { sealAudit } from '../../src/worker/seal-audit.ts';
import { theCase, write } from '../journey/steps.ts';
import { linesOf, runIn } from '../support/command-line.ts';
import { hoodiecrowMailbox } from '../support/ground.ts';
import { type Journey, openJourney } from '../support/journey.ts';

const requester = 'klant@post.example';

async function aHouse(): Promise<Journey> {
  const journey = await openJourney(await hoodiecrowMailbox(), {}, {});
  onTestFinished(() => journey.stop());
  return journey;
}

test('before anything was written it says so, and what to do', async () => {
  const { context } = await aHouse();
  expect(await runIn(context, 'audit')).toEqual({
    status: 0,
    out: 'Nothing is chained yet; a worker does that. Next: tijdig start\n',
    err: '',
  });
  expect((await runIn(context, 'audit verify')).out).toContain('The audit is whole: 0 event(s)');
});

test('a head that was kept is found again, and a spoiled row is named by ids alone', async () => {
  const journey = await aHouse();
  const { context } = journey;
  await write(journey, requester, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
  const { out } = await runIn(context, 'audit head');
  const kept = /^\d+:[0-9a-f]{16}$/m.exec(out)?.[0] ?? '';
  expect(out).toBe(`${kept}\nKeep it. Later: tijdig audit verify --head ${kept}\n`);
  const [json] = linesOf(await runIn(context, 'audit --json'));
  expect(`${json?.link}:${json?.head}`).toBe(kept);
  const whole = await runIn(context, `audit verify --head ${kept}`);
  expect(whole).toMatchObject({ status: 0, err: '' });
  expect(whole.out).toMatch(
    /^The audit is whole: \d event\(s\), 0 approval\(s\) and 0 erasure\(s\) of 1 case\(s\), \d+ link\(s\)\.\nIt contains the head/,
  );

  const asInDigest = kept.replace(/^(\d)(?=\d)/, '$1.').replace(':', ': ');
  expect((await runIn(context, 'audit verify --head', asInDigest)).out).toBe(whole.out);

  const run = (statement: string) => context.db.query.execute(sql.raw(statement));
  const { reference } = await theCase(journey, requester);
  await run('alter table case_events disable trigger all');
  await run(`update case_events set data = data || '{"language": "en"}' where version = 1`);
  const spoilt = await runIn(context, 'audit verify');
  expect(spoilt.status).toBe(1);
  expect(spoilt.out).toMatch(/^The audit is not what it was: 2 finding\(s\)/);
  expect(spoilt.out).toMatch(/\n {2}link \d+, event [0-9a-f-]{36} 1: the row was changed\n/);
  expect(spoilt.out).toMatch(/\nNext: keep a copy of the database/);
  expect(spoilt.out).not.toContain(requester);
  expect(spoilt.out).not.toContain(reference);
  const [found] = linesOf(await runIn(context, 'audit verify --json'));
  expect(found).toMatchObject({ whole: false, found: 2, cases: 1, unmarked: 0, lostByRestore: 0 });
  expect(found?.findings).toMatchObject([{ code: 'row-changed' }, { code: 'mark-wrong' }]);
});

test('a chain cut off at its end does not contain a head that was kept', async () => {
  const journey = await aHouse();
  const { context } = journey;
  await write(journey, requester, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
  const [{ link, head } = {}] = linesOf(await runIn(context, 'audit head --json'));
  await context.db.query.execute(sql`alter table audit_chain disable trigger all`);
  await context.db.query.execute(sql`delete from audit_chain where link = ${link}`);
  const short = await runIn(context, `audit verify --head ${link}:${head}`);
  expect(short.status).toBe(1);
  expect(short.out).toContain(`the chain ends at link ${Number(link) - 1}, before the one that was kept`);
  // Made again later, it is another one.
  await sealAudit(context);
  expect((await runIn(context, 'audit verify')).status).toBe(0);
  expect((await runIn(context, `audit verify --head ${link}:${head}`)).out).toContain('another head here than the one that was kept');
});
