import type { Thesaurus } from './meaning.ts';

/** Croatian. */
export const croatian: Thesaurus = {
  erase:
    'obris* | izbris* | brisanje | brisati | brisite | uklon* | uklanj* | unist* | ponist* podat* | bacite | odstran* | pobris* | anonimiz*',
  vanish: 'nesta* | bez traga | trag* | nigdje | da me nema | ne postoj* | van sustava | iscez*',
  forget:
    'zaborav* | pravo na zaborav | biti zaboravljen | kao da nikad | kao da nisam postojao | nikad nisam | nikada nisam postoja* | zaboravite me',
  close: 'zatvor* | zatvaranje | ugas* | gasenje | raskid* | raskinuti | otkaz* | deaktiv* | prekin* | ukin*',
  stop: 'prestan* | prestati | zaustav* | prekin* | dosta | dosta je | stop | obustav* | ostavite me | nemojte vise | okanite',
  cancel: 'otkaz* | ponist* | storn* | opoz* | povuc* | povlac* | raskid* | raskinuti | odust*',
  withdrawal:
    'odust* | odustajem od ugovora | pravo na odustanak | jednostrani raskid | raskid ugovora | 14 dana | cetrnaest dana | predomisl* | rok za odustanak | povrat robe | vratiti proizvod',
  see: 'vidjeti | vidim | uvid* | pristup podacima | pravo na pristup | pregled* | pogled* | pokaz* | provjer* | omogucite uvid',
  send: 'posalj* | poslati | salj* | slanje | dostav* | proslijed* | uruc* | preda* | dajte | posaljite mi | na mail',
  copy: 'kopij* | preslik* | ispis* | izvadak | izvod | popis svih | pregled svih | izvjesc* | duplikat*',
  export:
    'izvoz* | izvez* | export* | preuz* | skin* datotek* | strojno citljiv* | prenosiv* | prenosivost podataka | csv | excel | json | datotek*',
  tell: 'recite | reci | obavijest* | inform* | javite | javiti | objasn* | priopc* | otkrij* | odgovor* | navedite',
  know: 'znate | znate o meni | o meni | sto znate | koje podatke | imate o meni | posjed* | raspolaz* | kojim podacima | u posjedu | imate moje',
  keep: 'cuva* | pohran* | sprem* | zadrz* | prikup* | biljezite | arhiv* | rok cuvanja',
  share: 'dijel* | podijel* | prosljeđ* | proslijed* | proda* podat* | prodali | ustup* | primatelj* | otkrili | dalje | kome',
  source:
    'odakle | odakle vam | otkud | otkud vam | izvor* | kako ste dosli | kako ste dobili | podrijetl* | gdje ste nabavili | od koga | tko vam je dao | pribav*',
  giveBack: 'povrat* | povrat novca | vrat* | refund* | nadoknad* | natrag | nazad | uplatite natrag | preplat* vratit*',
  pay: 'plat* | plac* | uplat* | isplat* | potros* | podmir*',
  charge: 'naplat* | naplac* | skinuli | skinut* | tereti* | terecen* | fakturir* | zaduz* | naknad* | odbili',
  twice: 'dvaput | dva puta | dvostruk* | dupl* | ponovno | opet | jos jednom | drugi put',
  tooMuch: 'previse | preveliki | neoprav* | greskom | pogres* | zabunom | neosnovan* | krivo | vise nego | preplat* | nepravedno',
  restart:
    'vratite kako | vratiti na | ponovno aktiv* | reaktiv* | obnov* | kao prije | natrag | ponovno pokren* | uspostav* | odblok* | prijasnje stanje',
  alter: 'promijen* | promjen* | mijenja* | izmijen* | izmjen* | prilagod* | azurir* | uredi* | modific* | preinak*',
  correct: 'isprav* | poprav* | korig* | korekcij* | pravo na ispravak | tocan | dopun* | tocno',
  replace: 'umjesto | zamijen* | zamjen* | treba biti | mora biti | treba pisati | ne ~ nego | a ne | treba stajati | ispravno je',
  newly: 'novi | nova | novo | novu | novog | od sada | odsad | od danas | ubuduce | sada | trenutn* | pocevsi',
  wrong: 'pogres* | krivo | krivi | kriva | netocn* | greska | greskom | tipfeler* | star* podat* | stari | stara | zastar*',
  moved: 'presel* | selid* | selimo | nova adresa | promjena adrese | novo sjediste | promijenio adresu | novi ured | odsel*',
  renamed:
    'udala | udala sam | ozeni* | vjencan* | razve* | razvod | promjena imena | promjena prezimena | novo prezime | promijenila prezime | djevojacko | spajanj* | preimen*',
  register: 'zabilj* | zapis* | evidentir* | upis* | unes* | registr* | dodajte | naved*',
  object: 'prigovor* | prigovaram | protiv* | protivim se | pravo na prigovor | ne slazem se | ne pristaj* | prosvjed* | odbij* | ospor*',
  restrict: 'ogranic* | ogranicenje obrade | blokir* | zamrz* | obustav* | suspend* | privremen* | stavite na cekanje | ne koristite',
  unsubscribe:
    'odjav* | odjavite me | maknite me | s liste | skinite me s liste | unsubscribe | ne zelim primati | ne saljite | brisanje s liste | pretplatu',
  consent: 'privol* | povlacim privolu | suglas* | pristan* | dozvol* | dopust* | bez moje privole | odobr*',
  bother: 'uznemir* | zovete | zovu | zvati | ne zovite | gnjav* | smeta* | kontaktir* | stalno salj* | spam* | maltretir* | dosađ*',
  money: 'novac | novca | novcem | iznos* | eur | eura | euro | svot* | cijena | cijenu | kuna | sredstv*',
  balance: 'stanje | stanje racuna | saldo | kredit | preostal* | ostatak | bon | avans* | polog | prepaid | nadoplat* | neiskorist*',
  order: 'narudzb* | naruc* | kupnj* | kupio | kupila | kupovin* | kupljen*',
  account: 'racun | racuna | korisnicki racun | profil* | korisni* | registracij* | nalog | prijava | klijent',
  data: 'podaci | podatke | podataka | podacima | podatak | osobni podaci | osobne podatke | osobnih podataka | moji podaci | informacij* | detalj*',
  file: 'spis* | dosje* | datotek* | karton* | evidencij* | zapis* | povijest* | registar | mapa | dokumentacij*',
  logs: 'popis poziva | povijest poziva | poziv* | snimk* | razgovor* | poruk* | prepisk* | zapisnik* | metapodac* | chat*',
  identity:
    'osobna iskaznica | osobne iskaznice | osobnu iskaznicu | putovnic* | iskaznic* | osobna | identitet* | dokument o identitetu | vozack* | oib',
  everything: 'sve | svi | svih | svega | cijel* | citav* | potpun* | kompletn* | bas sve | sveukupn*',
  nothing: 'nista | nicega | nigdje | nijedan | nijedna | nikakv* | nitko | nikakav trag | niti jedan | nimalo',
  name: 'ime | imena | imenom | prezime* | zovem se | zove se | naziv* | pravopis* | pise se | djevojacko prezime',
  address: 'adres* | ulica | ulici | ulicu | postanski broj | kucni broj | prebivalist* | boravist* | sjedist*',
  email:
    'email* | e mail | e mail adres* | mail | maila | mail adres* | e posta | e poste | elektronicka posta | elektronicke poste | sanducic',
  phone: 'telefon* | broj telefona | telefonski broj | mobitel* | broj mobitela | mob | tel | kontakt broj | moj broj | fiksni',
  company: 'tvrtk* | firma | firme | poduzec* | drustv* | d o o | doo | jdoo | obrt* | naziv tvrtke | oib | sudski registar',
  vat: 'oib | pdv | pdv broj | pdv id | porezni broj | porez* | vat | maticni broj',
  bank: 'bankovni racun | bankovnog racuna | broj racuna | iban | swift | bic | bank* | vlasnik racuna | kartic*',
  birth: 'datum rođenja | rođen | rođena | rođenj* | rođendan* | godina rođenja | mjesto rođenja | starost',
  advertising: 'reklam* | newsletter* | promoci* | promotivn* | ponud* | marketing* | oglas* | spam | akcij* | popust*',
  list: 'list* primatelj* | mailing lista | lista | liste | listu | popis* | baza | baze | distribucijsk* | pretplatni* | imenik',
  yours: 'vas | vasa | vase | vasem | vasoj | vaseg | vasih | kod vas | sustav* | baza podataka | bazi podataka | vasoj bazi',
  law: 'gdpr | zakon* | uredb* | clank* | cl | clanak | pravo na | prava | zastit* podataka | zastita podataka | prema | pravn* | stavak | azop',
  processing: 'obrad* | obrađuj* | koristen* | koristite | profilir* | izrada profila | automatiz* | voditelj obrade | svrh*',
  thirdParty:
    'trece strane | trecim stranama | trecih strana | trecim osobama | trece osobe | partner* | podizvođac* | drugim tvrtkama | izvrsitelj* | dobavljac* | suradni*',
  lawyer:
    'u ime | u ime klijenta | klijent* | odvjetni* | punomoc* | opunomoc* | zastup* | moja majka | moj otac | moje dijete | moj sin | skrbni*',
  please: 'molim | molim vas | molimo | ljubazn* | lijepo molim | molba | zahtjev* | zamolio | zamolila | ovim putem | htio bih zamoliti',
  want: 'zelim | zelimo | htio | htjela | htjeli | hocu | zelio | zeljela | trebam | treba mi | voljela | namjer*',
  demand: 'zahtij* | trazim | insistir* | inzistir* | opomen* | morate | duzni ste | obvez* | u roku | odmah | hitno | u protivnom',
  canYou:
    'mozete | mozete li | biste li mogli | biste li | mozes | mozes li | mogli biste | da li mozete | moze li se | jeste li u mogucnosti',
  canI: 'mogu | mogu li | mogao bih | mogla bih | je li moguce | moze li | moguce | smijem | da li mogu | mogucnost',
  how: 'kako | na koji nacin | gdje | gdje mogu | sto trebam | sto moram | postup* | uput* | koraci | kome',
  when: 'kada | kad | koliko dugo | koliko traje | rok | rokovi | do kada | koliko dana | u kojem roku',
  policy: 'politik* | pravila | pravilnik* | opcenito | inace | nudite li | kako funkcionira | uvjet* | obicno | praksa',
  condition: 'ako | ukoliko | u slucaju | cim | prije nego | osim ako | pod uvjetom | kada | nakon sto | dok',
  suppose:
    'pretpostav* | zamisl* | recimo | sto ako | sto se događa | sto bi bilo | razmisljam | razmatr* | mozda kasnije | u buducnosti | eventualn*',
  not: 'ne | nije | nisam | necu | nikad | nikada | bez | nemam | nema | nemojte',
  noLonger: 'vise ne | vise nije | vise nisam | ne zelim vise | vise ne zelim | nikad vise | ne ~ vise | ne koristim vise',
  still:
    'jos | jos uvijek | jos nije | i dalje | podsjet* | bez odgovora | nisam dobio odgovor | vec sam trazio | prije tjedan* | ponovno | cekam',
  done: 'vec | gotovo | rijesen* | primio | primila | dobio | stiglo | stigao | obavljen* | hvala na',
  reported: 'rekli su | receno | rekao | procita* | cuo | cula | prema | navodno | pise | saznao',
  others:
    'prijatelj* | kolega | kolegic* | nas klijent | nasi klijenti | druga tvrtka | druga firma | prethodni operater | bivsi operater | susjed* | netko',
  leave: 'ostav* | zadrz* | neka ostane | ostane | ostati | nepromijenj* | ne treba | ne brisite | ne mijenj*',
  me: 'ja | mene | meni | mi | me | moj | moja | moje | moju | mojih | mnom | sam',
  us: 'mi | nas | nama | nam | nasa | nase | nasu | smo | nasih',
  number: 'virtualni broj | virtualn* | broj | broja | brojevi | brojeva | brojem | linij* | pozivni broj | voip',
  subscription: 'pretplat* | tarif* | paket* | ugovor* | produz* | mjesecn* | ugovorna obveza | otkazni rok',
  invoice: 'racun | racuna | racuni | faktur* | potvrda o placanju | odobrenje | potvrd* | predracun* | knjigovod*',
  document: 'ugovor* | potvrd* | certifikat* | ponud* | obrazac | obrasc* | prirucni* | dokument* | prilog* | privit*',
  login: 'lozink* | prijav* | kod | dvofaktor* | zaporka | zaboravio lozinku | pin',
  app: 'aplikacij* | stranic* | web | portal* | gumb* | zaslon* | link* | poveznic* | preglednik*',
  setting: 'preusmj* | govorna posta | govornu postu | pozdravn* | izbornik* | radno vrijeme | postav* | centrala',
  porting:
    'prijenos broja | prenijeti broj | prijenos* | prenos* | prenosivost broja | zadrzati broj | promjena operatera | operater* | drugom operateru',
  sms: 'sms | smsova | sms poruka | tekstualna poruka | verifikacijski kod | kod za potvrdu | poruk* | whatsapp',
  fault:
    'ne radi | ne rade | kvar* | pokvar* | smetnj* | prekid* | greska | nema zvuka | ne cuje se | losa veza | problem* | ne mogu nazvati',
  sales: 'ponud* | cijena | cijene | cjenik* | koliko kosta | kosta | zanima | zainteresir* | kupiti | demo | upit',
  supplier: 'nase usluge | nudimo | nudimo vam | suradnj* | partnerstv* | dospijec* | rok placanja | dugovan* | opomen* | nepodmir* | seo',
  job: 'posao | posla | zivotopis* | radno mjesto | natjecaj* | prijava za posao | zaposlj* | praksa | zamolba | cv',
  swindle:
    'kliknite | kliknite ovdje | potvrdite svoj | provjerite racun | osvojili | nagrad* | hitno | suspendiran* | blokiran* | istjece | cestitamo | bitcoin*',
  complaint:
    'prituzb* | zalb* | zalim se | reklamacij* | razocar* | nezadovolj* | skandal* | sramot* | ljut sam | neprihvat* | prevar* | uzas*',
  absence:
    'godisnji odmor | godisnjem | odsut* | izvan ureda | automatski odgovor | vracam se | nisam u uredu | bolovanj* | dopust* | odmoru',
  thanks: 'hvala | puno hvala | zahvalj* | zahvaln* | odlicn* | super | pohval* | zadovolj* | izvrsn*',
  greeting: 'postovan* | dobar dan | dobro jutro | dobra vecer | bok | pozdrav* | srdacan pozdrav | lijep pozdrav | s postovanjem | lp',
  authority: 'polici* | sud | suda | sudsk* | drzavno odvjet* | tuzitelj* | porezna uprava | azop | hakom | ovrh* | ovrsitelj* | inspek*',
};
