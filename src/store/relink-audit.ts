/** After a backup was read back: rows are older than the chain, which is kept beside the keys and is the newest there is. */
import type { SubKeys } from '../privacy/seal.ts';
import { append, batch, type Link, restoresOf, unlinked } from './audit-chain.ts';
import { contentDigest } from './audit-rows.ts';
import type { Tx } from './db.ts';
import { eachLink } from './read-audit.ts';
import { countsOf } from './verify-audit.ts';

/** What the chain knew of and is not as it was. */
export interface Relinked {
  /** Rows that came after the backup, and are gone. */
  readonly lost: number;
  /** Rows that say something else than when they were linked: a backup as it was written has none. */
  readonly changed: number;
}

/**
 * Writes into the chain that a backup was restored and what is gone by that, and links all that is there anew: what follows
 * may have the names of what was lost. To be done in the transaction of the restore, before anybody writes an event.
 */
export async function relink(tx: Tx, subKeys: Pick<SubKeys, 'audit'>): Promise<Relinked> {
  const restores = await restoresOf(tx);
  const base = restores === 0 ? 'begun' : `restored ${restores}`;
  const ends: { base: Link | null; last: Link | null } = { base: null, last: null };
  let [unmarked, lost, changed] = [0, 0, 0];
  await eachLink(tx, restores, (link, content) => {
    ends.last = link;
    if (link.entry === base) ends.base = link;
    if (ends.base === null || ends.base === link) return;
    if (content === null) lost += 1;
    else if (contentDigest(content) !== link.digest) changed += 1;
    else if (link.link <= ends.base.link + (countsOf(ends.base)?.unmarked ?? 0)) unmarked += 1;
  });
  if (ends.last === null) return { lost, changed };
  let last = await append(tx, subKeys, ends.last, [{ entry: `restored ${restores + 1}`, digest: `${unmarked} ${lost} ${changed}` }]);
  for (;;) {
    const waiting = await unlinked(tx, 'all', restores + 1);
    if (waiting.length === 0) return { lost, changed };
    last = await append(tx, subKeys, last, waiting);
    if (waiting.length < batch) return { lost, changed };
  }
}
