import { describe, expect, test } from 'vitest';
import type { From, Header } from '../../src/intake/message.ts';
import { authenticate } from '../../src/intake/sender.ts';

const from: From = { status: 'one', address: 'anna@example.net', name: '' };
const boundary: Header = received('from mail.example.net (mail.example.net [198.51.100.7]) by mx.example.org (Postfix) with ESMTPS id 1');
const lmtp: Header = received('from mx.example.org by mail.example.org with LMTP id 2');
const pass: Header = result('mx.example.org; dkim=pass header.d=example.net; dmarc=pass (p=none) header.from=example.net');

function received(value: string): Header {
  return { name: 'received', value };
}

function result(value: string): Header {
  return { name: 'authentication-results', value };
}

function answer(headers: readonly Header[], authservId: string | null = 'mx.example.org', sender = from) {
  return authenticate({ headers, from: sender }, authservId);
}

describe('believed', () => {
  test('our own field above the boundary', () => {
    expect(answer([pass, boundary])).toBe('pass');
  });

  test('below handovers inside the house', () => {
    const filter = received('from localhost (localhost [127.0.0.1]) by mx.example.org (Postfix) with ESMTP id 3');
    expect(answer([lmtp, filter, pass, boundary])).toBe('pass');
    expect(answer([received('by 10.0.0.1 with SMTP id 4'), pass, boundary])).toBe('pass');
  });

  test('a fail, also beside a pass', () => {
    expect(answer([result('mx.example.org; dmarc=fail header.from=example.net'), boundary])).toBe('fail');
    expect(answer([pass, result('MX.example.org 1; dmarc=fail'), boundary])).toBe('fail');
  });
});

describe('not believed', () => {
  const spoofed = received('from mx.example.org (unknown [203.0.113.9]) by mx.example.org (Postfix) with LMTP id 5');
  test.each<readonly [string, readonly Header[]]>([
    ['nothing', []],
    ['below the boundary', [boundary, pass]],
    ['below a boundary that a sender greeted with our name', [spoofed, pass]],
    ['below a Received we cannot place', [received('from somewhere'), pass]],
    ['another server', [result('mx.example.com; dmarc=pass header.from=example.net'), boundary]],
    ['a pass for another domain', [result('mx.example.org; dmarc=pass header.from=example.com'), boundary]],
    ['none, error', [result('mx.example.org; dmarc=none'), result('mx.example.org; dmarc=temperror'), boundary]],
    ['spf alone', [result('mx.example.org; spf=pass smtp.mailfrom=example.net'), boundary]],
    ['dmarc in a comment', [result('mx.example.org; spf=fail (dmarc=pass; dmarc=pass)'), boundary]],
    ['dmarc in a quoted string', [result('mx.example.org; spf=fail reason="x; dmarc=pass"'), boundary]],
    ['our name in a comment', [result('(mx.example.org) mx.example.com; dmarc=pass'), boundary]],
  ])('%s', (_name, headers) => {
    expect(answer(headers)).toBe('unverified');
  });

  test('without AUTHSERV_ID, or with a doubtful From', () => {
    expect(answer([pass, boundary], null)).toBe('unverified');
    expect(answer([pass, boundary], ' ')).toBe('unverified');
    expect(answer([pass, boundary], 'mx.example.org', { status: 'doubtful', reason: 'several' } as never)).toBe('unverified');
  });
});
