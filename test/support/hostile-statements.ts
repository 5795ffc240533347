// What somebody with the rights of the limited role, and without the program's key, may try. `{name}` is an id of the
// hostile house. A list is one transaction. What remains is told in docs/security.md.

export type Hostile = string | readonly string[];

const letter = (name: string, set: string) => `update letters set ${set} where id = {l.${name}}`;
const oneCase = (name: string, set: string) => `update cases set ${set} where id = {c.${name}}`;
export const event = (name: string, ahead: number, type: string, data = '{}') =>
  `insert into case_events (case_id, version, type, data) select id, version + ${ahead}, '${type}',
   '${data}'::jsonb || '{"type": "${type}"}' from cases where id = {c.${name}}`;
export const approval = (name: string, who: string, hash = 'hash') =>
  `insert into approvals (letter_id, hash, staff_id, mark) select id, ${hash}, {${who}}, '' from letters where id = {l.${name}}`;
/** A letter's row once more, with other values. */
export const clone = (name: string, values: Readonly<Record<string, string>>) => {
  const columns = `id kind status audience message_id opening_message_id recipient_index staff_id key_id content raw hash
    case_version approvals_needed next_attempt_at`.split(/\s+/);
  const usual: Record<string, string> = { id: 'gen_random_uuid()', message_id: "'<x@x>'", opening_message_id: 'null', raw: 'content' };
  const list = columns.map((one) => values[one] ?? usual[one] ?? one);
  return `insert into letters (${columns.join(', ')}) select ${list.join(', ')} from letters where id = {l.${name}}`;
};
const waiting = ['draft', 'half', 'refund', 'refusal', 'extension', 'copy'];
const queue = "status = 'queued', next_attempt_at = now()";

/** Released without approvals, or past them. */
const release: readonly Hostile[] = [
  ...waiting.flatMap((name) => [
    letter(name, queue),
    ...['sending', 'accepted', 'unknown', 'refused', 'approved'].map((status) => letter(name, `status = '${status}', sent_at = now()`)),
    letter(name, `approvals_needed = 0, ${queue}`),
    letter(name, "kind = 'acknowledgement'"),
    letter(name, "audience = 'internal'"),
  ]),
  ...['undone', 'sent'].flatMap((name) =>
    ['draft', 'queued', 'sending', 'unknown'].map((status) => letter(name, `status = '${status}', next_attempt_at = now()`)),
  ),
  [approval('half', 'anna'), letter('half', queue)],
  [approval('draft', 'anna'), approval('draft', 'anna'), letter('draft', queue)],
  [approval('draft', 'anna'), letter('draft', queue)],
  [approval('draft', 'clerk'), approval('draft', 'anna'), letter('draft', queue)],
  [approval('half', 'clerk'), letter('half', queue)],
  [approval('draft', 'anna', "'another hash'"), letter('draft', queue)],
  [approval('draft', 'anna', "hash || ' '"), approval('draft', 'berend', 'upper(hash)'), letter('draft', queue)],
  'insert into approvals (letter_id, hash, staff_id, mark) select {l.draft}, hash, staff_id, mark from approvals where letter_id = {l.sent}',
  'insert into approvals (letter_id, hash, staff_id, mark) select {l.half}, hash, staff_id, mark from approvals on conflict do nothing',
  [
    `insert into approvals (letter_id, hash, staff_id, mark) select {l.half}, (select hash from letters where id = {l.half}), staff_id, mark from approvals
    where letter_id = {l.sent} and staff_id = {anna}`,
    letter('half', queue),
  ],
  ...['queued', 'sent', 'undone'].map((name) => approval(name, 'clerk')),
  "insert into approvals (letter_id, hash, staff_id, mark) values (gen_random_uuid(), 'x', {anna}, '')",
  "insert into approvals (letter_id, hash, staff_id, mark) select id, hash, gen_random_uuid(), '' from letters where id = {l.draft}",
  'insert into approvals (letter_id, hash, staff_id) select id, hash, {anna} from letters where id = {l.draft}',
  `with x as (${approval('half', 'anna')} returning 1) update letters set ${queue} where id = {l.half}`,
  `merge into letters l using (values (1)) v on l.id = {l.draft} when matched then update set status = 'queued'`,
  `insert into letters select * from letters where id = {l.draft} on conflict (id) do update set status = 'queued'`,
  `do $$ begin update letters set status = 'queued' where id = {l.draft}; exception when sqlstate 'TJ003' then
    update letters set status = 'sending' where id = {l.draft}; end $$`,
  ['savepoint a', letter('half', "status = 'queued'")],
  ['prepare forged as update letters set status = $1 where id = $2', "execute forged('queued', {l.draft})"],
  [
    'declare c cursor for select * from letters where id = {l.draft} for update',
    'fetch c',
    "update letters set status = 'queued' where current of c",
  ],
  ['set constraints all deferred', letter('draft', queue)],
  ['update staff set is_approver = true where id = {clerk}', approval('half', 'clerk', "'x'"), letter('half', queue)],
  [
    `insert into waivers (id, by, at, key_id, reason, in_force) values (gen_random_uuid(), {anna}, now(), gen_random_uuid(), ''::bytea, true)`,
    letter('half', queue),
  ],
];

