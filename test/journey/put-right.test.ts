// What staff put right: an acknowledgement that was kept back, a kind taken wrongly, a request that was not seen, links.
import { expect, test } from 'vitest';
import { acknowledgeAnyway } from '../../src/worker/acknowledge-anyway.ts';
import { linkCases } from '../../src/worker/link-cases.ts';
import { splitCase } from '../../src/worker/split-case.ts';
import { determine, requestLetter } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import { answer, awaitingApproval, decide, newest, staffId, theCase, write } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const both = `${deletion} Stuur mij eerst een kopie van alle gegevens die u over mij heeft.`;

atEveryPlace((house) => {
  test.each([
    ['screen', { extra: ['Auto-Submitted: auto-generated'] }],
    ['sender-authentication', { authentication: 'fail' }],
  ] as const)('withheld (%s), sent anyway: one letter for both cases, and the reason stays', async (because, wish) => {
    const journey = house.shared();
    const from = `${because}@post.example`;
    await write(journey, from, both, wish);
    const [one, other] = await journey.cases(from);
    const before = await journey.show(one?.reference ?? '');
    expect(before.attention).toContain('acknowledgement-withheld');
    expect(before.letters).toMatchObject([{ withheld: true, withheldBecause: because }]);
    expect(await acknowledgeAnyway(journey.context, one?.reference ?? '', staffId(journey))).toMatchObject({ done: true, released: true });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(1);
    for (const line of [one, other]) {
      const shown = await journey.show(line?.reference ?? '');
      expect(journey.lettersTo(from)[0]?.text).toContain(shown.reference);
      expect(shown.attention).not.toContain('acknowledgement-withheld');
      expect(shown.letters).toMatchObject([{ status: 'accepted', withheld: false, withheldBecause: because }]);
      expect(shown.events.map(({ type }) => type)).toContain('acknowledgement-released');
    }
    expect(await acknowledgeAnyway(journey.context, one?.reference ?? '', staffId(journey))).toMatchObject({
      done: false,
      refusal: { code: 'nothing-withheld' },
    });
  });

  test('a wrong kind is corrected: the draft is void, the terms change, the clock does not, and a correction may leave', async () => {
    const journey = house.shared();
    const from = 'verkeerde-soort@post.example';
    const reference = await awaitingApproval(journey, from);
    const before = await journey.show(reference);
    expect(await determine(journey.context, reference, 'copy', staffId(journey))).toMatchObject({ done: true, case: { kind: 'copy' } });
    const after = await journey.show(reference);
    expect(after.receivedAt).toBe(before.receivedAt);
    expect(after.draft).toBeNull();
    expect(after.dates.policyOn).toBeNull();
    expect(after.events.find(({ type }) => type === 'kind-determined')).toMatchObject({
      from: 'deletion',
      kind: 'copy',
      by: staffId(journey),
    });
    const words = 'Wij schreven dat u om verwijdering vroeg. U vroeg om een kopie; die krijgt u.';
    const asked = await requestLetter(journey.context, reference, 'correction', staffId(journey), { input: { words } });
    expect(asked).toMatchObject({ done: true, drafted: true });
    await journey.settle();
    await decide(journey, reference, 'akkoord');
    journey.clock.forward({ minutes: 2 });
    await journey.settle();
    expect((await journey.show(reference)).letters.find(({ kind }) => kind === 'correction')?.text).toContain(words);
  });

  test('one more request of the same message: a linked case with the clock of the first, not acknowledged again', async () => {
    const journey = house.shared();
    const from = 'gesplitst@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    journey.clock.forward({ hours: 24 * 3 });
    const { outcome, opened } = await splitCase(journey.context, reference, 'copy', staffId(journey));
    expect(outcome.done).toBe(true);
    await journey.settle();
    const [first, second] = [await journey.show(reference), await journey.show(opened?.reference ?? '')];
    expect(second).toMatchObject({ kind: 'copy', requester: from, receivedAt: first.receivedAt, linked: [reference] });
    expect(first.linked).toEqual([second.reference]);
    expect(second.events[0]).toMatchObject({ type: 'case-opened', openedBy: staffId(journey) });
    expect(second.policyHash).toBe(first.policyHash);
    expect(journey.lettersTo(from)).toHaveLength(1);
    expect(second.messages).toMatchObject([{ role: 'opening', from }]);
    for (const kind of ['copy', 'deletion'] as const)
      expect((await splitCase(journey.context, reference, kind, staffId(journey))).outcome).toMatchObject({
        refusal: { code: 'kind-taken' },
      });
    // What the customer answers belongs to the case that was acknowledged.
    await answer(journey, newest(journey.lettersTo(from)), from, 'Is er al nieuws over de kopie?');
    expect((await journey.show(reference)).messages).toHaveLength(2);
  });

  test('cases are tied and untied at both ends', async () => {
    const journey = house.shared();
    const [one, other] = ['band-een@post.example', 'band-twee@post.example'];
    for (const from of [one, other]) await write(journey, from, deletion);
    const [a, b] = [(await theCase(journey, one)).reference, (await theCase(journey, other)).reference];
    const by = staffId(journey);
    expect(await linkCases(journey.context, 'link-case', a, b, by)).toMatchObject({ done: true });
    expect([(await journey.show(a)).linked, (await journey.show(b)).linked]).toEqual([[b], [a]]);
    expect(await linkCases(journey.context, 'link-case', b, a, by)).toMatchObject({ refusal: { code: 'already-noted' } });
    expect(await linkCases(journey.context, 'unlink-case', b, a, by)).toMatchObject({ done: true });
    expect([(await journey.show(a)).linked, (await journey.show(b)).linked]).toEqual([[], []]);
    for (const wrong of [a, 'T-0000-0000-0'])
      expect(await linkCases(journey.context, 'link-case', a, wrong, by)).toMatchObject({ refusal: { code: 'not-possible-now' } });
  });
});
