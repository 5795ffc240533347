import type { RequestKind } from '../../case/kind.ts';
import type { Span } from '../word-finder.ts';
import type { Concept, Found } from './lexicon.ts';

/** Words that speak of a request kind. Whether somebody asks for it is for `stance` to say. */
export interface Hit extends Span {
  readonly kind: RequestKind;
  /** The words alone name the kind ("money back"), or say what must change ("I have moved"). */
  readonly plain: boolean;
  /** A fact that is a request by itself: a new address, an opt-out. Negation in it is part of it. */
  readonly selfEvident: boolean;
}

const near = 12;

/** Every mention of a request kind in one sentence. `length` is its number of words. */
export function findHits(found: Found, length: number): Hit[] {
  if (isJobTitle(found, length)) return [];
  const noise = found.get('noise') ?? [];
  const hits = [
    ...deletionHits(found),
    ...copyHits(found, length),
    ...refundHits(found),
    ...changeHits(found),
    ...objectionHits(found, length),
  ];
  return hits.filter((hit) => !noise.some((span) => overlaps(span, hit)));
}

/** "Refund Manager": a few words with a title among them and nobody who wants anything. */
function isJobTitle(found: Found, length: number): boolean {
  return length <= 8 && found.has('title') && !found.has('ask') && !found.has('want') && !found.has('my');
}

function deletionHits(found: Found): Hit[] {
  const dataKept = pairs(found, 'keep', 'data').filter((span) =>
    (found.get('not') ?? []).some((not) => not.end <= span.start + 2 || within(not, span)),
  );
  const objection = found.has('optOut') && !found.has('account') && found.has('processing');
  return [
    ...plain('deletion', found.get('forget')),
    ...(objection ? [] : composed('deletion', pairs(found, 'erase', 'data'))),
    ...composed('deletion', pairs(found, 'erase', 'account')),
    ...composed('deletion', pairs(found, 'close', 'account')),
    ...(found.has('my')
      ? dataKept.filter(() => found.has('want') || found.has('ask')).map((span) => hit('deletion', span, true, true))
      : []),
  ];
}

function copyHits(found: Found, length: number): Hit[] {
  const taken = found.has('erase') && !found.has('copy');
  const which = (taken ? [] : (found.get('which') ?? [])).filter(
    () => found.has('aboutMe') || ((found.has('keep') || found.has('have')) && found.has('my')),
  );
  const papers = found.get('paper') ?? [];
  const copies = pairs(found, 'copy', 'data').filter(
    (span) => !papers.some((paper) => paper.start <= span.end && paper.end >= span.start - 3),
  );
  const owned = copies.filter(() => found.has('my') || found.has('aboutMe') || length <= 4);
  return [...plain('copy', found.get('access')), ...plain('copy', which), ...composed('copy', owned)];
}

function refundHits(found: Found): Hit[] {
  const withdrawn = found.has('optOut') ? [] : pairs(found, 'withdraw', 'order');
  return [
    ...plain('refund', found.get('refund')),
    ...composed('refund', withdrawn),
    ...composed('refund', pairs(found, 'payOut', 'balance')),
  ];
}

function changeHits(found: Found): Hit[] {
  const settings = found.get('setting') ?? [];
  const fields = found.get('field') ?? [];
  const altered = pairs(found, 'alter', 'field').filter(
    (span) => !settings.some((setting) => overlaps(setting, { start: span.start - 2, end: span.end + 3 })),
  );
  const moved = (found.get('moved') ?? []).filter(
    (span) => !settings.some((setting) => overlaps(setting, { start: span.start - 4, end: span.end + 4 })),
  );
  return [...moved.map((span) => hit('change', span, true, true)), ...(fields.length > 0 ? composed('change', altered) : [])];
}

function objectionHits(found: Found, length: number): Hit[] {
  const personal = found.has('my') || found.has('ask') || found.has('want') || length <= 6;
  const optOuts = (found.get('optOut') ?? []).filter(() => personal || found.has('stillNot'));
  return [...optOuts.map((span) => hit('objection', span, true, true)), ...plain('objection', pairs(found, 'oppose', 'processing'))];
}

function hit(kind: RequestKind, span: Span, isPlain: boolean, selfEvident: boolean): Hit {
  return { kind, start: span.start, end: span.end, plain: isPlain, selfEvident };
}

function plain(kind: RequestKind, spans: readonly Span[] = []): Hit[] {
  return spans.map((span) => hit(kind, span, true, false));
}

function composed(kind: RequestKind, spans: readonly Span[]): Hit[] {
  return spans.map((span) => hit(kind, span, false, false));
}

/** Each mention of `one` with the nearest `other` within reach that is not somebody else's ("your data"), as one span. */
function pairs(found: Found, one: Concept, other: Concept): Span[] {
  const yours = found.get('your') ?? [];
  const others = (found.get(other) ?? []).filter((span) => !yours.some((your) => your.end === span.start));
  const spans: Span[] = [];
  for (const first of found.get(one) ?? []) {
    let best: Span | null = null;
    for (const second of others) {
      if (first.start === second.start && first.end === second.end) continue;
      const span = { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
      const distance = Math.max(first.start, second.start) - Math.min(first.end, second.end);
      if (distance <= near && (best === null || span.end - span.start < best.end - best.start)) best = span;
    }
    if (best !== null) spans.push(best);
  }
  return spans;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
