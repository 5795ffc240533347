// A server on loopback that speaks the protocol of chat completions, answers as told, and remembers what it was sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ChatAnswer = (response: ServerResponse, body: string) => void;

export interface ChatServer {
  readonly baseUrl: string;
  readonly bodies: readonly string[];
  stop(): Promise<void>;
}

export async function startChatServer(answer: ChatAnswer): Promise<ChatServer> {
  const bodies: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      bodies.push(body);
      answer(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    bodies,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer whose message holds this. */
export function completion(message: object): ChatAnswer {
  return (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', refusal: null, ...message } }],
      }),
    );
  };
}

/** An answer that says this: a text, or anything as JSON. */
export function says(content: unknown): ChatAnswer {
  return completion({ content: typeof content === 'string' ? content : JSON.stringify(content) });
}
