/** What there is of one person, by the blind index of an address. Reads only; what public bodies demanded is left out. */
import { sql } from 'drizzle-orm';
import { type CaseKind, caseKinds, isConfidential } from '../case/kind.ts';
import { rows, type Tx } from './db.ts';
import { caseContent, messageContent } from './due.ts';

export interface PersonCase {
  readonly id: string;
  readonly reference: string;
  readonly kind: CaseKind;
  readonly open: boolean;
  readonly held: boolean;
  /** Nothing of it can be read any more. */
  readonly erased: boolean;
}

/** A message or letter, and the cases it belongs to. */
export interface PersonMail {
  readonly id: string;
  readonly cases: readonly string[];
  readonly erased: boolean;
}

export interface PersonLetter extends PersonMail {
  readonly audience: 'customer' | 'internal';
  /** It has not begun to leave, or nobody knows yet whether it did. */
  readonly onItsWay: boolean;
}

export interface PersonData {
  /** Those the person asked for. */
  readonly cases: readonly PersonCase[];
  /** What they wrote, and every message of those cases. */
  readonly messages: readonly PersonMail[];
  /** What we wrote to them, and every letter about those cases. */
  readonly letters: readonly PersonLetter[];
}

const confidential = sql.join(
  caseKinds.filter(isConfidential).map((kind) => sql`${kind}`),
  sql`, `,
);

const bytes = (index: Uint8Array) => sql`decode(${Buffer.from(index).toString('hex')}, 'hex')`;

export async function findPersonData(tx: Tx, index: Uint8Array): Promise<PersonData> {
  const its = sql`(select c.id from cases c where c.requester_index = ${bytes(index)} and c.kind not in (${confidential}))`;
  const cases = await rows<PersonCase>(
    tx,
    sql`select c.id, c.reference, c.kind, c.closed_at is null as open, coalesce(jsonb_typeof(c.state->'hold') = 'object', false) as held, not ${caseContent} as erased
        from cases c where c.id in ${its} order by c.received_at, c.reference`,
  );
  const messages = await rows<PersonMail>(
    tx,
    sql`select m.id, not ${messageContent} as erased, coalesce(json_agg(j.case_id) filter (where j.case_id is not null), '[]'::json) as cases
        from messages m left join case_messages j on j.message_id = m.id
        where m.disposition is not null
          and (m.from_index = ${bytes(index)} or exists (select from case_messages o where o.message_id = m.id and o.case_id in ${its}))
          and not exists (select from case_messages o join cases c on c.id = o.case_id where o.message_id = m.id and c.kind in (${confidential}))
        group by m.id order by m.received_at, m.id`,
  );
  const letters = await rows<PersonLetter>(
    tx,
    sql`select l.id, l.content is null and l.raw is null as erased, l.audience, l.status not in ('accepted', 'refused', 'void', 'draft') as "onItsWay",
          coalesce(json_agg(j.case_id) filter (where j.case_id is not null), '[]'::json) as cases
        from letters l left join letter_cases j on j.letter_id = l.id
        where ((l.recipient_index = ${bytes(index)} and l.audience = 'customer')
            or exists (select from letter_cases o where o.letter_id = l.id and o.case_id in ${its}))
          and not exists (select from letter_cases o join cases c on c.id = o.case_id where o.letter_id = l.id and c.kind in (${confidential}))
        group by l.id order by l.written_at, l.id`,
  );
  return { cases, messages, letters };
}
