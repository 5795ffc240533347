import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { Log } from '../log.ts';
import type { ModelAdapter } from './model.ts';
import { modelAnswer, writePrompt } from './prompt.ts';

/**
 * DOOR to openai: asks a chat model with a strict answer schema what a message asks for. Off unless a key is configured.
 * It sends one masked message at a time, offers no tools, and believes only what the schema allows.
 * It never retries and never throws: a time-out, a refusal, an HTTP error, bad JSON or a wrong shape is `unavailable`,
 * and the rules decide alone. What an answer may change stands in merge.ts.
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

export function createModel(options: OpenAiOptions): ModelAdapter {
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
        const completion = await client.chat.completions.parse(
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
        const parsed = completion.choices[0]?.message.parsed ?? null;
        if (parsed === null) return unavailable(options.log, 'refused');
        return { doubt: parsed.doubt, requests: parsed.requests.map(({ kind, quote }) => ({ kind, quote: prompt.restore(quote) })) };
      } catch (error) {
        return unavailable(options.log, error instanceof Error ? error.name : 'unknown');
      }
    },
  };
}

/** `reason` is the name of an error class: a provider's own words may quote the message. */
function unavailable(log: Log, reason: string): 'unavailable' {
  log.warn('model unavailable, rules decide', { reason });
  return 'unavailable';
}
