import { type AddressInfo, createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type ReceivedLetter, type SmtpServerOptions, startSmtpServer } from '../../src/demo/smtp-server.ts';
import { ExpectedError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { createSmtpTransport } from '../../src/outbox/smtp.ts';
import type { Transport } from '../../src/outbox/transport.ts';
import { makeCertificate } from '../support/certificate.ts';
import { skipOrFail } from '../support/servers.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

const envelope = { from: 'hulp@shop.example', to: ['klant@mail.example'] };
const raw = Buffer.from('Message-ID: <a@shop.example>\r\nSubject: Ontvangen\r\n\r\n.\r\n..\r\nBeste klant,\r\n\r\nGroet\r\n');

const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.stop();
});

interface Wish {
  readonly port: number;
  readonly tls?: 'implicit' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
  readonly tokenCommand?: string;
  readonly milliseconds?: number;
  readonly maxConnections?: number;
}

function transportTo(wish: Wish): Transport {
  const { port, tls = 'none', milliseconds = 3_000 } = wish;
  const signIn = { user: wish.user ?? null, password: wish.password ?? null, tokenCommand: wish.tokenCommand ?? null };
  const transport = createSmtpTransport(
    { kind: 'smtp', host: '127.0.0.1', port, tls, ...signIn },
    {
      log: silentLog,
      timeouts: { connectMilliseconds: milliseconds, letterMilliseconds: milliseconds },
      ...(wish.maxConnections === undefined ? {} : { maxConnections: wish.maxConnections }),
    },
  );
  open.push({ stop: () => transport.close() });
  return transport;
}

async function serve(options: Partial<SmtpServerOptions> = {}) {
  const letters: ReceivedLetter[] = [];
  const server = await startSmtpServer({
    onLetter: (letter) => {
      letters.push(letter);
      return 'accept';
    },
    ...options,
  });
  open.push(server);
  return { port: server.port, letters, dropConnections: server.dropConnections };
}

/** A server that follows a script: a reply per command, `null` to hang up, `''` to stay silent. */
async function scripted(script: Readonly<Record<string, string | null>>): Promise<number> {
  const usual: Record<string, string> = { greeting: '220 hello', EHLO: '250 hello', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' };
  const said: Record<string, string | null> = { ...usual, end: '250 taken', RSET: '250 ok', QUIT: '221 bye', ...script };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    let inData = false;
    const say = (step: string) => {
      const reply = said[step] ?? null;
      if (reply === null) socket.destroy();
      else if (reply !== '') socket.write(`${reply}\r\n`);
      inData = step === 'DATA' && (reply ?? '').startsWith('3');
    };
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!inData) say(line.split(' ')[0] ?? '');
        else if (line === '.') say('end');
      }
    });
    say('greeting');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return (server.address() as AddressInfo).port;
}

const send = (transport: Transport) => transport.send('letter', envelope, raw);

describe('an accepted letter', () => {
  it('arrives byte for byte, for exactly its recipients', async () => {
    const { port, letters } = await serve();
    const transport = transportTo({ port });
    expect(await transport.send('a', { from: envelope.from, to: ['klant@mail.example', 'kopie@shop.example'] }, raw)).toEqual({
      outcome: 'accepted',
    });
    expect(letters).toEqual([{ from: 'hulp@shop.example', to: ['klant@mail.example', 'kopie@shop.example'], raw }]);
  });

  it('shares few connections with the others', async () => {
    let now = 0;
    let most = 0;
    const { port } = await serve({
      onLetter: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 10));
        now -= 1;
        return 'accept' as const;
      },
    });
    const transport = transportTo({ port, maxConnections: 3 });
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => send(transport)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect([transport.concurrency, most]).toEqual([3, 3]);
  });

  it('is sent once although the server had ended the idle connection', async () => {
    const { port, letters, dropConnections } = await serve();
    const transport = transportTo({ port, maxConnections: 1 });
    expect(await send(transport)).toEqual({ outcome: 'accepted' });
    dropConnections();
    expect(await send(transport)).toEqual({ outcome: 'accepted' });
    expect(letters).toHaveLength(2);
  });

  it('takes milliseconds, not the 40 that Nagle and a delayed acknowledgement cost', async () => {
    const { port } = await serve();
    const transport = transportTo({ port, maxConnections: 1 });
    for (let nth = 0; nth < 20; nth += 1) await send(transport);
    const started = performance.now();
    for (let nth = 0; nth < 50; nth += 1) await send(transport);
    expect((performance.now() - started) / 50).toBeLessThan(20);
  });

  it('is waited for when the transport closes', async () => {
    const { port, letters } = await serve();
    const transport = transportTo({ port });
    const sent = send(transport);
    await transport.close();
    expect(letters).toHaveLength(1);
    expect(await sent).toEqual({ outcome: 'accepted' });
  });
});

