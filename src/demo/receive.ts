import { randomUUID } from 'node:crypto';
import type { Answered, Sample } from './messages/sample.ts';
import { samples } from './messages/samples.ts';
import { subjectOf, writeMessage } from './messages/write-message.ts';
import { acknowledgementOf, countHandled, type Delivered, type Outcome, readOutcomes } from './outcome.ts';
import type { Progress } from './progress.ts';
import type { Stage } from './stage.ts';

/** Milliseconds between two arrivals: quick, and slow enough to watch. */
const beat = 40;

/** Delivers every sample, waits for what comes of it, and reads that back: first what comes by itself, then what answers our letters. */
export async function receive(stage: Stage, progress: Progress): Promise<readonly Outcome[]> {
  const delivered: Delivered[] = [];
  const begun = stage.context.clock.now();
  const tell = (handled: number) => progress.show(`${handled} of ${samples.length} messages handled, ${stage.letters.length} letters sent`);
  for (const sample of samples) {
    const { answers } = sample;
    const answered =
      answers === undefined
        ? null
        : await stage.until(`the acknowledgement of ${answers}`, () => acknowledgementOf(stage, delivered, answers));
    delivered.push(deliver(stage, sample, answered));
    tell(await countHandled(stage, delivered));
    await stage.pause(beat);
  }
  const outcomes = await stage.until('the messages to be handled', async () => {
    tell(await countHandled(stage, delivered));
    return readOutcomes(stage, delivered);
  });
  const seconds = begun.until(stage.context.clock.now()).total('seconds').toFixed(1);
  tell(outcomes.length);
  progress.end();
  progress.show(`Done in ${seconds} seconds, first message to last letter.`);
  progress.end();
  return outcomes;
}

function deliver(stage: Stage, sample: Sample, answered: Answered | null): Delivered {
  const at = stage.context.clock.now().subtract({ hours: 24 * (sample.daysBefore ?? 0) });
  const messageId = `<${randomUUID()}@${sample.from.address.split('@')[1]}>`;
  const writing = { messageId, at, answered };
  const folder = sample.folder ?? 'INBOX';
  const uid = stage.deliver(writeMessage(sample, writing), folder, at);
  return { sample, subject: subjectOf(sample, writing), folder, uid, messageId };
}
