import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { framePolicy } from '../../src/console/case-page/html-view.ts';
import { anna, type Browser, openTestConsole, type TestConsole } from '../support/console.ts';
import { drop, newestReference, viewOf } from './case-steps.ts';

let house: TestConsole;
let browser: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
});
afterAll(() => house.stop());

const asks = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</title></style></script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">klik</a>',
  '<form action="https://elders.example/"><input name=csrf><button>ok</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://elders.example/">',
  '<base href="https://elders.example/">',
  '<link rel=stylesheet href="https://elders.example/a.css">',
  '<style>body{background:url(https://elders.example/)}</style>',
  '<div hx-get="https://elders.example/" hx-trigger="load">',
  '<div data-key="a" data-focus-key="a">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '${alert(1)}{{constructor.constructor("alert(1)")()}}',
  '<!--><script>alert(1)</script>-->',
  ']]><script>alert(1)</script>',
  '\u202e<script>alert(1)</script>\u202c',
  '<scr\u200bipt>alert(1)</scr\u200bipt>',
];

let written = 0;

/** A message with the payload wherever a sender can put one. */
function message(payload: string, html: string | null = null): Uint8Array {
  written += 1;
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  const file = Buffer.from(`${payload}.pdf`).toString('base64');
  const part = (type: string, body: string) =>
    `--grens\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`;
  const date = house.clock.now().toZonedDateTimeISO('UTC');
  return Buffer.from(
    [
      `From: ${word(payload)} <klant${written}@elders.example>`,
      'To: hulp@winkel.example',
      `Subject: ${word(`${payload} ${asks}`)}`,
      `Date: ${date.toString({ timeZoneName: 'never', offset: 'never', smallestUnit: 'second' })}`,
      `Message-ID: <vijandig-${written}@elders.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=grens',
      '',
      part('text/plain', `${asks}\n\n${payload}\n\n> ${payload}\n`),
      html === null ? '' : part('text/html', html),
      `--grens\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="=?utf-8?B?${file}?="\r\n\r\n${payload}\r\n--grens--\r\n`,
    ].join('\r\n'),
  );
}

/** Every tag of a page. */
function tagsOf(text: string): readonly string[] {
  return text.match(/<[a-z!/][^>]*>/gi) ?? [];
}

/** The tags of an ordinary case's page, by name: nothing a sender writes may add another, or an attribute of its own. */
function strangeTags(text: string): readonly string[] {
  return tagsOf(text).filter(
    (tag) =>
      /^<(?:svg|img|iframe|object|embed|base|animate|math|video|audio|style)\b/i.test(tag) ||
      /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) ||
      /elders\.example\/(?!.*<\/)/.test(tag) ||
      (/^<script/i.test(tag) && !/^<script src="\/static\/[0-9a-f]+\/[a-z]+\.js" defer>$/.test(tag)) ||
      (/^<meta/i.test(tag) && /http-equiv/i.test(tag)) ||
      (/^<(?:a|form|link)\b/i.test(tag) && !/(?:href|action)="(?:\/|#)/.test(tag) && !/method="dialog"/.test(tag)),
  );
}

describe('a hostile message', () => {
  test.each(payloads)('is words and nothing else: %s', async (payload) => {
    await drop(house, message(payload));
    const reference = await newestReference(house);
    const page = await browser.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(strangeTags(page.text)).toEqual([]);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const [shown] = (await viewOf(house, reference)).messages;
    expect(shown?.state).toBe('readable');
  });

  test('turned and invisible characters are named, and names kept apart', async () => {
    await drop(house, message('factuur\u202egpj.exe\u200b'));
    const { text } = await browser.get(`/cases/${await newestReference(house)}`);
    expect(text).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('<span class="unseen" title="RLO">RLO</span>');
    expect(text).toMatch(/<bdi>factuur\[RLO\]gpj\.exe\[ZWSP\]/);
  });

  test('a file is saved, never opened, under a name that is only a name', async () => {
    await drop(house, message('../../<script>"\u202e'));
    const reference = await newestReference(house);
    const { text } = await browser.get(`/cases/${reference}`);
    const path = /href="([^"]+\/files\/0)"/.exec(text)?.[1] ?? '';
    const file = await browser.get(path);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.,' -]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect((await browser.get(path.replace('/0', '/1'))).status).toBe(404);
    expect((await browser.get(path.replace('/0', '/-1'))).status).toBe(404);
    expect((await browser.get(path.replace('/0', '/x'))).status).toBe(404);
  });

  test('a huge one is cut, and shown whole when asked for', async () => {
    await house.write('lang@elders.example', `${asks}\n${'regel met woorden\n'.repeat(9_000)}`);
    const reference = await newestReference(house);
    const page = await browser.get(`/cases/${reference}`);
    expect(page.text.length).toBeLessThan(120_000);
    const all = /href="(\/cases\/[^"]+\?all=[^"#]+)/.exec(page.text)?.[1] ?? '';
    expect((await browser.get(all)).text.length).toBeGreaterThan(page.text.length + 100_000);
  });

  test('payment data is masked on the page, and telephone numbers are not', async () => {
    await house.write('bank@elders.example', `${asks} Mijn rekening is NL91ABNA0417164300, kaart 4111 1111 1111 1111, bel 06 1234 5678.`);
    const { text } = await browser.get(`/cases/${await newestReference(house)}`);
    expect(text).not.toContain('0417164300');
    expect(text).not.toContain('4111 1111');
    expect(text).toContain('06 1234 5678');
  });

  test('one that cannot be parsed says so, and comes as it came', async () => {
    const raw = Buffer.from(`From: a@elders.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(3_000)}`);
    await drop(house, raw);
    const reference = await newestReference(house);
    const page = await browser.get(`/cases/${reference}`);
    expect(page.text).toContain('Dit bericht kan niet worden getoond.');
    const path = /href="([^"]+\/original)"/.exec(page.text)?.[1] ?? '';
    const original = await browser.get(path);
    expect(original.text).toBe(raw.toString());
    expect(original.headers.get('content-disposition')).toContain('attachment');
    expect((await browser.get(path.replace('/original', '/html/content'))).text).toContain('te groot of te ingewikkeld');
  });

  test('a message is shown on the page of its own case only', async () => {
    const [one, other] = [await caseWith('een'), await caseWith('twee')];
    const id = (await viewOf(house, one)).messages[0]?.id ?? '';
    expect((await browser.get(`/cases/${one}/messages/${id}/original`)).status).toBe(200);
    for (const path of ['original', 'files/0']) expect((await browser.get(`/cases/${other}/messages/${id}/${path}`)).status).toBe(404);
    expect((await browser.get(`/cases/${other}/messages/${id}/html/content`)).text).toContain('geen opmaak');
    expect((await browser.get(`/cases/${one}/messages/'; drop table messages; --/original`)).status).toBe(404);
  });
});

