import { type SQL, sql } from 'drizzle-orm';
import type { CaseKind } from '../case/kind.ts';
import { rows, type Tx } from './db.ts';
import type { TriageResult } from './messages.ts';

/** What was made of a message when it came in, and what staff made of it since. */
export interface Verdict {
  readonly messageId: string;
  /** RFC 3339, UTC. */
  readonly receivedAt: string;
  readonly disposition: TriageResult['disposition'];
  /** Kinds of the cases it opened by itself. */
  readonly opened: readonly CaseKind[];
  /** Kinds its cases have now; those closed as no request left out. */
  readonly kinds: readonly CaseKind[];
  /** Whether a person said something else of it than the program did. */
  readonly corrected: boolean;
}

/** Mail that people or programs sent us and whose content is still there, oldest first. */
function verdicts(where: SQL): SQL {
  return sql`
    select m.id as "messageId", m.disposition,
      to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
      coalesce(array_agg(distinct o.data->>'kind') filter (where o.data->>'openedBy' is null and c.id is not null), '{}') as opened,
      coalesce(array_agg(distinct c.kind) filter (where c.status <> 'not-a-request'), '{}') as kinds,
      coalesce(bool_or(c.status = 'not-a-request' or o.data->>'openedBy' is not null or d.case_id is not null), false) as corrected
    from messages m
      left join cases c on c.opening_message_id = m.id
      left join case_events o on o.case_id = c.id and o.version = 1
      left join lateral (select case_id from case_events where case_id = c.id and type = 'kind-determined' limit 1) d on true
    where m.raw is not null and m.disposition in ('request', 'follow_up', 'authority', 'automatic', 'none') and ${where}
    group by m.id order by m.received_at, m.id`;
}

/** Messages received from an instant on (RFC 3339). */
export async function listVerdicts(tx: Tx, since: string): Promise<readonly Verdict[]> {
  return rows<Verdict>(tx, verdicts(sql`m.received_at >= ${since}`));
}

/**
 * Messages that staff corrected: their kind was set, a request was split off, or it was no request. They are examples of
 * the site's own, labelled by what its people said; kept no longer than the messages themselves.
 */
export async function listCorrected(tx: Tx): Promise<readonly Verdict[]> {
  const all = await rows<Verdict>(tx, verdicts(sql`m.disposition in ('request', 'follow_up')`));
  return all.filter(({ corrected, kinds }) => corrected && !kinds.includes('undetermined') && !kinds.includes('authority'));
}
