// A small living database for hostile statements: cases and letters in every state, made by the program itself.

import { sql } from 'drizzle-orm';
import { type Db, openDb, rows } from '../../src/store/db.ts';
import { insertNote } from '../../src/store/notes.ts';
import { openSignIn, type SignIn } from '../../src/store/sign-in.ts';
import { approve, commandCase, requestLetter, type StaffOutcome } from '../../src/worker/staff-commands.ts';
import { anna, decide, doTheWork, staffId, theCase, write } from '../journey/steps.ts';
import { newDatabase } from './databases.ts';
import { hoodiecrowMailbox } from './ground.ts';
import { type Journey, openJourney } from './journey.ts';
import type { TestPostgres } from './postgres.ts';

export const berend = 'berend@winkel.example';
const clerk = 'cees@winkel.example';

export interface HostileHouse {
  readonly journey: Journey;
  readonly signIn: SignIn;
  /** Ids by the names that the statements use. */
  readonly names: Readonly<Record<string, string>>;
  /** What Berend's browser sends; his session is real. */
  readonly cookies: string;
}

const words = {
  deletion: 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
  copy: 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.',
  refund: 'Ik annuleer mijn bestelling van gisteren en wil mijn geld terug.',
  objection: 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame. Stop daarmee.',
};

function must(outcome: StaffOutcome): void {
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal?.code ?? 'no such case'}`);
}

export async function openHostileHouse(postgres: TestPostgres): Promise<HostileHouse> {
  const fourEyes = { completion: 'four-eyes' };
  const journey = await openJourney(await hoodiecrowMailbox(), newDatabase(postgres), {
    environment: {
      STAFF: `${anna},${berend}`,
      MANAGERS: `marit@winkel.example,${clerk}`,
      PUBLIC_URL: 'https://zaken.winkel.example',
      CONSOLE_PORT: '0',
    },
    policy: { undoSeconds: 60, refusal: 'four-eyes', kinds: { deletion: fourEyes, copy: fourEyes } },
  });
  const references: Record<string, string> = {};
  const open = async (name: string, text: string) => {
    await write(journey, `${name}@post.example`, text);
    references[name] = (await theCase(journey, `${name}@post.example`)).reference;
  };
  const yes = async (name: string, ...by: readonly string[]) => {
    for (const one of by) must(await approve(journey.context, references[name] ?? '', staffId(journey, one)));
  };
  const ready = async (name: string, text: string) => {
    await open(name, text);
    await doTheWork(journey, references[name] ?? '');
  };
  await ready('sent', words.deletion);
  await yes('sent', anna, berend);
  journey.clock.forward({ minutes: 2 });
  await journey.settle();
  await ready('taken', words.deletion);
  await yes('taken', anna, berend);
  const back = { type: 'undo-approval', letterOnItsWay: false, by: staffId(journey) } as const;
  must(await commandCase(journey.context, references.taken ?? '', () => back));
  await open('unverified', words.deletion);
  await open('unverifiedcopy', words.copy);
  await ready('draft', words.deletion);
  await ready('half', words.deletion);
  await decide(journey, references.half ?? '', 'akkoord');
  await ready('refund', words.refund);
  await open('objection', words.objection);
  await open('refusal', words.deletion);
  const reasons = { input: { reasons: 'Wij mogen dit niet wissen.' } };
  must(await requestLetter(journey.context, references.refusal ?? '', 'refusal', staffId(journey), reasons));
  await open('extension', words.deletion);
  const because = { input: { because: ['complexity'], words: 'Het is veel werk.' } };
  must(await requestLetter(journey.context, references.extension ?? '', 'extension', staffId(journey), because));
  await ready('copy', words.copy);
  const file = { filename: 'kopie.txt', contentType: 'text/plain', content: Buffer.from('alles').toString('base64') };
  must(await requestLetter(journey.context, references.copy ?? '', 'completion-notice', staffId(journey), { attachments: [file] }));
  await journey.settle();
  // Last, so that they stay queued: the minute in which an approval can be taken back does not pass any more.
  for (const name of ['queued', 'other']) {
    await ready(name, words.deletion);
    await yes(name, anna, berend);
  }
  const signIn = openSignIn(journey.context.db, journey.context.subKeys.console, 'http://127.0.0.1:8425');
  const code = await signIn.makeCode(staffId(journey, berend), 'a-browser');
  const lines = await signIn.redeem(code, { staffId: staffId(journey, berend), browser: 'a-browser' }, journey.clock.now());
  const cookies = (lines ?? []).map((line) => line.split(';')[0]).join('; ');
  await signIn.makeCode(staffId(journey), 'another-browser');
  const names = await namesOf(journey, references);
  await leaveTraces(journey, names['c.draft'] ?? '');
  return { journey, signIn, cookies, names };
}

/** A note and a search key on an open case, an erasure and a link of the audit: rows that must stay. */
async function leaveTraces({ context: { db, subKeys, clock } }: Journey, caseId: string): Promise<void> {
  await insertNote(db.query, subKeys, caseId, caseId, 'gebeld');
  await db.query.execute(sql`insert into case_search_keys (case_id, kind, value) values (${caseId}, 'order', '\\x01')`);
  await db.query.execute(sql`insert into erasures (id, subject, subject_id, because, rule, due_on, at)
    values (gen_random_uuid(), 'message', gen_random_uuid(), 'retention', 'mail.none', '2026-01-01', ${clock.now().toString()})`);
  await db.query.execute(sql`insert into audit_chain (link, entry, digest, head, at) values (0, 'x', 'x', 'x', ${clock.now().toString()})`);
}

/** `c.draft` the case, `l.draft` its newest letter to the customer, `r.draft` the newest review mail about it, staff by name. */
async function namesOf(journey: Journey, references: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const names: Record<string, string> = { anna: staffId(journey), berend: staffId(journey, berend), clerk: staffId(journey, clerk) };
  const one = async (statement: ReturnType<typeof sql>) => (await rows<{ id: string }>(journey.context.db.query, statement))[0]?.id ?? '';
  for (const [name, reference] of Object.entries(references)) {
    const caseId = await one(sql`select id from cases where reference = ${reference}`);
    names[`c.${name}`] = caseId;
    names[`a.${name}`] = await one(sql`select l.id from letters l join letter_cases j on j.letter_id = l.id
      where j.case_id = ${caseId} and l.kind = 'acknowledgement'`);
    names[`l.${name}`] = await one(sql`select l.id from letters l join letter_cases j on j.letter_id = l.id
      where j.case_id = ${caseId} and l.audience = 'customer' and l.kind <> 'acknowledgement' order by l.written_at desc limit 1`);
    names[`r.${name}`] = await one(
      sql`select review_letter_id as id from reviews where case_id = ${caseId} and staff_id = ${names.anna ?? ''} limit 1`,
    );
    names[`m.${name}`] = await one(sql`select opening_message_id as id from cases where id = ${caseId}`);
  }
  names['l.undone'] = await one(sql`select l.id from letters l join letter_cases j on j.letter_id = l.id
    where j.case_id = ${names['c.taken'] ?? ''} and l.status = 'void' and l.raw is not null limit 1`);
  names.download = await one(sql`select id from downloads limit 1`);
  return names;
}

/** A statement with the ids of the house in it. */
export function named({ names }: HostileHouse, statement: string): string {
  return statement.replace(/\{([a-z]\.\w+|anna|berend|clerk|download)\}/g, (_, name: string) => {
    const id = names[name];
    if (!id) throw new Error(`the house has no ${name}`);
    return `'${id}'`;
  });
}

/** The database with every right. */
export function ownerOf({ journey }: HostileHouse): Promise<Db> {
  const { database } = journey.config;
  if (database.kind !== 'server' || database.migrateUrl === null) throw new Error('no owner');
  return openDb({ kind: 'server', url: database.migrateUrl, migrateUrl: null }, 'owner');
}