/** A letter of one's own making. */
const written: readonly Hostile[] = [
  ...['sending', 'accepted', 'unknown', 'refused', 'void'].map((status) => clone('draft', { status: `'${status}'` })),
  clone('draft', { status: "'queued'" }),
  clone('draft', { status: "'queued'", approvals_needed: '0' }),
  ...[
    'refusal',
    'partial-completion',
    'identity-request',
    'clarification',
    'extension',
    'fee-notice',
    'refund-window',
    'correction',
    'reminder',
  ].map((kind) => clone('draft', { kind: `'${kind}'`, status: "'queued'", approvals_needed: '0' })),
  clone('draft', { audience: "'internal'", status: "'queued'" }),
  clone('draft', { audience: "'internal'", kind: "'digest'", id: '{l.draft}' }),
  clone('draft', { kind: "'digest'", status: "'queued'" }),
  clone('draft', { audience: "'nobody'", status: "'queued'" }),
  clone('draft', { kind: "'letter'", status: "'queued'", approvals_needed: '0' }),
  clone('draft', { kind: "'acknowledgement'", status: "'queued'", approvals_needed: '0', opening_message_id: '{m.draft}' }),
  clone('draft', { kind: "'acknowledgement'", status: "'sending'", approvals_needed: '0' }),
  clone('sent', { message_id: 'message_id' }),
  [
    clone('refusal', { id: "'00000000-0000-4000-8000-000000000001'", approvals_needed: '1' }),
    "insert into letter_cases values ('00000000-0000-4000-8000-000000000001', {c.refusal})",
    "insert into approvals (letter_id, hash, staff_id, mark) select id, hash, {anna}, '' from letters where id = '00000000-0000-4000-8000-000000000001'",
    "update letters set status = 'queued' where id = '00000000-0000-4000-8000-000000000001'",
  ],
  [
    clone('draft', { id: "'00000000-0000-4000-8000-000000000002'", approvals_needed: '1' }),
    "insert into letter_cases values ('00000000-0000-4000-8000-000000000002', {c.draft})",
    "insert into approvals (letter_id, hash, staff_id, mark) select id, hash, {anna}, '' from letters where id = '00000000-0000-4000-8000-000000000002'",
    "update letters set status = 'queued' where id = '00000000-0000-4000-8000-000000000002'",
  ],
  [
    clone('draft', { id: "'00000000-0000-4000-8000-000000000003'" }),
    "insert into letter_cases values ('00000000-0000-4000-8000-000000000003', {c.unverified})",
    "insert into approvals (letter_id, hash, staff_id, mark) select l.id, hash, s, '' from letters l, unnest(array[{anna}, {berend}]::uuid[]) s where l.id = '00000000-0000-4000-8000-000000000003'",
    "update letters set status = 'queued' where id = '00000000-0000-4000-8000-000000000003'",
  ],
];

