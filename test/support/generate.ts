// Messages for volume, crash and speed runs: every one different, the same for the same seed, of our own writing, and
// each with what must come of it. The sender's address is the message's own, so that a case and a letter can be tied to
// the message they belong to.
import { createHash } from 'node:crypto';
import type { RequestKind } from '../../src/case/kind.ts';
import { random } from './random.ts';
import { openings, ordinary, type Phrases, phrases, smallTalk } from './sentences.ts';

export interface GeneratedMessage {
  readonly number: number;
  /** The only message from this address. */
  readonly from: string;
  /** Stands in subject and body. */
  readonly marker: string;
  readonly language: 'nl' | 'en';
  /** The cases it must open, one a kind; none for ordinary mail and for machines that ask nothing. */
  readonly kinds: readonly RequestKind[];
  /** Whether its sender must get an acknowledgement. */
  readonly acknowledged: boolean;
  /** What is delivered: one message, or the same mail twice as two addresses of ours got it. */
  readonly deliveries: readonly Buffer[];
}

export interface GenerateOptions {
  readonly count: number;
  readonly seed?: number;
  /** Only human requests, each once: one case and one acknowledgement a message, as a benchmark wants it. */
  readonly plain?: boolean;
}

type Nature = 'request' | 'two requests' | 'ordinary' | 'machine' | 'machine request';
type Chance = () => number;

const requestKinds = Object.keys(phrases.nl) as readonly RequestKind[];

/** Every tenth is delivered twice, every sixth has no Message-ID; about 13 KB each. */
export function generateMessages({ count, seed = 1, plain = false }: GenerateOptions): readonly GeneratedMessage[] {
  return Array.from({ length: count }, (_, at) => generate(at + 1, random(seed * 1_000_003 + at), plain));
}

function generate(number: number, chance: Chance, plain: boolean): GeneratedMessage {
  const language = chance() < 0.62 ? 'nl' : 'en';
  const nature = plain ? 'request' : natureOf(chance());
  const kinds = kindsOf(nature, number, chance);
  const marker = `q${String(number).padStart(6, '0')}`;
  const from = `${pick(['anna', 'bram', 'carla', 'dirk', 'eva', 'femke', 'gijs', 'henk'], chance)}.${marker}@klanten.example`;
  const raw = write({ number, marker, from, language, nature, kinds }, chance);
  const twice = !plain && number % 10 === 0;
  return {
    number,
    from,
    marker,
    language,
    kinds,
    acknowledged: kinds.length > 0 && nature !== 'machine request',
    deliveries: twice ? [delivery(raw, 'support', number), delivery(raw, 'info', number)] : [delivery(raw, 'support', number)],
  };
}

function natureOf(chance: number): Nature {
  if (chance < 0.05) return 'ordinary';
  if (chance < 0.08) return 'machine';
  if (chance < 0.11) return 'machine request';
  return chance < 0.16 ? 'two requests' : 'request';
}

function kindsOf(nature: Nature, number: number, chance: Chance): readonly RequestKind[] {
  if (nature === 'ordinary' || nature === 'machine') return [];
  const first = requestKinds[number % requestKinds.length] ?? 'change';
  if (nature !== 'two requests') return [first];
  const other = pick(
    requestKinds.filter((kind) => kind !== first),
    chance,
  );
  return [first, other];
}

interface Plan extends Pick<GeneratedMessage, 'number' | 'marker' | 'from' | 'language' | 'kinds'> {
  readonly nature: Nature;
}

function write(plan: Plan, chance: Chance): Buffer {
  const { number, marker, from, language, nature } = plan;
  const words = phrases[language];
  const paragraphs = paragraphsOf(plan, words, chance);
  const boundary = `=_${createHash('sha256').update(marker).digest('hex').slice(0, 24)}`;
  const head = [
    `From: "${pick(['Klant', 'Customer', 'Zaak', 'Office'], chance)} ${number}" <${from}>`,
    'To: Support <support@bedrijf.example>',
    `Subject: ${subjectOf(plan, words, chance)} (${marker})`,
    `Date: ${dateOf(number)}`,
    ...(number % 6 === 0 ? [] : [`Message-ID: <${marker}.${Math.floor(chance() * 1e9)}@klanten.example>`]),
    ...(nature === 'machine' ? ['Auto-Submitted: auto-replied'] : []),
    ...(nature === 'machine request' ? ['Auto-Submitted: auto-generated'] : []),
    'MIME-Version: 1.0',
  ];
  return Buffer.from([...head, ...bodyOf(paragraphs, boundary, chance)].join('\r\n'), 'utf8');
}