describe('a refused letter', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string | null>>, object])[] = [
    ['a busy greeting', { greeting: '421 busy' }, { retry: 'later', code: '421' }],
    ['a greeting that turns everyone away', { greeting: '554 no service' }, { retry: 'later', code: '554' }],
    ['an unwelcome sender', { MAIL: '550 no' }, { retry: 'never', code: '550' }],
    ['a sender who must sign in', { MAIL: '530 sign in' }, { retry: 'later', code: 'sign-in' }],
    ['an unknown recipient', { RCPT: '550 no such user' }, { retry: 'never', code: '550' }],
    ['a greylisted recipient', { RCPT: '450 later' }, { retry: 'later', code: '450' }],
    ['a refused DATA', { DATA: '554 no' }, { retry: 'never', code: '554' }],
    ['a letter put off', { end: '451 later' }, { retry: 'later', code: '451' }],
    ['a letter found bad', { end: '552 too bad' }, { retry: 'never', code: '552' }],
    ['a server that is going away', { end: '421 going' }, { retry: 'later', code: '421' }],
    ['a confused server', { MAIL: '503 what' }, { retry: 'later', code: '503' }],
    ['a hang-up at the greeting', { greeting: null }, { retry: 'later', code: 'connection-lost' }],
    ['a hang-up at the sender', { MAIL: null }, { retry: 'later', code: 'connection-lost' }],
    ['a hang-up at the recipient', { RCPT: null }, { retry: 'later', code: 'connection-lost' }],
    ['a hang-up at DATA', { DATA: null }, { retry: 'later', code: 'connection-lost' }],
    ['a letter above the limit', { EHLO: '250-hello\r\n250 SIZE 20' }, { retry: 'never', code: 'too-large' }],
  ];
  it.each(cases)('%s', async (_what, script, expected) => {
    expect(await send(transportTo({ port: await scripted(script) }))).toEqual({ outcome: 'refused', ...expected });
  });

  it.each([
    ['no answer to the connection', { greeting: '' }],
    ['no answer to the sender', { MAIL: '' }],
    ['no answer to DATA', { DATA: '' }],
  ])('%s', async (_what, script) => {
    const outcome = await send(transportTo({ port: await scripted(script), milliseconds: 150 }));
    expect(outcome).toEqual({ outcome: 'refused', retry: 'later', code: 'connection-timeout' });
  });

  it('nothing listens', async () => {
    const server = await startSmtpServer({ onLetter: () => 'accept' });
    await server.stop();
    expect(await send(transportTo({ port: server.port }))).toEqual({ outcome: 'refused', retry: 'later', code: 'connection-refused' });
  });

  it('an address that is none', async () => {
    const { port, letters } = await serve();
    const transport = transportTo({ port });
    for (const to of ['käse@mail.example', 'a@b.example>\r\nRCPT TO:<c@d.example', 'a b@mail.example', '']) {
      const outcome = await transport.send('a', { from: envelope.from, to: [to] }, raw);
      expect(outcome).toEqual({ outcome: 'refused', retry: 'never', code: 'address' });
    }
    expect(letters).toEqual([]);
  });

  it('is refused when the customer is refused, even if our copy is taken', async () => {
    const onRecipient = (address: string) => (address === 'klant@mail.example' ? { code: 550 } : 'accept');
    const { port } = await serve({ onRecipient });
    const outcome = await transportTo({ port }).send('a', { from: envelope.from, to: ['klant@mail.example', 'kopie@shop.example'] }, raw);
    expect(outcome).toEqual({ outcome: 'refused', retry: 'never', code: '550' });
  });

  it('is accepted when only our copy is refused', async () => {
    const onRecipient = (address: string) => (address === 'kopie@shop.example' ? { code: 550 } : 'accept');
    const { port } = await serve({ onRecipient });
    const outcome = await transportTo({ port }).send('a', { from: envelope.from, to: ['klant@mail.example', 'kopie@shop.example'] }, raw);
    expect(outcome).toEqual({ outcome: 'accepted' });
  });

  it('leaves the connection good for the next one', async () => {
    let nth = 0;
    const { port, letters } = await serve({ onRecipient: () => (nth++ === 0 ? { code: 450 } : 'accept') });
    const transport = transportTo({ port, maxConnections: 1 });
    expect(await send(transport)).toMatchObject({ outcome: 'refused', code: '450' });
    expect(await send(transport)).toEqual({ outcome: 'accepted' });
    expect(letters).toHaveLength(1);
  });
});

