/**
 * The parser thread: takes raw messages one after the other and answers each with a ParsedMessage or a strike.
 * Has no environment, opens nothing, keeps nothing. When a message freezes it, crashes it or eats its memory, the
 * whole thread goes and parse.ts writes the strike down.
 */
import { parentPort } from 'node:worker_threads';
import { LimitError } from './limit.ts';
import type { ParseAnswer, ParseQuestion } from './parse.ts';
import { parseMessage } from './parse-message.ts';

let previous: Promise<void> = Promise.resolve();

parentPort?.on('message', (question: ParseQuestion) => {
  previous = previous.then(() => answer(question));
});
parentPort?.postMessage('ready');

async function answer({ raw, truncated }: ParseQuestion): Promise<void> {
  parentPort?.postMessage(await outcome(raw, truncated));
}

async function outcome(raw: Uint8Array, truncated: boolean): Promise<ParseAnswer> {
  try {
    return { status: 'parsed', message: await parseMessage(raw, { truncated }) };
  } catch (error) {
    return { status: 'strike', reason: error instanceof LimitError ? 'limit' : 'threw' };
  }
}
