import type { EndedByMail } from './by-mail.ts';
import type { LivedInPages } from './in-pages.ts';
import type { Left } from './leave.ts';
import type { Outcome } from './outcome.ts';

/** One line of `demo --json` about a message. */
export function outcomeJson({ sample, subject, disposition, reasons, opened, joined, acknowledgement }: Outcome) {
  return {
    type: 'message',
    name: sample.name,
    language: sample.language,
    from: sample.from.address,
    subject,
    disposition,
    reasons,
    cases: opened.map(({ reference, kind, status, dates }) => ({
      reference,
      kind,
      status,
      dueOn: dates.dueOn,
      actByOn: dates.actByOn,
      why: dates.why.map((step) => step.text.en),
    })),
    joined: joined.map((one) => one.reference),
    acknowledgement,
  };
}

/** A line of `demo --json` about a case that was lived to its end, and where. */
export function completionJson(where: 'mail' | 'pages', { reference, status, tasks, notices }: EndedByMail | LivedInPages) {
  const letters = notices.map(({ to, message }) => ({ to, subject: message.subject, text: message.text }));
  return { type: 'completion', where, reference, status, tasks, letters };
}

/** A line of `demo --json` about a case that is left to look at. */
export function leftJson({ state: { reference, kind, status, dates }, what }: Left) {
  return { type: 'left', reference, kind, status, dueOn: dates.dueOn, actByOn: dates.actByOn, what };
}
