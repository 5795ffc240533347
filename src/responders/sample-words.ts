import type { LetterLanguage, StaffLanguage } from '../case/kind.ts';

/** What staff might have written, in the language of the letter. */
interface SampleWords {
  readonly done: string;
  readonly partDone: string;
  readonly partReasons: string;
  readonly refundPartDone: string;
  readonly refundPartReasons: string;
  readonly refusal: string;
  readonly refundRefusal: string;
  readonly question: string;
  readonly copyQuestion: string;
  readonly refundQuestion: string;
  readonly extension: string;
  readonly furtherCopy: string;
  readonly excessive: string;
  readonly correction: string;
  readonly amount: string;
}

export const sampleWords: Readonly<Record<LetterLanguage, SampleWords>> = {
  nl: {
    done: 'Uw nieuwe adres staat in uw account.\n\nDe eerstvolgende factuur gaat naar dat adres.',
    partDone: 'Wij hebben gedaan wat u vroeg voor alle gegevens die bij uw account hoorden.',
    partReasons: 'Over een factuur van 2025 loopt nog een geschil met u. Die gegevens houden wij tot het geschil is opgelost.',
    refundPartDone: 'Wij betalen u het bedrag voor december terug: € 12,50.',
    refundPartReasons: 'In november hebt u het nummer gebruikt. Die maand betalen wij daarom niet terug.',
    refusal: 'Wij hebben gezocht op uw naam, uw e-mailadres en het nummer dat u noemde. Wij hebben geen gegevens van u gevonden.',
    refundRefusal: 'De dienst is volledig geleverd. Daar hebt u vooraf mee ingestemd, en u hebt daarbij van de bedenktijd afgezien.',
    question: 'Welk adres moeten wij wijzigen: het factuuradres, het woonadres of allebei?',
    copyQuestion: 'Gaat het u om bepaalde gegevens of een bepaalde periode? Bijvoorbeeld alleen uw facturen, of alleen het jaar 2026?',
    refundQuestion: 'Wat is het bestelnummer? Dat staat op de eerste bladzijde van uw factuur.',
    extension: 'Uw gegevens staan in drie systemen, waarvan één door een leverancier wordt beheerd. Die heeft meer tijd nodig.',
    furtherCopy: 'Het gaat om een gedrukte kopie van ongeveer 300 bladzijden. Dit zijn de kosten van papier en verzending.',
    excessive: 'U hebt ons dit in drie maanden acht keer gevraagd. Uw gegevens zijn in die tijd niet veranderd.',
    correction:
      'Wij schreven dat uw facturen waren verwijderd. Dat is niet zo.\n\nDe facturen bewaren wij zeven jaar, omdat de belastingwet dat voorschrijft.',
    amount: '€ 7,50',
  },
  en: {
    done: 'Your new address is in your account.\n\nThe next invoice will be sent to it.',
    partDone: 'We did what you asked for all the data that belonged to your account.',
    partReasons: 'There is still a dispute with you about an invoice from 2025. We will keep that data until the dispute has been settled.',
    refundPartDone: 'We are refunding the amount for December: €12.50.',
    refundPartReasons: 'You used the number in November. We are therefore not refunding that month.',
    refusal: 'We searched for your name, your e-mail address and the number you mentioned. We found no data about you.',
    refundRefusal: 'The service has been fully provided. You agreed to that beforehand, and gave up your right to withdraw.',
    question: 'Which address should we change: the billing address, the home address, or both?',
    copyQuestion: 'Are you looking for certain data or a certain period? For example only your invoices, or only the year 2026?',
    refundQuestion: 'What is the order number? You can find it on the first page of your invoice.',
    extension: 'Your data is in three systems, one of which is run by a supplier. The supplier needs more time.',
    furtherCopy: 'This is a printed copy of about 300 pages. The charge covers paper and postage.',
    excessive: 'You have asked us for this eight times in three months. Your data has not changed in that time.',
    correction:
      'We wrote that your invoices had been deleted. That is not so.\n\nWe keep the invoices for seven years, because tax law requires it.',
    amount: '€7.50',
  },
  de: {
    done: 'Ihre neue Anschrift steht in Ihrem Konto.\n\nDie nächste Rechnung geht an diese Anschrift.',
    partDone: 'Für alle Daten, die zu Ihrem Konto gehörten, haben wir getan, worum Sie gebeten haben.',
    partReasons:
      'Über eine Rechnung aus dem Jahr 2025 streiten wir noch mit Ihnen. Diese Daten behalten wir, bis der Streit beigelegt ist.',
    refundPartDone: 'Wir erstatten Ihnen den Betrag für Dezember: 12,50\u{a0}€.',
    refundPartReasons: 'Im November haben Sie die Nummer genutzt. Diesen Monat erstatten wir deshalb nicht.',
    refusal:
      'Wir haben nach Ihrem Namen, Ihrer E-Mail-Adresse und der von Ihnen genannten Nummer gesucht und keine Daten über Sie gefunden.',
    refundRefusal:
      'Die Dienstleistung ist vollständig erbracht. Dem haben Sie vorher zugestimmt und dabei auf Ihr Widerrufsrecht verzichtet.',
    question: 'Welche Anschrift sollen wir ändern: die Rechnungsanschrift, die Wohnanschrift oder beide?',
    copyQuestion:
      'Geht es Ihnen um bestimmte Daten oder einen bestimmten Zeitraum? Zum Beispiel nur um Rechnungen oder nur um das Jahr 2026?',
    refundQuestion: 'Wie lautet die Bestellnummer? Sie steht auf der ersten Seite Ihrer Rechnung.',
    extension: 'Ihre Daten liegen in drei Systemen, von denen ein Dienstleister eines betreibt. Er braucht mehr Zeit.',
    furtherCopy: 'Es handelt sich um eine gedruckte Kopie von etwa 300 Seiten. Der Betrag deckt Papier und Porto.',
    excessive: 'Sie haben uns in drei Monaten achtmal darum gebeten. Ihre Daten haben sich in dieser Zeit nicht geändert.',
    correction:
      'Wir haben geschrieben, Ihre Rechnungen seien gelöscht. Das stimmt nicht.\n\nDie Rechnungen bewahren wir sieben Jahre auf, weil das Steuerrecht es verlangt.',
    amount: '7,50\u{a0}€',
  },
  fr: {
    done: 'Votre nouvelle adresse figure dans votre compte.\n\nLa prochaine facture y sera envoyée.',
    partDone: 'Nous avons fait ce que vous demandiez pour toutes les données liées à votre compte.',
    partReasons: 'Une facture de 2025 fait encore l’objet d’un litige avec vous. Nous gardons ces données jusqu’à ce qu’il soit réglé.',
    refundPartDone: 'Nous vous remboursons le montant de décembre\u{a0}: 12,50\u{a0}€.',
    refundPartReasons: 'Vous avez utilisé le numéro en novembre. Nous ne remboursons donc pas ce mois.',
    refusal:
      'Nous avons cherché votre nom, votre adresse e-mail et le numéro que vous avez cité. Nous n’avons trouvé aucune donnée vous concernant.',
    refundRefusal: 'Le service a été entièrement fourni. Vous l’aviez accepté au préalable et aviez renoncé à votre droit de rétractation.',
    question: 'Quelle adresse devons-nous modifier\u{a0}: l’adresse de facturation, celle du domicile, ou les deux\u{a0}?',
    copyQuestion:
      'Cherchez-vous certaines données ou une certaine période\u{a0}? Par exemple seulement vos factures, ou seulement l’année 2026\u{a0}?',
    refundQuestion: 'Quel est le numéro de commande\u{a0}? Il figure sur la première page de votre facture.',
    extension: 'Vos données se trouvent dans trois systèmes, dont un est géré par un prestataire. Celui-ci a besoin de plus de temps.',
    furtherCopy: 'Il s’agit d’une copie imprimée d’environ 300 pages. Le montant couvre le papier et l’envoi.',
    excessive: 'Vous nous l’avez demandé huit fois en trois mois. Vos données n’ont pas changé entre-temps.',
    correction:
      'Nous avons écrit que vos factures étaient supprimées. C’est inexact.\n\nNous les conservons sept ans, car la loi fiscale l’exige.',
    amount: '7,50\u{a0}€',
  },
};

interface SampleStaffWords {
  readonly why: readonly string[];
  readonly refused: string;
  readonly nextStep: string;
  readonly task: string;
  readonly fact: string;
}

export const sampleStaffWords: Readonly<Record<StaffLanguage, SampleStaffWords>> = {
  nl: {
    why: ['Ontvangen op 30 november 2026.', 'Onze belofte (§4): 30 kalenderdagen na ontvangst, dus 30 december 2026.'],
    refused: 'Er is intussen een nieuw bericht van de klant.',
    nextStep: 'vink de open taken af',
    task: 'nummers vrijgeven',
    fact: 'Nieuw adres: Kanaalstraat 14, 3531 CJ Utrecht (“Ons nieuwe adres is Kanaalstraat 14, 3531 CJ Utrecht.”)',
  },
  en: {
    why: ['Received on 30 November 2026.', 'Our promise (§4): 30 calendar days after receipt, so 30 December 2026.'],
    refused: 'The customer has written again in the meantime.',
    nextStep: 'tick the open tasks',
    task: 'release the numbers',
    fact: 'New address: Kanaalstraat 14, 3531 CJ Utrecht (“Our new address is Kanaalstraat 14, 3531 CJ Utrecht.”)',
  },
};
