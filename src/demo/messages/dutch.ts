import { dayName } from '../../case/wording.ts';
import { bilal } from '../colleagues.ts';
import { quoted, request, type Sample, setAside } from './sample.ts';

export const dutch: readonly Sample[] = [
  {
    name: 'overlooked',
    language: 'nl',
    from: { name: 'Marijke Hoekstra', address: 'm.hoekstra@brievenbus.example' },
    subject: 'Welke gegevens hebben jullie van mij?',
    text: `Beste mensen,

Ik huur sinds 2023 een 085-nummer bij jullie. Graag ontvang ik een overzicht van alle persoonsgegevens die jullie van mij bewaren, met daarbij waar ze vandaan komen.

Alvast bedankt,
Marijke Hoekstra`,
    daysBefore: 26,
    expected: { disposition: 'request', kinds: ['copy'], acknowledgement: 'none' },
  },
  {
    name: 'goodbye',
    language: 'nl',
    from: { name: 'Sanne Verbeek', address: 'sanne.verbeek@postvak.example' },
    subject: 'Account opheffen',
    text: `Goedemorgen,

Sinds de zomer gebruik ik mijn 085-nummer niet meer. Wilt u mijn account opheffen en al mijn gegevens verwijderen?
Een berichtje als het klaar is, is genoeg.

Met vriendelijke groet,
Sanne Verbeek`,
    expected: request('deletion'),
  },
  {
    name: 'moved',
    language: 'nl',
    from: { name: 'Rijwielhandel Aksoy', address: 'info@rijwielhandel-aksoy.example' },
    subject: 'Verhuizing winkel',
    text: `Hallo,

Onze winkel is per 1 november verhuisd. Kunt u het adres in uw administratie aanpassen? Het nieuwe adres is Kanaalstraat 18, 3531 CK Utrecht. Ons telefoonnummer blijft hetzelfde.

Groeten,
Ruben Aksoy`,
    expected: request('change'),
  },
  {
    name: 'access',
    language: 'nl',
    from: { name: 'Joris van Leeuwen', address: 'jvanleeuwen@glasvezelpost.example' },
    subject: 'Inzageverzoek AVG',
    text: `Geachte heer, mevrouw,

Op grond van artikel 15 AVG verzoek ik u om een kopie van alle persoonsgegevens die u van mij verwerkt, waaronder de belgegevens van het nummer dat ik bij u huurde.

Hoogachtend,
J. van Leeuwen`,
    daysBefore: 3,
    expected: request('copy'),
  },
  {
    name: 'second-thoughts',
    language: 'nl',
    from: { name: 'Fatima El Idrissi', address: 'fatima@elidrissi-advies.example' },
    subject: 'Bestelling HL-20418 annuleren',
    text: ({ on }) => `Dag,

Op ${dayName(on.subtract({ days: 1 })).nl.replace(/^\S+ /, '')} bestelde ik bij u een 0800-nummer (bestelnummer HL-20418). Bij nader inzien heb ik het niet nodig. Ik zie af van de bestelling en ontvang graag mijn geld terug.

Groet,
Fatima El Idrissi`,
    daysBefore: 6,
    expected: request('refund'),
  },
  {
    name: 'no-more-offers',
    language: 'nl',
    from: { name: 'Bram Kuipers', address: 'bram.kuipers@postvak.example' },
    subject: 'Geen reclame meer',
    text: `Beste,

Ik krijg elke week een mail met aanbiedingen. Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame. Mijn nummer wil ik gewoon houden.

Bram Kuipers`,
    expected: request('objection'),
  },
  {
    name: 'two-in-one',
    language: 'nl',
    from: { name: 'Noor Dijkgraaf', address: 'noor.dijkgraaf@brievenbus.example' },
    subject: 'Geld terug en daarna weg',
    text: `Hallo,

Het nummer dat ik vorige week kocht heeft nooit gewerkt, en op mijn mails kwam geen antwoord. Ik wil mijn geld terug.
Verwijder daarna ook mijn account met alle gegevens, want ik kom niet meer bij jullie terug.

Noor`,
    expected: request('refund', 'deletion'),
  },
  {
    name: 'how-to',
    language: 'nl',
    from: { name: 'Tandartspraktijk De Linde', address: 'balie@tandarts-delinde.example' },
    subject: 'Doorschakelen tijdens de lunch',
    text: `Goedemiddag,

Tussen 12 en 13 uur willen wij ons nummer doorschakelen naar de mobiele telefoon van de assistente. Waar vinden we dat in het menu?

Vriendelijke groet,
Els, balie`,
    expected: setAside('none'),
  },
  {
    name: 'police',
    language: 'nl',
    from: { name: 'Politie, team Opsporing', address: 'vorderingen@politie-regio.example' },
    subject: 'Vordering verstrekking gebruikersgegevens',
    text: `Geachte directie,

In het kader van een strafrechtelijk onderzoek vordert de officier van justitie op grond van artikel 126na van het Wetboek van Strafvordering dat u de gebruikersgegevens verstrekt van een bij u in gebruik zijnd telefoonnummer. De vordering met proces-verbaalnummer volgt per beveiligde post.

Hoogachtend,
Team Opsporing`,
    expected: { disposition: 'authority', kinds: ['authority'], acknowledgement: 'none' },
  },
  {
    name: 'passed-on',
    language: 'nl',
    from: bilal,
    subject: 'Fwd: Mijn gegevens',
    text: ({ on }) => `Deze kwam bij mij binnen, niet op support. Pakken jullie hem op?

Bilal

---------- Doorgestuurd bericht ----------
Van: Lotte Brandsma <lotte.brandsma@brievenbus.example>
Verzonden: ${dayName(on.subtract({ days: 2 })).nl} 09:12
Aan: Bilal Amrani <${bilal.address}>
Onderwerp: Mijn gegevens

Beste Bilal,

Graag ontvang ik een kopie van alle persoonsgegevens die jullie van mij bewaren.

Groet,
Lotte Brandsma`,
    expected: { disposition: 'request', kinds: ['copy'], acknowledgement: 'none' },
  },
  {
    name: 'newsletter',
    language: 'nl',
    from: { name: 'Bellen & Zaken', address: 'nieuwsbrief@bellenenzaken.example' },
    subject: 'Zo bespaart u dit najaar op zakelijk bellen',
    text: `Beste lezer,

Deze maand: vijf tips om te besparen op zakelijk bellen, en een interview met een ondernemer die zijn vaste lijn de deur uit deed.

Geen nieuwsbrief meer ontvangen? Klik hier om u uit te schrijven.`,
    headers: [
      'List-Id: Bellen & Zaken <nieuws.bellenenzaken.example>',
      'List-Unsubscribe: <https://bellenenzaken.example/uit>',
      'Precedence: bulk',
    ],
    expected: setAside('automatic'),
  },
  {
    name: 'addition',
    language: 'nl',
    from: { name: 'Rijwielhandel Aksoy', address: 'info@rijwielhandel-aksoy.example' },
    subject: ({ answered }) => `Re: ${answered?.subject}`,
    text: ({ answered }) => `Bedankt voor de snelle reactie! Ik was iets vergeten: het is huisnummer 18-B.

Ruben

${quoted(answered?.text ?? '')}`,
    answers: 'moved',
    expected: setAside('follow_up'),
  },
  {
    name: 'out-of-office',
    language: 'nl',
    from: { name: 'Bram Kuipers', address: 'bram.kuipers@postvak.example' },
    subject: ({ answered }) => `Automatisch antwoord: ${answered?.subject}`,
    text: 'Ik ben met vakantie en lees mijn mail pas over twee weken weer. Dringend? Bel dan even.',
    headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    answers: 'no-more-offers',
    expected: setAside('automatic'),
  },
];
