// Rows with content that can be read: messages, letters and cases as retention finds them, sealed with keys of their own,
// written as the worker may write them.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { openKey, seal, sealJson, unseal } from '../../src/privacy/seal.ts';
import { type Db, rows } from '../../src/store/db.ts';
import { createKey, insertKeys } from '../../src/store/keys.ts';
import type { Context } from '../../src/worker/context.ts';

type House = Pick<Context, 'db' | 'subKeys' | 'policy'>;

const bytes = (value: Uint8Array) => sql`decode(${Buffer.from(value).toString('hex')}, 'hex')`;

async function newKey({ db, subKeys }: House) {
  const key = createKey(subKeys);
  await insertKeys(db.query, [key]);
  return key;
}

export async function plantReadMessage(
  house: House,
  wish: { readonly receivedAt: string; readonly disposition?: string; readonly words?: string; readonly from?: Uint8Array },
): Promise<string> {
  const [id, key] = [randomUUID(), await newKey(house)];
  const { receivedAt, disposition = 'none', words = 'woorden', from = Buffer.from(id) } = wish;
  const summary = sealJson({ messageId: `<${id}@post.example>`, text: words }, key.key);
  await house.db.query.execute(sql`insert into messages (id, fingerprint, received_at, size, truncated, folder_role, before_go_live, key_id, raw,
      summary, disposition, from_index, message_id_index)
    values (${id}, ${bytes(Buffer.from(id.replaceAll('-', ''), 'hex'))}, ${receivedAt}, 1, false, 'inbox', false, ${key.id},
      ${bytes(seal(words, key.key))}, ${bytes(summary)}, ${disposition}, ${bytes(from)}, ${bytes(Buffer.from(`m${id}`))})`);
  return id;
}

/** An open case of these messages, the first of which opened it, with a note, a search key and a copy on a page. */
export async function plantOpenCase(
  house: House,
  wish: { readonly kind: string; readonly messages: readonly string[]; readonly words?: string; readonly requester?: Uint8Array },
): Promise<string> {
  const [id, key, noteKey] = [randomUUID(), await newKey(house), await newKey(house)];
  const { kind, messages, words = 'woorden', requester = Buffer.from(id) } = wish;
  const state = JSON.stringify({
    id,
    reference: id,
    kind,
    status: 'in-progress',
    version: 0,
    hold: null,
    identity: { needed: true },
    linked: [],
  });
  await house.db.transaction(async (tx) => {
    await tx.execute(sql`insert into cases (id, reference, kind, status, language, received_at, legal_on, due_on, act_by_on, warn_on, escalate_on,
        policy_hash, version, state, opening_message_id, key_id, person, requester_index)
      values (${id}, ${id}, ${kind}, 'in-progress', 'nl', now(), now(), now(), now(), now(), now(), ${house.policy.hash}, 0, ${state},
        ${messages[0]}, ${key.id}, ${bytes(sealJson({ requester: { address: words, name: words } }, key.key))}, ${bytes(requester)})`);
    for (const [at, message] of messages.entries())
      await tx.execute(
        sql`insert into case_messages (case_id, message_id, role) values (${id}, ${message}, ${at === 0 ? 'opening' : 'follow-up'})`,
      );
    await tx.execute(sql`insert into notes (id, case_id, by, key_id, text)
      values (${randomUUID()}, ${id}, ${randomUUID()}, ${noteKey.id}, ${bytes(seal(words, noteKey.key))})`);
    await tx.execute(sql`insert into case_search_keys (case_id, kind, value) values (${id}, 'order', ${bytes(Buffer.from(words))})`);
  });
  return id;
}

/** What happened to a planted case: its row and its event, at its next version. */
async function happen(db: Db, id: string, type: string, change: object): Promise<void> {
  await db.transaction(async (tx) => {
    const [found] = await rows<{ version: number; state: object }>(tx, sql`select version, state from cases where id = ${id} for update`);
    if (found === undefined) throw new Error('no such case');
    const version = Number(found.version) + 1;
    const state = { ...found.state, ...change, version } as unknown as { status: string; closedAt?: string | null };
    await tx.execute(sql`insert into case_events (case_id, version, type, data)
      values (${id}, ${version}, ${type}, ${JSON.stringify({ type, status: state.status })})`);
    await tx.execute(sql`update cases set version = ${version}, state = ${JSON.stringify(state)}, status = ${state.status},
      closed_at = ${state.closedAt ?? null} where id = ${id}`);
  });
}

export async function closeCase({ db }: House, id: string, at: string): Promise<void> {
  await happen(db, id, 'case-closed', { status: 'withdrawn', closedAt: at });
}

export async function reopenCase({ db }: House, id: string): Promise<void> {
  await happen(db, id, 'case-reopened', { status: 'in-progress', closedAt: null });
}

export async function holdCase({ db }: House, id: string): Promise<void> {
  await happen(db, id, 'hold-placed', { hold: { reason: 'geschil', by: id, reviewOn: '2030-01-01' } });
}

export async function liftHold({ db }: House, id: string): Promise<void> {
  await happen(db, id, 'hold-lifted', { hold: null });
}

