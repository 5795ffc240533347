import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskForModel, maskPaymentData, withoutPaymentData } from '../../src/privacy/mask.ts';

/** Test numbers that card schemes publish, and example IBANs of the registry. */
const cards = [
  '4111111111111111',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '4012888888881881',
];
const ibans = [
  'NL91ABNA0417164300',
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'FR1420041010050500013M02606',
  'BE68539007547034',
  'MT84MALT011000012345MTLCAST001S',
  'NO9386011117947',
];
const prose = fc.constantFrom(' ', ' graag ', '\n', ': ', ' en ook ', ' (', ') ', ', please ');

function grouped(number: string, sizes: readonly number[], separator: string): string {
  const groups: string[] = [];
  let from = 0;
  for (const size of [...sizes, number.length]) {
    if (from < number.length) groups.push(number.slice(from, from + size));
    from += size;
  }
  return groups.join(separator);
}

describe('maskPaymentData', () => {
  test('says what stood there', () => {
    expect(maskPaymentData('Betaal op NL91 ABNA 0417 1643 00, kaart 4111-1111-1111-1111.')).toEqual({
      text: 'Betaal op [IBAN], kaart [card number].',
      masked: 2,
    });
  });

  test('also with characters in it that nobody sees', () => {
    for (const unseen of ['\u200b', '\u00ad', '\u2060', '\u202e', '\u{e0041}', '\u0007'])
      expect(maskPaymentData(`dag${unseen} 4111${unseen}11111111${unseen} 1111 op NL91${unseen}ABNA04${unseen}17164300${unseen}!`)).toEqual(
        {
          text: `dag${unseen} [card number] op [IBAN]${unseen}!`,
          masked: 2,
        },
      );
  });

  test('every card, however grouped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cards),
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 6 }),
        fc.constantFrom(' ', '-', ''),
        prose,
        (card, sizes, separator, around) => {
          const result = maskPaymentData(`kaart${around}${grouped(card, sizes, separator)}${around}dank`);
          expect(result).toEqual({ text: `kaart${around}[card number]${around}dank`, masked: 1 });
        },
      ),
    );
  });

  test('every IBAN, spaced or not, in either case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ibans), fc.boolean(), fc.boolean(), prose, (iban, spaced, lower, around) => {
        const written = spaced ? grouped(iban, [4, 4, 4, 4, 4, 4, 4], ' ') : iban;
        const result = maskPaymentData(`op${around}${lower ? written.toLowerCase() : written}${around}dank`);
        expect(result).toEqual({ text: `op${around}[IBAN]${around}dank`, masked: 1 });
      }),
    );
  });

  test('a number with one wrong digit is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cards), fc.nat(), fc.integer({ min: 1, max: 9 }), (card, place, add) => {
        const at = place % card.length;
        const wrong = card.slice(0, at) + ((Number(card[at]) + add) % 10) + card.slice(at + 1);
        expect(maskPaymentData(`kaart ${wrong}`).masked).toBe(0);
      }),
    );
  });

  test('telephone numbers stay, one or many in a row', () => {
    const phone = fc.oneof(
      fc
        .tuple(fc.constantFrom('+31', '+49', '+44', '+1', '+34', '+972'), fc.bigInt({ min: 10_000_000n, max: 99_999_999_999n }))
        .map(([country, rest]) => country + rest),
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((rest) => `06${rest}`),
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((rest) => `06-${rest}`),
      fc.integer({ min: 1_000_000, max: 9_999_999 }).map((rest) => `085 ${String(rest).slice(0, 3)} ${String(rest).slice(3)}`),
    );
    fc.assert(
      fc.property(fc.array(phone, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', ', ', ' en '), (phones, between) => {
        const text = phones.join(between);
        expect(maskPaymentData(text)).toEqual({ text, masked: 0 });
      }),
    );
  });

  test('an order number stays, even one that could be a card', () => {
    for (const text of [
      'ordernummer 4111111111111111',
      'Order no. 4111111111111111',
      'factuur: 5555555555554444',
      'order 732201349959',
      'ICCID 8931162000000000000',
    ]) {
      expect(maskPaymentData(text)).toEqual({ text, masked: 0 });
    }
    expect(maskPaymentData('order paid with 4111111111111111').masked).toBe(1);
    expect(maskPaymentData('order 4111 1111 1111 1111').masked).toBe(1);
  });

  test('masking again changes nothing, and what is not payment data stays as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...cards, ...ibans, '[card number]', ' ')), {
          maxLength: 10,
        }),
        (parts) => {
          const once = maskPaymentData(parts.join(''));
          expect(maskPaymentData(once.text)).toEqual({ text: once.text, masked: 0 });
          if (once.masked === 0) expect(once.text).toBe(parts.join(''));
        },
      ),
    );
  });
});

test('the longest part without payment data stands in the text', () => {
  expect(withoutPaymentData('Refund to 4111 1111 1111 1111 please, as soon as you can.')).toBe('please, as soon as you can.');
  expect(withoutPaymentData('4111 1111 1111 1111')).toBe('');
});

describe('maskForModel', () => {
  const known = { addresses: ['info@firma.example'], names: ['Eva Jansen'] };

  test('typed and numbered, the same value the same placeholder', () => {
    const masked = maskForModel(
      'Eva (eva@mail.example, 06-12345678) en EVA@mail.example; bel +31 85 130 00 11 of 06-12345678. Jansen',
      known,
    );
    expect(masked.text).toBe('[name 1] ([email 1], [phone 1]) en [email 2]; bel [phone 2] of [phone 1]. [name 2]');
    expect(masked.restore('bel [phone 2] of [phone 1]')).toBe('bel +31 85 130 00 11 of 06-12345678');
  });

  test('the sender cannot forge a placeholder', () => {
    const masked = maskForModel('[email 1] is not eva@mail.example', known);
    expect(masked.text).toBe('(email 1] is not [email 1]');
  });

  test('payment data has no way back', () => {
    const masked = maskForModel('kaart 4111 1111 1111 1111', known);
    expect(masked.restore(masked.text)).toBe('kaart [card number]');
  });

  test('no address, number, name or card survives', () => {
    const secret = fc.constantFrom(
      'eva@mail.example',
      'info@firma.example',
      'Eva Jansen',
      'jansen',
      '06-12345678',
      '+44 20 7946 0958',
      '4111 1111 1111 1111',
      'NL91 ABNA 0417 1643 00',
    );
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 8 }), fc.constantFrom(', ', '\n', ' en ', '; '), (secrets, between) => {
        const { text } = maskForModel(secrets.join(between), known);
        for (const one of secrets) expect(text.toLowerCase()).not.toContain(one.toLowerCase());
      }),
    );
  });
});

test('hostile lengths take no time', () => {
  for (const text of [
    '4 '.repeat(100_000),
    '4111 '.repeat(40_000),
    '1'.repeat(200_000),
    'NL9'.repeat(66_000),
    `a${' '.repeat(60_000)}b`,
    'a@'.repeat(100_000),
    '+31 6 12345678 '.repeat(13_000),
  ]) {
    const before = process.cpuUsage();
    maskPaymentData(text);
    maskForModel(text, { addresses: ['a@b.example'], names: ['aa'] });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(800);
  }
});
