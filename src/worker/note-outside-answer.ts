import { blindIndex } from '../privacy/fingerprint.ts';
import { loadCases } from '../store/cases.ts';
import { casesAnswered } from '../store/outside.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import type { Read } from './read.ts';
import { addLoaded, type Work } from './work.ts';

/** Machines answer on their own: an out-of-office in the folder of sent mail is nobody's answer. */
const machineSigns = new Set(['auto-submitted', 'auto-reply-header', 'report', 'null-path', 'precedence', 'list-header']);
const mostPeople = 50;
const mostIds = 100;

/**
 * A mail in the folder of sent mail that did not leave from here: where it went to the requester of an open case, or
 * answers a message of one, the case shows it and staff are asked whether it finished the case. It finishes none by itself
 * and opens none. False: it concerns no case.
 */
export async function noteOutsideAnswer(context: Context, work: Work, read: Read): Promise<boolean> {
  return !read.verdict.reasons.some((reason) => machineSigns.has(reason)) && noteAnswer(context, work, read);
}

/** The same for a mail that is known to be somebody's answer, whatever it says of machines. */
export async function noteAnswer(context: Context, work: Work, read: Read): Promise<boolean> {
  const { claimed, message, receivedAt } = read;
  if (claimed.beforeGoLive || !isFromUs(context, read)) return false;
  const people = [...message.to, ...message.cc].map(({ address }) => address).filter((address) => !isOurs(context, address));
  // Passed on to a colleague, with the customer's Message-ID among its references: nobody was answered.
  if (people.length === 0) return false;
  const ids = await casesAnswered(context.db.query, {
    recipients: people.slice(0, mostPeople).map((address) => blindIndex(context.indexKey, 'address', address)),
    answered: [...new Set([...message.inReplyTo, ...message.references])]
      .slice(0, mostIds)
      .map((id) => ({ id, index: blindIndex(context.indexKey, 'message-id', id) })),
    at: receivedAt.toString(),
  });
  for (const loaded of await loadCases(context.db.query, context.subKeys, ids)) {
    addLoaded(work, loaded);
    const refusal = await carryOut(context, work, loaded.state.id, { type: 'note-outside-answer', messageId: claimed.id });
    if (refusal !== null) throw new Error(`an answer could not be noted on an open case: ${refusal.code}`);
    work.joins.push({ caseId: loaded.state.id, messageId: claimed.id, role: 'outside' });
  }
  return ids.length > 0;
}

function isFromUs(context: Context, { message }: Read): boolean {
  return message.from.status === 'one' && isOurs(context, message.from.address);
}

/** Our official address, those of our web forms, and those of our people. */
export function isOurs({ config, people }: Context, address: string): boolean {
  const given = address.toLowerCase();
  if (given === config.mailFrom.address.toLowerCase() || config.formSenders.includes(given)) return true;
  return people.some((one) => one.address.toLowerCase() === given);
}