function subjectOf({ language, nature, kinds }: Plan, words: Phrases, chance: Chance): string {
  const [first] = kinds;
  if (nature === 'machine') return language === 'nl' ? 'Automatisch antwoord: uw bericht' : 'Automatic reply: your message';
  return first === undefined ? pick(openings[language].subjects, chance) : pick(words[first].subjects, chance);
}

function paragraphsOf({ language, nature, kinds, marker }: Plan, words: Phrases, chance: Chance): readonly string[] {
  const { greetings, closings } = openings[language];
  const talk = smallTalk[language];
  const asked = kinds.map((kind) => pick(words[kind].asks, chance));
  const middle =
    nature === 'machine' ? [pick(openings[language].away, chance)] : nature === 'ordinary' ? [pick(ordinary[language], chance)] : asked;
  const before = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(talk, chance));
  const after = Array.from({ length: Math.floor(chance() * 5) }, () => pick(talk, chance));
  const label = language === 'nl' ? 'Ons kenmerk' : 'Our mark';
  return [pick(greetings, chance), ...before, ...middle, ...after, `${label}: ${marker}`, pick(closings, chance)];
}

function bodyOf(paragraphs: readonly string[], boundary: string, chance: Chance): readonly string[] {
  const text = paragraphs.join('\r\n\r\n');
  const form = chance();
  if (form < 0.35) return ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text, ''];
  const html = htmlOf(paragraphs, chance);
  if (form < 0.55) return ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64(html), ''];
  const alternatives = [
    `Content-Type: multipart/alternative; boundary="${boundary}a"`,
    '',
    ...part(`${boundary}a`, 'text/plain; charset=utf-8', text),
    ...part(`${boundary}a`, 'text/html; charset=utf-8', html),
    `--${boundary}a--`,
    '',
  ];
  if (form < 0.8) return alternatives;
  const bytes = Buffer.from(Array.from({ length: 6_000 + Math.floor(chance() * 46_000) }, () => Math.floor(chance() * 256)));
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}m"`,
    '',
    `--${boundary}m`,
    ...alternatives,
    `--${boundary}m`,
    `Content-Type: ${form < 0.9 ? 'application/pdf; name="factuur.pdf"' : 'image/jpeg; name="foto.jpg"'}`,
    `Content-Disposition: attachment; filename="${form < 0.9 ? 'factuur.pdf' : 'foto.jpg'}"`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
    `--${boundary}m--`,
    '',
  ];
}

function part(boundary: string, type: string, content: string): readonly string[] {
  return [`--${boundary}`, `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', base64(content), ''];
}

// As mail programs write it: most of it says how to look, not what to read.
function htmlOf(paragraphs: readonly string[], chance: Chance): string {
  const style = Array.from(
    { length: 20 + Math.floor(chance() * 40) },
    (_, at) => `.c${at}{margin:0 0 ${at}px;font-family:Calibri,Arial,sans-serif;color:#${100000 + at}}`,
  );
  const rows = paragraphs.map(
    (one, at) =>
      `<tr><td class="c${at}" style="padding:4px 12px;line-height:1.5;font-size:15px"><p><span lang="x">${one}</span></p></td></tr>`,
  );
  return `<html><head><style>${style.join('\n')}</style></head><body><table width="600" cellpadding="0">${rows.join('\n')}</table></body></html>`;
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
}

// What relays and delivery agents write on top differs with every delivery of one mail.
function delivery(raw: Buffer, to: string, number: number): Buffer {
  const trace = [
    `Delivered-To: ${to}@bedrijf.example`,
    `Received: from relay.${to}.bedrijf.example (relay [192.0.2.${number % 250}]) by mx.bedrijf.example with ESMTPS id ${to}${number}`,
    `X-Original-To: ${to}@bedrijf.example`,
    '',
  ];
  return Buffer.concat([Buffer.from(trace.join('\r\n'), 'latin1'), raw]);
}

const firstDay = Temporal.ZonedDateTime.from('2026-09-01T08:00:00+02:00[Europe/Amsterdam]');

function dateOf(number: number): string {
  const at = firstDay.add({ minutes: number * 7 });
  const two = (value: number) => String(value).padStart(2, '0');
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][at.dayOfWeek - 1];
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][at.month - 1];
  return `${day}, ${two(at.day)} ${month} ${at.year} ${two(at.hour)}:${two(at.minute)}:00 ${at.offset.replace(':', '')}`;
}

function pick<T>(from: readonly T[], chance: Chance): T {
  const chosen = from[Math.floor(chance() * from.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
