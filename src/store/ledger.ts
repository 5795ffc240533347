import { sql } from 'drizzle-orm';
import { rows, type Tx } from './db.ts';

/**
 * The conservation law of one folder: what the server listed (`seen`, counted when we took note of it) must equal the
 * sum of the classes (counted from the rows that are there now). `difference` must be 0.
 */
export interface LedgerLine {
  readonly mailbox: string;
  /** `sent`: mail of ours to others, in the folder of sent mail. */
  readonly role: 'inbox' | 'junk' | 'sent' | 'other';
  readonly seen: number;
  readonly request: number;
  readonly followUp: number;
  readonly authority: number;
  readonly automatic: number;
  readonly bounce: number;
  readonly none: number;
  readonly unreadable: number;
  readonly ownCopy: number;
  /** Mail of ours to others that did not come from here. */
  readonly sent: number;
  readonly duplicate: number;
  readonly vanished: number;
  readonly beforeGoLive: number;
  readonly pending: number;
  readonly difference: number;
}

export async function readLedger(tx: Tx): Promise<readonly LedgerLine[]> {
  const found = await rows<Record<string, string | number>>(
    tx,
    sql`with classes as (
          select f.mailbox, f.path,
            count(*) filter (where p.class = 'duplicate') as duplicate,
            count(*) filter (where p.class is null and m.disposition = 'request') as request,
            count(*) filter (where p.class is null and m.disposition = 'follow_up') as follow_up,
            count(*) filter (where p.class is null and m.disposition = 'authority') as authority,
            count(*) filter (where p.class is null and m.disposition = 'automatic') as automatic,
            count(*) filter (where p.class is null and m.disposition = 'bounce') as bounce,
            count(*) filter (where p.class is null and m.disposition = 'none') as none,
            count(*) filter (where p.class is null and m.disposition = 'unreadable') as unreadable,
            count(*) filter (where p.class is null and m.disposition = 'own_copy') as own_copy,
            count(*) filter (where p.class is null and m.disposition = 'sent') as sent,
            count(*) filter (where p.class is null and m.disposition is null) as pending
          from places p join folders f on f.id = p.folder_id join messages m on m.id = p.message_id group by f.mailbox, f.path
        )
        select f.mailbox, f.path, max(f.role) as role, sum(f.seen_count) as seen, sum(f.vanished_count) as vanished, sum(f.older_count) as older,
          max(c.duplicate) as duplicate, max(c.request) as request, max(c.follow_up) as follow_up, max(c.authority) as authority,
          max(c.automatic) as automatic, max(c.bounce) as bounce, max(c.none) as none, max(c.unreadable) as unreadable,
          max(c.own_copy) as own_copy, max(c.sent) as sent, max(c.pending) as pending
        from folders f left join classes c on c.mailbox = f.mailbox and c.path = f.path
        group by f.mailbox, f.path order by f.mailbox, f.path`,
  );
  return found.map(toLine);
}

function toLine(row: Record<string, string | number>): LedgerLine {
  const count = (name: string) => Number(row[name] ?? 0);
  const classes = {
    request: count('request'),
    followUp: count('follow_up'),
    authority: count('authority'),
    automatic: count('automatic'),
    bounce: count('bounce'),
    none: count('none'),
    unreadable: count('unreadable'),
    ownCopy: count('own_copy'),
    sent: count('sent'),
    duplicate: count('duplicate'),
    vanished: count('vanished'),
    beforeGoLive: count('older'),
    pending: count('pending'),
  };
  const seen = count('seen');
  const accounted = Object.values(classes).reduce((sum, one) => sum + one, 0);
  return { mailbox: `${row.mailbox} ${row.path}`, role: row.role as LedgerLine['role'], seen, ...classes, difference: seen - accounted };
}
