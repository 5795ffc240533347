import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { Log } from '../log.ts';
import type { ModelDoor, ModelReply } from './model.ts';
import { modelAnswer, type Prompt, writePrompt } from './prompt.ts';

/**
 * DOOR to openai: asks a chat model with a strict answer schema what a message asks for. Off unless a key is configured.
 * It sends one masked message at a time, offers no tools, and believes only what the schema allows.
 * It never retries and never throws: after a time-out, an HTTP error, a refusal, bad JSON or a wrong shape the rules
 * decide alone. How often it is asked is careful-model.ts's to say; what an answer may change, merge.ts's.
 */

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Any compatible server; null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** For everything together, connecting and reading included. */
  readonly budgetMilliseconds?: number;
  readonly log: Log;
}

const defaultBaseUrl = 'https://api.openai.com/v1';
/** A classification with twenty quotes fits; an endless answer does not. */
const longestAnswer = 4000;

export function createModelDoor(options: OpenAiOptions): ModelDoor {
  const budget = options.budgetMilliseconds ?? 10_000;
  const client = new OpenAI({
    apiKey: options.apiKey,
    // Everything is given, so that the library looks for nothing in the environment itself.
    baseURL: options.baseUrl ?? defaultBaseUrl,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: budget,
  });
  return {
    async ask(input) {
      const prompt = writePrompt(input);
      try {
        const completion = await client.chat.completions.create(
          {
            model: options.model,
            messages: [
              { role: 'system', content: prompt.system },
              { role: 'user', content: prompt.user },
            ],
            response_format: zodResponseFormat(modelAnswer, 'classification'),
            max_completion_tokens: longestAnswer,
          },
          // The library's time-out counts an attempt until its headers; the signal ends the reading too.
          { signal: AbortSignal.timeout(budget) },
        );
        return replyOf(completion, prompt, options.log);
      } catch (error) {
        // The name of an error's class: a provider's own words may quote the message.
        tell(options.log, error instanceof Error ? error.name : 'unknown');
        return { answer: isAboutMessage(error) ? 'no-answer' : 'no-service', tokens: estimate(prompt) };
      }
    },
  };
}

/** A working service that will not have this very message: a filter of content, a length. */
function isAboutMessage(error: unknown): boolean {
  return error instanceof OpenAI.APIError && [400, 413, 422].includes(Number(error.status));
}

/** What a service that answered said. Typed as the library promises, read as if anything could stand there. */
function replyOf(completion: OpenAI.Chat.ChatCompletion, prompt: Prompt, log: Log): ModelReply {
  const tokens = Math.max(estimate(prompt), counted(completion.usage?.total_tokens));
  const choice = completion.choices[0];
  const read = modelAnswer.safeParse(parseJson(choice?.message.content ?? ''));
  if (read.success) {
    const { doubt, requests } = read.data;
    return { answer: { doubt, requests: requests.map(({ kind, quote }) => ({ kind, quote: prompt.restore(quote) })) }, tokens };
  }
  tell(log, choice?.message.refusal ? 'refused' : choice?.finish_reason === 'length' ? 'too-long' : 'shape');
  return { answer: 'no-answer', tokens };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A service that counts nothing, or nonsense, still costs its prompt. */
function estimate({ system, user }: Prompt): number {
  return Math.ceil((system.length + user.length) / 4);
}

function counted(tokens: unknown): number {
  return typeof tokens === 'number' && Number.isSafeInteger(tokens) && tokens > 0 ? tokens : 0;
}

function tell(log: Log, reason: string): void {
  log.warn('model unavailable, rules decide', { reason });
}
