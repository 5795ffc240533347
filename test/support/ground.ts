// Where journeys are made: every one in this process (hoodiecrow and PGlite), and once more on the servers of a real
// installation (Dovecot and PostgreSQL). The servers are shared; each journey has a mailbox and a database of its own.
import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, onTestFinished } from 'vitest';
import { startImapServer } from '../../src/demo/imap-server.ts';
import { newDatabase, startDatabases } from './databases.ts';
import { findDovecot, startDovecot, type TestDovecot } from './dovecot.ts';
import { type Journey, type JourneyOptions, type MailServer, openJourney } from './journey.ts';
import { findPostgres } from './postgres.ts';
import { skipOrFail } from './servers.ts';

export type Place = 'hoodiecrow and PGlite' | 'Dovecot and PostgreSQL';
const places: readonly Place[] = ['hoodiecrow and PGlite', 'Dovecot and PostgreSQL'];

/**
 * Both; with PLACES=alternate, for CI that must be quick, each file at one of them today and at the other tomorrow, half of the
 * files at each.
 */
function placesToday(): readonly Place[] {
  const { filepath } = (globalThis as { readonly __vitest_worker__?: { readonly filepath?: string } }).__vitest_worker__ ?? {};
  if (process.env.PLACES !== 'alternate' || filepath === undefined) return places;
  const letters = [...basename(filepath)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const days = Math.floor(Date.now() / 86_400_000);
  return places.filter((_, at) => at === (letters + days) % places.length);
}

/** What a place lacks here, as a sentence; null when it can be used. */
function missingAt(place: Place): string | null {
  if (place === 'hoodiecrow and PGlite') return null;
  if (findDovecot() === null) return 'Dovecot is not installed';
  return findPostgres() === null ? 'PostgreSQL is not installed' : null;
}

interface Ground {
  open(options?: JourneyOptions): Promise<Journey>;
  stop(): Promise<void>;
}

async function openGround(place: Place): Promise<Ground> {
  const real = place === 'Dovecot and PostgreSQL';
  const [dovecot, postgres] = real ? await Promise.all([startDovecot(), startDatabases()]) : [null, null];
  let users = 0;
  return {
    async open(options = {}) {
      users += 1;
      const mailbox = dovecot === null ? await hoodiecrowMailbox() : dovecotMailbox(dovecot, `hulp${users}`);
      return openJourney(mailbox, postgres === null ? {} : newDatabase(postgres), options);
    },
    stop: async () => void (await Promise.all([dovecot?.stop(), postgres?.stop()])),
  };
}

/**
 * The same tests at both places; what is missing is skipped aloud. `shared` is one house for all tests of a place, who
 * keep apart by their customers' addresses; `open` makes one for a test alone.
 */
export function atEveryPlace(
  tests: (house: { shared(): Journey; open(options?: JourneyOptions): Promise<Journey> }, place: Place) => void,
): void {
  describe.each(placesToday())('%s', (place) => {
    const missing = missingAt(place);
    let ground: Ground | undefined;
    let shared: Journey | undefined;
    beforeAll(async () => {
      if (missing !== null) return;
      ground = await openGround(place);
      shared = await ground.open();
    });
    beforeEach((context) => {
      if (missing !== null) skipOrFail(context, missing);
    });
    afterAll(async () => {
      await shared?.stop();
      await ground?.stop();
    });
    tests(
      {
        shared() {
          if (shared === undefined) throw new Error('the house was not opened');
          return shared;
        },
        async open(options) {
          if (ground === undefined) throw new Error('the servers were not started');
          const journey = await ground.open(options);
          onTestFinished(() => journey.stop());
          return journey;
        },
      },
      place,
    );
  });
}

export async function hoodiecrowMailbox(): Promise<MailServer> {
  const server = await startImapServer({ user: 'hulp', password: 'geheim' });
  return {
    url: server.url,
    deliver: async (raw, folder, receivedAt, flags) => void server.deliver(raw, { folder, receivedAt, flags }),
    file: async (raw) => void server.deliver(raw, { folder: 'Sent', flags: ['\\Seen'] }),
    flags: async (folder) => server.messages(folder).map(({ uid, flags }) => [folder, uid, ...[...flags].sort()].join(' ')),
    remove: async (nth) => server.remove('INBOX', server.messages('INBOX')[nth - 1]?.uid ?? 0),
    renumber: server.renumber,
    stop: server.stop,
  };
}

function dovecotMailbox(dovecot: TestDovecot, user: string): MailServer {
  return {
    url: dovecot.url(user),
    deliver: (raw, folder, receivedAt, flags) => dovecot.appendMany(user, [{ raw, receivedAt, flags }], folder),
    file: (raw) => dovecot.appendMany(user, [{ raw, flags: ['\\Seen'] }], 'Sent'),
    flags: async (folder) => (await dovecot.flags(user, folder)).map((line) => `${folder} ${line}`),
    remove: (nth) => dovecot.expunge(user, nth),
    renumber: null,
    stop: async () => {},
  };
}
