import type { Completion } from './complete.ts';
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

/** The line of `demo --json` about the case that was lived to its end. */
export function completionJson({ reference, status, tasks, notices }: Completion) {
  const letters = notices.map(({ to, message }) => ({ to, subject: message.subject, text: message.text }));
  return { type: 'completion', reference, status, tasks, letters };
}
