import type { Case } from '../case/case.ts';
import { loadCase } from '../store/cases.ts';
import { tickTask } from '../worker/staff-commands.ts';
import { writeStaffReply } from './messages/write-message.ts';
import { asAnswered } from './outcome.ts';
import { type Letter, type Stage, staff } from './stage.ts';

/** A case lived to its end, from the first ticked task to the notice its requester got. */
export interface Completion {
  readonly reference: string;
  readonly status: Case['status'];
  readonly tasks: readonly string[];
  /** Letters the requester had when the draft was ready and nobody had approved it yet. */
  readonly before: number;
  readonly reviews: readonly Letter[];
  /** What our staff member was told about the answer. */
  readonly receipt: Letter;
  readonly notices: readonly Letter[];
}

/** What happens, told while it happens. */
export type Step =
  | { readonly step: 'ticked'; readonly task: string; readonly title: string }
  | { readonly step: 'review'; readonly letter: Letter }
  | { readonly step: 'answered'; readonly text: string }
  | { readonly step: 'receipt'; readonly letter: Letter }
  | { readonly step: 'notice'; readonly letter: Letter };

const answer = 'akkoord';

/** Does what staff do: ticks the tasks, reads the review mail, answers it, and waits for the completion notice to arrive. */
export async function completeCase(stage: Stage, reference: string, requester: string, tell: (step: Step) => void): Promise<Completion> {
  const tasks = await tickTasks(stage, reference, tell);
  const reviewLetters = () => lettersTo(stage, staff.address).filter(({ message }) => message.subject.includes(reference));
  const review = await stage.until('the review mail', () => reviewLetters()[0] ?? null);
  tell({ step: 'review', letter: review });
  const before = lettersTo(stage, requester).length;
  const reviews = reviewLetters();
  answerReview(stage, review);
  tell({ step: 'answered', text: answer });
  const receipt = await stage.until('the receipt for staff', () => reviewLetters().find((letter) => !reviews.includes(letter)) ?? null);
  tell({ step: 'receipt', letter: receipt });
  const notice = await stage.until('the completion notice', () => lettersTo(stage, requester)[before] ?? null);
  tell({ step: 'notice', letter: notice });
  const status = await stage.until('the end of the case', async () => {
    const state = await stateOf(stage, reference);
    return state.status === 'completed' ? state.status : null;
  });
  return { reference, status, tasks, before, reviews, receipt, notices: lettersTo(stage, requester).slice(before) };
}

async function tickTasks(stage: Stage, reference: string, tell: (step: Step) => void): Promise<readonly string[]> {
  const member = stage.context.people.find((one) => one.isStaff);
  if (member === undefined) throw new Error('the demo has no staff');
  const tasks = (await stateOf(stage, reference)).tasks.filter((task) => task.required);
  for (const { id, title } of tasks) {
    const outcome = await tickTask(stage.context, reference, id, member.id);
    if (!outcome.done) throw new Error(`a task of the demo was refused: ${outcome.refusal?.code ?? 'no such case'}`);
    tell({ step: 'ticked', task: id, title: title.en });
  }
  return tasks.map((task) => task.id);
}

function answerReview({ context, deliver }: Stage, review: Letter): void {
  const at = context.clock.now();
  const writing = { messageId: `<reply-${at.epochMilliseconds}@havenlijn.example>`, at, answered: asAnswered(review) };
  deliver(writeStaffReply(staff, `${answer}\n\n${staff.name}`, writing), 'INBOX', at);
}

function lettersTo({ letters }: Stage, address: string): readonly Letter[] {
  return letters.filter(({ to }) => to === address);
}

async function stateOf({ context }: Stage, reference: string): Promise<Case> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) throw new Error('the case of the demo is gone');
  return loaded.state;
}
