import type { ParsedMessage } from '../intake/message.ts';
import type { Context } from './context.ts';
import { letterOfLoop } from './marks.ts';

/** Our own letter come back: our signature and our own address as sender. Others may copy a header. */
export function ownCopyOf(context: Context, message: ParsedMessage): string | null {
  const loop = message.headers.find((header) => header.name === 'x-tijdig-loop');
  if (loop === undefined || message.from.status !== 'one') return null;
  if (message.from.address.toLowerCase() !== context.config.mailFrom.address.toLowerCase()) return null;
  return letterOfLoop(context, loop.value);
}
