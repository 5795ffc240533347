import { ExpectedError } from '../errors.ts';

/** What we read of an error of the IMAP library or of the socket below it; never its text, which may quote the server. */
interface Trouble {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
  readonly mailboxMissing?: unknown;
}

const certificateCodes = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_SSL|EPROTO$|HOSTNAME_MISMATCH)/;

/**
 * One line for a person out of whatever went wrong, free of credentials and of the server's own words.
 *
 * @param name The mailbox without credentials, `imaps://host/INBOX`.
 */
export function imapTrouble(error: unknown, name: string): ExpectedError {
  if (error instanceof ExpectedError) return error;
  const trouble: Trouble = typeof error === 'object' && error !== null ? error : {};
  if (trouble.authenticationFailed === true) return mailboxSignIn(name);
  if (trouble.mailboxMissing === true) return mailboxFolder(name);
  if (trouble.tlsFailed === true || certificateCodes.test(String(trouble.code ?? ''))) return mailboxTls(name);
  return mailboxUnreachable(name, reason(trouble.code));
}

/** The server is not there, does not answer or hung up. */
export function mailboxUnreachable(name: string, why: string): ExpectedError {
  return new ExpectedError('mailbox-unreachable', `MAILBOX_URL: ${name}: ${why}. Nothing is lost; it will be tried again.`, {
    retry: 'later',
  });
}

export function mailboxFolder(name: string): ExpectedError {
  return new ExpectedError('mailbox-folder', `MAILBOX_URL: ${name} has no such folder. Check its path and MAILBOX_FOLDERS.`, {
    retry: 'never',
  });
}

function mailboxSignIn(name: string): ExpectedError {
  const text = `MAILBOX_URL: ${name} refused the user name, password or token. Check MAILBOX_URL or MAILBOX_TOKEN_COMMAND.`;
  return new ExpectedError('mailbox-sign-in', text, { retry: 'later' });
}

function mailboxTls(name: string): ExpectedError {
  const text =
    `MAILBOX_URL: no trustworthy TLS connection to ${name}. Check host name, port and certificate ` +
    '(NODE_EXTRA_CA_CERTS names an authority of your own).';
  return new ExpectedError('mailbox-tls', text, { retry: 'later' });
}

function reason(code: unknown): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there (connection refused)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name cannot be resolved';
    case 'CONNECT_TIMEOUT':
    case 'GREETING_TIMEOUT':
    case 'ETIMEOUT':
    case 'ETIMEDOUT':
      return 'no answer in time';
    default:
      return 'the connection was lost';
  }
}
