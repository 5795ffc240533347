/**
 * The parser thread: takes raw messages one after the other and answers each with a ParsedMessage, a part of it, or a
 * strike.
 * Has no environment, opens nothing, keeps nothing. When a message freezes it, crashes it or eats its memory, the
 * whole thread goes and parse.ts writes the strike down.
 */
import { parentPort } from 'node:worker_threads';
import { LimitError } from './limit.ts';
import type { ParseAnswer, ParseQuestion, PartAnswer } from './parse.ts';
import { parseMasked } from './parse-masked.ts';
import { parsePart } from './parse-part.ts';

let previous: Promise<void> = Promise.resolve();

parentPort?.on('message', (question: ParseQuestion) => {
  previous = previous.then(() => answer(question));
});
parentPort?.postMessage('ready');

async function answer(question: ParseQuestion): Promise<void> {
  parentPort?.postMessage(await outcome(question));
}

async function outcome({ raw, truncated, mask, part }: ParseQuestion): Promise<ParseAnswer | PartAnswer> {
  try {
    if (part !== null) return { status: 'part', part: await parsePart(raw, part) };
    return { status: 'parsed', ...(await parseMasked(raw, { truncated, mask })) };
  } catch (error) {
    return { status: 'strike', reason: error instanceof LimitError ? 'limit' : 'threw' };
  }
}
