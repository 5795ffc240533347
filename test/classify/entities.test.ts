import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entities } from '../../src/classify/classification.ts';
import { findEntities } from '../../src/classify/entities.ts';
import { splitSentences } from '../../src/classify/sentence.ts';
import { ownText as ownTextOf } from '../../src/intake/body.ts';

function factsOf(ownText: string, subject = '', changeAsked = true) {
  return findEntities(subject, ownText, { sentences: splitSentences(subject, ownText), receivedOn: '2026-11-22', changeAsked });
}

function entitiesOf(ownText: string, subject = ''): Entities {
  return factsOf(ownText, subject).entities;
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
    ['bestelling AB-2026-118', 'AB-2026-118'],
    ['order VN-ORD-2231', 'VN-ORD-2231'],
    ['bestelnummer:\n48213', '48213'],
    ['onze factuur RE-2026-00118', 'RE-2026-00118'],
    ['bestelling met nummer 48213', '48213'],
    ['ordernummer 0612345678', '0612345678'],
    ['order #2026', '2026'],
    ['numéro de commande : 88213', '88213'],
    ['commande n° FR-88213-B', 'FR-88213-B'],
    ['pedido n.º 48213', '48213'],
    ['número de pedido 48213', '48213'],
    ['ordine n. 48213', '48213'],
    ['fattura 2026/0042', '2026/0042'],
    ['zamówienie nr 48213', '48213'],
    ['encomenda 48213', '48213'],
  ])('%s', ([written, number]) => {
    expect(entitiesOf(`Het gaat om ${written}.`).orderNumber).toBe(number);
  });

  test('neither a day nor a card', () => {
    expect(entitiesOf('Mijn order 12-11-2026 kwam niet.').orderNumber).toBeNull();
    expect(entitiesOf('For this order 4111 1111 1111 1111 was charged.').orderNumber).toBeNull();
  });

  test.for([
    'Mijn bestelling 06-12345678 werkt niet.',
    'The order +31 85 130 00 11 is dead.',
    'Bestelling 0851300011 doet het niet.',
    'Order 2026 was a good year.',
    'My order 2026-11-03 never came.',
    'Bestelling 3/11 is niet geleverd.',
    'This is my order 3rd time round.',
    'Factuur 125 euro was te veel.',
    'Invoice 300.00 EUR is wrong.',
    'Factuur NL91 ABNA 0417 1643 00 klopt niet.',
    'Rechnung DE89 3704 0044 0532 0130 00 bitte.',
    'Facture FR14 2004 1010 0505 0001 3M02 606.',
    'The orders 12345 people placed.',
  ])('none in %s', (text) => {
    expect(entitiesOf(text).orderNumber).toBeNull();
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
    ['Het nummer is afgelopen dinsdag geleverd.', '2026-11-17'],
    ['It was delivered last Tuesday.', '2026-11-17'],
    ['It was delivered on Tuesday last week.', '2026-11-10'],
    ['Vorige week vrijdag is het geactiveerd.', '2026-11-13'],
    ['Letzten Sonntag wurde geliefert.', '2026-11-15'],
    ['Livré mardi dernier.', '2026-11-17'],
    ['Drie dagen geleden besteld.', '2026-11-19'],
    ['I ordered it the day before yesterday.', '2026-11-20'],
    ['Vor zwei Tagen bestellt.', '2026-11-20'],
    ["Il y a trois jours j'ai passé commande.", '2026-11-19'],
    ['Fue entregado el 3 de noviembre de 2026.', '2026-11-03'],
    ['Ordine consegnato il 3 novembre.', '2026-11-03'],
    ['Zamówienie złożone 3 listopada 2026.', '2026-11-03'],
    ['A encomenda foi entregue há 3 dias.', '2026-11-19'],
    ['I cancelled the order of 3 November.', '2026-11-03'],
  ])('%s', ([text, day]) => {
    expect(entitiesOf(text ?? '').serviceDate).toBe(day);
  });

  test.for([
    'Ik ben geboren op 3 november 1980.',
    'Besteld op 31-02-2026.',
    'Delivery is on 1 December 2026.',
    'We speak on 3 November.',
    'I cancelled my order on 3 November.',
    'I called customer service on 3 November.',
    'Please deliver it on Tuesday.',
    'I ordered it two weeks ago.',
  ])('none in %s', (text) => {
    expect(entitiesOf(text).serviceDate).toBeNull();
  });
});

