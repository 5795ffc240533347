import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mailbox, Removal } from '../../src/intake/mailbox.ts';

export interface MailboxUnderTest {
  readonly mailbox: Mailbox;
  /** Puts messages in, in this order; arrival times only where the mailbox can be told. */
  deliver(raws: readonly Uint8Array[], receivedAt?: Temporal.Instant): Promise<void>;
  /** Removes the message that was delivered as the nth (from 0). */
  remove(nth: number): Promise<void>;
  /** Everything another program could see: flags, file names, UIDVALIDITY. */
  state(): Promise<unknown>;
  /** Another program marks the message that was delivered as the nth (from 0) for deletion, and does not expunge. */
  mark(nth: number): Promise<void>;
  /** Another program puts a message into a folder. */
  file(folder: 'Sent' | 'Trash', raw: Uint8Array): Promise<void>;
  /** How many messages a folder holds. */
  count(folder: 'Sent' | 'Trash'): Promise<number>;
  stop(): Promise<void>;
}

export function letter(subject: string, bytes = 0): Uint8Array {
  const body = 'Graag mijn gegevens wijzigen.\r\n'.repeat(Math.ceil(bytes / 31) || 1);
  return Buffer.from(
    `From: klant@mail.example\r\nTo: hulp@shop.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@mail.example>\r\n\r\n${body}`,
  );
}

const never = new AbortController().signal;
const text = (raw: Uint8Array) => Buffer.from(raw).toString('latin1');