/** Other words, another recipient, another case. */
const exchanged: readonly Hostile[] = [
  ...['half', 'queued', 'sent'].flatMap((name) => [
    letter(name, 'content = (select content from letters where id = {l.other})'),
    letter(name, "content = '\\x00'"),
    letter(name, 'key_id = (select key_id from letters where id = {l.other})'),
    letter(name, 'raw = (select raw from letters where id = {l.other})'),
    letter(name, 'hash = (select hash from letters where id = {l.other})'),
    letter(name, 'recipient_index = (select recipient_index from letters where id = {l.other})'),
    letter(name, "recipient_index = '\\x00'"),
    letter(name, "message_id = '<y@y>'"),
    letter(name, 'approvals_needed = 1'),
    letter(name, "kind = 'extension'"),
    letter(name, "audience = 'internal', kind = 'digest'"),
    letter(name, 'case_version = 1'),
    letter(name, 'id = gen_random_uuid()'),
    `delete from letters where id = {l.${name}}`,
    `delete from letter_cases where letter_id = {l.${name}}`,
    `update letter_cases set case_id = {c.unverified} where letter_id = {l.${name}}`,
  ]),
  letter('queued', 'content = null'),
  letter('queued', 'raw = null'),
  letter('queued', 'raw = content'),
  letter('sent', "sent_at = now() - interval '1 month'"),
  letter('sent', 'written_at = now()'),
  letter('draft', 'content = (select content from letters where id = {l.half}), key_id = (select key_id from letters where id = {l.half})'),
  'update data_keys set wrapped = (select d.wrapped from data_keys d join letters l on l.key_id = d.id where l.id = {l.other}) where id = (select key_id from letters where id = {l.queued})',
  'update letters a set content = b.content, raw = b.raw from letters b where a.id = {l.queued} and b.id = {l.other}',
  'truncate letters cascade',
  'truncate letter_cases',
];

/** A case that ends, or changes, without what it needs. */
const closed = "status = 'completed', closed_at = now(), version = version + 1";
const cases: readonly Hostile[] = [
  ...['unverified', 'unverifiedcopy'].flatMap((name) => [
    oneCase(name, "status = 'completed'"),
    oneCase(name, "status = 'completed', closed_at = now()"),
    oneCase(name, closed),
    [oneCase(name, closed), event(name, 0, 'case-closed', '{"status": "completed"}')],
    [oneCase(name, closed.replace('completed', 'partly-completed')), event(name, 0, 'case-closed', '{"status": "partly-completed"}')],
    [event(name, 1, 'identity-verified'), oneCase(name, "status = 'completed', closed_at = now()")],
    [
      event(name, 1, 'identity-verified'),
      event(name, 2, 'task-unticked', '{"task": "identity-verified"}'),
      event(name, 3, 'case-closed', '{"status": "completed"}'),
      oneCase(name, closed.replace('+ 1', '+ 3')),
    ],
    oneCase(name, `state = jsonb_set(state, '{identity,verified}', '{"by": null}')`),
    oneCase(name, `state = jsonb_set(state, '{identity,needed}', 'false')`),
    oneCase(name, `state = jsonb_set(state, '{status}', '"completed"')`),
    oneCase(name, "kind = 'objection'"),
    oneCase(name, `kind = 'refund', state = jsonb_set(state, '{identity,needed}', 'false')`),
    [
      event(name, 1, 'message-joined'),
      oneCase(name, `version = version + 1, kind = 'refund', state = jsonb_set(state, '{identity,needed}', 'false')`),
    ],
    oneCase(name, 'identity_needed = false'),
    oneCase(name, "status = 'withdrawn', closed_at = now()"),
    oneCase(name, 'closed_at = now()'),
    oneCase(name, "due_on = '2099-01-01'"),
    [event(name, 1, 'message-joined'), oneCase(name, "version = version + 1, due_on = '2099-01-01', act_by_on = '2099-01-01'")],
    [event(name, 1, 'message-joined'), oneCase(name, 'version = version + 1, received_at = now()')],
    [event(name, 1, 'message-joined'), oneCase(name, "version = version + 1, status = 'withdrawn', closed_at = now()")],
    oneCase(name, "policy_hash = (select max(hash) from policies) || 'x'"),
    oneCase(name, 'opening_message_id = {m.draft}'),
    oneCase(name, 'requester_index = (select requester_index from cases where id = {c.draft})'),
    oneCase(name, "reference = 'T-1'"),
    oneCase(name, 'key_id = (select key_id from cases where id = {c.draft})'),
    oneCase(name, 'version = version + 1'),
    oneCase(name, 'version = 0'),
    `delete from cases where id = {c.${name}}`,
    `delete from case_messages where case_id = {c.${name}}`,
    `update case_messages set message_id = {m.draft} where case_id = {c.${name}}`,
    `delete from data_keys where id = (select key_id from cases where id = {c.${name}})`,
  ]),
  oneCase('sent', 'closed_at = null'),
  oneCase('sent', "status = 'in-progress'"),
  oneCase('sent', "status = 'in-progress', closed_at = null, version = version + 1"),
  oneCase('sent', "closed_at = closed_at - interval '20 days'"),
  'insert into cases select * from cases where id = {c.sent}',
  'truncate cases cascade',
];

