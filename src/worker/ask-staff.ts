import type { Case } from '../case/case.ts';
import { staffQuestion } from '../responders/internal-letter.ts';
import { receivedAtOf } from '../store/messages.ts';
import type { Context } from './context.ts';
import { colleaguesFor } from './people.ts';
import { staffLanguage, writeStaffLetter } from './staff-letters.ts';
import type { Work } from './work.ts';

/** Asks our own people what only they can know. */
export async function askStaff(context: Context, work: Work, state: Case, question: 'answered-outside' | 'confirm-intake'): Promise<void> {
  const asked = question === 'answered-outside' ? (state.outsideMessageId ?? state.openingMessageId) : state.openingMessageId;
  const seenAt = (await receivedAtOf(context.db.query, asked)) ?? state.receivedAt;
  for (const member of colleaguesFor(context, state)) {
    const text = staffQuestion(context.templates, {
      language: staffLanguage(context, member),
      timeZone: context.timeZone,
      question,
      reference: state.reference,
      kind: state.kind,
      seenAt,
      command: commands[question](state.reference),
    });
    work.letters.push(await writeStaffLetter(context, member, 'staff-question', text, [state.id]));
  }
}

const commands = {
  'answered-outside': (reference: string) => `outside ${reference} --finished yes`,
  'confirm-intake': (reference: string) => `confirm ${reference} --from ADDRESS --received MOMENT`,
} as const;
