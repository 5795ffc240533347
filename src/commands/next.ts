import type { Case } from '../case/case.ts';

/** What decides the next step, of a case as it stands or as it is shown. */
type Standing = Pick<
  Case,
  'reference' | 'status' | 'kind' | 'tasks' | 'identity' | 'intakeConfirmed' | 'outsideMessageId' | 'attention' | 'demand'
>;

/** The one command to give next, with what it is for; empty when nothing is to be done. */
export function nextCommand(state: Standing): string {
  const { reference, status, kind, tasks, identity, attention } = state;
  if (['completed', 'refused', 'partly-completed', 'withdrawn', 'not-a-request'].includes(status)) return '';
  if (!state.intakeConfirmed)
    return `tijdig confirm ${reference} --from ADDRESS --received 2026-11-20T14:05   (who asks, and when it reached us)`;
  if (attention.includes('letter-outcome-unknown')) return `tijdig complete ${reference} --letter-left yes   (or no)`;
  if (state.outsideMessageId !== null) return `tijdig outside ${reference} --finished yes   (or no: did that answer finish it?)`;
  if (status === 'awaiting-approval') return `tijdig approve ${reference}   or: tijdig reject ${reference} --reason "…"`;
  if (kind === 'undetermined') return `tijdig task ${reference} message-read --kind deletion   (or another kind, or none)`;
  const open = tasks.filter((task) => task.required && task.ticked === null).map((task) => task.id);
  if (identity.needed && identity.verified === null && (open.length === 0 || open[0] === 'identity-verified'))
    return identity.challenge === null
      ? `tijdig verify ${reference}   or: tijdig ask-identity ${reference}`
      : `tijdig verify ${reference}   (or wait for the code)`;
  // Only the people named for demands may act on one, and say who they are.
  const as = kind === 'authority' ? ' --as YOUR-ADDRESS' : '';
  if (kind === 'authority' && open[0] === 'demand-answered' && !state.demand?.disclosures.length)
    return `tijdig disclosure ${reference} --ground prosecutor --what numbers --words "…"${as}   (or --nothing)`;
  if (open.length > 0) return `tijdig task ${reference} ${open[0]}${as}`;
  return `tijdig complete ${reference}`;
}
