import { describe, expect, it } from 'vitest';
import { caseStatuses, representatives } from '../../src/case/case.ts';
import { replay } from '../../src/case/evolve.ts';
import { caseKinds, caseLetterKinds, isCaseLetter, isPrivacyKind, letterLanguages, staffLanguages } from '../../src/case/kind.ts';
import { open } from '../../src/case/open.ts';
import { react } from '../../src/case/react.ts';
import { authorisationTask } from '../../src/case/requirements.ts';
import { holidays, opened, opening, policy, present } from './fixtures.ts';

describe('opening the cases of one message', () => {
  const message = opening(['deletion', 'refund', 'copy'], { continues: ['case-old'] });
  const lists = open(message, policy, holidays);
  const cases = lists.map((events) => present(replay(events)));

  it('makes one case per kind: refund before copy before deletion, each with its own identity', () => {
    expect(cases.map(({ kind, id, reference }) => [kind, id, reference])).toEqual([
      ['refund', 'case-refund', 'reference-refund'],
      ['copy', 'case-copy', 'reference-copy'],
      ['deletion', 'case-deletion', 'reference-deletion'],
    ]);
  });

  it('links them to each other and to the case the message continues', () => {
    expect(cases.map(({ linked }) => linked)).toEqual([
      ['case-copy', 'case-deletion', 'case-old'],
      ['case-refund', 'case-deletion', 'case-old'],
      ['case-refund', 'case-copy', 'case-old'],
    ]);
  });

  it('asks for one acknowledgement that names them all', () => {
    expect(react(lists.flat(), cases)).toEqual([
      { type: 'acknowledge', caseIds: ['case-refund', 'case-copy', 'case-deletion'], openingMessageId: 'message-1' },
    ]);
  });

  it('asks for none when the message is not to be acknowledged', () => {
    const silent = open(opening(['deletion'], { acknowledge: false, attention: ['acknowledgement-withheld'] }), policy, holidays);
    const current = present(replay(silent.flat()));
    expect(current.attention).toEqual(['acknowledgement-withheld']);
    expect(react(silent.flat(), [current])).toEqual([]);
  });

  it('counts a kind named twice once, with its first identity', () => {
    const identities = ['one', 'two', 'three'].map((id) => ({ caseId: id, reference: id }));
    const twice = open(opening(['copy', 'deletion', 'copy'], { identities }), policy, holidays);
    expect(twice.map((events) => present(replay(events)).id)).toEqual(['one', 'two']);
  });

  it('is a bug without an identity per kind', () => {
    expect(() => open(opening(['copy'], { identities: [] }), policy, holidays)).toThrow('1 kinds and 0 identities');
  });

  it('binds each case to the policy of its receipt and to its dates', () => {
    for (const current of cases) {
      expect(current.policyHash).toBe(policy.hash);
      expect(current.version).toBe(1);
    }
    expect(cases.map(({ dates }) => dates.dueOn)).toEqual(['2026-11-16', '2026-12-02', '2026-12-02']);
  });
});

describe('a case that has just opened', () => {
  it('waits for identity where the policy wants it', () => {
    for (const kind of ['deletion', 'copy', 'change'] as const) expect(opened(kind).status, kind).toBe('awaiting-identity');
    for (const kind of ['refund', 'objection'] as const) expect(opened(kind), kind).toMatchObject({ status: 'in-progress', leaving: null });
  });

  it('of a change that surely leaves contact data alone does not wait, and has no such task', () => {
    const current = opened('change', policy, { contactChange: false });
    expect(current.status).toBe('in-progress');
    expect(current.tasks.map(({ id }) => id)).toEqual(['data-changed', 'recipients-told']);
    expect(opened('change', policy, { contactChange: true }).status).toBe('awaiting-identity');
  });

  it('waits for a person when nobody knows what is asked, or an authority demands', () => {
    expect(opened('undetermined')).toMatchObject({ status: 'needs-a-person', attention: ['undetermined'] });
    expect(opened('authority')).toMatchObject({ status: 'needs-a-person', attention: ['authority'] });
  });

  it('carries the marks of its own kind only', () => {
    const lists = open(opening(['deletion', 'undetermined'], { attention: ['undetermined', 'sender-doubtful'] }), policy, holidays);
    expect(lists.map((events) => present(replay(events)).attention)).toEqual([['sender-doubtful'], ['undetermined', 'sender-doubtful']]);
  });
});

describe('the words of the core', () => {
  it('are these, in this order: rows, filters and templates know them by name', () => {
    expect(caseStatuses).toEqual([
      'needs-a-person',
      'awaiting-identity',
      'awaiting-clarification',
      'in-progress',
      'awaiting-approval',
      'completed',
      'refused',
      'partly-completed',
      'withdrawn',
      'not-a-request',
    ]);
    expect(representatives).toEqual(['lawyer', 'portal', 'parent']);
    expect(caseKinds).toEqual(['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined', 'authority']);
    expect(caseLetterKinds.join(' ')).toBe(
      'completion-notice partial-completion refusal identity-request clarification extension refund-window fee-notice correction reminder',
    );
    expect(letterLanguages).toEqual(['nl', 'en', 'de', 'fr']);
    expect(staffLanguages).toEqual(['nl', 'en']);
    expect(caseKinds.filter(isPrivacyKind)).toEqual(['change', 'deletion', 'copy', 'objection']);
    expect([...caseLetterKinds, 'acknowledgement'].filter(isCaseLetter)).toEqual([...caseLetterKinds]);
    expect(authorisationTask.title).toEqual({
      nl: 'Machtiging van de vertegenwoordiger gecontroleerd',
      en: "Representative's authorisation checked",
    });
  });

  it('come in the order in which requests are dealt with, whatever the order in which they were asked', () => {
    const every = [...caseKinds];
    for (const kinds of [
      every,
      every.toReversed(),
      ['objection', 'deletion', 'change', 'authority', 'copy', 'undetermined', 'refund'] as const,
    ]) {
      const lists = open(opening(kinds), policy, holidays);
      expect(lists.map((events) => present(replay(events)).kind)).toEqual([
        'authority',
        'refund',
        'copy',
        'change',
        'objection',
        'deletion',
        'undetermined',
      ]);
    }
  });

  it('mark an authority and an unread message by themselves, and nobody else', () => {
    const lists = open(opening(['authority', 'copy'], { attention: ['authority', 'undetermined'] }), policy, holidays);
    expect(lists.map((events) => present(replay(events)).attention)).toEqual([['authority'], []]);
  });
});
