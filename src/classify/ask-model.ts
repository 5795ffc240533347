import type { Log } from '../log.ts';
import type { ModelAdapter } from './model.ts';
import { type ModelAnswer, type ModelInput, modelAnswer } from './prompt.ts';

/** Longer than the door's own ten seconds. */
const patience = 12_000;

/**
 * Asks a second reader without trusting it in anything: whatever throws, stays silent for too long, or says more than the
 * schema allows is `unavailable`.
 */
export async function askModel(
  model: ModelAdapter,
  input: ModelInput,
  { log, milliseconds = patience }: { readonly log: Log; readonly milliseconds?: number | undefined },
): Promise<ModelAnswer | 'unavailable'> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, milliseconds, 'late' as const);
  try {
    const answer = await Promise.race([model.ask(input), late]);
    if (answer === 'unavailable') return answer;
    const read = modelAnswer.safeParse(answer);
    if (read.success) return read.data;
    log.warn('model unavailable, rules decide', { reason: answer === 'late' ? 'late' : 'shape' });
  } catch {
    log.warn('model unavailable, rules decide', { reason: 'fault' });
  } finally {
    clearTimeout(timer);
  }
  return 'unavailable';
}
