import { z } from 'zod';
import { ExpectedError } from '../../errors.ts';

/** One labelled message of an evaluation file, in the shape of a JSON line. Fields we do not know are let through. */
const line = z
  .object({
    id: z.string(),
    lang: z.string().default('und'),
    subject: z.string().default(''),
    text: z.string().optional(),
    body: z.string().optional(),
    kinds: z.array(z.string()),
    disposition: z.string().optional(),
    /** A one-line sentence of a dialogue set, reported apart from mail. */
    utterance: z.boolean().default(false),
    /** Careful people would disagree: left out of every figure. */
    debatable: z.boolean().default(false),
  })
  .transform(({ text, body, ...row }) => ({ ...row, text: text ?? body ?? '' }));

export type LabelledMessage = Readonly<z.infer<typeof line>>;

/**
 * Reads a file of labelled messages, one JSON object a line.
 * @throws ExpectedError `evaluation-file-invalid`, naming the line
 */
export function readLabelled(name: string, content: string): readonly LabelledMessage[] {
  return content.split('\n').flatMap((text, at) => {
    if (text.trim() === '') return [];
    const read = line.safeParse(parseJson(text));
    if (read.success) return [read.data];
    throw new ExpectedError(
      'evaluation-file-invalid',
      `${name}, line ${at + 1} is no labelled message. Example: {"id":"1","lang":"nl","subject":"","text":"Wis mijn gegevens.","kinds":["deletion"]}`,
      { retry: 'never' },
    );
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
