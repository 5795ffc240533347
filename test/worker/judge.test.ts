import { describe, expect, it } from 'vitest';
import { type ContentClassification, type FoundRequest, noEntities } from '../../src/classify/classification.ts';
import type { ParsedMessage } from '../../src/intake/message.ts';
import type { ScreenVerdict } from '../../src/intake/screen.ts';
import { judge } from '../../src/worker/judge.ts';

const message: ParsedMessage = {
  headers: [],
  from: { status: 'one', address: 'klant@voorbeeld.example', name: '' },
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  subject: 'Vraag',
  messageId: null,
  inReplyTo: [],
  references: [],
  sentAt: null,
  text: 'Vraag',
  ownText: 'Vraag',
  attachments: [],
  decodingDoubtful: false,
  truncated: false,
  report: null,
};
const quiet: ScreenVerdict = { certain: null, disposition: null, machine: false, acknowledge: true, reasons: [] };
const machine: ScreenVerdict = { certain: null, disposition: 'automatic', machine: true, acknowledge: false, reasons: ['precedence'] };
const list: ScreenVerdict = { ...machine, reasons: ['list-header'] };

function request(kind: FoundRequest['kind']): FoundRequest {
  return { kind, confidence: 0.9, quote: 'Vraag' };
}

function content(disposition: ContentClassification['disposition'], ...kinds: FoundRequest['kind'][]): ContentClassification {
  return { disposition, requests: kinds.map(request), language: 'nl', person: false, reasons: [], entities: noEntities, evidence: [] };
}

function taken(screen: ScreenVerdict, found: ContentClassification, belonging: Parameters<typeof judge>[3] = 'nothing', of = message) {
  const { disposition, requests, acknowledge, person } = judge(of, screen, found, belonging);
  return { disposition, kinds: requests.map((one) => one.kind), acknowledge, person };
}

describe('what a message is, all evidence together', () => {
  it('a request from a person is acknowledged', () => {
    expect(taken(quiet, content('request', 'deletion'))).toEqual({
      disposition: 'request',
      kinds: ['deletion'],
      acknowledge: true,
      person: false,
    });
  });

  it('a request that a machine sent is a request, and is not acknowledged', () => {
    expect(taken(machine, content('request', 'copy'))).toMatchObject({ disposition: 'request', acknowledge: false });
  });

  it('the sign-off line of a newsletter is no objection, but a deletion in list mail is a request', () => {
    expect(taken(list, content('request', 'objection'))).toMatchObject({ disposition: 'automatic', kinds: [] });
    expect(taken(list, content('request', 'objection', 'deletion'))).toMatchObject({ disposition: 'request', kinds: ['deletion'] });
    expect(taken(quiet, content('request', 'objection'))).toMatchObject({ disposition: 'request', kinds: ['objection'] });
  });

  it('a report, a null path and our own copy open nothing whatever they say', () => {
    for (const certain of ['report', 'null-path', 'own-copy'] as const) {
      const screen: ScreenVerdict = { ...machine, certain, disposition: certain === 'report' ? 'bounce' : 'automatic' };
      expect(taken(screen, content('request', 'deletion'))).toMatchObject({ kinds: [], acknowledge: false });
    }
  });

  it('an authority goes before a request and is never answered by itself', () => {
    expect(taken(quiet, content('authority', 'copy'))).toEqual({ disposition: 'authority', kinds: [], acknowledge: false, person: true });
  });

  it('a reply without a new request follows up; with one it asks again; from a machine it is automatic', () => {
    expect(taken(quiet, content('none'), 'own-case')).toMatchObject({ disposition: 'follow_up', acknowledge: false });
    expect(taken(quiet, content('request', 'undetermined'), 'own-case')).toMatchObject({ disposition: 'follow_up' });
    expect(taken(quiet, content('request', 'refund'), 'own-case')).toMatchObject({ disposition: 'request', kinds: ['refund'] });
    expect(taken(machine, content('none'), 'own-case')).toMatchObject({ disposition: 'automatic' });
    expect(taken(machine, content('request', 'undetermined'), 'own-case')).toMatchObject({ disposition: 'automatic' });
    expect(taken({ ...machine, reasons: ['auto-response-suppress'] }, content('none'), 'own-case')).toMatchObject({
      disposition: 'follow_up',
    });
  });

  it('a reply to somebody else’s letter is a person’s to read, and is not acknowledged', () => {
    const expected = { disposition: 'request', kinds: ['undetermined'], acknowledge: false, person: true };
    expect(taken(quiet, content('none'), 'case-of-another')).toEqual(expected);
    expect(taken(quiet, content('request', 'deletion'), 'case-of-another')).toMatchObject({
      kinds: ['deletion'],
      acknowledge: false,
      person: true,
    });
  });

  it('a forged answer to a letter is a person’s to read, a forged anything else is set aside', () => {
    const forged: ScreenVerdict = { ...machine, reasons: ['dmarc-fail'] };
    expect(taken(forged, content('none'), 'case-of-another')).toMatchObject({
      disposition: 'request',
      kinds: ['undetermined'],
      acknowledge: false,
    });
    expect(taken(machine, content('none'), 'case-of-another')).toMatchObject({ disposition: 'automatic' });
    expect(taken(forged, content('none'))).toMatchObject({ disposition: 'automatic', kinds: [] });
  });

  it('a doubtful sender and a message too large are a person’s to read', () => {
    const doubtful: ParsedMessage = { ...message, from: { status: 'doubtful', reason: 'several' } };
    expect(taken(quiet, content('none'), 'nothing', doubtful)).toMatchObject({
      disposition: 'request',
      kinds: ['undetermined'],
      acknowledge: false,
    });
    expect(taken(quiet, content('none'), 'nothing', { ...message, truncated: true })).toMatchObject({
      kinds: ['undetermined'],
      person: true,
    });
  });

  it('ordinary mail stays ordinary', () => {
    expect(taken(quiet, content('none'))).toEqual({ disposition: 'none', kinds: [], acknowledge: false, person: false });
    expect(taken(machine, content('none'))).toMatchObject({ disposition: 'automatic' });
  });
});
