import { InvalidArgumentError, Option } from 'commander';

/** An option that takes one of a few words. */
export function choice(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices([...words]);
}

/** An instant such as `2026-11-22T14:05:00Z`; a day or a time without zone is refused with an example. */
export function parseInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new InvalidArgumentError('An instant with its zone is needed, for example 2026-11-22T14:05:00+01:00.');
  }
}

export function parseDay(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new InvalidArgumentError('A day is needed, for example 2026-11-22.');
  }
}

/** A share between 0 and 1. */
export function portion(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('A number between 0 and 1 is needed, for example 0.5.');
}
