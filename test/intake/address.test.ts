import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalAddress, normalDomain, readFrom } from '../../src/intake/address.ts';

describe('what is an address', () => {
  test.each([
    ['Jan.Jansen+nl@Example.NL', 'Jan.Jansen+nl@example.nl'],
    ['a@münchen.example', 'a@xn--mnchen-3ya.example'],
    ['a@xn--mnchen-3ya.example', 'a@xn--mnchen-3ya.example'],
    ['a@localhost', 'a@localhost'],
  ])('%s is %s', (written, normal) => {
    expect(normalAddress(written)).toBe(normal);
  });

  test.each([
    '',
    '@example.nl',
    'a@',
    'a',
    '.a@example.nl',
    'a..b@example.nl',
    'a.@example.nl',
    '"a b"@example.nl',
    'é@example.nl',
    'a b@example.nl',
    'a@b@example.nl\n',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@0x7f.1',
    'a@-b.nl',
    'a@b-.nl',
    'a@b..nl',
    'a@b_c.nl',
    'a@b.nl>',
    `${'a'.repeat(65)}@example.nl`,
    `a@${'b.'.repeat(130)}nl`,
  ])('%j is not', (written) => {
    expect(normalAddress(written)).toBeNull();
  });

  test('normal addresses stay as they are, and are short ASCII', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (written) => {
        const normal = normalAddress(written);
        if (normal === null) return;
        expect(normalAddress(normal)).toBe(normal);
        expect(normal).toMatch(/^[\x21-\x7e]{3,254}$/);
      }),
    );
  });

  test('a domain never becomes an IP address', () => {
    expect(normalDomain('1.2.3')).toBeNull();
    expect(normalDomain('１.２.３.４')).toBeNull();
  });
});

describe('who it is from', () => {
  const one = (address: string, name = '') => [{ address, name }];

  test.each([
    ['anna@example.nl', one('anna@example.nl'), 'anna@example.nl'],
    ['"Jansen, Anna" <anna@example.nl>', one('anna@example.nl', 'Jansen, Anna'), 'anna@example.nl'],
    ['anna@example.nl <anna@example.nl>', one('anna@example.nl'), 'anna@example.nl'],
    ['"boss@bank.example" <anna@example.nl>', one('anna@example.nl', 'boss@bank.example'), 'anna@example.nl'],
    ['anna@example.nl (Anna (thuis))', one('anna@example.nl', 'Anna'), 'anna@example.nl'],
  ])('%s', (field, read, address) => {
    expect(readFrom([field], read)).toMatchObject({ status: 'one', address });
  });

  test.each([
    [[], [], 'none'],
    [[''], [], 'none'],
    [['undisclosed:;'], [], 'none'],
    [['a@b.nl', 'c@d.nl'], one('a@b.nl'), 'several'],
    [['a@b.nl, c@d.nl'], [...one('a@b.nl'), ...one('c@d.nl')], 'several'],
    [['a@b.nl'], one('c@d.nl'), 'parsers-disagree'],
    [['boss@bank.example <a@b.nl>'], one('a@b.nl'), 'parsers-disagree'],
    [['<a@b.nl> <c@d.nl>'], one('a@b.nl'), 'parsers-disagree'],
    [['"open quote <a@b.nl>'], one('a@b.nl'), 'parsers-disagree'],
    [['"a b"@example.nl'], one('a b@example.nl'), 'unusual-address'],
  ] as const)('%j is doubtful', (fields, read, reason) => {
    const from = readFrom(fields, read);
    expect(from.status).toBe('doubtful');
    // Which reason a person is given depends on the parser for the odder ones; a refusal is what matters.
    if (reason === 'none' || reason === 'several') expect(from).toEqual({ status: 'doubtful', reason });
  });
});
