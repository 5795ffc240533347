/** What staff answered to a review mail. Strict: anything but a plain yes or a reasoned no is `unclear`, and the bot asks again. */
export type StaffReply =
  | { readonly decision: 'approve' }
  | { readonly decision: 'reject'; readonly reason: string }
  | { readonly decision: 'unclear' };

const yes = new Set(['akkoord', 'goedgekeurd', 'approve', 'approved']);
const no = /^(?:afwijzen|afgewezen|reject|rejected)\s*[:\-–]\s*(.*)$/iu;
const second = /^\W*(?:maar|mits|behalve|tenzij|wacht|toch|niet|but|except|unless|provided|wait|however|not)\b/iu;
const longestLine = 500;
const longestReason = 2000;

/** Reads the first line that is not empty; a line after a yes that takes something back makes it unclear. */
export function readStaffReply(ownText: string): StaffReply {
  const lines = ownText
    .split('\n', 200)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  if (first.length > longestLine) return { decision: 'unclear' };
  const word = first
    .replace(/[\s.!,*_]+$/u, '')
    .replace(/^[\s*_]+/u, '')
    .toLowerCase();
  if (yes.has(word)) return rest.some((line) => second.test(line)) ? { decision: 'unclear' } : { decision: 'approve' };
  const match = no.exec(first.replace(/^[\s*_]+/u, ''));
  const reason = match?.[1] === undefined ? '' : [match[1], ...rest].join('\n').trim().slice(0, longestReason);
  return reason === '' ? { decision: 'unclear' } : { decision: 'reject', reason };
}