describe('an unknown outcome', () => {
  it.each([
    ['the last reply never comes', { end: null }, 'connection-lost'],
    ['the last reply is late', { end: '' }, 'connection-timeout'],
    ['the last reply makes no sense', { end: '354 go on' }, 'connection-lost'],
    ['the last reply is not SMTP', { end: 'thanks' }, 'connection-lost'],
  ])('%s', async (_what, script, code) => {
    const outcome = await send(transportTo({ port: await scripted(script), milliseconds: 300 }));
    expect(outcome).toEqual({ outcome: 'unknown', code });
  });

  it('never calls a letter refused for now that the server took, nor accepted that it lost', async () => {
    const sink = await startSmtpSink({ refuse: 0.2, dropReply: 0.2, lose: 0.2, seed: 7 });
    open.push(sink);
    const transport = transportTo({ port: sink.port, maxConnections: 1 });
    for (let nth = 0; nth < 120; nth += 1) {
      const { outcome } = await send(transport);
      const what = sink.rows().at(-1)?.what;
      expect(sink.rows()).toHaveLength(nth + 1);
      if (what === 'accepted') expect(outcome).toBe('accepted');
      else if (what === 'refused') expect(outcome).toBe('refused');
      else expect(outcome).toBe('unknown');
    }
    expect(new Set(sink.rows().map(({ what }) => what)).size).toBe(4);
  });
});

describe('signing in and encryption', () => {
  async function failure(transport: Transport): Promise<ExpectedError> {
    const error = await transport.verify().catch((reason: unknown) => reason);
    if (!(error instanceof ExpectedError)) throw new Error('not an expected failure', { cause: error });
    expect(error.message).toMatch(/^SMTP_(URL|TOKEN_COMMAND): [^\n]+\.$/);
    expect(error.message).not.toContain('geheim');
    return error;
  }

  it('signs in with password or token, and says when they are refused', async () => {
    const { port, letters } = await serve({ user: { name: 'hulp', password: 'geheim', token: 'a-token' } });
    for (const good of [{ password: 'geheim' }, { tokenCommand: 'echo a-token' }]) {
      const transport = transportTo({ port, user: 'hulp', ...good });
      await transport.verify();
      expect(await send(transport)).toEqual({ outcome: 'accepted' });
    }
    for (const bad of [{ password: 'geheim-maar-fout' }, { tokenCommand: 'echo geheim' }]) {
      const transport = transportTo({ port, user: 'hulp', ...bad });
      expect((await failure(transport)).code).toBe('smtp-sign-in');
      expect(await send(transport)).toEqual({ outcome: 'refused', retry: 'later', code: 'sign-in' });
    }
    const broken = transportTo({ port, user: 'hulp', tokenCommand: 'echo geheim; false' });
    expect((await failure(broken)).code).toBe('token-command');
    expect(await send(broken)).toEqual({ outcome: 'refused', retry: 'later', code: 'sign-in' });
    expect(letters).toHaveLength(2);
  });

  it('never sends in the clear what must be encrypted', async () => {
    const { port, letters } = await serve();
    const transport = transportTo({ port, tls: 'starttls' });
    expect(await send(transport)).toEqual({ outcome: 'refused', retry: 'later', code: 'tls' });
    expect((await failure(transport)).code).toBe('smtp-tls');
    expect(letters).toEqual([]);
  });

  it('talks only to a certificate somebody vouches for', async (context) => {
    const certificate = makeCertificate();
    if (certificate === null) return skipOrFail(context, 'openssl is not installed');
    const implicit = await serve({ tls: { ...certificate, implicit: true } });
    const starttls = await serve({ tls: certificate });
    const both = () => [transportTo({ port: implicit.port, tls: 'implicit' }), transportTo({ port: starttls.port, tls: 'starttls' })];
    for (const transport of both()) expect(await send(transport)).toEqual({ outcome: 'refused', retry: 'later', code: 'tls' });
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, certificate.cert]);
    try {
      for (const transport of both()) expect(await send(transport)).toEqual({ outcome: 'accepted' });
    } finally {
      setDefaultCACertificates(before);
    }
    expect([...implicit.letters, ...starttls.letters]).toHaveLength(2);
  });

  it('has a name without credentials', async () => {
    expect(transportTo({ port: 2525, user: 'hulp', password: 'geheim' }).name).toBe('smtp://127.0.0.1:2525');
  });
});
