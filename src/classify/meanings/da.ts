import type { Thesaurus } from './meaning.ts';

/** Danish. */
export const danish: Thesaurus = {
  erase:
    'slet* | fjern* | destru* | makuler* | tilintetgor* | smid ud | smide ud | kasser* | udslet* | udvisk* | rydde | ryd | anonymiser* | stryg*',
  vanish:
    'forsvind* | forsvundet | spor | uden spor | sporlost | intet spor | væk | helt væk | ud af systemet | ude af jeres | ikke findes',
  forget:
    'glem | glemme | glemt | blive glemt | retten til at blive glemt | glem mig | bortglemt | som om jag aldrig | som om jeg aldrig | aldrig har eksisteret | aldrig eksisteret',
  close: 'luk | lukke | lukket | lukning | luk ned | nedlæg* | afslut* | opsig* | ophor* | deaktiver* | afmeld* | stoppe mit abonnement',
  stop: 'stop | stoppe | stopper | ophor* | hold op | holde op | lad være | indstil* | slut | nok | nu er det nok | ikke længere | lad mig være',
  cancel: 'annuller* | afbestil* | aflys* | opsig* | fortryd* | ophæv* | tilbagekald* | tilbagetræk* | afmeld* | træk tilbage',
  withdrawal: 'fortryd* | fortrudt | 14 dage | fjorten dage | træde tilbage | returner* | ombestemt | forbrugeraftale*',
  see: 'se | indsigt | indsigtsret* | aktindsigt | adgang til | fa adgang | kigge | kig | gennemse | vise | vis mig | ret til indsigt | fa indsigt | læse',
  send: 'send* | fremsend* | tilsend* | videresend* | maile | mail mig | overdrag* | udlever* | lever | levere | overlever* | giv mig',
  copy: 'kopi* | udskrift* | udskriv* | udtræk* | oversigt* | liste over alle | fuld liste | komplet liste | opgorelse | genpart | samlet oversigt',
  export:
    'eksport* | download* | hente | hent ned | maskinlæsbar* | dataportabil* | csv | excel | json | fil | filer | struktureret format | regneark',
  tell: 'fortæl* | oplys* | informer* | information | forklar* | lad mig vide | besked | meddel* | svar | give besked | redegor*',
  know: 'ved om mig | ved i | vide | i ved | har om mig | om mig | har liggende | liggende om mig | pa mig | hvilke oplysninger | hvilke data | i besiddelse af',
  keep: 'gem | gemme | gemmer | gemt | opbevar* | lagr* | behold* | registrer* | indsaml* | arkiver* | bevare',
  share: 'del | dele | deler | delt | videregiv* | sælg* | solgt | modtager* | overdrag* | give videre | givet videre | overfor* | spredt',
  source:
    'hvorfra | hvor har i faet | hvor fik i | hvordan har i faet | hvordan fik i | hvor stammer | stammer fra | kilde | kilden | kilder | oprind* | hvem har givet | faet fat i',
  giveBack:
    'tilbagebetal* | betale tilbage | penge tilbage | pengene tilbage | refunder* | refusion* | tilbagefor* | retur* | godtgor* | krediter* | kompens* | erstat* | fa igen',
  pay: 'betal* | overfor* | mobilepay | indbetal* | brugt | kostet | udlæg | afregn* | indsat',
  charge: 'træk* | trukket | trak | hævet | hæve | opkræv* | faktur* | debiter* | gebyr* | betalingsservice | fratruk* | afgift*',
  twice: 'to gange | 2 gange | dobbelt* | igen | endnu en gang | anden gang | pa ny | gentag* | dublet*',
  tooMuch:
    'for meget | for hojt | for dyrt | fejlagtig* | ved en fejl | fejl | uretmæssig* | uberettig* | forkert belob | overbetal* | uden grund | uden min tilladelse',
  restart: 'genopret* | gendan* | genaktiver* | aktivere igen | ændre tilbage | som for | tilbage til | genabn* | genoptag* | las op',
  alter: 'ændr* | skift* | juster* | opdater* | tilpas* | rediger* | modificer* | rette | omdob*',
  correct:
    'ret | rette | rettet | rettelse | ret til berigtigelse | berigtig* | korriger* | korrekt* | rette op | ordne | udbedre | tilfoj* | fa rettet',
  replace:
    'i stedet for | i stedet | istedet | erstat* | udskift* | skal være | skal sta | bor være | ikke ~ men | bytte | skifte ud | det rigtige er',
  newly: 'ny | nyt | nye | fra nu af | fra og med | fremover | nu | fra i dag | hedder nu | aktuel* | nuværende | per',
  wrong:
    'forkert* | fejl | fejlagtig* | stavefejl | stavet forkert | gammel | gamle | gammelt | forældet | forældede | tastefejl | passer ikke | ukorrekt*',
  moved:
    'flyttet | flytte | flytter | flytning | er flyttet | ny adresse | nye lokaler | nyt kontor | adresseændring | skiftet adresse | fraflyt* | bor nu | ny bopæl',
  renamed:
    'gift | blevet gift | giftet mig | skilt | blevet skilt | skilsmisse | navneændring | skiftet navn | nyt navn | nyt efternavn | hedder nu | fusion* | pigenavn',
  register: 'registrer* | noter* | note | indtast* | indfore | skriv* ind | tilfoj* | opdater* | anfor* | journaliser* | bogfor*',
  object:
    'indsig* | gore indsigelse | gor indsigelse | protest* | modsæt* | modsætter mig | ret til indsigelse | uenig | accepterer ikke | ikke enig | bestrid*',
  restrict:
    'begræns* | begrænsning af behandling | spærres | spærre | spærring | bloker* | frys* | suspender* | midlertidig* | sæt pa pause | stille i bero',
  unsubscribe:
    'afmeld* | frameld* | frabed* | frabeder mig | unsubscribe | slet mig fra listen | fjern mig fra | af listen | vil ikke modtage | ikke længere modtage | ingen flere mails | stop med at sende',
  consent:
    'samtykke* | trække mit samtykke | trækker mit samtykke | tilbagekald* samtykke | tillad* | accept* | godkend* | givet lov | uden mit samtykke | indvillig*',
  bother:
    'ringer | ring ikke | ringe | bliver ved | kontakt* | kontakte mig | generer* | forstyr* | chikan* | spam* | plag* | mailer | bombarder* | henvend* | sender hele tiden',
  money: 'penge | pengene | belob* | sum | kr | kroner | dkk | euro | pris | prisen | omkostning* | kontanter',
  balance:
    'saldo* | restbelob* | resterende | tilgodehavende | forudbetalt | taletid | kredit | indestaende | depositum | tilbage pa kontoen | ubrugt*',
  order: 'bestil* | ordre* | kob | kobt | kobte | kobet | indkob* | vare',
  account: 'konto | kontoen | konti | profil* | bruger* | login | kundekonto | kundenummer | registrering | medlemskab | kunde | kundekort',
  data: 'oplysninger* | personoplysninger | data | mine data | mine oplysninger | persondata | information* | detaljer | kontaktoplysninger | personlige oplysninger | oplysninger om mig | kundedata',
  file: 'fil | filer | sag | sagen | sagsmappe* | journal* | arkiv* | register | registre | kartotek* | historik* | kundekort | dokumentation | mappe',
  logs: 'opkald* | samtale* | optagelse* | beskeder | korrespondance | log | logfiler | metadata | chat',
  identity:
    'pas | passet | legitimation* | id kort | identitet* | korekort* | kopi af pas | kopi af id | billedlegitimation | sygesikring* | cpr | mitid | sundhedskort',
  everything: 'alt | alle | alting | samtlige | komplet* | fuldstændig* | hele | helt | det hele | fulde | enhver | alt sammen',
  nothing: 'intet | ingenting | ingen | ingen steder | ikke noget | nul | intet spor | slet ikke | ikke en eneste | ikke det mindste',
  name: 'navn | navnet | efternavn* | fornavn* | hedder | stave* | stavning | fulde navn | pigenavn | mellemnavn | kaldes',
  address: 'adresse* | gade | gaden | vej | vejnavn | postnummer | husnummer | bopæl | postadresse | by | etage',
  email: 'email* | e mail | e mailadresse | mail | mailadresse | mailen | mailadressen | e post | indbakke | mails',
  phone: 'telefon* | mobil* | tlf | tlf nr | kontaktnummer | mit nummer | fastnet* | kontakttelefon',
  company: 'firma* | virksomhed* | selskab* | aps | a s | enkeltmandsvirksomhed | cvr | cvr nummer | erhvervsstyrelsen | i s',
  vat: 'moms* | vat | cvr | cvr nr | skat* | se nummer | afgift',
  bank: 'bank* | kontonummer | registreringsnummer | reg nr | iban | swift | bic | kontohaver | nemkonto | kort | kortnummer | betalingskort',
  birth: 'fodt | fodsel* | cpr | cpr nummer | alder | fodested',
  advertising:
    'reklame* | nyhedsbrev* | tilbud | tilbudsmails | markedsfor* | kampagne* | annonce* | spam | rabat* | marketing | promotion*',
  list: 'liste* | mailingliste* | mailliste* | distributionsliste* | ringeliste* | adresseliste* | kontaktliste | database* | modtagerliste | abonnent*',
  yours:
    'jeres | hos jer | jer | deres | jeres system | jeres systemer | jeres database | system* | database* | i jeres | dit system | virksomhed jeres',
  law: 'gdpr | databeskyttelse* | persondataforordningen | lov | loven | lovgivning* | artikel* | art | ret til | rettighed* | i henhold til | ifolge loven | juridisk* | forordning* | paragraf',
  processing:
    'behandl* | brug af | bruger til | anvend* | profiler* | automatiser* | automatiske afgorelser | dataansvarlig* | databehandler* | formal*',
  thirdParty:
    'tredjepart* | tredje part | tredjemand | partner* | samarbejdspartner* | underleverandor* | databehandler* | andre firmaer | andre virksomheder | leverandor* | udenforstaende',
  lawyer:
    'pa vegne af | klient* | min klient | fuldmagt* | advokat* | repræsent* | værge | min mor | min far | mit barn | min son | min datter | dodsbo* | mandat',
  please: 'vær venlig | vær sa venlig | venlig* | tak | beder | jeg beder | bedes | anmod* | hermed | jeg skal bede | ville sætte pris pa',
  want: 'vil | jeg vil | onsker | onske | vil gerne | ville gerne | behover | brug for | har brug for | ville | haber | agter',
  demand: 'kræv* | krav | forlang* | insister* | skal | pligt* | forpligt* | inden 30 dage | omgaende | straks | senest | ellers | frist',
  canYou: 'kan i | kan du | kunne i | kunne du | vil i | vil du | ville i | har i mulighed | mon i | kan du hjælpe | kan de',
  canI: 'kan jeg | ma jeg | er det muligt | muligt | muligt at | kan man | kan vi | mulighed for | ma man | kunne jeg',
  how: 'hvordan | hvorledes | pa hvilken made | hvor kan jeg | hvor finder jeg | hvad skal jeg gore | hvad gor jeg | hvor | fremgangsmade* | hvordan gor jeg | vejledning',
  when: 'hvornar | hvor længe | hvor lang tid | hvor hurtigt | frist* | tidsfrist* | hvor mange dage | dato | tid | varer',
  policy:
    'politik* | privatlivspolitik | persondatapolitik | vilkar | betingelser | generelt | i almindelighed | tilbyder i | hvordan fungerer | retningslinj* | normalt | praksis',
  condition: 'hvis | safremt | i tilfælde af | sa snart | inden | for | medmindre | nar | forudsat | efter at | dersom | indtil',
  suppose:
    'antag | antage | forestil* | lad os sige | hvad nu hvis | hvad hvis | hvad sker der | overvejer | overveje | maske senere | i fremtiden | sæt nu',
  not: 'ikke | ej | aldrig | uden | ingen | intet | hverken | nej | umulig*',
  noLonger: 'ikke længere | ikke mere | aldrig mere | ikke flere | ingen flere | længere | holdt op | stoppet med | ophort',
  still:
    'stadig | stadigvæk | endnu | endnu ikke | pamind* | rykker* | rykke | intet svar | ikke faet svar | uden svar | allerede bedt | uger siden | maneder siden | igen | fortsat | venter',
  done: 'allerede | færdig | lost | har faet | faet | modtaget | ankommet | kommet | tak for | ordnet | klaret | gennemfort',
  reported: 'sagde | fortalte | fik at vide | læste | læst | horte | hort | ifolge | der star | angiveligt | har faet oplyst | pastar',
  others:
    'en ven | ven | veninde | kollega | kolleger | vores kunde | vores kunder | andet firma | anden udbyder | tidligere udbyder | tidligere leverandor | nabo | en anden',
  leave:
    'lad være | lad det være | behold* | bevar* | forblive | skal blive | uændret | behover ikke | ikke ændre | ikke slette | lade sta',
  me: 'jeg | mig | min | mit | mine | selv | jeg selv | mig selv | har | er',
  us: 'vi | os | vores | vor | vort | vi har | vores firma | vi er',
  number:
    'virtuelt nummer | virtuelle numre | virtuel* | nummer | nummeret | numre | numrene | telefonnummer | linje | omradenummer | voip | hovednummer',
  subscription: 'abonnement* | aftale* | kontrakt* | pakke* | plan | binding* | opsigelsesvarsel | forlæng* | manedlig* | forny*',
  invoice: 'faktura* | regning* | kvittering* | kreditnota* | kontoudtog* | bilag | opgorelse | bogholderi | bogforing',
  document:
    'kontrakt* | aftale | certifikat* | tilbud | formular* | blanket* | manual* | vedhæft* | vedlagt | dokument* | databehandleraftale* | bilag',
  login:
    'adgangskode* | kodeord* | password | logge ind | log ind | login | kode | koden | totrins* | tofaktor* | glemt kode | mitid | engangskode',
  app: 'app | appen | hjemmeside* | webside* | website | portal* | knap | knappen | skærm* | side | siden | link* | browser*',
  setting:
    'viderestil* | telefonsvarer* | voicemail | velkomst* | menu | abningstid* | indstil* | vis nummer | omstilling* | opsæt* | konfigurer*',
  porting:
    'porter* | nummerporter* | flytte nummer | flytte nummeret | tage nummer med | beholde nummer | nummerflytning | skifte udbyder | anden udbyder | teleselskab*',
  sms: 'sms | smser | sms kode | sms besked | tekstbesked* | bekræftelseskode* | verifikationskode* | engangskode | whatsapp | mms',
  fault:
    'virker ikke | fungerer ikke | i stykker | nedbrud* | driftsforstyr* | fejl | fejlbesked* | ingen lyd | kan ikke hore | darlig forbindelse | problem* | kan ikke ringe | nede | afbrydes',
  sales: 'tilbud | pris | priser | prisliste | koster | hvad koster | interesseret* | kobe | demo | prove | foresporgsel | bestille',
  supplier:
    'vores ydelser | vores services | vi tilbyder | tilbyder jer | samarbejde* | partnerskab* | betalingsbetingelser | betalingsfrist | forfald* | rykker* | inkasso* | gæld | restance* | seo',
  job: 'ansog* | job | stilling* | cv | praktik* | ledig stilling | rekrutter* | ansætte* | jobopslag',
  swindle:
    'klik her | klik pa linket | klik | bekræft din konto | verificer* | vundet | gevinst* | præmie* | haster | spærret | suspenderet | tillykke | bitcoin* | arv | udlober',
  complaint:
    'klage* | reklamation* | skuffet | skuffende | utilfreds* | vred | skandal* | uacceptab* | urimelig* | skam | svindel* | darlig service | rystet',
  absence:
    'ferie* | pa ferie | fravær* | ikke pa kontoret | autosvar | automatisk svar | tilbage den | er tilbage | barsel* | orlov | syg | kontoret igen',
  thanks: 'tak | mange tak | tusind tak | takker | taknem* | super | fantastisk* | fedt | perfekt | tilfreds | godt arbejde | ros',
  greeting:
    'hej | hejsa | kære | goddag | god dag | hilsen | venlig hilsen | med venlig hilsen | mvh | vh | bedste hilsner | mange hilsner | god weekend',
  authority:
    'politi* | domstol* | retten | byret* | anklage* | skattestyrelsen | skat | datatilsynet | tilsyn* | fogedret* | myndighed* | forbrugerombudsmanden',
};