/** What every mailbox door promises, whatever stands behind it. */
export function mailboxContract(start: () => Promise<MailboxUnderTest>): void {
  let under: MailboxUnderTest;
  beforeEach(async () => {
    under = await start();
  });
  afterEach(() => under.stop());

  async function inbox() {
    const folder = (await under.mailbox.folders()).find(({ role }) => role === 'inbox');
    if (folder === undefined) throw new Error('no inbox');
    return folder;
  }

  it('says that an empty folder is empty', async () => {
    const { path, messages, uidNext } = await inbox();
    expect(messages).toBe(0);
    expect(await under.mailbox.fetch(path, { from: 1, to: null }, 10)).toEqual([]);
    expect(await under.mailbox.fetch(path, { from: uidNext, to: uidNext + 5 }, 10)).toEqual([]);
    expect(await under.mailbox.list(path, Temporal.Instant.fromEpochMilliseconds(0))).toEqual([]);
  });

  it('gives messages in the order of their arrival, byte for byte', async () => {
    const sent = ['een', 'twee', 'drie'].map((subject) => letter(subject));
    await under.deliver(sent);
    const { path, uidNext, messages } = await inbox();
    const fetched = await under.mailbox.fetch(path, { from: 1, to: uidNext - 1 }, 10);
    expect(messages).toBe(3);
    expect(fetched.map(({ raw }) => text(raw))).toEqual(sent.map(text));
    expect(fetched.map(({ size }) => size)).toEqual(sent.map(({ length }) => length));
    expect(fetched.map(({ uid }) => uid)).toEqual([...fetched.map(({ uid }) => uid)].sort((a, b) => a - b));
    expect(fetched.at(-1)?.uid).toBe(uidNext - 1);
    expect(fetched.every(({ truncated }) => !truncated)).toBe(true);
  });

  it('keeps UIDs and epoch, and gives nothing beyond the newest message', async () => {
    await under.deliver([letter('een')]);
    const first = await inbox();
    expect(await under.mailbox.fetch(first.path, { from: first.uidNext, to: null }, 10)).toEqual([]);
    await under.deliver([letter('twee')]);
    const second = await inbox();
    expect(second.uidValidity).toBe(first.uidValidity);
    const fetched = await under.mailbox.fetch(first.path, { from: first.uidNext, to: null }, 10);
    expect(fetched.map(({ raw }) => text(raw))).toEqual([text(letter('twee'))]);
  });

  it('keeps to the range and the limit', async () => {
    await under.deliver(['a', 'b', 'c', 'd', 'e'].map((subject) => letter(subject)));
    const { path } = await inbox();
    const all = await under.mailbox.fetch(path, { from: 1, to: null }, 10);
    const uids = all.map(({ uid }) => uid);
    const [, second = 0, third = 0, fourth = 0] = uids;
    const some = async (from: number, to: number | null, limit: number) =>
      (await under.mailbox.fetch(path, { from, to }, limit)).map(({ uid }) => uid);
    expect(await some(second, fourth, 10)).toEqual([second, third, fourth]);
    expect(await some(second, null, 2)).toEqual([second, third]);
    expect(await some(fourth + 1, null, 10)).toEqual(uids.slice(4));
  });

  it('splits what would not fit into memory, and still gives all of it', async () => {
    await under.deliver(['a', 'b', 'c'].map((subject) => letter(subject, 7 * 1024 * 1024)));
    const { path } = await inbox();
    const first = await under.mailbox.fetch(path, { from: 1, to: null }, 10);
    expect(first).toHaveLength(2);
    const rest = await under.mailbox.fetch(path, { from: (first.at(-1)?.uid ?? 0) + 1, to: null }, 10);
    expect(rest).toHaveLength(1);
  });

  it('takes headers and the first 256 KB of a message above 25 MB, and the others whole', async () => {
    await under.deliver([letter('klein'), letter('groot', 26 * 1024 * 1024), letter('daarna')]);
    const { path } = await inbox();
    const fetched = await under.mailbox.fetch(path, { from: 1, to: null }, 10);
    expect(fetched.map(({ truncated }) => truncated)).toEqual([false, true, false]);
    const large = fetched[1];
    const start = text(large?.raw ?? Buffer.alloc(0));
    expect(large?.size).toBeGreaterThan(26 * 1024 * 1024);
    expect(start.startsWith('From: klant@mail.example\r\n')).toBe(true);
    expect(start.length - (start.indexOf('\r\n\r\n') + 4)).toBe(256 * 1024);
  });

  it('gives single messages, and leaves out those that are gone', async () => {
    await under.deliver(['a', 'b', 'c'].map((subject) => letter(subject)));
    const { path } = await inbox();
    const uids = (await under.mailbox.fetch(path, { from: 1, to: null }, 10)).map(({ uid }) => uid);
    await under.remove(1);
    const fetched = await under.mailbox.fetchUids(path, [...uids, 4_000_000]);
    expect(fetched.map(({ raw }) => text(raw))).toEqual([text(letter('a')), text(letter('c'))]);
    expect((await under.mailbox.list(path, Temporal.Instant.fromEpochMilliseconds(0))).map(({ uid }) => uid)).toEqual([uids[0], uids[2]]);
    expect((await inbox()).uidNext).toBe((uids[2] ?? 0) + 1);
  });

  it('leaves every flag, name and number as it was', async () => {
    await under.deliver(['a', 'b', 'c'].map((subject) => letter(subject)));
    const { path } = await inbox();
    const before = await under.state();
    await under.mailbox.fetch(path, { from: 1, to: null }, 10);
    await under.mailbox.fetchUids(path, [1, 2]);
    await under.mailbox.list(path, Temporal.Instant.fromEpochMilliseconds(0));
    await under.mailbox.findSent('<nothing@shop.example>');
    await under.mailbox.wait(20, never);
    await inbox();
    expect(await under.state()).toEqual(before);
  });

  describe('removing', () => {
    const wish = (raw: Uint8Array, messageId: string | null = null): Removal => ({
      messageId,
      places: [],
      isMeant: (found) => text(found) === text(raw),
    });

    it('takes every copy of what is meant, wherever it lies, and touches nothing else', async () => {
      const [a, b, c] = [letter('a'), letter('b'), letter('c')];
      // As the last, but with the Message-ID of the first.
      const forged = Buffer.from(text(letter('d')).replace('<d@', '<a@'), 'latin1');
      await under.deliver([a, b, c, a, forged]);
      await under.mark(1);
      await under.file('Sent', a);
      await under.file('Sent', b);
      await under.file('Trash', a);
      const { path, uidNext, uidValidity } = await inbox();
      const uids = (await under.mailbox.fetch(path, { from: 1, to: null }, 10)).map(({ uid }) => uid);
      const before = (await under.state()) as readonly unknown[];
      const removed = await under.mailbox.remove([wish(a, '<a@mail.example>'), wish(letter('nobody'), '<nobody@mail.example>')]);
      expect(removed).toEqual([
        { copies: 4, left: 0 },
        { copies: 0, left: 0 },
      ]);
      const after = (await under.state()) as readonly unknown[];
      expect(after).toHaveLength(before.length - 2);
      for (const one of after) expect(before).toContainEqual(one);
      const there = await under.mailbox.fetchUids(path, uids);
      expect(there.map(({ raw }) => text(raw))).toEqual([b, c, forged].map(text));
      expect([await under.count('Sent'), await under.count('Trash')]).toEqual([1, 0]);
      expect(await inbox()).toMatchObject({ uidNext, uidValidity, messages: 3 });
      // What is read afterwards is read as ever: nothing more goes, nothing gets a flag.
      await under.mailbox.fetch(path, { from: 1, to: null }, 10);
      await under.mailbox.close();
      expect(await under.state()).toEqual(after);
    });

    it('finds a message without Message-ID where it was seen, in that epoch alone', async () => {
      const nameless = Buffer.from(text(letter('x')).replace('Message-ID: <x@mail.example>\r\n', ''), 'latin1');
      await under.deliver([letter('a'), nameless, nameless]);
      const { path, uidValidity } = await inbox();
      const uids = (await under.mailbox.fetch(path, { from: 1, to: null }, 10)).map(({ uid }) => uid);
      const at = (uid = 0, epoch = uidValidity) => ({ ...wish(nameless), places: [{ folder: path, uidValidity: epoch, uid }] });
      // Another message lies there; the place is one of another epoch.
      expect(await under.mailbox.remove([at(uids[0]), at(uids[1], uidValidity + 1n)])).toEqual([
        { copies: 0, left: 0 },
        { copies: 0, left: 0 },
      ]);
      expect(await under.mailbox.remove([at(uids[1])])).toEqual([{ copies: 1, left: 0 }]);
      expect((await under.mailbox.fetchUids(path, uids)).map(({ uid }) => uid)).toEqual([uids[0], uids[2]]);
    });
  });

  describe('waiting', () => {
    it('ends when something arrives', async () => {
      await inbox();
      const waited = under.mailbox.wait(20_000, never);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await under.deliver([letter('nieuw')]);
      await waited;
      expect((await inbox()).messages).toBe(1);
    }, 10_000);

    it('ends at once when something arrived since the folders were looked at', async () => {
      await inbox();
      await under.deliver([letter('nieuw')]);
      await under.mailbox.wait(20_000, never);
    }, 10_000);

    it('still hears of arrivals after other work in between', async () => {
      const { path } = await inbox();
      const waited = under.mailbox.wait(20_000, never);
      await under.mailbox.findSent('<nothing@shop.example>');
      await under.mailbox.fetch(path, { from: 1, to: null }, 1);
      await under.deliver([letter('nieuw')]);
      await waited;
    }, 10_000);

    it('ends with its time and when it is told to', async () => {
      await inbox();
      await under.mailbox.wait(50, never);
      const stop = new AbortController();
      const waited = under.mailbox.wait(20_000, stop.signal);
      stop.abort();
      await waited;
      await under.mailbox.wait(20_000, AbortSignal.abort());
    }, 10_000);
  });
}