describe('changes', () => {
  test.for([
    ['Please change my e-mail address to k.lowe@mail.example.', 'email', 'k.lowe@mail.example'],
    ['Ons nieuwe adres is Kanaalstraat 14, 3531 CJ Utrecht.', 'address', 'Kanaalstraat 14, 3531 CJ Utrecht'],
    ['My new name is Kathryn Lowe.', 'name', 'Kathryn Lowe'],
    ['Ons nieuwe btw-nummer is NL001234567B01, graag aanpassen.', 'vat', 'NL001234567B01'],
    ['Wijzig de bedrijfsnaam naar Bakker Advies B.V.', 'company', 'Bakker Advies B.V.'],
    ['Unsere neue Adresse lautet Lindenweg 8, 50674 Köln.', 'address', 'Lindenweg 8, 50674 Köln'],
    ['Wijzig mijn telefoonnummer naar 06-12345678.', 'phone', '06-12345678'],
  ])('%s', ([text, field, newValue]) => {
    expect(entitiesOf(text ?? '').changes).toEqual([{ field, newValue }]);
  });

  test.for([
    ['Mijn achternaam moet Janssen zijn, niet Jansen.', 'last name', 'Janssen'],
    ['De naam op mijn account is niet Jan Pieters maar Jan Pietersen.', 'name', 'Jan Pietersen'],
    ['De naam klopt niet: Jansen moet Janssen zijn.', 'name', 'Janssen'],
    ['Adres: Kerkstraat 1 → Kanaalstraat 14, Utrecht', 'address', 'Kanaalstraat 14, Utrecht'],
    ['Graag mijn voornaam wijzigen van Jan in Johanna.', 'first name', 'Johanna'],
    ['Kunnen jullie de tenaamstelling veranderen in Bakker & Zonen B.V.?', 'name', 'Bakker & Zonen B.V.'],
    ['Mijn naam in jullie systeem moet Willem van der Berg zijn.', 'name', 'Willem van der Berg'],
    ['Ik heet voortaan Kim de Groot.', 'name', 'Kim de Groot'],
    ['Wij zijn verhuisd naar Kanaalstraat 14, 3531 CJ Utrecht per 1 december.', 'address', 'Kanaalstraat 14, 3531 CJ Utrecht'],
    ['Ons postadres wijzigt per 1 december 2026 naar Postbus 44, 3500 AA Utrecht.', 'address', 'Postbus 44, 3500 AA Utrecht'],
    ['wijzig adres naar kanaalstraat 14 utrecht', 'address', 'kanaalstraat 14 utrecht'],
    ['Ons nieuwe KvK-nummer is 12345678.', 'registration number', '12345678'],
    ['De rekeninghouder is gewijzigd in J. de Boer.', 'bank holder', 'J. de Boer'],
    ['oud@mail.example moet nieuw@mail.example worden', 'email', 'nieuw@mail.example'],
    ['Mail voortaan naar nieuw@mail.example, zo bereikt u mij.', 'email', 'nieuw@mail.example'],
    ['Please use new@mail.example instead of old@mail.example.', 'email', 'new@mail.example'],
    ['My surname is misspelled, it should be Lowe.', 'last name', 'Lowe'],
    ['My phone number is wrong. It should be +44 20 7946 0958.', 'phone', '+44 20 7946 0958'],
    ['Our new address is:\n14 Baker Street\nLondon NW1 6XE', 'address', '14 Baker Street, London NW1 6XE'],
    ['We have moved to 14 Harbour Road, Dublin 4 and would like our invoices there.', 'address', '14 Harbour Road, Dublin 4'],
    ['Kanaalstraat 14 in Utrecht is our new address.', 'address', 'Kanaalstraat 14 in Utrecht'],
    ['Please change my date of birth to 3 March 1981, it says 1918 now.', 'birth date', '3 March 1981'],
    ['Our VAT number should be NL001234567B01 instead of NL009876543B01.', 'vat', 'NL001234567B01'],
    ['Our company is now called Northlight Trading.', 'company', 'Northlight Trading'],
    ['Bitte ändern Sie meine Adresse von Lindenweg 8 in Hauptstraße 12, 50674 Köln.', 'address', 'Hauptstraße 12, 50674 Köln'],
    ['Mein Nachname lautet jetzt Müller.', 'last name', 'Müller'],
    ['Ich heiße seit der Hochzeit Petra Müller.', 'name', 'Petra Müller'],
    ['Bitte ändern Sie den Kontoinhaber auf Petra Müller.', 'bank holder', 'Petra Müller'],
    ['Telefon neu: 0170 1234567', 'phone', '0170 1234567'],
    ['Notre nouvelle adresse est 12 rue des Lilas, 75011 Paris.', 'address', '12 rue des Lilas, 75011 Paris'],
    ["Je m'appelle désormais Claire Dubois.", 'name', 'Claire Dubois'],
    ["Mon nom de famille n'est pas Dubos mais Dubois.", 'last name', 'Dubois'],
    ['Mi nueva dirección es Calle Mayor 12, 28013 Madrid.', 'address', 'Calle Mayor 12, 28013 Madrid'],
    ['Quiero cambiar mi correo electrónico a nuevo@mail.example.', 'email', 'nuevo@mail.example'],
    ['Il mio nuovo indirizzo è Via Roma 12, 00184 Roma.', 'address', 'Via Roma 12, 00184 Roma'],
    ['Il mio cognome non è Rossi ma Russo.', 'last name', 'Russo'],
    ['Mój nowy adres to ul. Kwiatowa 5, 00-950 Warszawa.', 'address', 'ul. Kwiatowa 5, 00-950 Warszawa'],
    ['Proszę zmienić nazwisko na Kowalska.', 'last name', 'Kowalska'],
    ['O meu novo endereço é Rua das Flores 12, 1200-192 Lisboa.', 'address', 'Rua das Flores 12, 1200-192 Lisboa'],
  ])('%s', ([text, field, newValue]) => {
    expect(entitiesOf(text ?? '').changes).toEqual([{ field, newValue }]);
  });

  test('a list below a line that says what it is', () => {
    const list = 'Naam: Anna de Vries\nAdres: Kanaalstraat 14\n3531 CJ Utrecht\nE-mail: anna@mail.example\nTelefoon: 06-12345678';
    expect(entitiesOf(`Graag onderstaande gegevens aanpassen:\n${list}`).changes).toEqual([
      { field: 'name', newValue: 'Anna de Vries' },
      { field: 'address', newValue: 'Kanaalstraat 14, 3531 CJ Utrecht' },
      { field: 'email', newValue: 'anna@mail.example' },
      { field: 'phone', newValue: '06-12345678' },
    ]);
    expect(entitiesOf(`Mijn gegevens zijn:\n${list}`).changes).toEqual([]);
    const twice = 'Oude gegevens:\nAdres: Kerkstraat 1, Leiden\nNieuwe gegevens:\nAdres: Kanaalstraat 14, Utrecht';
    expect(entitiesOf(twice).changes).toEqual([{ field: 'address', newValue: 'Kanaalstraat 14, Utrecht' }]);
  });

  test.for([
    'Ik heet Jan Jansen en wil graag mijn adres wijzigen.',
    'My name is Jan Jansen and I want to change my plan to Business Plus.',
    'Mijn naam is Jan Jansen. Ik wil mijn nieuwe nummer houden.',
    'Uw nieuwe adres is toch Kade 4 in Rotterdam?',
    'I heard your new address is 4 Quay Street, is it not?',
    'My old address was 4 Quay Street, Leeds.',
    'My address is 12 Long Street, Leeds.',
    'Naam: Jan Jansen\nE-mail: jan@mail.example\nBericht: ik wil mijn gegevens laten wijzigen.',
    'Please send the newsletter to another e-mail address than jan@mail.example.',
    'Our new website is at www.shop.example and the name is nice.',
    'Het adres van de nieuwe bestelling 48213 is onbekend.',
    'Ich möchte den Namen auf der Rechnung ändern.',
    'Please change the address on order AB-12345 soon.',
  ])('none in %s', (text) => {
    expect(entitiesOf(text).changes).toEqual([]);
  });

  test('nothing of an older message that is quoted', () => {
    const message =
      'Graag mijn adres wijzigen, dank.\n\nOp 3 november 2026 schreef Winkel <hulp@winkel.example>:\n> Ons nieuwe adres is Kade 4, 3011 AA Rotterdam.\n> Bel 06-12345678 over bestelling 48213.';
    expect(entitiesOf(message).changes).not.toEqual([]);
    expect(entitiesOf(ownTextOf(message))).toEqual({
      phoneNumbers: [],
      orderNumber: null,
      serviceDate: null,
      accountEmail: null,
      changes: [],
    });
  });

  test('only where a change may be asked, and never a bank account', () => {
    expect(factsOf('Our new address is Kerkstraat 4.', '', false).entities.changes).toEqual([]);
    expect(entitiesOf('The address is Kerkstraat 4, is that you?').changes).toEqual([]);
    expect(entitiesOf('Please change the account holder to NL91 ABNA 0417 1643 00.').changes).toEqual([]);
  });
});