/** The audit, the mail and the house. */
const record: readonly Hostile[] = [
  ...[
    'case_events',
    'approvals',
    'letter_cases',
    'places',
    'policies',
    'site_keys',
    'data_keys',
    'notes',
    'digests',
    'case_search_keys',
    'erasures',
    'audit_chain',
  ].flatMap((table) => [
    `update ${table} set ${{ case_events: "type = 'x'", approvals: "hash = 'x'", letter_cases: 'case_id = {c.draft}', places: 'uid = 1', policies: "content = '{}'", site_keys: "wrapped = ''", data_keys: "wrapped = ''", notes: "text = ''", digests: "kind = 'x'", case_search_keys: "kind = 'x'", erasures: "rule = 'x'", audit_chain: "head = 'x'" }[table]}`,
    `truncate ${table} cascade`,
    ...(table === 'data_keys' ? [] : [`delete from ${table}`]),
  ]),
  'delete from data_keys',
  'delete from data_keys using staff s where s.key_id = data_keys.id',
  'delete from data_keys using letters l where l.key_id = data_keys.id and l.id = {l.queued}',
  'delete from data_keys using messages m where m.key_id = data_keys.id and m.id = {m.draft}',
  "delete from case_events where type = 'draft-approved'",
  'update approvals set staff_id = {berend} where staff_id = {anna}',
  'update approvals set at = now()',
  event('draft', 0, 'identity-verified'),
  "insert into case_events (case_id, version, type, data) values (gen_random_uuid(), 1, 'x', '{}')",
  "insert into case_events select * from case_events on conflict (case_id, version) do update set type = 'x'",
  "update messages set disposition = 'none' where id = {m.unverified}",
  'update messages set disposition = null where id = {m.unverified}',
  "update messages set disposition = 'automatic', reasons = '{}'",
  "update messages set received_at = received_at + interval '5 days' where id = {m.unverified}",
  "update messages set fingerprint = '\\x00' where id = {m.unverified}",
  "update messages set raw = '\\x00' where id = {m.unverified}",
  'update messages set key_id = gen_random_uuid() where id = {m.unverified}',
  'delete from messages where id = {m.unverified}',
  'delete from places where message_id = {m.unverified}',
  'delete from folders',
  'update reviews set used_at = null where used_at is not null',
  'update reviews set used_at = now() where review_letter_id = {r.draft}; update reviews set used_at = null'.split('; '),
  'update reviews set hash = (select hash from letters where id = {l.half}) where review_letter_id = {r.draft}',
  'update reviews set staff_id = {berend} where review_letter_id = {r.draft}',
  'update reviews set letter_id = {l.half} where review_letter_id = {r.draft}',
  'delete from reviews where review_letter_id = {r.draft}',
  'insert into reviews select review_letter_id, {l.half}, case_id, hash, staff_id, null from reviews where review_letter_id = {r.draft}',
  'update staff set address = (select address from staff where id = {clerk}) where id = {anna}',
  'update staff set address_index = (select address_index from staff where id = {clerk}) where id = {anna}',
  'update staff set key_id = (select key_id from staff where id = {clerk}) where id = {anna}',
  'update staff set id = gen_random_uuid() where id = {anna}',
  'delete from staff where id = {anna}',
  "update settings set value = '\"2027-01-01T00:00:00Z\"' where name = 'go-live'",
  "update settings set value = '\"2027-01-01T00:00:00Z\"' where name = 'begun-at'",
  'delete from settings',
  "update waivers set reason = '\\x00'",
  'delete from waivers',
  "update downloads set token_digest = 'x'",
  'update downloads set letter_id = {l.sent}',
  "update downloads set until_on = '2099-01-01'",
  "update downloads set content = '\\x00'",
  'delete from downloads',
  'update sign_in_users set staff_id = {anna} where staff_id = {berend}',
  "update sign_in_users set email = 'x' where staff_id = {berend}",
  'delete from sign_in_users',
];

