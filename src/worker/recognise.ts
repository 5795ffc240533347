/**
 * Whom the customer directory knows. The least intrusive proof of who asks is an address on file that our own mail boundary
 * vouches for (GDPR art. 12(2)); where that fails, the directory says where a code may go. A directory that does not answer
 * stops nothing.
 */
import type { Entities } from '../classify/classification.ts';
import { normalAddress } from '../directory/address.ts';
import type { Customer } from '../directory/directory.ts';
import { ExpectedError } from '../errors.ts';
import type { LogFields } from '../log.ts';
import type { CasePerson } from '../store/cases.ts';
import type { Context } from './context.ts';
import type { Read } from './read.ts';

/** What the directory knows of who wrote a message. */
export interface Recognition {
  readonly customer: Customer;
  /** The sender is who the message says, and the address is on file: nothing more needs to be asked. */
  readonly recognised: boolean;
}

/**
 * Asks the directory about the sender, and, where it does not know that address, about the account the message names: a
 * code can go there, but nobody is recognised by it. Null without a directory, or when it knows neither.
 */
export async function recognise(
  context: Context,
  { claimed, message, authentication, channel }: Read,
  entities: Pick<Entities, 'accountEmail'> | null,
): Promise<Recognition | null> {
  if (context.directory === null || message.from.status !== 'one') return null;
  const sender = normalAddress(message.from.address);
  const named = entities?.accountEmail ?? null;
  const bySender = sender === null ? null : await ask(context, { messageId: claimed.id }, sender);
  if (bySender !== null && sender !== null) {
    const onFile = bySender.addresses.includes(sender);
    return {
      customer: { ...bySender, addresses: ownFirst(bySender, sender) },
      recognised: onFile && authentication === 'pass' && channel === 'mail',
    };
  }
  const byAccount = named === null ? null : await ask(context, { messageId: claimed.id }, named);
  return byAccount === null ? null : { customer: byAccount, recognised: false };
}

/**
 * A case that knows no address on file asks the directory about its requester when one is needed: it was opened by hand or
 * by a form, or the directory was away then. Null: nothing new.
 */
export async function findOnFile(context: Context, caseId: string, person: CasePerson): Promise<CasePerson | null> {
  if (context.directory === null || person.addressesOnFile.length > 0) return null;
  const asked = [person.requester?.address ?? null, person.entities.accountEmail].filter((one) => one !== null);
  for (const address of asked) {
    const customer = await ask(context, { caseId }, address);
    if (customer !== null) return { ...person, addressesOnFile: ownFirst(customer, address), customerId: customer.customerId };
  }
  return null;
}

/** Of a customer's addresses the one they use with us, if it is among them. */
function ownFirst({ addresses }: Customer, used: string): readonly string[] {
  const own = normalAddress(used);
  return own !== null && addresses.includes(own) ? [own, ...addresses.filter((one) => one !== own)] : addresses;
}

async function ask(context: Context, about: LogFields, address: string): Promise<Customer | null> {
  try {
    return (await context.directory?.lookUp(address)) ?? null;
  } catch (error) {
    const code = error instanceof ExpectedError ? error.code : 'fault';
    context.log.warn('the customer directory was of no help; it goes on without it', { ...about, code });
    return null;
  }
}
