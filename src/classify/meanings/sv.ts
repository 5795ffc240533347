import type { Thesaurus } from './meaning.ts';

/** Swedish. */
export const swedish: Thesaurus = {
  erase:
    'radera* | radering | ta bort | tas bort | tagit bort | tar bort | bort med | borttag* | stryk* | forstor* | kasta* | slanga | slang | utplana* | utrader* | makulera* | rensa* | avlagsna* | gallra* | plocka bort | anonymisera*',
  vanish:
    'forsvinn* | spar | utan spar | inga spar | sparlost | borta | inte finnas | finns inte kvar | upphora att existera | vara ute ur | ur systemet',
  forget:
    'glom | glomma | glommas | bli glomd | bortglomd | ratten att bli glomd | ratten att bli bortglomd | glom mig | som om jag aldrig | aldrig funnits | aldrig existerat',
  close:
    'avsluta* | avslutning | avslut | stang* | stang ner | saga upp | sager upp | sag upp | sagt upp | uppsag* | upphor* | lagga ner | inaktivera* | avveckl* | avaktivera*',
  stop: 'sluta | slutar | stopp* | upphor* | lagg av | lat bli | avbryt* | nog | racker | det racker | inte langre | lamna mig ifred',
  cancel:
    'avboka* | avbestall* | annuller* | saga upp | sager upp | uppsagning | upphav* | hava | haver | aterkalla* | avbryt* | makuler* | angra* | avsag*',
  withdrawal:
    'angerratt* | angra kopet | angerfrist* | angrar mig | angra | angrat | 14 dagar | fjorton dagar | angerblankett | oppet kop | angra mitt kop | returnera | frantrad* | distansavtalslag*',
  see: 'se | titta | insyn | tillgang till | fa tillgang | granska* | lasa | kolla | ratt till tillgang | visa | visas | ta del av | inblick',
  send: 'skicka* | sand* | maila | mejla | vidarebefordra* | overlamna* | lamna ut | tillhandahall* | oversand* | delge | utlamn* | posta',
  copy: 'kopi* | utskrift* | utdrag | registerutdrag | sammanstall* | oversikt* | lista over alla | fullstandig lista | dubblett* | avskrift* | avbild',
  export:
    'export* | ladda ner | ladda ned | nedladd* | maskinlasbar* | dataportabil* | portabel* | csv | excel | json | fil | filer | strukturerat format | hamta ut',
  tell: 'beratt* | tala om | informera* | meddela* | forklara* | lat mig veta | besked | upplys* | uppge | svara | redogor* | redovisa*',
  know: 'vet om mig | vet ni | veta | ni vet | har om mig | ni har om mig | om mig | pa mig | vilka uppgifter | vilken information | innehar | har pa mig | sitter pa',
  keep: 'spara* | lagra* | lagring | behall* | forvara* | bevara* | samla* | registrera* | arkivera* | lagringstid',
  share:
    'dela* | lamna vidare | vidare till | salj* | salt | mottagare | overfor* | lamnat ut | utlamn* | ge vidare | spridit | sprida | vidarebefordra*',
  source:
    'varifran | var har ni fatt | var fick ni | hur har ni fatt | hur fick ni | kalla | kallan | kallor | ursprung* | kommit over | hamtat | vem gav',
  giveBack:
    'aterbetal* | betala tillbaka | pengarna tillbaka | pengar tillbaka | tillbaka | retur* | ersatt* | kredit* | aterfor* | fa igen | aterfa | kompens*',
  pay: 'betal* | overfor* | swish* | spender* | erlagg* | inbetal* | lagt ut | kostat | satt in',
  charge:
    'debiter* | dragit | drog | dras | dragits | faktur* | ta betalt | tagit betalt | avgift* | autogiro | belasta* | kostnad* | kravt',
  twice: 'tva ganger | dubbel* | dubbla | igen | ytterligare en gang | 2 ganger | pa nytt | dubblett* | en andra gang | upprepat',
  tooMuch:
    'for mycket | for hogt | av misstag | misstag | oratt* | felaktig* | oberattig* | obehorig* | utan anledning | overtrass* | overdebit* | for dyrt | fel belopp',
  restart:
    'aterstall* | ateraktiver* | aktivera igen | andra tillbaka | som forut | tillbaka | ateruppta | oppna igen | starta om | som innan | lasa upp',
  alter: 'andra* | andring | byt | byta | byter | bytt | byte | justera* | uppdater* | modifier* | anpassa* | korriger* | redigera*',
  correct:
    'ratta* | rattelse | korriger* | korrekt* | fixa | atgarda* | komplettera* | ratta till | ratt till rattelse | justera* | rattning',
  replace:
    'istallet | i stallet | i stallet for | ersatt* | byt ut | byta ut | ska vara | skall vara | ska det sta | inte ~ utan | ratt ar | borde vara',
  newly: 'ny | nya | nytt | fran och med | fran och med nu | fr o m | fom | hadanefter | numera | framover | nu | heter nu | aktuell*',
  wrong:
    'fel | felaktig* | felstav* | stavfel | gammal | gamla | gammalt | inaktuell* | foraldr* | skrivfel | inkorrekt* | stammer inte | misstag',
  moved:
    'flytta* | flytt | ny adress | nya lokaler | nytt kontor | adressandring | andrat adress | bytt adress | omlokal* | bor numera | bor inte kvar',
  renamed:
    'gift | gifte | gift mig | skild | skilt | skilsmass* | namnbyte | bytt namn | bytt efternamn | nytt namn | nytt efternamn | heter nu | heter numera | fusion* | sammansl* | flicknamn',
  register:
    'registrera* | notera* | anteckna* | skriva in | lagg in | lagga in | for in | fora in | anteckning | registrering | uppdatera | ange | bokfor*',
  object:
    'invand* | motsatt* | motsatter mig | protester* | ratt att invanda | bestrid* | emot | accepterar inte | godkanner inte | samtycker inte | haller inte med',
  restrict: 'begrans* | begransning av behandling | sparr* | blocker* | frys* | pausa* | tillfallig* | avstangd | suspender*',
  unsubscribe:
    'avregistr* | avprenumer* | avanmal* | avsluta prenumeration* | saga upp prenumeration | ta bort fran listan | stryk mig | unsubscribe | opt out | sluta skicka | vill inte ha | slippa | inga fler mejl | avbestall*',
  consent:
    'samtyck* | aterkalla samtycke | godkann* | godkant | tillat* | tillstand | medgiv* | gatt med pa | accepter* | utan mitt samtycke | lov',
  bother:
    'stor | stora | ringer | ringa | ringer hela tiden | ring inte | kontakta* | kontakta mig | trakasser* | spamm* | besvar* | mejlar | skickar hela tiden | tjat* | bombarder* | lamna mig ifred',
  money: 'pengar | pengarna | belopp* | summa* | kr | kronor | sek | euro | stalar | cash | pris | priset | kostnad',
  balance:
    'saldo* | tillgodo* | kredit | kvarvarande | atersta* | forbetal* | kontantkort | deposition* | insatt | kvar pa kontot | outnyttja*',
  order: 'bestall* | order | ordern | kop | kopet | kopt | kopte | inkop* | ordernummer | vara',
  account:
    'konto | kontot | konton | profil* | anvandar* | inloggning | registrering | kundkonto | kundnummer | medlemskap | kund | kundkort',
  data: 'uppgifter | uppgifterna | personuppgift* | data | mina uppgifter | information* | information om mig | detaljer | kontaktuppgifter | persondata | kunduppgifter',
  file: 'fil | filer | akt | akten | dossier* | register* | post | kort | historik* | kundkort | journal* | arende* | mapp | dokumentation',
  logs: 'samtalslogg* | samtalslista | samtalshistorik | samtal | samtalen | inspel* | meddeland* | korrespondens | logg | loggar | metadata | chatt*',
  identity:
    'pass | passet | legitimation* | id handling | id kort | legitimera* | identitet* | korkort* | kopia pa legitimation | kopia av id | bankid | id kopia | personnummer',
  everything: 'allt | alla | allting | samtliga | komplett* | fullstandig* | hela | helt | rubb och stubb | varje | alltihop',
  nothing: 'inget | ingenting | inga | ingen | ingenstans | inte nagot | noll | inga spar | inte ett | inte en enda | inte nagonting',
  name: 'namn | namnet | efternamn* | fornamn* | heter | stav* | smeknamn | fullstandigt namn | flicknamn | mellannamn',
  address: 'adress* | gata | gatan | gatuadress* | postnummer | husnummer | postadress | bostad* | ort | besoksadress | folkbokfor*',
  email: 'e post | epost* | e postadress | mejl* | mail | mailadress | email | e mail | inkorg',
  phone: 'telefon* | mobil* | tel | kontaktnummer | mitt nummer | tfn | hemtelefon | nummer till mig',
  company: 'foretag* | bolag* | ab | aktiebolag* | firma* | enskild firma | organisationsnummer | org nr | handelsbolag',
  vat: 'moms* | vat | vat nummer | skatt* | organisationsnummer | f skatt',
  bank: 'bank* | kontonummer | clearingnummer | iban | bic | swift | plusgiro | kontoinnehavare | kort | kortnummer | swish',
  birth: 'fodd | fodelse* | personnummer | alder | fyller ar | foddes',
  advertising:
    'reklam* | nyhetsbrev* | erbjudand* | marknadsfor* | direktreklam | annons* | kampanj* | utskick* | spam | rabatt* | promotion* | marketing',
  list: 'lista* | listor | sandlista* | mejllista* | utskickslista | maillista | e postlista | ringlista | distributionslist* | kundregister | prenumerant* | adresslista | databas*',
  yours: 'er | ert | era | ers | hos er | era system | ert system | er databas | ert register | system* | databas* | ni | ditt system',
  law: 'gdpr | dataskydd* | lag | lagen | lagar | artikel* | art | ratt att | ratt till | rattighet* | enligt | forordning* | juridisk* | laglig* | integritet* | paragraf',
  processing: 'behandl* | anvandning* | anvander | anvands | profiler* | automatiser* | personuppgiftsansvarig | bitrade* | andamal*',
  thirdParty:
    'tredje part | tredjepart* | tredje parter | partner* | samarbetspart* | underleverantor* | andra foretag | andra bolag | utomstaende | leverantor* | personuppgiftsbitrade*',
  lawyer:
    'for min klients rakning | klient* | ombud* | fullmakt* | advokat* | jurist* | pa uppdrag av | foretrad* | a mina vagnar | a hans vagnar | min mor | min mamma | min pappa | mitt barn | min son | min dotter | dodsbo* | vardnadshavare',
  please: 'snalla | var vanlig | vanlig* | tack | ber | ber er | jag ber | begar* | harmed | onskar be | anhall* | vore tacksam',
  want: 'vill | jag vill | skulle vilja | onskar | onskan | behover | behov | ville | vill garna | tanker | hoppas',
  demand:
    'krav* | uppmana* | insister* | maste | skyldig* | inom 30 dagar | omedelbart | omgaende | genast | senast | i annat fall | annars',
  canYou:
    'kan ni | kan du | skulle ni kunna | skulle du kunna | kunde ni | kunde du | vill ni | skulle ni | har ni mojlighet | gar det att ni',
  canI: 'kan jag | far jag | gar det | gar det att | ar det mojligt | mojligt | mojligt att | kan man | kan vi | far man | mojlighet',
  how: 'hur | hur gor jag | hur kan jag | pa vilket satt | var kan jag | var hittar jag | vad ska jag gora | vad maste jag | var | tillvagagang* | vart | steg for steg',
  when: 'nar | hur lange | hur lang tid | hur snabbt | tidsfrist* | frist | tid | tills nar | hur manga dagar | drojer | datum',
  policy:
    'policy* | integritetspolicy | riktlinj* | villkor* | generellt | i allmanhet | allmant | erbjuder ni | hur fungerar | hur fungerar det hos er | rutin* | brukar | vanligtvis',
  condition: 'om | ifall | i fall | sa snart | innan | forutsatt | om inte | savida | nar | i sa fall | tills | i handelse av | efter att',
  suppose:
    'antag | anta | anta att | antag att | tank om | vad hander | vad hander om | sag att | forestall* | overvager | funderar | kanske senare | i framtiden | skulle handa | hypotetisk*',
  not: 'inte | ej | icke | aldrig | utan | ingen | inget | inga | varken | nej | omojlig*',
  noLonger: 'inte langre | inte mer | aldrig mer | aldrig mera | slutat | ej langre | inte fler | inga fler | upphort | langre',
  still:
    'fortfarande | annu | annu inte | an | anda | paminn* | inget svar | inte fatt svar | utan svar | redan bett | veckor sedan | manader sedan | aterigen | vantar | igen',
  done: 'redan | klart | klar | lost | fatt | har fatt | mottag* | kommit | anlant | tack for | ordnat | fixat | genomfor* | atgardat',
  reported: 'sa att | sade | sagt | last | laste | hort | horde | enligt | tydligen | det star | fick veta | berattade | pastar | pastas',
  others:
    'en van | van | kompis* | kollega | kollegor | kund till oss | var kund | vara kunder | annat foretag | annan leverantor | tidigare leverantor | forra operatoren | granne* | nagon annan',
  leave:
    'lat vara | lat det vara | behall | behalla | lata sta | kvar | vara kvar | ska vara kvar | behover inte | inte andra | andra inte | oforandr* | ta inte bort',
  me: 'jag | mig | mej | min | mitt | mina | sjalv | mej sjalv | ar | har',
  us: 'vi | oss | var | vart | vara | vi har | vart foretag | vi ar',
  number:
    'virtuellt nummer | virtuella nummer | virtuell* | nummer | numret | nummret | telefonnummer | linje | riktnummer | voip | 020 nummer | vaxelnummer',
  subscription: 'abonnemang* | prenumeration* | avtal* | paket* | plan | bindningstid | uppsagningstid | forlang* | manadsavgift | forny*',
  invoice: 'faktura* | fakturor | kvitto* | kreditfaktura | kreditnota | rakning* | specifikation* | kontoutdrag | bokforing*',
  document:
    'avtal* | kontrakt* | intyg* | certifikat* | offert* | blankett* | formular* | manual* | bifog* | bilaga | dokument* | bitradesavtal',
  login: 'losenord* | logga in | inlogg* | kod | koden | tvafaktor* | engangskod | glomt losenord | pin | bankid | 2fa',
  app: 'app | appen | applikation* | webbplats* | hemsida* | webbsida | portal* | knapp* | skarm* | sida | sidan | lank* | webblasare',
  setting:
    'vidarekoppl* | rostbrevlad* | telefonsvarar* | halsning* | meny | oppettid* | installning* | stalla in | nummerpresentation | visa nummer | vaxel* | konfigurer*',
  porting:
    'portera* | portering | flytta nummer | flytta numret | nummerflytt | ta med numret | ta med mitt nummer | nummerportabilitet | byta operator | operator* | annan operator',
  sms: 'sms | smset | sms kod | textmeddeland* | verifierings* | engangskod | mms | whatsapp | kod via sms',
  fault:
    'fungerar inte | funkar inte | trasig* | avbrott | driftstor* | storning* | fel | felmeddeland* | inget ljud | hor inte | dalig linje | dalig kvalitet | bryts | problem | ligger nere | kan inte ringa',
  sales: 'offert* | pris | priser | prislista | kostar | vad kostar | intresserad* | kopa | demo | erbjudande | forfragan | prova | testa',
  supplier:
    'vara tjanster | erbjuder | vi erbjuder | vi erbjuder er | samarbet* | partnerskap | betalningsvillkor | forfall* | betalningspaminn* | paminnelse | inkasso* | skuld* | seo | boka ett mote',
  job: 'ansok* | jobb* | tjanst som | cv | personligt brev | praktik* | lediga jobb | anstall* | rekryter* | vakan*',
  swindle:
    'klicka har | klicka pa lanken | klicka | verifiera ditt konto | verifiera | bekrafta ditt konto | vunnit | vinst* | pris | bradskande | sparrat | avstangt | grattis | bitcoin* | arv | upphor idag',
  complaint:
    'klagomal* | klaga* | reklamation* | besviken | besvikna | missnojd* | arg | skandal* | oacceptab* | skamligt | under all kritik | upprord* | bedrag* | dalig service',
  absence:
    'semester* | pa semester | franvar* | inte pa kontoret | autosvar | automatiskt svar | tillbaka den | ar tillbaka | ledig | foraldraledig* | sjuk* | ater den | inte pa plats | tjanstledig',
  thanks:
    'tack | tackar | tack sa mycket | tusen tack | tacksam* | toppen | jattebra | bra jobbat | perfekt | nojd | underbart | berom* | utmarkt',
  greeting:
    'hej | hejsan | god morgon | god dag | basta | kara | halsning* | med vanliga halsningar | vanliga halsningar | mvh | vanligen | ha en bra dag | hej da | halsar',
  authority:
    'polis* | domstol* | tingsratt* | aklagar* | skatteverket | integritetsskydds* | imy | pts | kronofogd* | myndighet* | tillsyn* | konsumentverket | arn',
};