/** A letter that left, or `draft`; a file that waits on a page where `download` is asked for. */
export async function plantLetterAbout(
  house: House,
  wish: {
    readonly cases: readonly string[];
    readonly writtenAt: string;
    readonly audience?: 'customer' | 'internal';
    readonly status?: 'accepted' | 'draft' | 'queued' | 'unknown';
    readonly words?: string;
    readonly recipient?: Uint8Array;
    readonly messageId?: string;
    readonly download?: { readonly untilOn: string };
  },
): Promise<string> {
  const [id, key] = [randomUUID(), await newKey(house)];
  const { cases, writtenAt, audience = 'customer', status = 'accepted', words = 'woorden', recipient = Buffer.from(id) } = wish;
  const { messageId = `<${id}@winkel.example>` } = wish;
  const kind = audience === 'customer' ? 'acknowledgement' : 'review-request';
  const content = sealJson({ to: words, subject: words, text: words, html: '', attachments: [] }, key.key);
  await house.db.transaction(async (tx) => {
    await tx.execute(sql`insert into letters (id, kind, status, audience, message_id, recipient_index, key_id, content, raw, hash,
        approvals_needed, written_at)
      values (${id}, ${kind}, ${status === 'draft' ? 'draft' : 'queued'}, ${audience}, ${messageId}, ${bytes(recipient)}, ${key.id},
        ${bytes(content)}, ${status === 'draft' ? null : bytes(seal(words, key.key))}, 'x', 0, ${writtenAt})`);
    for (const one of cases) await tx.execute(sql`insert into letter_cases (letter_id, case_id) values (${id}, ${one})`);
    if (['accepted', 'unknown'].includes(status)) {
      await tx.execute(sql`update letters set status = 'sending' where id = ${id}`);
      await tx.execute(sql`update letters set status = ${status} where id = ${id}`);
    }
  });
  if (wish.download !== undefined && cases[0] !== undefined) await plantDownload(house, id, cases[0], wish.download.untilOn, words);
  return id;
}

async function plantDownload(house: House, letterId: string, caseId: string, untilOn: string, words: string): Promise<void> {
  const key = await newKey(house);
  const content = sealJson([{ filename: words, contentType: 'text/plain', content: Buffer.from(words).toString('base64') }], key.key);
  await house.db.query.execute(sql`insert into downloads (id, case_id, letter_id, key_id, content, token_digest, until_on)
    values (${randomUUID()}, ${caseId}, ${letterId}, ${key.id}, ${bytes(content)}, ${randomUUID()}, ${untilOn})`);
}

const sealed = sql.raw(`
  select 'message ' || m.id as name, unnest(array[m.raw, m.summary]) as content, k.wrapped from messages m left join data_keys k on k.id = m.key_id
  union all select 'letter ' || l.id, unnest(array[l.content, l.raw]), k.wrapped from letters l left join data_keys k on k.id = l.key_id
  union all select 'case ' || c.id, c.person, k.wrapped from cases c left join data_keys k on k.id = c.key_id
  union all select 'case ' || n.case_id, n.text, k.wrapped from notes n left join data_keys k on k.id = n.key_id
  union all select 'download ' || d.case_id, d.content, k.wrapped from downloads d left join data_keys k on k.id = d.key_id`);

/** Everything in the database that can still be read, by whom it belongs to: `message ID`, `case ID` … with what it says. */
export async function readable({
  db,
  subKeys,
}: Pick<Context, 'db' | 'subKeys'>): Promise<readonly { readonly name: string; readonly said: string }[]> {
  const found = await rows<{ name: string; content: Uint8Array | null; wrapped: Uint8Array | null }>(db.query, sealed);
  return found.flatMap(({ name, content, wrapped }) =>
    content === null || wrapped === null ? [] : [{ name, said: unseal(content, openKey(subKeys, wrapped)).toString('utf8') }],
  );
}

/** Names of what can still be read, each once, in order. */
export async function readableNames(house: Pick<Context, 'db' | 'subKeys'>): Promise<readonly string[]> {
  return [...new Set((await readable(house)).map(({ name }) => name))].sort();
}

/** How many sealed values lie there without a key, and how many keys open nothing. */
export async function leftovers({ db }: Pick<Context, 'db'>): Promise<{ readonly orphans: number; readonly keys: number }> {
  const [orphans] = await rows<{ count: number }>(
    db.query,
    sql`select count(*)::int as count from (${sealed}) as s where s.content is not null and s.wrapped is null`,
  );
  const [keys] = await rows<{ count: number }>(
    db.query,
    sql`select count(*)::int as count from data_keys k where not exists (select from messages where key_id = k.id)
      and not exists (select from letters where key_id = k.id) and not exists (select from cases where key_id = k.id)
      and not exists (select from notes where key_id = k.id) and not exists (select from downloads where key_id = k.id)
      and not exists (select from staff where key_id = k.id) and not exists (select from waivers where key_id = k.id)`,
  );
  return { orphans: orphans?.count ?? -1, keys: keys?.count ?? -1 };
}