test('the e-mail address of the account', () => {
  expect(entitiesOf('My account is registered under sam@mail.example, please delete it.').accountEmail).toBe('sam@mail.example');
  expect(entitiesOf('I am registered with sam@mail.example.').accountEmail).toBe('sam@mail.example');
  expect(entitiesOf('Ich bin mit der Adresse sam@mail.example registriert.').accountEmail).toBe('sam@mail.example');
  expect(entitiesOf("Je suis inscrit avec l'adresse sam@mail.example.").accountEmail).toBe('sam@mail.example');
  expect(entitiesOf('Mijn account staat op:\nsam@mail.example').accountEmail).toBe('sam@mail.example');
  expect(entitiesOf('Change the e-mail of my account from old@mail.example to new@mail.example.').accountEmail).toBe('old@mail.example');
  expect(entitiesOf('Change the e-mail of my account to new@mail.example.').accountEmail).toBeNull();
  expect(entitiesOf('Write to sam@mail.example instead.').accountEmail).toBeNull();
  expect(entitiesOf('My accountant is sam@mail.example.').accountEmail).toBeNull();
});

describe('the sentence that carries a fact', () => {
  test('each fact has one, in the order of the entities', () => {
    const text = 'Goedendag. Mijn lijn 085 130 00 11 uit bestelling 48213 doet het niet!\nHij is op 3 november 2026 geleverd. Groet, Sam';
    const first = 'Mijn lijn 085 130 00 11 uit bestelling 48213 doet het niet!';
    expect(factsOf(text).evidence).toEqual([
      { fact: 'phoneNumber', field: null, value: '+31851300011', quote: first },
      { fact: 'orderNumber', field: null, value: '48213', quote: first },
      { fact: 'serviceDate', field: null, value: '2026-11-03', quote: 'Hij is op 3 november 2026 geleverd.' },
    ]);
  });

  test('over several lines, and out of the subject', () => {
    const facts = factsOf('Ons nieuwe adres is:\nKanaalstraat 14\n3531 CJ Utrecht\nGroet, Sam', 'Bestelling 48213');
    const lines = 'Ons nieuwe adres is:\nKanaalstraat 14\n3531 CJ Utrecht';
    expect(facts.evidence).toEqual([
      { fact: 'orderNumber', field: null, value: '48213', quote: 'Bestelling 48213' },
      { fact: 'change', field: 'address', value: 'Kanaalstraat 14, 3531 CJ Utrecht', quote: lines },
    ]);
  });

  test('without the payment data beside it, and with the fact', () => {
    const card = 'I paid with a card whose number is 4111 1111 1111 1111 for order 48213.';
    expect(factsOf(card).evidence).toEqual([{ fact: 'orderNumber', field: null, value: '48213', quote: 'for order 48213.' }]);
    const iban = 'De nieuwe rekeninghouder is J. de Boer, en het IBAN NL91 ABNA 0417 1643 00 blijft gewoon zoals het was bij jullie.';
    expect(factsOf(iban).evidence).toEqual([
      { fact: 'change', field: 'bank holder', value: 'J. de Boer', quote: 'De nieuwe rekeninghouder is J. de Boer, en het IBAN' },
    ]);
  });

  test('stands in the message word for word, whatever the message is', () => {
    const piece = fc.constantFrom(
      ...[
        'Ons nieuwe adres is',
        ':',
        '\n',
        '\n\n',
        ' ',
        'Kanaalstraat 14',
        '3531 CJ Utrecht',
        '. ',
        'order 48213',
        '06-12345678',
        'naam: ',
      ],
      ...['wijzig naar ', 'Jan Jansen', 'a@mail.example', 'account ', '? ', 'gisteren besteld', '4111 1111 1111 1111', '> ', '\u{1f600}'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.array(piece, { maxLength: 5 }), (text, subject) => {
        const [own, head] = [text.join(''), subject.join('')];
        const { entities, evidence } = factsOf(own, head);
        for (const { quote } of evidence) expect(quote !== '' && (own.includes(quote) || head.includes(quote))).toBe(true);
        const { phoneNumbers, orderNumber, serviceDate, accountEmail, changes } = entities;
        const values = [...phoneNumbers, orderNumber, serviceDate, accountEmail, ...changes.map(({ newValue }) => newValue)];
        expect(evidence.map(({ value }) => value)).toEqual(values.filter((one) => one !== null));
      }),
      { numRuns: 400 },
    );
  });

  test('costs what its length costs, also where the text is made to be slow', () => {
    for (const part of ['naam is ', 'order nr.: ', 'van der ', 'naam: naam: ', 'x -> ', 'a@', 'address to 1 ', 'A ', 'account @']) {
      const text = part.repeat(Math.ceil(50_000 / part.length));
      const begun = performance.now();
      factsOf(text);
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
  });
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
    'Rekeninghouder nieuw: Jan Jansen, %',
    'registered with sam@mail.example and %',
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
      const found = JSON.stringify(factsOf(parts.map(([frame, secret]) => frame.replace('%', secret)).join('\n'))).replace(
        /[^A-Z0-9]/g,
        '',
      );
      for (const [, secret] of parts) expect(found).not.toContain(secret.replaceAll(' ', ''));
    }),
  );
});
