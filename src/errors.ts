/**
 * An expected failure: something outside us did not do what it should. Carries a code, whether trying
 * again later can help, and one line for a person, free of addresses, subjects and secrets.
 * Anything else that is thrown is a bug.
 */
export class ExpectedError extends Error {
  readonly code: string;
  readonly retry: 'later' | 'never';
  constructor(code: string, message: string, options: { retry: 'later' | 'never'; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'ExpectedError';
    this.code = code;
    this.retry = options.retry;
  }
}
