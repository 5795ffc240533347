import type { Classification, ContentClassification, FoundRequest } from '../classify/classification.ts';
import type { ParsedMessage } from '../intake/message.ts';
import type { ScreenVerdict } from '../intake/screen.ts';

/** How a message hangs together with what we know. */
export type Belonging =
  /** It answers nothing of ours. */
  | 'nothing'
  /** It answers a letter or names a case, and comes from that case's requester. */
  | 'own-case'
  /** It answers a letter or names a case of somebody else. */
  | 'case-of-another';

/**
 * What a message is, all evidence together: own header, null path, report → automatic or bounce; else
 * authority > request > follow-up > (machine signal → automatic) > none. A machine-marked message with a request in it
 * is a request that is not acknowledged.
 */
export function judge(message: ParsedMessage, screen: ScreenVerdict, content: ContentClassification, belonging: Belonging): Classification {
  const { language, entities, evidence } = content;
  const common = { language, entities, evidence, reasons: [...screen.reasons, ...content.reasons] };
  if (screen.certain !== null) {
    const disposition = screen.disposition === 'bounce' ? 'bounce' : 'automatic';
    return { ...common, disposition, requests: [], person: false, acknowledge: false };
  }
  const requests = requestsOf(message, screen, content, belonging);
  const reasons = [...common.reasons, ...doubts(message, belonging)];
  if (content.disposition === 'authority')
    return { ...common, reasons, disposition: 'authority', requests: [], person: true, acknowledge: false };
  if (belonging === 'own-case' && !requests.some((one) => one.kind !== 'undetermined')) {
    // An out-of-office never changes a case; a person whose mail server is careless is still heard.
    const disposition = isAnsweredByProgram(screen) ? 'automatic' : 'follow_up';
    return { ...common, reasons, disposition, requests: [], person: content.person, acknowledge: false };
  }
  if (requests.length > 0) {
    const person = content.person || requests.some((one) => one.kind === 'undetermined') || reasons.length > common.reasons.length;
    const acknowledge = screen.acknowledge && message.from.status === 'one' && belonging !== 'case-of-another';
    return { ...common, reasons, disposition: 'request', requests, person, acknowledge };
  }
  return {
    ...common,
    reasons,
    disposition: screen.machine ? 'automatic' : 'none',
    requests: [],
    person: content.person,
    acknowledge: false,
  };
}

/** Doubt about the message itself makes a request of what would else be ordinary mail: a person looks. */
function requestsOf(
  message: ParsedMessage,
  screen: ScreenVerdict,
  content: ContentClassification,
  belonging: Belonging,
): readonly FoundRequest[] {
  const own = content.requests.filter(
    ({ kind, confidence }) =>
      !(kind === 'objection' && isListMail(screen)) &&
      !(kind === 'undetermined' && confidence < programDoubt && isAnsweredByProgram(screen)),
  );
  if (own.length > 0) return own;
  const look =
    message.truncated || (belonging === 'case-of-another' && !isAnsweredByProgram(screen)) || (isAmbiguous(message) && !screen.machine);
  return look ? [{ kind: 'undetermined', confidence: 0, quote: '' }] : [];
}

/** What a program wrote by every sign is not read by a person for a fainter doubt than this. */
const programDoubt = 0.3;
/** Signals that cast doubt on the sender, or ask for no automatic answer, without saying that a program wrote. */
const merelyDoubtful = new Set(['dmarc-fail', 'spam', 'auto-response-suppress', 'loop-header', 'sender-doubtful']);

function isAnsweredByProgram(screen: ScreenVerdict): boolean {
  return screen.machine && screen.reasons.some((reason) => !merelyDoubtful.has(reason));
}

/** In list mail "no longer wish to receive this?" is the sender's own footer, not a person who objects. */
function isListMail(screen: ScreenVerdict): boolean {
  return screen.reasons.includes('list-header');
}

function isAmbiguous({ from }: ParsedMessage): boolean {
  return from.status === 'doubtful' && from.reason !== 'none';
}

function doubts(message: ParsedMessage, belonging: Belonging): readonly string[] {
  return [
    ...(message.truncated ? ['too-large'] : []),
    ...(message.from.status === 'doubtful' ? [`sender-${message.from.reason}`] : []),
    ...(belonging === 'case-of-another' ? ['other-sender'] : []),
  ];
}
