import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createAnswerCache } from './answer-cache.ts';
import { afterFailure, type Breaker, beforeAsking, closedBreaker } from './circuit-breaker.ts';
import type { ModelAdapter, ModelDoor, ModelReply } from './model.ts';

export interface CarefulModelOptions {
  readonly door: ModelDoor;
  readonly clock: Clock;
  /** In which a day of spending begins and ends. */
  readonly timeZone: string;
  /** Most tokens a day, both ways together; 0: no limit. */
  readonly dailyTokens: number;
  readonly log: Log;
}

/**
 * A model that is asked with care: what was answered before is not asked again, a service that fails is left alone for a
 * while, and when the day's tokens are spent the rules decide alone. All of it is counted in the memory of this process:
 * a restart begins at zero, and two workers spend twice.
 */
export function createCarefulModel({ door, clock, timeZone, dailyTokens, log }: CarefulModelOptions): ModelAdapter {
  const cache = createAnswerCache();
  let breaker: Breaker = closedBreaker;
  let spent = { day: '', tokens: 0, told: false };

  function mayAsk(now: Temporal.Instant): boolean {
    const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    if (day !== spent.day) spent = { day, tokens: 0, told: false };
    if (dailyTokens > 0 && spent.tokens >= dailyTokens) {
      if (!spent.told) log.warn('model has spent its tokens of today, rules decide', { tokens: spent.tokens });
      spent = { ...spent, told: true };
      return false;
    }
    const asking = beforeAsking(breaker, now);
    if (asking !== null) breaker = asking;
    return asking !== null;
  }

  function note({ answer, tokens }: ModelReply): void {
    spent = { ...spent, tokens: spent.tokens + tokens };
    // What a message makes a working service say is no failure of it: else a sender could switch the model off.
    if (answer !== 'no-service') {
      breaker = closedBreaker;
      return;
    }
    breaker = afterFailure(breaker, clock.now());
    if (breaker.openUntil !== null)
      log.warn('model is left alone for a while, rules decide', { failures: breaker.failures, until: breaker.openUntil.toString() });
  }

  return {
    async ask(input) {
      const known = cache.get(input);
      if (known !== null) return known;
      if (!mayAsk(clock.now())) return 'unavailable';
      const reply = await door.ask(input);
      note(reply);
      if (typeof reply.answer === 'string') return 'unavailable';
      cache.set(input, reply.answer);
      return reply.answer;
    },
  };
}
