import type { Thesaurus } from './meaning.ts';

/** Hungarian. */
export const hungarian: Thesaurus = {
  erase:
    'torol* | torles* | kitorol* | kitorles | letorol* | megsemmisit* | eltavolit* | eltuntet* | kidob* | dobjak ki | felszamol* | anonimiz*',
  vanish: 'tunjon el | eltun* | nyom nelkul | nyoma se | nyom | nyoma | nyomtalan* | sehol | ne legyek | ne szerepeljek | megszun*',
  forget:
    'felejt* | felejtsenek el | felejtsek el | elfelejt* | elfeledt* | elfeledteteshez valo jog | mintha soha | mintha nem is | soha nem letez* | sosem letez*',
  close: 'megszunt* | bezar* | lezar* | zarjak le | felmond* | felbont* | deaktival* | inaktival* | befejez*',
  stop: 'hagyjak abba | hagyja abba | abbahagy* | fejezzek be | szuntessek meg | megszunt* | leallit* | allitsak le | eleg | eleg volt | stop | hagyjanak beken | alljanak le',
  cancel: 'lemond* | visszavon* | sztorn* | felmond* | torol* rendeles* | elallok | ervenytelen* | visszamond*',
  withdrawal:
    'elallasi jog | elall* | 14 nap | 14 napon belul | tizennegy napos | indoklas nelkul | indokolas nelkul | meggondol* | visszakuld* | tavollevok kozott',
  see: 'latni | megnez* | megtekint* | betekint* | hozzafer* | hozzaferesi jog | megismer* | mutassak | megmutat* | ellenoriz*',
  send: 'kuld* | elkuld* | megkuld* | atkuld* | tovabbit* | tovabbkuld* | atad* | adjak at | kiad* | juttas* el | bocsassak rendelkezes*',
  copy: 'masol* | kivonat* | lista | osszes adat listaja | kinyomtat* | nyomtat* | osszesit* | attekint* | teljes lista | kimutat* | kopia',
  export: 'export* | letolt* | adathordoz* | geppel olvashato | tagolt | csv | excel | json | fajl* | tablazat*',
  tell: 'mondj* | mondjak meg | tajekoz* | kozol* | ertesit* | magyaraz* | felvilagosit* | irjak meg | valasz* | tudass* | ismertess*',
  know: 'tudnak rolam | tudjak rolam | rolam | milyen adat* | milyen adatokat | ram vonatkozo | rendelkeznek | birtok* | tarolnak rolam | mit tudnak | velem kapcsolatban',
  keep: 'tarol* | megoriz* | megorzes* | oriz* | gyujt* | rogzit* | nyilvantart* | megtart* | archival* | ment* el | elment*',
  share: 'megoszt* | atad* | tovabbad* | tovabbit* | elad* | cimzett* | kiadt* | kinek | kiszivarg*',
  source:
    'honnan | honnan van | honnan szereztek | honnan kaptak | forras* | szarmaz* | hogyan jutottak | jutottak hozza | kitol | szerez*',
  giveBack:
    'visszaterit* | teritsek vissza | visszafizet* | fizessek vissza | visszautal* | utaljak vissza | vissza* penz* | penzt vissza | vissza | karterit* | jovair* | visszakap* | visszaad* | karpotol*',
  pay: 'fizet* | kifizet* | befizet* | utal* | atutal* | koltott* | elkoltott | megfizet* | kiegyenlit* | rendez* szamla* | feltolt*',
  charge: 'levon* | terhel* | megterhel* | felszamit* | felszamol* | beszed* | kiszaml* | szamlaz* | leemel* | dijat szedtek | inkassz*',
  twice: 'ketszer | ketszeres* | dupla | duplan | duplaz* | duplik* | ujra | ismet | megint | masodszor | 2x | meg egyszer',
  tooMuch:
    'tul sok | tul sokat | tul magas | tevedes* | jogtalan* | alaptalan* | indokolatlan* | hibasan | veletlen* | tulfizet* | helytelen*',
  restart:
    'visszaallit* | allitsak vissza | helyreallit* | ujraaktival* | ujraindit* | vissza | mint korabban | ahogy volt | visszakapcsol* | felold* | ujra aktiv*',
  alter: 'modosit* | valtoztat* | megvaltoztat* | valtozas* | valtozik | frissit* | atir* | cserel* | szerkeszt* | atallit*',
  correct: 'javit* | kijavit* | helyesbiteshez valo jog | korrigal* | pontosit* | kiegeszit* | helyes* | kiigazit*',
  replace:
    'helyett | helyette | kicserel* | cserel* | lecserel* | kell lennie | helyesen | nem ~ hanem | legyen | kell szerepelnie | helyere',
  newly: 'uj | ujat | ujra | mostantol | ezentul | matol | tol kezdve | aktualis* | jelenlegi | most | immar | kezdodoen',
  wrong: 'hibas* | hiba | rossz | rosszul | teves* | elir* | elgepel* | regi | elavult* | helytelen* | pontatlan*',
  moved:
    'koltoz* | elkoltoz* | atkoltoz* | uj cimem | cimvaltoz* | lakcimvaltozas | szekhelyunk valtozott | uj szekhely | uj telephely | uj iroda | megvaltozott a cimem',
  renamed:
    'ferjhez* | ferjhez mentem | meghazasod* | hazas* | elvalt* | valas | nevvaltoz* | uj nev | uj nevem | megvaltozott a nevem | leanykori* | egyesul* | osszeolvad*',
  register:
    'jegyezz* | feljegyez* | jegyezzek fel | rogzit* | bejegyez* | nyilvantart* | regisztral* | vegyek fel | vezess* be | vezessek at | atvezet* | felvesz*',
  object:
    'tiltakoz* | tiltakozashoz valo jog | kifogas* | ellenz* | nem ertek egyet | nem egyez* | nem jarulok hozza | ellenez* | vitat* | elutasit* | visszautasit*',
  restrict:
    'korlatoz* | az adatkezeles korlatozasa | zarol* | felfuggeszt* | letilt* | blokkol* | befagyaszt* | atmenet* | ideiglenes* | szuneteltet* | ne hasznaljak',
  unsubscribe:
    'leiratkoz* | iratkoz* le | feliratkozas* torl* | vegyenek le | vegyenek le a listarol | toroljenek a listarol | unsubscribe | nem kerek tobb | nem szeretnek kapni | ne kuldjenek | lejelentkez* | kijelentkez*',
  consent:
    'hozzajarul* | hozzajarulasom visszavon* | visszavonom a hozzajarul* | beleegyez* | engedely* | jovahagy* | elfogad* | nem adtam | nelkul*',
  bother:
    'zaklat* | zavar* | hivogat* | hivnak | hivas* allando* | ne hivjanak | ne keressenek | keresn* meg | megkeres* | folyton | allandoan | spam* | keretlen* | bosszant* | molesztal*',
  money: 'penz* | osszeg* | forint* | ft | huf | euro* | ar | ara',
  balance:
    'egyenleg* | feltolt* | kredit* | maradek* | megmaradt | fennmarado | elore fizetett | eloleg* | letet* | kaucio* | felhasznalatlan*',
  order: 'rendeles* | megrendel* | vasarl* | vasarolt* | megvasarol* | vettem | vetel* | termek*',
  account: 'fiok* | felhasznalo* | profil* | regisztracio* | ugyfel* | felhasznaloi fiok | tagsag*',
  data: 'adat | adatok | adataim* | szemelyes adat* | szemelyes adatok | szemelyes adataim | adatait | informacio* | reszletek | elerhetoseg* | adatokat | ram vonatkozo',
  file: 'akta | aktat | dosszie* | irat* | nyilvantart* | karton* | elozmeny* | bejegyzes* | fajl* | tortenet* | mappa | ugyfelkart*',
  logs: 'hivas* | hangfelvetel* | felvetel* | beszelgetes* | uzenet* | levelezes* | naplo* | metaadat* | chat*',
  identity:
    'szemelyi* | szemelyi igazolvany* | szemelyazonos* | igazolvany* | utlevel* | jogositvany* | okmany* | szemelyi masolat* | lakcimkartya | szemelyi szam | azonosito okmany',
  everything:
    'minden | mindent | mindenhol | osszes | osszeset | teljes* | egesz* | valamennyi | valamennyit | mindegyik* | az egeszet | hianytalan*',
  nothing: 'semmi | semmit | semmilyen | sehol | senki | senkinek | egyetlen | egy sem | egyik sem | nulla | semmifele',
  name: 'nev | nevem | nevet | neve | nevemet | vezeteknev* | keresztnev* | utonev* | csaladnev* | hivnak | irasmod* | leanykori nev | teljes nev',
  address:
    'cim | cimem | cimet | cime | lakcim* | utca | utcaban | iranyitoszam* | hazszam* | lakohely* | szekhely* | postacim* | tartozkodasi hely',
  email:
    'email* | e mail* | e mail cime | mail | mailcim | mailben | e mail cimem | email cimem | elektronikus level* | levelezesi cim | postafiok*',
  phone: 'telefon* | mobil* | tel | szamom | vezetekes* | elerhetosegem | kapcsolattartasi szam',
  company:
    'ceg | cegem | cegnev* | cegunk | cegjegyzek* | kft | zrt | bt | vallalat* | vallalkoz* | egyeni vallalkozo | tarsasag* | cegforma',
  vat: 'adoszam* | kozossegi adoszam | afa | afas | afaszam | adoazonosito* | ado | adojel* | vat | nav',
  bank: 'bankszamla* | szamlaszam* | iban | bic | swift | bank | bankom | szamlatulajdonos* | bankkartya* | hitelkartya* | kartyam*',
  birth: 'szuletes* | szuletesi datum | szuletesi ido | szuletett* | szulettem | szuletesi ev | szuletesi hely | eletkor* | eves vagyok',
  advertising:
    'reklam* | hirlevel* | marketing* | ajanlat* | akcio* | promocio* | hirdetes* | kereskedelmi uzenet* | spam | kampany* | kozvetlen uzletszerzes | direkt marketing',
  list: 'lista | listarol | listabol | listak | levelezolist* | cimlista* | feliratkozo* | adatbazis* | hivaslista | terjesztesi lista | kontaktlist*',
  yours: 'onok | onoknel | onoktol | az onok | rendszer* | adatbazis* | nyilvantartasuk* | ceguk* | nalatok | maguknal',
  law: 'gdpr | torveny* | rendelet* | cikk | cikke | cikkely* | jogot | jogom | jogaim* | jogszabaly* | alapjan | ertelmeben | adatved* | infotv | jogi | paragraf* | bekezdes*',
  processing:
    'adatkezel* | kezel* | feldolgoz* | felhasznal* | hasznalat* | profilalkot* | automatizalt* | automatikus dontes* | adatfeldolgoz*',
  thirdParty:
    'harmadik felnek | harmadik fel | harmadik szemely* | harmadik felek* | partner* | mas cegek | mas cegeknek | alvallalkoz* | adatfeldolgoz* | szolgaltatok* | kulso cegek',
  lawyer:
    'neveben | ugyfelem* | ugyfelem neveben | ugyved* | meghatalmaz* | kepvisel* | megbiz* | edesany* | anyam* | apam* | gyermekem* | fiam* | lanyom* | gondnok*',
  please:
    'kerem | kerjuk | kernem | ker | keres* | kerelm* | legyen szives | legyenek szivesek | szives* | ezuton | szeretnem kerni | megker*',
  want: 'akar* | szeretn* | kivan* | ohajt* | szukseg* | szuksegem van | igeny*',
  demand:
    'kovetel* | elvar* | felszolit* | ragaszkod* | kotelez* | kotelesek | azonnal | haladektalan* | napon belul | hatarido* | ellenkezo esetben | kell',
  canYou: 'tudnak | tudna | tudnatok | tudnad | meg tudjak | tud | lehetne | kerhetnem | lenne szives | lennenek szivesek | kepesek',
  canI: 'lehet | lehet e | lehetseges | lehetseges e | tehetem | kerhetek | szabad | van lehetoseg | van ra mod | modom van | megtehetem | tudok | lehetoseg*',
  how: 'hogyan | hogy | mikent | hol | hol tudom | hogy tudom | mit kell tennem | mi a teendo | mit tegyek | milyen modon | lepesek | hova | utmutat*',
  when: 'mikor | mennyi ido | mennyi ideig | meddig | hatarido* | mikorra | miota | hany nap | mennyi idon belul | idotartam*',
  policy:
    'szabalyzat* | adatvedelmi szabalyzat | tajekoztato* | altalaban | altalanos* | kinalnak e | hogyan mukodik | hogy mukodik | onoknel hogy | feltetel* | aszf | gyakorlat*',
  condition: 'ha | amennyiben | eseten | abban az esetben | amint | mielott | kiveve | hacsak | felteve | miutan | mihelyt | addig',
  suppose:
    'tegyuk fel | tetelezz* | mi tortenik | mi tortenik ha | mi van ha | kepzelj* | mondjuk | gondolkod* | fontolgat* | esetleg | kesobb | talan kesobb | a jovoben | elmeletileg',
  not: 'nem | ne | sem | se | soha | sosem | nelkul | nincs | nincsen | semmi | sohasem',
  noLonger:
    'mar nem | tobbe nem | tobbe | nem ~ tobbe | tobbet nem | nem ~ tovabb | nem hasznalom | mar nincs | nem kerem mar | mar nem kell',
  still:
    'meg | meg mindig | meg nem | mindig | tovabbra | emlekeztet* | nem kaptam valaszt | nincs valasz | valasz nelkul | mar kertem | hetekkel ezelott | hetek ota | honapok ota | ismet | varok',
  done: 'mar | kesz | elintez* | megkaptam | megkaptuk | megerkez* | megjott | megold* | koszonom a | rendben | rendezod* | lezarva',
  reported: 'mondtak | azt mondtak | mondta | olvastam | hallottam | szerint | azt irja | azt irjak | ertesul* | kozoltek | allit*',
  others:
    'barat* | ismeros* | kollega* | ugyfelunk* | egyik ugyfelunk | masik cegnel | masik szolgaltato* | elozo szolgaltato* | korabbi szolgaltato* | szomszed* | valaki',
  leave: 'hagy* | maradj* | megtart* | tartsak meg | nem kell | ne torol* | ne valtoztass* | valtozatlan* | ugy marad*',
  me: 'en | engem | nekem | enyem | velem | rolam | hozzam | tolem | magam | sajat | vagyok',
  us: 'mi | minket | nekunk | velunk | rolunk | mienk | cegunk | vagyunk | bennunket',
  number:
    'virtualis szam* | virtualis* | szam | szamot | szamok | szamunk* | telefonszam* | vonal* | korzetszam* | elohiv* | voip | zold szam',
  subscription:
    'elofizet* | csomag* | szerzodes* | dijcsomag* | tarifa* | husegido* | hosszabbit* | megujit* | havidij* | havi | felmondasi ido',
  invoice:
    'szamla | szamlat | szamlak | szamlaja | szamlam | nyugta* | bizonylat* | jovairas* | jovairo szamla | dijbeker* | elszamol* | konyvel* | kivonat*',
  document:
    'szerzodes* | igazolas* | tanusitvany* | ajanlat* | arajanlat* | urlap* | nyomtatvany* | kezikonyv* | melleklet* | csatol* | dokument* | nyilatkozat*',
  login:
    'jelszo* | jelszavam | bejelentkez* | belep* | kod | kodot | ketlepcsos | ketfaktor* | elfelejtettem a jelsz* | ellenorzo kod | pin',
  app: 'alkalmazas* | applikacio* | app | weboldal* | honlap* | oldal | oldalon | portal* | gomb* | kepernyo* | link* | bongeszo* | felulet*',
  setting:
    'atiranyit* | hivasatiranyitas* | hangposta* | udvozl* | menu* | nyitvatart* | beallit* | hivoszamkijelz* | hivoazonosit* | alkozpont* | konfigur* | mellek',
  porting:
    'szamhordoz* | hordoz* | elvinni a szam* | szamatvitel* | szam athozatal* | atvinni | atvitel* | masik szolgaltato* | szolgaltatovaltas* | megtartani a szam* | portol*',
  sms: 'sms | sms t | sms ek | smst | szoveges uzenet* | uzenet* | ellenorzo kod | kodot | hitelesito kod | megerosito kod | sms kod | whatsapp | mms',
  fault:
    'nem mukodik | nem megy | nem mukodnek | rossz | hiba | hibauzenet* | elromlott | meghibasod* | leallas* | uzemzavar* | nincs hang | nem hallom | nem hallani | rossz minoseg* | szakad* | problema* | nem tudok hivni',
  sales: 'ajanlat* | arajanlat* | ar | arak | arlista* | mennyibe kerul | kerul | erdekel | erdekl* | vasarol* | demo | kiprobal*',
  supplier:
    'szolgaltatasaink* | kinaljuk | kinalunk | ajanljuk | egyuttmukod* | partnerseg* | fizetesi hatarido | lejart | lejart tartozas | tartozas* | fizetesi felszolitas | hatralek* | behajt* | seo',
  job: 'allas* | jelentkez* | oneletrajz* | cv | motivacios level | munkalehet* | gyakornok* | szakmai gyakorlat | pozicio* | palyaz* | toborz*',
  swindle:
    'kattints* | kattintson ide | erositse meg | igazolja fiok* | ellenorizze fiok* | nyert | nyeremeny* | surgos* | felfuggeszt* | zarolt* | lejar | gratulal* | bitcoin* | orokseg*',
  complaint:
    'panasz* | reklamacio* | reklamal* | csalod* | felhaborit* | felhaborod* | botrany* | elfogadhatatlan* | szegyen* | duhos* | elegedetlen* | atver* | csalas* | csalok',
  absence:
    'szabadsag* | tavol | tavollet* | hazon kivul | nem vagyok az iroda* | automatikus valasz* | visszater* | vissza leszek | betegszabad* | nyaral* | elerheto leszek',
  thanks: 'koszon* | koszi | halas* | nagyszeru* | remek* | szuper | kivalo* | elegedett* | dicseret*',
  greeting:
    'tisztelt* | tisztelt cim | kedves | szia | sziasztok | udv | udvozlet* | jo napot | jo reggelt | tisztelettel | hello | szep napot | viszontlatas*',
  authority: 'rendor* | birosag* | ugyesz* | adohatosag* | nav | naih | nmhh | hatosag* | vegrehajt* | fogyasztoved*',
};
