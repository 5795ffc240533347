import { ExpectedError } from '../errors.ts';
import type { SendOutcome } from './transport.ts';

/** How far a letter got when its attempt failed. `data`: the server asked for the letter and may have all of it. */
export type Stage = 'connecting' | 'signing-in' | 'envelope' | 'data';

/** What we read of an error of the SMTP library or of the socket below it; never its text, which quotes the server. */
interface Trouble {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
}

const certificateCodes = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_SSL|EPROTO$|HOSTNAME_MISMATCH)/;

/**
 * What became of a letter whose attempt ended in an error. A reply of the server decides; without one a letter that
 * was asked for is `unknown`, and one that never left is refused for now.
 */
export function outcomeOf(error: unknown, stage: Stage): SendOutcome {
  const trouble = troubleOf(error);
  const reply = refusalReply(trouble, stage);
  if (reply !== null) return refusedBy(reply, stage);
  if (stage === 'data') return { outcome: 'unknown', code: connectionCode(trouble) };
  if (stage === 'signing-in')
    return later(trouble.code === 'EAUTH' || trouble.code === 'token-command' ? 'sign-in' : connectionCode(trouble));
  // The library itself refused to write such an envelope.
  if (stage === 'envelope' && trouble.code === 'EENVELOPE') return { outcome: 'refused', retry: 'never', code: 'address' };
  if (stage === 'envelope' && trouble.code === 'EMESSAGE') return { outcome: 'refused', retry: 'never', code: 'too-large' };
  return later(connectionCode(trouble));
}

/** The same for a person, when no letter is at stake. */
export function smtpTrouble(error: unknown, stage: Stage, name: string): ExpectedError {
  if (error instanceof ExpectedError) return error;
  const outcome = outcomeOf(error, stage);
  const code = outcome.outcome === 'accepted' ? 'connection-lost' : outcome.code;
  if (code === 'sign-in') {
    const text = `SMTP_URL: ${name} refused the user name, password or token. Check SMTP_URL or SMTP_TOKEN_COMMAND.`;
    return new ExpectedError('smtp-sign-in', text, { retry: 'later' });
  }
  if (code === 'tls') {
    const text =
      `SMTP_URL: no trustworthy TLS connection to ${name}. Check host name, port and certificate ` +
      '(NODE_EXTRA_CA_CERTS names an authority of your own).';
    return new ExpectedError('smtp-tls', text, { retry: 'later' });
  }
  return new ExpectedError('smtp-unreachable', `SMTP_URL: ${name}: ${inWords(code)}. Letters wait; it will be tried again.`, {
    retry: 'later',
  });
}

function troubleOf(error: unknown): Trouble {
  return typeof error === 'object' && error !== null ? error : {};
}

// 4xx and 5xx count as an answer only where the library waited for one: a stray line proves nothing about the letter.
function refusalReply({ code, responseCode }: Trouble, stage: Stage): number | null {
  if (typeof responseCode !== 'number' || responseCode < 400 || responseCode > 599 || code === 'ETLS') return null;
  return code === 'EPROTOCOL' && stage === 'data' ? null : responseCode;
}

function refusedBy(reply: number, stage: Stage): SendOutcome {
  // RFC 4954 §6: what these ask for is another sign-in, not another letter.
  if (stage === 'signing-in' || [530, 534, 535, 538].includes(reply)) return later('sign-in');
  // 503 speaks of the session's order; before the envelope nothing was said about any letter.
  const permanent = reply >= 500 && reply !== 503 && (stage === 'envelope' || stage === 'data');
  return { outcome: 'refused', retry: permanent ? 'never' : 'later', code: String(reply) };
}

function later(code: string): SendOutcome {
  return { outcome: 'refused', retry: 'later', code };
}

function connectionCode({ code, originalCode }: Trouble): string {
  const codes = [String(originalCode ?? ''), String(code ?? '')];
  if (codes.some((each) => each === 'ETLS' || certificateCodes.test(each))) return 'tls';
  if (codes.includes('ECONNREFUSED')) return 'connection-refused';
  if (codes.includes('EDNS') || codes.includes('ENOTFOUND')) return 'host-not-found';
  if (codes.includes('ETIMEDOUT')) return 'connection-timeout';
  return 'connection-lost';
}

function inWords(code: string): string {
  switch (code) {
    case 'connection-refused':
      return 'nothing listens there (connection refused)';
    case 'host-not-found':
      return 'the host name cannot be resolved';
    case 'connection-timeout':
      return 'no answer in time';
    case 'connection-lost':
      return 'the connection was lost';
    default:
      return `the server refused to talk (${code})`;
  }
}
