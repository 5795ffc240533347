import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entities } from '../../src/classify/classification.ts';
import { classify } from '../../src/classify/classify.ts';

function entitiesOf(ownText: string, subject = ''): Entities {
  return classify({ subject, ownText, receivedOn: '2026-11-22' }, { threshold: 0.5 }).entities;
}

describe('telephone numbers', () => {
  test.for([
    ['06-12345678', '+31612345678'],
    ['06 12 34 56 78', '+31612345678'],
    ['085 130 00 11', '+31851300011'],
    ['020-7946095', '+31207946095'],
    ['(020) 794 60 95', '+31207946095'],
    ['097010250011', '+3197010250011'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['0031 85 1300011', '+31851300011'],
    ['+44 20 7946 0958', '+442079460958'],
    ['0049 30 901820', '+4930901820'],
    ['0800 1234', '+318001234'],
  ])('%s', ([written, e164]) => {
    expect(entitiesOf(`Mijn lijn ${written} doet het niet.`).phoneNumbers).toEqual([e164]);
  });

  test.for([
    'ordernummer 0612345678',
    'factuur 0851300011',
    'klantnummer: 0201234567',
    'op 01-02-2024 10:30',
    '4111 1111 1111 1111',
    'NL91 ABNA 0417 1643 00',
    'ORD-0612345678',
    '31612345678',
  ])('not %s', (written) => {
    expect(entitiesOf(`Zie ${written} aub.`).phoneNumbers).toEqual([]);
  });

  test('without plus or zero only behind a word that says so', () => {
    expect(entitiesOf('Our number 31851300011 is dead.').phoneNumbers).toEqual(['+31851300011']);
    expect(entitiesOf('Our order number 31851300011 is late.').phoneNumbers).toEqual([]);
  });
});

describe('order numbers', () => {
  test.for([
    ['bestelling 48213', '48213'],
    ['order #DID-20931', 'DID-20931'],
    ['invoice no. F-2026-118', 'F-2026-118'],
    ['factuurnummer: 2026/0042', '2026/0042'],
    ['Bestellung Nr. 77120', '77120'],
  ])('%s', ([written, number]) => {
    expect(entitiesOf(`Het gaat om ${written}.`).orderNumber).toBe(number);
  });

  test('neither a day nor a card', () => {
    expect(entitiesOf('Mijn order 12-11-2026 kwam niet.').orderNumber).toBeNull();
    expect(entitiesOf('For this order 4111 1111 1111 1111 was charged.').orderNumber).toBeNull();
  });
});

describe('the day of service', () => {
  test.for([
    ['Ik heb het nummer op 3 november 2026 besteld.', '2026-11-03'],
    ['The service started on November 3, 2026.', '2026-11-03'],
    ['Ordered on the 3rd of November.', '2026-11-03'],
    ['Geleverd op 20-11-2026.', '2026-11-20'],
    ['Activated 2026-11-19.', '2026-11-19'],
    ['Das Nummernpaket wurde am 3. Dezember freigeschaltet.', '2025-12-03'],
    ["J'ai passé commande le 2 mars 2026.", '2026-03-02'],
    ['Gisteren besteld.', '2026-11-21'],
    ['I bought it today.', '2026-11-22'],
  ])('%s', ([text, day]) => {
    expect(entitiesOf(text ?? '').serviceDate).toBe(day);
  });

  test.for(['Ik ben geboren op 3 november 1980.', 'Besteld op 31-02-2026.', 'Delivery is on 1 December 2026.', 'We speak on 3 November.'])(
    'none in %s',
    (text) => {
      expect(entitiesOf(text).serviceDate).toBeNull();
    },
  );
});

describe('changes', () => {
  test.for([
    ['Please change my e-mail address to k.lowe@mail.example.', 'email', 'k.lowe@mail.example'],
    ['Ons nieuwe adres is Kanaalstraat 14, 3531 CJ Utrecht.', 'address', 'Kanaalstraat 14, 3531 CJ Utrecht'],
    ['My new name is Kathryn Lowe.', 'name', 'Kathryn Lowe'],
    ['Ons nieuwe btw-nummer is NL001234567B01, graag aanpassen.', 'vat', 'NL001234567B01'],
    ['Wijzig de bedrijfsnaam naar Bakker Advies B.V.', 'company', 'Bakker Advies B.V'],
    ['Unsere neue Adresse lautet Lindenweg 8, 50674 Köln.', 'address', 'Lindenweg 8, 50674 Köln'],
    ['Wijzig mijn telefoonnummer naar 06-12345678.', 'phone', '06-12345678'],
  ])('%s', ([text, field, newValue]) => {
    expect(entitiesOf(text ?? '').changes).toEqual([{ field, newValue }]);
  });

  test('only where a change may be asked, and never a bank account', () => {
    expect(entitiesOf('The address is Kerkstraat 4, is that you?').changes).toEqual([]);
    expect(entitiesOf('Please change the account holder to NL91 ABNA 0417 1643 00.').changes).toEqual([]);
  });
});

test('the e-mail address of the account', () => {
  expect(entitiesOf('My account is registered under sam@mail.example, please delete it.').accountEmail).toBe('sam@mail.example');
  expect(entitiesOf('Write to sam@mail.example instead.').accountEmail).toBeNull();
});

test('no entity ever holds a card number or an IBAN', () => {
  const frames = fc.constantFrom(
    'order %',
    'factuur: %',
    'my new name is %',
    'wijzig adres naar %',
    'telefoonnummer: %',
    'account %',
    '% besteld',
    'please change my phone number to %',
  );
  const secrets = fc.constantFrom(
    '4111 1111 1111 1111',
    '5555555555554444',
    '378282246310005',
    'NL91ABNA0417164300',
    'GB82 WEST 1234 5698 7654 32',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(frames, secrets), { minLength: 1, maxLength: 4 }), (parts) => {
      const found = JSON.stringify(entitiesOf(parts.map(([frame, secret]) => frame.replace('%', secret)).join('\n'))).replace(
        /[^A-Z0-9]/g,
        '',
      );
      for (const [, secret] of parts) expect(found).not.toContain(secret.replaceAll(' ', ''));
    }),
  );
});
