// Removing messages from an IMAP server, singly: found by Message-ID or by where they were seen, looked at, marked with
// \Deleted and expunged by their UIDs alone (UIDPLUS, RFC 4315). A plain EXPUNGE would take what others have marked, so where
// there is no UIDPLUS nothing is removed. The one place where a folder is opened by SELECT; it is left by EXAMINE of the next,
// never by CLOSE, which expunges.
import { assertUsable, fetchUids, type ImapClient, type OpenFolder, openFolder, type Session, search } from './imap-reading.ts';
import type { Removal, Removed } from './mailbox.ts';

interface RemovingClient extends Omit<ImapClient, 'mailboxOpen'> {
  readonly capabilities: ReadonlyMap<string, unknown>;
  mailboxOpen(path: string, options?: { readonly readOnly: boolean }): Promise<OpenFolder | undefined>;
  /** With UIDPLUS: marks and expunges these UIDs and no others. */
  messageDelete(range: string, options: { readonly uid: true; readonly silent: true }): Promise<boolean | undefined>;
}

interface RemovingSession extends Session {
  readonly client: RemovingClient;
}

export async function removeCopies(
  session: RemovingSession,
  folders: readonly string[],
  wishes: readonly Removal[],
): Promise<readonly Removed[]> {
  const removed = wishes.map(() => ({ copies: 0, left: 0 }));
  try {
    for (const path of folders) {
      const found = await findCopies(session, path, wishes);
      const uids = found.flat();
      if (uids.length === 0) continue;
      const gone = await expunge(session, path, [...new Set(uids)]);
      for (const [nth, copies] of found.entries()) {
        const sum = removed[nth];
        if (sum !== undefined) sum[gone ? 'copies' : 'left'] += copies.length;
      }
    }
  } finally {
    // Nobody reads from a folder that is open for writing.
    const [first] = folders;
    if (first !== undefined && session.client.usable) await openFolder(session, first, true).catch(() => undefined);
  }
  return removed;
}

/** UIDs of the copies of each message in one folder, each looked at. A folder that cannot be opened holds none that we can reach. */
async function findCopies(session: RemovingSession, path: string, wishes: readonly Removal[]): Promise<readonly (readonly number[])[]> {
  const open = await openFolder(session, path, true).catch((error: unknown) => {
    if (!session.client.usable) throw error;
    return null;
  });
  if (open === null || open.exists === 0) return wishes.map(() => []);
  const found: (readonly number[])[] = [];
  for (const { messageId, places, isMeant } of wishes) {
    const seen = places.filter((place) => place.folder === path && place.uidValidity === open.uidValidity).map(({ uid }) => uid);
    const named = messageId === null ? [] : await search(session, { header: { 'message-id': messageId } });
    const uids = [...new Set([...named, ...seen])];
    const fetched = uids.length === 0 ? [] : await fetchUids(session, uids);
    found.push(fetched.filter(({ raw }) => isMeant(raw)).map(({ uid }) => uid));
  }
  return found;
}

/** False: the server cannot, or will not, remove these and no others. */
async function expunge(session: RemovingSession, path: string, uids: readonly number[]): Promise<boolean> {
  const { client, within } = session;
  if (!client.capabilities.has('UIDPLUS')) return false;
  const examined = client.mailbox;
  const opened = await within(client.mailboxOpen(path));
  assertUsable(client);
  // UIDs of another epoch name other messages.
  if (opened === undefined || !examined || opened.uidValidity !== examined.uidValidity) return false;
  const gone = await within(client.messageDelete(uids.join(','), { uid: true, silent: true }));
  assertUsable(client);
  return gone === true;
}
