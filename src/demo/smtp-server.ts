// DOOR smtp-server: a small SMTP server in this process for the demo and for tests. It listens on loopback only and
// delivers nothing anywhere: every letter is handed to the caller, who decides what the client is told.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Uint8Array;
}

/** `drop`: the connection ends without a reply. */
export type Reply = 'accept' | 'drop' | { readonly code: number };

export interface SmtpServerOptions {
  /** Decides what the client is told about a whole letter. */
  readonly onLetter: (letter: ReceivedLetter) => Reply | Promise<Reply>;
  /** Decides about a recipient before the letter; default: all are welcome. */
  readonly onRecipient?: (address: string) => Reply;
  /** Only this user may send; default: nobody has to sign in. */
  readonly user?: { readonly name: string; readonly password?: string; readonly token?: string };
  /** Offers STARTTLS, or with `implicit` TLS from the first byte, with this key and certificate (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string; readonly implicit?: boolean };
}

export interface SmtpServer {
  readonly port: number;
  readonly url: string;
  /** Ends every connection, as a restarted server would. */
  dropConnections(): void;
  stop(): Promise<void>;
}

export async function startSmtpServer(options: SmtpServerOptions): Promise<SmtpServer> {
  const { user, tls, onLetter, onRecipient } = options;
  const server = new SMTPServer({
    logger: false,
    hideSize: true,
    secure: tls?.implicit ?? false,
    ...(tls === undefined ? {} : { key: tls.key, cert: tls.cert }),
    authOptional: user === undefined,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    disabledCommands: [...(user === undefined ? ['AUTH'] : []), ...(tls === undefined || tls.implicit ? ['STARTTLS'] : [])],
    closeTimeout: 100,
    onAuth({ username, password, accessToken }, _session, callback) {
      const right = username === user?.name && (accessToken === undefined ? password === user?.password : accessToken === user?.token);
      callback(null, right ? { user: username } : { message: 'wrong user name or password', responseCode: 535 });
    },
    onRcptTo({ address }, session, callback) {
      answer(onRecipient?.(address) ?? 'accept', session, callback);
    },
    onData(stream, session, callback) {
      received(stream, session)
        .then(onLetter)
        .then(
          (reply) => answer(reply, session, callback),
          () => answer({ code: 451 }, session, callback),
        );
    },
  });
  server.on('error', () => undefined);

  function answer(reply: Reply, session: SMTPServerSession, callback: (error?: Error | null) => void): void {
    if (reply === 'accept') callback();
    else if (reply === 'drop') hangUp(session.id);
    else callback(Object.assign(new Error('refused'), { responseCode: reply.code }));
  }
  function hangUp(id: string | null): void {
    for (const connection of server.connections) {
      if (id === null || connection.id === id) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
    }
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const signIn = user === undefined ? '' : `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password ?? '')}@`;
  return {
    port,
    url: `${tls?.implicit ? 'smtps' : 'smtp'}://${signIn}127.0.0.1:${port}`,
    dropConnections: () => hangUp(null),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function received(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<ReceivedLetter> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) };
}
