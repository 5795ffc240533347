/**
 * Whether the audit is what it was: a plain function of what is read, fed piece by piece so that it holds no more than the end
 * of the chain. Links come in order; then every row with its link; then every case. It needs the site's keys and believes
 * nothing else. What it cannot see: links newer than a head that somebody holds, taken off together with their rows.
 */
import { isSignature } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { headOf, type Link, shortHead } from './audit-chain.ts';
import { type AuditTable, type Content, contentDigest } from './audit-rows.ts';
import { isOwnErasure, type MarkedErasure } from './erasure-marks.ts';
import { type MarkedEvent, markOf } from './event-marks.ts';

/** Something that is not as it was; ids only. */
export interface Finding {
  readonly code:
    | 'link-missing'
    | 'link-changed'
    | 'row-missing'
    | 'row-changed'
    | 'row-unlinked'
    | 'mark-wrong'
    | 'mark-missing'
    | 'versions'
    | 'chain-short'
    | 'head-differs'
    | 'restored-changed';
  readonly link: number | null;
  /** The row, as the chain names it, or the case. */
  readonly about: string | null;
  readonly words: string;
}

export interface AuditReport {
  /** How many there are; `findings` are the first of them. */
  readonly found: number;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<AuditTable | 'link' | 'case', number>>;
  /** Null: there is no chain yet. */
  readonly head: { readonly link: number; readonly head: string } | null;
  /** Events from before all events had a mark. */
  readonly unmarked: number;
  /** Rows that were gone when a backup was restored. */
  readonly lostByRestore: number;
}

/** A head as a digest printed it. */
export interface HeldHead {
  readonly link: number;
  readonly head: string;
}

/** What a row says, in short: the digest of its content, and whether it carries a mark of our own. */
export interface Judgement {
  readonly digest: string;
  readonly mark: 'right' | 'old' | 'wrong';
}

/** A row of the audit, and where the chain has it. */
export interface FoundRow {
  readonly table: AuditTable;
  readonly entry: string;
  readonly mark: Judgement['mark'];
  readonly link: number | null;
  /** Whether it should have a link by now. */
  readonly isDue: boolean;
}

/** A case and the events there are of it. */
export interface FoundCase {
  readonly id: string;
  /** Of its row; null: there is no such case. */
  readonly version: number | null;
  readonly events: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

export interface Verifier {
  /** @param digest of the row it names, as it is now; null: there is none */
  link(link: Link, digest: string | null): void;
  row(row: FoundRow): void;
  case(found: FoundCase): void;
  end(): AuditReport;
}

const kept = 20;

/**
 * @param base the link from which on rows must be there: that of the last restored backup, or 1
 * @param held a head somebody kept, which the chain must contain
 */
export function createVerifier(subKeys: Pick<SubKeys, 'audit'>, base: number, held: HeldHead | null): Verifier {
  const findings: Finding[] = [];
  const counts = { link: 0, event: 0, approval: 0, erasure: 0, case: 0 };
  let found = 0;
  let last: Link | null = null;
  let [unmarked, lost] = [0, 0];
  const tell = (code: Finding['code'], link: number | null, about: string | null, words: string) => {
    found += 1;
    if (findings.length < kept) findings.push({ code, link, about, words });
  };
  return {
    link(link, digest) {
      counts.link += 1;
      const next = (last?.link ?? 0) + 1;
      if (link.link !== next) tell('link-missing', next, null, `where link ${next} should be there is link ${link.link}`);
      if (link.head !== headOf(subKeys, last?.head ?? '', link))
        tell('link-changed', link.link, link.entry, 'the link was changed or moved');
      if (held !== null && link.link === held.link && shortHead(link.head) !== shortHead(held.head))
        tell('head-differs', link.link, null, 'the chain has another head here than the one that was kept');
      last = link;
      const counted = countsOf(link);
      if (counted !== null) {
        unmarked = counted.unmarked;
        lost += counted.lost;
        if (counted.changed > 0)
          tell('restored-changed', link.link, null, `${counted.changed} row(s) of the backup that was restored were not as they had been`);
      } else if (link.link < base) return;
      else if (digest === null) tell('row-missing', link.link, link.entry, 'the row is gone');
      else if (digest !== link.digest) tell('row-changed', link.link, link.entry, 'the row was changed');
    },
    row({ table, entry, mark, link, isDue }) {
      counts[table] += 1;
      if (link === null && isDue) tell('row-unlinked', null, entry, 'the row was never linked: is no worker running, or was it put there?');
      if (mark === 'wrong') tell('mark-wrong', link, entry, 'the row does not carry the mark of the program');
      if (mark === 'old' && (link === null || link <= base || link > base + unmarked))
        tell('mark-missing', link, entry, 'the row has no mark of the program, and is not from before rows had one');
    },
    case({ id, version, events, lowest, highest }) {
      counts.case += 1;
      if (version === null) tell('versions', null, `case ${id}`, 'there are events of it and no such case');
      else if (events !== version || (highest ?? 0) !== version || (events > 0 && lowest !== 1))
        tell(
          'versions',
          null,
          `case ${id}`,
          `its row counts ${version} event(s); there are ${events}, from ${lowest ?? 0} to ${highest ?? 0}`,
        );
    },
    end() {
      if (held !== null && (last?.link ?? 0) < held.link)
        tell('chain-short', held.link, null, `the chain ends at link ${last?.link ?? 0}, before the one that was kept`);
      const head = last === null ? null : { link: last.link, head: shortHead(last.head) };
      return { found, findings, counts, head, unmarked, lostByRestore: lost };
    },
  };
}

/** What the digest column of an entry that names no row says; null: it names one. */
export function countsOf({
  entry,
  digest,
}: Pick<Link, 'entry' | 'digest'>): Readonly<Record<'unmarked' | 'lost' | 'changed', number>> | null {
  if (entry !== 'begun' && !entry.startsWith('restored ')) return null;
  const [unmarked = 0, lost = 0, changed = 0] = digest.split(' ').map(Number);
  return { unmarked, lost, changed };
}

/** What the verifier must know of a row. */
export function judge(subKeys: Pick<SubKeys, 'audit' | 'approval'>, table: AuditTable, content: Content): Judgement {
  return { digest: contentDigest(content), mark: markIn(subKeys, table, content) };
}

function markIn(subKeys: Pick<SubKeys, 'audit' | 'approval'>, table: AuditTable, content: Content): Judgement['mark'] {
  switch (table) {
    case 'event':
      return markOf(subKeys, content as unknown as MarkedEvent);
    case 'approval': {
      const { mark, letterId, hash, staffId } = content as Record<string, string>;
      return isSignature(subKeys.approval, mark ?? '', letterId ?? '', hash ?? '', staffId ?? '') ? 'right' : 'wrong';
    }
    case 'erasure':
      return isOwnErasure(subKeys, content as unknown as MarkedErasure & { readonly id: string }) ? 'right' : 'wrong';
    default:
      return table satisfies never;
  }
}