/** Around the guards. */
const around: readonly Hostile[] = [
  ...['letters_guard', 'letters_content', 'letters_completion_guard'].flatMap((name) => [
    `alter table letters disable trigger ${name}`,
    `drop trigger ${name} on letters`,
  ]),
  'alter table letters disable trigger all',
  'alter table approvals disable trigger all',
  'alter table cases drop constraint cases_identity_by_kind',
  'alter table letters drop constraint letters_approvals_by_kind',
  'alter table approvals alter mark drop not null',
  'alter table letters owner to current_user',
  'alter table letters enable row level security',
  'create or replace function tijdig_letter_guard() returns trigger language plpgsql as $$ begin return new; end $$',
  'create or replace function tijdig_identity_stands(wanted uuid) returns boolean language sql as $$ select true $$',
  'drop function tijdig_case_guard() cascade',
  'create function public.count(uuid) returns bigint language sql as $$ select 9::bigint $$',
  'create table public.approvals2 (x int)',
  'create schema mine',
  'create rule r as on update to letters do instead nothing',
  'create trigger t before update on letters for each row execute function tijdig_append_only()',
  'create event trigger e on ddl_command_start execute function tijdig_append_only()',
  'create extension dblink',
  'create policy p on letters using (true)',
  "set session_replication_role = 'replica'",
  "select set_config('session_replication_role', 'replica', true)",
  'set role postgres',
  'set session authorization postgres',
  'alter role current_user superuser',
  'alter role postgres login',
  "copy letters from program 'true'",
  "copy letters from '/etc/hostname'",
  "copy (select 1) to '/tmp/x'",
  "select pg_read_file('/etc/hostname')",
  "update pg_trigger set tgenabled = 'D'",
  "update pg_proc set prosrc = '' where proname = 'tijdig_letter_guard'",
  'update pg_class set relowner = 1',
  "insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1)",
  'delete from drizzle.__drizzle_migrations',
  // Tables of the same name that are found first.
  ...['approvals', 'staff', 'letters'].map((table) => [
    `create temp table ${table} as select * from public.${table}`,
    ...(table === 'approvals'
      ? [
          'insert into pg_temp.approvals (letter_id, hash, staff_id) select id, hash, {anna} from public.letters where id = {l.half}',
          'insert into pg_temp.approvals (letter_id, hash, staff_id) select id, hash, {berend} from public.letters where id = {l.half}',
        ]
      : []),
    ...(table === 'staff' ? ['update pg_temp.staff set is_approver = true'] : []),
    "update public.letters set status = 'queued' where id = {l.half}",
  ]),
  [
    'create temp table case_events as select * from public.case_events',
    'insert into pg_temp.case_events select id, version + 1, \'case-closed\', \'{"type": "case-closed", "status": "completed"}\', now() from public.cases where id = {c.unverified}',
    `update public.cases set ${closed} where id = {c.unverified}`,
  ],
  [
    'create temp table cases (like public.cases)',
    'create temp table letter_cases (like public.letter_cases)',
    "create function pg_temp.tijdig_identity_stands(uuid) returns boolean language sql as 'select true'",
    `update public.cases set ${closed} where id = {c.unverified}`,
  ],
  [
    'set local search_path = pg_temp, public, pg_catalog',
    "create function pg_temp.count(uuid) returns bigint language sql as 'select 9::bigint'",
    "update public.letters set status = 'queued' where id = {l.half}",
  ],
  [
    "create function pg_temp.always(text, text) returns boolean language sql as 'select true'",
    'create operator pg_temp.= (leftarg = text, rightarg = text, function = pg_temp.always)',
    'set local search_path = pg_temp, public, pg_catalog',
    "update public.letters set status = 'queued' where id = {l.half}",
  ],
  [
    'create domain pg_temp.uuid as text',
    'set local search_path = pg_temp, public, pg_catalog',
    "update public.letters set status = 'queued' where id = {l.half}",
  ],
];

