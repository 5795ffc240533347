import type { Thesaurus } from './meaning.ts';

/** Norwegian. */
export const norwegian: Thesaurus = {
  erase: 'slett* | fjern* | makuler* | odelegg* | tilintetgjor* | kast* | destruer* | utslett* | anonymiser* | stryk* | rydd* | viske ut',
  vanish: 'forsvinn* | borte | vekk | spor | sporlost | uten spor | ingen spor | ut av systemet | ikke finnes | ute av',
  forget:
    'glem | glemme | glemt | bli glemt | retten til a bli glemt | rett til a bli glemt | glem meg | som om jeg aldri | aldri har eksistert | aldri eksistert | glemmes',
  close: 'avslutt* | avslutning | lukk* | steng* | si opp | sier opp | oppsig* | avvikl* | deaktiver* | legge ned | opphor*',
  stop: 'stopp* | slutt | slutte | slutt med | opphor* | gi dere | la være | la meg være | nok | nok er nok | ikke lenger | innstill*',
  cancel:
    'kanseller* | avbestill* | annuller* | avlys* | si opp | sier opp | sagt opp | oppsigelse | opphev* | heve | hever | tilbakekall* | trekke tilbake | angre*',
  withdrawal:
    'angrerett* | angrefrist* | angrer | angre | angret | angreskjema | 14 dager | fjorten dager | ombestemt | ga fra avtalen | ga fra kjopet | returner* | apent kjop',
  see: 'se | innsyn* | rett til innsyn | tilgang til | fa tilgang | titte | lese | vise | vis meg | fa se | gjennomga | se pa',
  send: 'send* | oversend* | tilsend* | videresend* | maile | epost | utlever* | lever* | overlever* | overfor* | gi meg',
  copy: 'kopi* | utskrift* | utdrag* | utskrive | oversikt* | liste over alle | fullstendig liste | komplett liste | avskrift* | gjenpart',
  export:
    'eksport* | laste ned | last ned | nedlast* | maskinlesbar* | dataportabil* | csv | excel | json | fil | filer | strukturert format | regneark',
  tell: 'fortell* | opplys* | informer* | informasjon | forklar* | la meg vite | gi beskjed | beskjed | meddel* | svar | si fra | redegjor*',
  know: 'vet om meg | vet dere | dere vet | har om meg | om meg | pa meg | hvilke opplysninger | hva dere vet | hvilke data | lagret om meg | sitter pa | i besittelse',
  keep: 'lagre* | lagring* | oppbevar* | behold* | ta vare pa | registrer* | samle* | arkiver* | spare pa',
  share:
    'del | dele | deler | delt | utlever* | selg* | solgt | gi videre | gitt videre | videreformid* | mottaker* | overfor* | sendt videre',
  source:
    'hvorfra | hvor har dere fatt | hvor fikk dere | hvordan fikk dere | hvordan har dere fatt | fatt tak i | kilde | kilden | kilder | opprinn* | stammer fra | hvem ga',
  giveBack:
    'tilbakebetal* | betale tilbake | penger tilbake | pengene tilbake | refunder* | refusjon* | retur* | krediter* | tilbakefor* | erstat* | kompens* | fa igjen',
  pay: 'betal* | overfor* | vipps* | innbetal* | brukt | kostet | utlegg | gjore opp',
  charge: 'trekk* | trukket | trakk | belast* | faktur* | gebyr* | avtalegiro | debiter* | krevd | tatt betalt | avgift*',
  twice: 'to ganger | 2 ganger | dobbelt* | doble | igjen | enda en gang | pa nytt | andre gang | gjentatt* | duplikat*',
  tooMuch:
    'for mye | for hoyt | for dyrt | feilaktig* | ved en feil | feil belop | urettmessig* | uberettig* | uten grunn | overbetal* | ved en feiltakelse | uten tillatelse',
  restart:
    'gjenopprett* | gjenapn* | reaktiver* | aktivere igjen | aktivere pa nytt | endre tilbake | tilbake til | som for | gjenoppta* | starte pa nytt | las opp',
  alter: 'endr* | bytt* | skift* | juster* | oppdater* | rediger* | tilpass* | modifiser*',
  correct:
    'rett | rette | rettet | retting | rett opp | korriger* | korrekt* | rett til retting | fikse | ordne | utfylle | riktig* | fa rettet',
  replace:
    'i stedet for | i stedet | istedenfor | isteden | erstatt* | bytt ut | bytte ut | skal være | skal sta | bor være | ikke ~ men | det riktige er',
  newly: 'ny | nytt | nye | fra na av | fra og med | f o m | fom | heretter | na | heter na | fremover | gjeldende',
  wrong:
    'feil | feilaktig* | feilstav* | skrivefeil | stavefeil | gammel | gamle | gammelt | utdatert | utdaterte | ukorrekt* | galt | stemmer ikke | tastefeil',
  moved:
    'flyttet | flytte | flytter | flytting | har flyttet | ny adresse | nye lokaler | nytt kontor | adresseendring | endret adresse | byttet adresse | bor na | relokal*',
  renamed:
    'gift | giftet meg | giftet seg | skilt | skilsmisse | navneendring | navnebytte | byttet navn | endret navn | nytt navn | nytt etternavn | heter na | fusjon* | pikenavn',
  register:
    'registrer* | noter* | merk* | for inn | fore inn | legg inn | legge inn | skriv inn | oppdater* | anmerk* | bokfor* | journalfor*',
  object:
    'protest* | innsig* | innvend* | motsett* | motsetter meg | rett til a protestere | uenig | godtar ikke | aksepterer ikke | ikke enig | bestrid*',
  restrict: 'begrens* | begrensning av behandling | sperr* | blokker* | frys* | suspender* | midlertid* | pause',
  unsubscribe:
    'avmeld* | meld meg av | melde meg av | melde av | meld av | avslutte abonnement | unsubscribe | fjern meg fra listen | fjern meg fra | ut av listen | ikke motta | vil ikke ha flere | slutt a sende | reservere meg | reserver*',
  consent:
    'samtykke* | trekke samtykke | trekker samtykket | trekke tilbake samtykke | tillat* | godkjen* | aksepter* | godta* | uten mitt samtykke | gatt med pa',
  bother:
    'ringer | ring ikke | ringe | ringer hele tiden | kontakt* | kontakte meg | plag* | masing | forstyrr* | trakasser* | sjikaner* | spam* | mailer | bombarder* | sender stadig',
  money: 'penger | pengene | belop* | sum | summen | kr | kroner | nok | euro | pris | prisen | kostnad*',
  balance:
    'saldo* | gjensta* | gjenværende | restbelop | tilgode | kontantkort | forhandsbetal* | depositum | ubrukt* | kreditt | innestaende',
  order: 'bestill* | bestilt | ordre* | kjop | kjopt | kjopte | kjopet | innkjop* | vare',
  account:
    'konto | kontoen | kontoer | profil* | bruker | brukerkonto | brukeren | innlogging | kundekonto | kundenummer | registrering | medlemskap | kunde | kundeforhold',
  data: 'opplysning* | personopplysning* | data | mine data | persondata | informasjon* | informasjon om meg | detaljer | kontaktinformasjon | personlig informasjon | kundedata',
  file: 'fil | filer | sak | saken | saksmappe | journal* | arkiv* | register | registre | kartotek* | historikk* | kundekort | dokumentasjon | mappe',
  logs: 'samtale* | anrop* | opptak* | opptak av samtaler | meldinger | korrespondanse | logg | logger | metadata | chat',
  identity:
    'pass | passet | legitimasjon* | id kort | identitet* | forerkort* | kopi av pass | kopi av id | bankid | fodselsnummer | id bevis | bilde av pass',
  everything: 'alt | alle | alt sammen | samtlige | komplett* | fullstendig* | hele | helt | absolutt alt | enhver | hver | fulle',
  nothing: 'ingenting | intet | ingen | ingen steder | ikke noe | null | ingen spor | ikke en eneste | ikke det minste | overhodet',
  name: 'navn | navnet | etternavn* | fornavn* | heter | stave* | fullt navn | pikenavn | mellomnavn | skrives',
  address: 'adresse* | gate | gata | gateadresse | vei | veien | postnummer | husnummer | bosted | postadresse | poststed',
  email: 'epost* | e post | e postadresse | mail | mailadresse | mailen | email | e mail | innboks | mailer',
  phone: 'telefon* | mobil* | tlf | tlf nr | kontaktnummer | mitt nummer | nummeret mitt | fasttelefon*',
  company: 'firma* | selskap* | bedrift* | as | a s | enkeltpersonforetak | organisasjonsnummer | org nr | orgnr | bronnoysund* | foretak*',
  vat: 'mva | moms* | merverdiavgift | mva nummer | vat | organisasjonsnummer | org nr | skatt* | avgift',
  bank: 'bank* | kontonummer | kontonr | iban | swift | bic | kontoeier | kontohaver | kort | kortnummer | vipps',
  birth: 'bursdag* | fodt i | fodt | fodsel* | personnummer | alder | fodested',
  advertising: 'reklame* | nyhetsbrev* | tilbud | markedsfor* | kampanje* | annonse* | spam | rabatt* | marketing | promoter* | salgsmail',
  list: 'liste* | lista | epostliste* | e postliste | mailingliste* | ringeliste* | distribusjonsliste* | adresseliste* | kontaktliste | database* | mottakerliste | abonnent*',
  yours:
    'deres | hos dere | dere | systemene deres | systemet deres | databasen deres | system* | database* | registeret deres | i deres | din database | ditt system',
  law: 'gdpr | personvern* | personopplysningsloven | lov | loven | lovgivning* | artikkel* | art | rett til | rettighet* | i henhold til | juridisk* | forordning* | paragraf',
  processing: 'behandl* | bruk av | bruker | anvend* | profiler* | automatiser* | automatiserte avgjorelser | databehandler* | formal*',
  thirdParty:
    'tredjepart* | tredje part | partner* | samarbeidspartner* | underleverandor* | databehandler* | andre selskaper | andre firmaer | leverandor* | utenforstaende | tredjemann',
  lawyer:
    'pa vegne av | klient* | min klient | fullmakt* | advokat* | represent* | verge | min mor | min far | mitt barn | sonnen min | datteren min | dodsbo* | mandat',
  please:
    'vennligst | vær sa snill | vær sa vennlig | snill | takk | ber | jeg ber | ber om | anmod* | herved | begjær* | jeg ber om at | fint om',
  want: 'vil | jeg vil | onsker | onske | vil gjerne | skulle gjerne | trenger | behov | behover | ville | haper | har lyst',
  demand: 'krev* | krav | forlang* | insister* | ma | plikt* | innen 30 dager | omgaende | umiddelbart | straks | snarest | ellers | frist',
  canYou: 'kan dere | kan du | kunne dere | kunne du | vil dere | vil du | har dere mulighet | gar det an at dere | klarer dere | kan de',
  canI: 'kan jeg | far jeg | er det mulig | mulig | mulig a | kan man | kan vi | gar det an | mulighet for | har jeg lov',
  how: 'hvordan | pa hvilken mate | hvor kan jeg | hvor finner jeg | hva ma jeg gjore | hva gjor jeg | hvor | fremgangsmate* | hvordan gjor jeg | assen | hvorledes',
  when: 'nar | hvor lenge | hvor lang tid | hvor fort | hvor raskt | frist* | tidsfrist* | hvor mange dager | dato | tar det',
  policy:
    'personvernerklær* | retningslinj* | policy | vilkar* | betingelser | generelt | vanligvis | tilbyr dere | hvordan fungerer | hvordan fungerer det hos dere | rutine* | praksis',
  condition: 'hvis | dersom | om | i tilfelle | sa snart | innen | for | med mindre | nar | forutsatt | etter at | inntil',
  suppose:
    'anta | tenk om | la oss si | hva om | hva hvis | hva skjer | hva skjer hvis | forestill* | vurderer | kanskje senere | i fremtiden | sett at',
  not: 'ikke | ei | aldri | uten | ingen | intet | verken | nei | umulig*',
  noLonger: 'ikke lenger | ikke mer | aldri mer | ikke flere | ingen flere | lenger | sluttet | sluttet a | opphort',
  still:
    'fortsatt | fremdeles | enna | enna ikke | enda ikke | paminn* | purr* | ikke fatt svar | ingen svar | uten svar | allerede bedt | uker siden | maneder siden | igjen | venter',
  done: 'allerede | ferdig | lost | har fatt | fatt | mottatt | kommet | ankommet | takk for | ordnet | gjennomfort | i orden',
  reported: 'sa at | fortalte | fikk beskjed | leste | lest | horte | hort | ifolge | det star | angivelig | fikk hore | pastar',
  others:
    'en venn | venn | venninne | kollega | kolleger | kunden var | vare kunder | annet selskap | annen leverandor | tidligere leverandor | forrige leverandor | nabo* | noen andre',
  leave: 'la være | la det være | la sta | behold* | bevar* | forbli | skal bli | uendret | trenger ikke | ikke endre | ikke slett',
  me: 'jeg | meg | min | mitt | mine | mi | selv | meg selv | har | er',
  us: 'vi | oss | var | vart | vare | vi har | firmaet vart | vi er',
  number:
    'virtuelt nummer | virtuelle numre | virtuelle nummer | virtuell* | nummer | nummeret | numre | numrene | telefonnummer | linje | retningsnummer | voip',
  subscription: 'abonnement* | avtale* | kontrakt* | pakke* | plan | bindingstid | oppsigelsestid | forleng* | manedlig* | forny*',
  invoice: 'faktura* | regning* | kvittering* | kreditnota* | kontoutskrift* | bilag | spesifikasjon | regnskap*',
  document:
    'kontrakt* | avtale | sertifikat* | tilbud | skjema* | handbok | manual* | vedlegg* | vedlagt | dokument* | attest* | databehandleravtale*',
  login: 'passord* | logge inn | logg inn | innlogging* | kode | koden | totrinns* | tofaktor* | glemt passord | bankid | engangskode*',
  app: 'app | appen | nettside* | hjemmeside* | portal* | knapp* | skjerm* | side | siden | lenke* | nettleser*',
  setting:
    'viderekobl* | telefonsvarer* | talepost | mobilsvar | hilsen* | velkomst* | meny | apningstid* | innstilling* | stille inn | vis nummer | sentralbord* | konfigurer*',
  porting:
    'porter* | nummerport* | flytte nummer | flytte nummeret | ta med nummer | ta med nummeret | beholde nummer | bytte operator | bytte leverandor | operator*',
  sms: 'sms | smser | sms kode | tekstmelding* | bekreftelseskode* | verifiseringskode* | engangskode* | kode pa sms | whatsapp | mms',
  fault:
    'virker ikke | fungerer ikke | funker ikke | odelagt | nedetid | driftsforstyrr* | feil | feilmelding* | ingen lyd | horer ikke | darlig forbindelse | problem* | kan ikke ringe | nede | faller ut',
  sales: 'tilbud | pris | priser | prisliste | koster | hva koster | interessert* | kjope | demo | prove | foresporsel | bestille',
  supplier:
    'vare tjenester | vi tilbyr | tilbyr dere | samarbeid* | partnerskap* | betalingsbetingelser | betalingsfrist | forfall* | purring | inkasso* | gjeld | utestaende | seo',
  job: 'soknad* | jobb | jobben | stilling* | cv | praksisplass | praktikant* | ledig stilling | rekrutter* | ansette* | vikariat',
  swindle:
    'klikk her | klikk pa lenken | klikk | bekreft kontoen | verifiser* | vunnet | gevinst* | premie* | haster | sperret | suspendert | gratulerer | bitcoin* | arv | utloper',
  complaint:
    'klage* | reklamasjon* | skuffet | skuffende | misfornoyd* | sint | skandal* | uaksept* | uholdbar* | skammelig | svindel* | darlig service | forbanna',
  absence:
    'ferie* | pa ferie | fravær* | ikke pa kontoret | autosvar | automatisk svar | tilbake den | er tilbake | permisjon* | syk | sykemeldt | kontoret igjen',
  thanks: 'takk | tusen takk | mange takk | takker | takknem* | supert | flott | perfekt | fornoyd | bra jobba | kjempebra | skryt',
  greeting:
    'hei | heisann | hallo | kjære | god dag | hilsen | vennlig hilsen | med vennlig hilsen | mvh | beste hilsen | vh | god helg | hilser',
  authority:
    'politi* | domstol* | tingrett* | retten | patale* | skatteetaten | datatilsynet | tilsyn* | namsmann* | namsfogd* | myndighet* | nkom | forbrukertilsynet',
};
