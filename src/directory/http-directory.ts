/**
 * DOOR to a customer directory over HTTP. One question: POST with `{"address": "…"}` as JSON, never in the URL, which
 * ends up in logs. The answer is 200 with `{customerId, addresses, language, name}`, or 404 for nobody. Three seconds for
 * everything, one retry within them, no redirects, at most 64 kB. Any other answer is an `ExpectedError` without a word of it.
 */
import { z } from 'zod';
import { ExpectedError } from '../errors.ts';
import { normalAddress } from './address.ts';
import type { Customer, Directory } from './directory.ts';

export interface HttpDirectoryOptions {
  readonly url: string;
  /** Sent as a bearer token; null: none. */
  readonly token: string | null;
  /** For both attempts together. */
  readonly budgetMilliseconds?: number;
}

const largest = 64 * 1024;

const answer = z.object({
  customerId: z.union([z.string().min(1).max(200), z.int().transform(String)]),
  addresses: z.array(z.string().max(320)).max(50),
  language: z.string().max(35).nullish(),
  name: z.string().max(500).nullish(),
});

export function createHttpDirectory({ url, token, budgetMilliseconds = 3_000 }: HttpDirectoryOptions): Directory {
  async function ask(address: string, signal: AbortSignal): Promise<Customer | null> {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ address }),
    });
    if (response.status === 200) return readCustomer(await bodyOf(response));
    await response.body?.cancel();
    if (response.status === 404) return null;
    throw away(`answered with status ${response.status}`);
  }
  return {
    async lookUp(address) {
      const normal = normalAddress(address);
      if (normal === null) return null;
      const signal = AbortSignal.timeout(budgetMilliseconds);
      for (let attempt = 1; ; attempt++) {
        try {
          return await ask(normal, signal);
        } catch (error) {
          const wrongAnswer = error instanceof ExpectedError && error.code === 'directory-answer';
          if (attempt < 2 && !signal.aborted && !wrongAnswer) continue;
          if (error instanceof ExpectedError) throw error;
          throw away(signal.aborted ? 'did not answer within 3 seconds' : 'cannot be reached');
        }
      }
    },
  };
}

async function bodyOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > largest) throw wrong('is longer than 64 kB');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function readCustomer(body: string): Customer {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw wrong('is not JSON');
  }
  const read = answer.safeParse(value);
  if (!read.success) throw wrong('has not the fields it must have');
  const { customerId, addresses, language, name } = read.data;
  const normal = addresses.map(normalAddress).filter((one) => one !== null);
  return { customerId, addresses: [...new Set(normal)], language: language ?? null, name: name ?? null };
}

// No cause: what the other side said may name a customer, and a failed request names the whole URL.
function away(what: string): ExpectedError {
  return new ExpectedError('directory-away', `DIRECTORY_URL: the directory ${what}.`, { retry: 'later' });
}

function wrong(what: string): ExpectedError {
  return new ExpectedError('directory-answer', `DIRECTORY_URL: the answer ${what}.`, { retry: 'later' });
}
