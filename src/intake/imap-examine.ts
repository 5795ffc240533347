// Looking at every folder of an open IMAP connection as it is now, read-only. A folder of requests that cannot be opened
// stops the round; the folder of sent mail does not.
import type { Log } from '../log.ts';
import type { ChosenFolders } from './imap-folders.ts';
import { openFolder, type Session } from './imap-reading.ts';
import { mailboxFolder } from './imap-trouble.ts';
import type { Folder } from './mailbox.ts';

/** What is remembered of the folders while a connection lasts. */
export interface Examined {
  readonly chosen: ChosenFolders;
  /** UIDNEXT of the first folder when the folders were last looked at. */
  uidNextSeen: number;
  /** Something arrived since then. */
  arrived: boolean;
  /** The folder of sent mail could not be opened: it is not asked for again on this connection. */
  sentAway: boolean;
}

// The first folder is examined last, so that it stays open for the fetch and the wait that follow.
export async function examineAll(connection: Session & Examined, name: string, log: Log): Promise<readonly Folder[]> {
  const { chosen } = connection;
  if (chosen.missing.length > 0) throw mailboxFolder(name);
  const folders: Folder[] = [];
  connection.arrived = false;
  for (const { path, role } of chosen.read.toReversed()) {
    const opened = role === 'sent' ? await openSent(connection, path, log) : await openFolder(connection, path, true);
    if (opened === null) continue;
    const { uidValidity, uidNext, exists } = opened;
    connection.uidNextSeen = uidNext;
    folders.unshift({ path, role, uidValidity, uidNext, messages: exists });
  }
  return folders;
}

/** Requests come in elsewhere: a folder of sent mail that cannot be opened is said once and stops nothing. */
async function openSent(connection: Session & Examined, path: string, log: Log): Promise<Awaited<ReturnType<typeof openFolder>> | null> {
  if (connection.sentAway) return null;
  try {
    return await openFolder(connection, path, true);
  } catch (error) {
    if (!connection.client.usable) throw error;
    connection.sentAway = true;
    log.info('the sent folder cannot be read: answers from other mail programs stay unseen');
    return null;
  }
}