/** Refused, each of them, by a right, a trigger or a constraint. */
export const refused: readonly Hostile[] = [...release, ...written, ...exchanged, ...cases, ...record, ...around];

/** Within the role's rights, since the program does the same; nothing forbidden comes of them. */
export const harmless: readonly Hostile[] = [
  'insert into letters select * from letters where id = {l.draft} on conflict do nothing',
  approval('draft', 'berend'),
  letter('draft', "status = 'void'"),
  letter('queued', "status = 'void'"),
  letter('draft', 'withheld = false'),
  letter('queued', 'next_attempt_at = now()'),
  letter('queued', 'attempts = 0'),
  'update staff set is_approver = true, is_manager = true where id = {clerk}',
  'update staff set is_approver = false',
  'update reviews set used_at = now() where used_at is null',
  event('unverified', 5, 'identity-verified'),
  [event('unverified', 1, 'message-joined'), oneCase('unverified', 'version = version + 1')],
  oneCase('unverified', "person = '\\x00'"),
  'update folders set seen_count = 0',
  "insert into sign_in_sessions select 'x', 'x', {clerk}::text, now() + interval '1 day', now(), now() where false",
  "update sign_in_codes set value = 'x'",
  'delete from sign_in_sessions',
  'delete from workers',
  // Says it was granted, with a warning that nothing was.
  'grant update on approvals to current_user',
  ["set local search_path = ''", "set local statement_timeout = '1min'"],
  'create temp table approvals as select * from public.approvals',
];

const dates = `"dates": {"policyOn": "2099-01-01", "legalOn": "2099-01-01", "dueOn": "2099-01-01", "actByOn": "2099-01-01", "warnOn": "2099-01-01", "escalateOn": "2099-01-01"}`;
const redated = ['policy_on', 'legal_on', 'due_on', 'act_by_on', 'warn_on', 'escalate_on'].map((one) => `${one} = '2099-01-01'`).join(', ');
const asAcknowledgement = { kind: "'acknowledgement'", status: "'queued'", approvals_needed: '0' };

/**
 * Carried out, because the program writes exactly such rows and the database has no key to tell them by: what the oracle
 * says of each. By the last three nothing leaves (forged-rows.test.ts). By the others the tables tell a lie; no letter does.
 */
export const believed: readonly (readonly [Hostile, string])[] = [
  [
    [
      event('unverified', 1, 'identity-verified'),
      event('unverified', 2, 'case-closed', '{"status": "completed"}'),
      oneCase('unverified', "version = version + 2, status = 'completed', closed_at = now()"),
    ],
    'completed for nobody verified',
  ],
  [
    [
      event('unverified', 1, 'kind-determined', '{"kind": "refund", "identityNeeded": false}'),
      event('unverified', 2, 'case-closed', '{"status": "completed"}'),
      oneCase(
        'unverified',
        `version = version + 2, kind = 'refund', state = jsonb_set(state, '{identity,needed}', 'false'),
        status = 'completed', closed_at = now()`,
      ),
    ],
    'completed for nobody verified',
  ],
  [
    [
      event('unverified', 1, 'case-closed', '{"status": "withdrawn"}'),
      oneCase('unverified', "version = version + 1, status = 'withdrawn', closed_at = now()"),
    ],
    'closed by hand',
  ],
  [
    [event('sent', 1, 'case-reopened'), oneCase('sent', "version = version + 1, status = 'in-progress', closed_at = null")],
    'opened by hand',
  ],
  [[event('unverified', 1, 'dates-changed', `{${dates}}`), oneCase('unverified', `version = version + 1, ${redated}`)], 'other dates'],
  [[event('unverified', 1, 'intake-confirmed'), oneCase('unverified', 'version = version + 1, received_at = now()')], 'other dates'],
  [[approval('draft', 'anna'), approval('draft', 'berend'), letter('draft', `${queue}, raw = content`)], 'released without approvals'],
  [clone('undone', { ...asAcknowledgement, raw: 'raw' }), 'released under another name'],
  [clone('draft', asAcknowledgement), 'released under another name'],
];
