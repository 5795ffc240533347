import type { Lexicon } from './lexicon.ts';

/** Dutch and Flemish. */
export const dutch: Lexicon = {
  ask: `graag | wens | wensen | verzoek* | vraag u | vraag jullie | vraag je | vraag ik | vraag hierbij | hierbij | bij deze | middels deze | aub | a u b | svp | s v p
    | alstublieft | alstublief | alsjeblieft | gelieve | eis | sommeer | wilt u | wil je | willen jullie | zou u | zouden jullie | zou je | kunt u | kun je | kan je | kan u
    | kunnen jullie | kan iemand | mag ik | doe maar | heb recht op | moeten jullie | moet u | dienen jullie | graag gauw | asap | mag weg | mogen weg | mag eruit | dienen | dient | per direct | ik annuleer | ik herroep | ik zie af | ik verwacht | zorg dat | wil ik dat | ik ontvang graag | betaal me`,
  want: 'wil | willen | wilde | wou | zou willen | hoef | hoeft | nodig',
  may: 'kan ik | kunnen we | kunnen wij | is het mogelijk | zou het mogelijk | kan dat | kan dit | kan mijn | mogelijk om',
  how: 'hoe kan ik | hoe moet ik | hoe kunnen we | hoe kunnen wij | hoe verwijder ik | hoe wijzig ik | hoe verander ik | hoe krijg ik | hoe vraag ik | waar kan ik | wanneer krijg ik | wanneer krijgen wij | waar blijft | hoe zit het met mijn',
  lost: 'weet niet hoe | weten niet hoe | snap niet hoe | begrijp niet hoe | geen idee hoe',
  policy: `hoe werkt | hoe werken | hoe lang | hoelang | hoe snel | wat is jullie | wat zijn jullie | beleid | procedure | hoe gaat | bieden jullie | geven jullie | doen jullie
    | waar vind ik | vraag me af | vroeg me af | benieuwd | het waar dat | hoeveel dagen | algemene vraag | wat zijn de regels | wat kost | welke voorwaarden | krijg je | krijgen klanten | aan de slag met`,
  suppose: 'wat gebeurt er | wat gebeurd er | stel dat | stel ik | gaat er verloren | raak ik ~ kwijt | ben ik dan',
  condition: 'als | indien | mocht | voordat | alvorens | wanneer ik | tenzij | zodra | ingeval | in het geval',
  told: 'zei | zegt dat | vertelde | verteld | gelezen dat | las dat | lees dat | las op | gelezen op | gehoord dat | hoorde dat | volgens jullie | volgens mijn vriend | volgens een | schijnt | een collega van mij wil | mijn klant wil | onze klant wil | een klant van ons',
  done: 'bedankt voor de | bedankt voor het | dank voor de | dank voor het | dank voor de snelle | inmiddels ontvangen | is binnen | al ontvangen | goed ontvangen | is gelukt | al geregeld | is al verwerkt | hebben we ontvangen | heb ik ontvangen',
  not: 'niet | geen | nooit | noch | zonder',
  notAfter: 'niet',
  stillNot:
    'nog niet | nog geen | nog steeds niet | nog steeds geen | nog altijd niet | nog altijd geen | waarom ~ niet | niet alleen | niet meer | niet langer | geen antwoord | geen reactie | geen gehoor | zo niet | indien mogelijk | als dat kan | als het kan | als dat mogelijk is | niet werkt',
  unable: 'lukt ~ niet | lukt niet | kan ~ niet | kan niet | krijg ~ niet | kunnen ~ niet | vind ~ niet | nergens',
  my: "mijn | mij | me | m'n | mn | onze | ons | mijne",
  your: 'uw | je | jouw',
  noise: `verhuisd naar een andere aanbieder | naar een andere aanbieder | verwijder dit bericht | verwijder deze e mail | verwijder deze mail | verwijder dit e mail* | dit bericht ~ verwijder* | deze e mail ~ verwijder* | deze mail ~ verwijder* | deze e mail ~ vernietig* | dit bericht ~ vernietig* | niet goed geld terug
    | terugbetalingsbeleid | retourbeleid | restitutiebeleid | terugboeking* | gestorneerd | storneren | storneer* | accountmanager | account manager | bedenktijd is verstreken
    | welke gegevens ~ nodig | welke informatie ~ nodig | welke gegevens moet ik | mobiele data | databundel | data bundel | provisiegegevens | inloggegevens | sip gegevens | kopie identiteitsbewijs | kopie id | kopie paspoort
    | refunds afdeling | hoofd restitutie* | medewerker restituties | privacyverklaring | domeinnaam | bestandsnaam | gebruikersnaam | loginnaam | ip adres* | mac adres* | webadres* | voip account instellen`,
  title:
    'hoofd | manager | medewerker | medewerkster | afdeling | teamleider | specialist | adviseur | coordinator | functionaris | directeur',
  disclaimer:
    'beoogde ontvanger | niet de geadresseerde | uitsluitend bestemd voor | onrechte ~ ontvangen | abusievelijk ~ ontvangen | niet voor u bestemd | vertrouwelijke informatie | disclaimer',

  erase:
    'verdwijnen | verdwijnt | ontdoen | verwijder* | gewist | wis | wissen | uitwissen | uitgewist | vernietig* | schrap | schrappen | weghalen | weggehaald | weg te halen | haal ~ weg | haal ~ uit | verwijdr* | verwjider* | verwijdee* | eruit | gegooid | gooi ~ weg | uit ~ halen | uit ~ gehaald | gooi ~ eruit | weggooien | weg | schonen',
  close:
    'opheff* | opgeheven | hef ~ op | op te heffen | sluit | sluiten | gesloten | afsluiten | zeg ~ op | opzeg* | op te zeggen | beeindig* | stopzetten | deactiveer* | opdoek* | doek ~ op',
  account: 'account* | *account | acount | accout | acc | profiel | *profiel | klantdossier | dossier',
  data: 'mijn informatie | onze informatie | uit het bestand | uit de bestanden | uit jullie bestanden | logbestanden | chats | gespreksopnamen | gegevens | dossier | *dossier | informatie ~ over mij | alles | *gegevens | gegvens | gegevns | gegevenss | data | persoonsdata | informatie over mij | informatie over ons | alles wat jullie | alles wat u | alles van mij | alles over mij | wat jullie van mij hebben | mij uit | ons uit | uit jullie systeem | uit jullie systemen | uit uw systeem | uit uw systemen | uit jullie bestand | uit uw bestand | uit jullie database | uit het systeem | uit jullie administratie | belgeschiedenis | *historie | opnames | opnamen',
  forget:
    'vergeet mij | vergeet me | vergeten te worden | vergetelheid | verwijderverzoek | verwijderingsverzoek | wisverzoek | recht op verwijdering | recht op gegevenswissing | gegevenswissing | niets meer van mij | niks meer van mij | recht op wissing',
  keep: 'bewaar* | bewaren | bewaard | opslaan | opslag | opgeslagen | slaan ~ op | vastleg* | vastgelegd | houden ~ bij | bijhouden',
  have: 'hebben | heeft | hebt',
  copy: 'kopie | kopieen | copie | inzage | inzien | afschrift | overzicht | opvrag* | vraag ~ op | export | exporteren | toesturen | opsturen | stuur* | sturen | toegezonden | ontvangen | uitdraai | zie ~ in | inkijken | inkijk | inzien | download | meenemen | overdragen',
  which:
    'wat er over mij | alles wat er | wat er van mij | welke gegevens | welke persoonsgegevens | welke informatie | welke data | wat voor gegevens | wat weten jullie | wat weet u | wat weet jullie | wat weten jullie eigenlijk | wat hebben jullie | wat heeft u | wat jullie | alles wat | wat er allemaal',
  aboutMe: 'van mij | over mij | over me | van ons | over ons | van me | mij betreffen* | betreffende mij | over mijn persoon',
  access:
    'inzageverzoek | inzagerecht | recht op inzage | recht van inzage | inzage in | dataportabiliteit | gegevensoverdraagbaarheid | overdraagbaarheid van gegevens | avg verzoek inzage | kopie van mijn gegevens | kopie van mijn persoonsgegevens',
  paper:
    '*factuur | *facturen | factu* | bon | bonnetje | betaalbewijs | contract* | overeenkomst | offerte | handleiding | certificaat | *rekening | creditnota | jaarrekening',

  refund:
    'geld ~ terughalen | centen ~ terughalen | geld ~ terugkrijgen | geld ~ terugvragen | terugvorder* | geld terug | geld ~ terug | centen terug | geld retour | geld weerom | terugbetal* | terug betaald | terug betalen | terugbetaald | terugbetaling* | terug te betalen | betaal ~ terug | terugstort* | terug storten | terug te storten | stort ~ terug | teruggestort | restitut* | restitueer* | gerestitueerd | bedrag terug | bedrag retour | vergoed | retourbetaling | euro terug | terug op mijn rekening | betaal ~ terug | teveel betaalde terug | teveel terug | alles terug | money terug',
  withdraw:
    'ongedaan | terugdraai | herroep* | herroeping* | ontbind* | ontbonden | zie af | zien af | afzien | annuleer* | annuler* | geannuleerd | cancel | cancellen | cancelen | bedenktijd | bedenktermijn | terugdraaien | draai ~ terug',
  order: 'bestelling* | bestelde | order | orders | aankoop | koop | koopovereenkomst | aanschaf | *order',
  payOut: 'uitbetal* | uitbetaald | uitgekeerd | uitkeren | terug | betaal ~ uit | overmaken | terugkrijgen | storten',
  balance: 'saldo | tegoed | beltegoed | prepaid* | resttegoed',

  alter:
    'moet ~ zijn | dit verwerken | dat verwerken | doorvoeren | invoeren | wijzig* | gewijzigd | verander* | aanpas* | aangepast | aan te passen | pas ~ aan | corrig* | gecorrigeerd | correctie* | rectific* | bijwerk* | bijgewerkt | werk ~ bij | update* | updaten | vervang* | op naam zetten | op naam van | op mijn naam | omzetten | wijzg* | wijizg* | doorgeven | geef ~ door | door te geven | doorvoeren | juiste | zetten | verbeter* | voortaan | heet nu | heten nu | is nu | verouderd',
  field:
    'adres | *adres | adres* | naam | achternaam | voornaam | bedrijfsnaam | handelsnaam | tenaamstelling | telefoonnummer | mobiele nummer | contactnummer | e mail | email | email* | *mailadres | btw* | btw nummer | kvk* | contactgegevens | klantgegevens | bedrijfsgegevens | factuurgegevens | adresgegevens | accountgegevens | naw* | persoonsgegevens | persoonlijke gegevens | mijn gegevens | onze gegevens | rekeninghouder | bankgegevens | iban | rekeningnummer | bankrekening* | geboortedatum | geslacht | contactpersoon',
  moved:
    'heten wij | heten we | wij heten | we heten | ik heet | oude mailadres | oude e mail* | oude adres | ben verhuisd | zijn verhuisd | verhuisd naar | verhuis* | gaan verhuizen | nieuw adres | ander mail* | ander e mail* | ander adres | andere e mail* | nieuwe adres | nieuw e mail* | nieuwe e mail* | nieuw mail* | nieuwe mail* | nieuw telefoonnummer | nieuwe naam | andere naam | verkeerd gespeld | fout gespeld | foutief gespeld | verkeerd geschreven | spelfout in | naam klopt niet | adres klopt niet | gegevens kloppen niet | niet langer ~ maar | adreswijziging | naamswijziging | adres is gewijzigd | adres is veranderd | naam is gewijzigd | naam is veranderd | e mailadres is gewijzigd | staat verkeerd | staan verkeerd',
  setting:
    'wachtwoord* | doorschakel* | doorverbind* | doorgeschakeld | doorstuur* | voicemail* | begroeting | welkomst* | keuzemenu* | menu | ivr | sip* | trunk | pincode | wachtrij | openingstijden | abonnement* | bundel | tarief* | pakket | nummerweergave | toestel | bestemming* | routering | webhook | api | dns | apn | esim | beltoon | wachtmuziek | taal',

  oppose: 'niet mee eens | niet eens met | niet akkoord met | bezwaar* | verzet',
  processing:
    'gedeeld | delen | derden | verwerk* | *marketing | marketing* | profiler* | reclame | nieuwsbrief* | gegevens | *gegevens | mailing* | aanbiedingen',
  trace:
    'dubbel betaald | dubbel afgeschreven | twee keer betaald | twee keer afgeschreven | twee keer geincasseerd | te veel betaald | teveel betaald | teveel | creditere* | gecrediteerd | compensatie | schadevergoeding | onterecht ~ afgeschreven | privacy | vergeet | geen klant meer | klant af | sporen | in de boeken | niets meer van | op mijn naam',
  optOut:
    'toestemming ~ intrek* | toestemming ~ in te trekken | trek ~ toestemming | intrek* ~ toestemming | niet meer mailen | niet meer bellen | niet meer benader* | niet meer gebeld | niet meer gemaild | stop met mailen | stop met bellen | stop met ~ mails | geen reclame | geen nieuwsbri* | geen mails meer | geen mail meer | geen marketing | geen aanbiedingen | geen reclamemail* | afmelden voor | meld ~ af | meld ~ nieuwsbrief | uitschrijven | schrijf ~ uit | van ~ mailinglijst | van ~ maillijst | van ~ verzendlijst | beperk* ~ verwerking | beperking van de verwerking | beperking van verwerking | stop* ~ verwerk* | verwerking ~ stop* | stop* ~ nieuwsbrief*',
};