async function caseWith(payload: string): Promise<string> {
  await drop(house, message(payload));
  return newestReference(house);
}

describe('the layout of a message, on demand', () => {
  test('stands in a sealed frame with a policy of its own', async () => {
    await drop(
      house,
      message(
        'met opmaak',
        '<p style="color:red">Verwijder <b>alles</b></p><img src="https://elders.example/pixel.gif" alt="logo"><script>alert(1)</script>',
      ),
    );
    const reference = await newestReference(house);
    const page = await browser.get(`/cases/${reference}`);
    expect(page.text).not.toContain('pixel.gif');
    const path = /href="([^"]+\/html)"/.exec(page.text)?.[1] ?? '';
    const frame = await browser.get(path);
    expect(frame.text).toContain(`<iframe class="sealed" sandbox="" referrerpolicy="no-referrer"`);
    const content = await browser.get(`${path}/content`);
    expect(content.headers.get('content-security-policy')).toBe(framePolicy);
    expect(content.text).toContain('<p style="color:red">Verwijder <b>alles</b></p>');
    expect(content.text).toContain('[logo]');
    expect(content.text).not.toMatch(/script|pixel\.gif|elders/);
  });

  test.each(payloads)('brings nothing of %s', async (payload) => {
    await drop(house, message('x', `<p>tekst</p>${payload}`));
    const reference = await newestReference(house);
    const id = (await viewOf(house, reference)).messages[0]?.id ?? '';
    const { text } = await browser.get(`/cases/${reference}/messages/${id}/html/content`);
    const inside = text.slice(text.indexOf('<body'));
    expect(tagsOf(inside).filter((tag) => !/^<\/?(?:body|html|p|div|span|img)\b/i.test(tag))).toEqual([]);
    expect(tagsOf(inside).filter((tag) => /\son\w+\s*=|href|src=|hx-|data-/i.test(tag.replace(/ title="[^"]*"/, '')))).toEqual([]);
  });
});
