import type { Case } from '../case/case.ts';
import { tickTask } from '../worker/staff-commands.ts';
import { anna } from './colleagues.ts';
import { writeReply } from './messages/write-message.ts';
import { asAnswered } from './outcome.ts';
import { ended, lettersTo, memberOf, must, stateOf } from './read-stage.ts';
import type { Letter, Stage } from './stage.ts';

/** A case that ended by an approval that was mailed, from the first ticked task to the notice its requester got. */
export interface EndedByMail {
  readonly reference: string;
  readonly status: Case['status'];
  readonly tasks: readonly string[];
  /** Letters the requester had when the draft was ready and nobody had approved it yet. */
  readonly before: number;
  readonly reviews: readonly Letter[];
  readonly notices: readonly Letter[];
}

/** What happens, told while it happens. */
export type MailStep =
  | { readonly step: 'ticked'; readonly task: string; readonly title: string }
  | { readonly step: 'review'; readonly letter: Letter }
  | { readonly step: 'answered'; readonly text: string }
  | { readonly step: 'receipt'; readonly letter: Letter }
  | { readonly step: 'notice'; readonly letter: Letter };

const answers = { nl: 'akkoord', en: 'approve' } as const;

/** Does what staff do: ticks the tasks, reads the review mail, answers it, and waits for the completion notice to arrive. */
export async function endByMail(
  stage: Stage,
  { reference, requester }: { readonly reference: string; readonly requester: string },
  tell: (step: MailStep) => void,
): Promise<EndedByMail> {
  const tasks = await tickTasks(stage, reference, tell);
  const reviewLetters = () => lettersTo(stage, anna.address).filter(({ message }) => message.subject.includes(reference));
  const review = await stage.until('the review mail', () => reviewLetters()[0] ?? null);
  tell({ step: 'review', letter: review });
  const before = lettersTo(stage, requester).length;
  const reviews = reviewLetters();
  const answer = answers[stage.context.policy.languages.staff];
  const at = stage.context.clock.now();
  const writing = { messageId: `<reply-${at.epochMilliseconds}@havenlijn.example>`, at, answered: asAnswered(review) };
  stage.deliver(writeReply(anna, `${answer}\n\n${anna.name}`, writing), 'INBOX', at);
  tell({ step: 'answered', text: answer });
  const receipt = await stage.until('the receipt for staff', () => reviewLetters().find((letter) => !reviews.includes(letter)) ?? null);
  tell({ step: 'receipt', letter: receipt });
  const notice = await stage.until('the completion notice', () => lettersTo(stage, requester)[before] ?? null);
  tell({ step: 'notice', letter: notice });
  const { status } = await stage.until('the end of the case', async () => ended(await stateOf(stage, reference)));
  return { reference, status, tasks, before, reviews, notices: lettersTo(stage, requester).slice(before) };
}

async function tickTasks(stage: Stage, reference: string, tell: (step: MailStep) => void): Promise<readonly string[]> {
  const tasks = (await stateOf(stage, reference)).tasks.filter((task) => task.required);
  for (const { id, title } of tasks) {
    must(await tickTask(stage.context, reference, id, memberOf(stage, anna).id));
    tell({ step: 'ticked', task: id, title: title.en });
  }
  return tasks.map((task) => task.id);
}
