import type { Thesaurus } from './meaning.ts';

/** Romanian. */
export const romanian: Thesaurus = {
  erase: 'sterg* | elimin* | distrug* | inlatur* | scoate* | radia* | arunca* | anonimiz* | lichid* | suprim*',
  vanish: 'dispar* | sa dispar | fara urma | urma | urme | nicio urma | nicaieri | sa nu mai exist | sa nu mai figurez | pleca de tot',
  forget:
    'uita* | dreptul de a fi uitat | a fi uitat | sa fiu uitat | ca si cum n as | ca si cum nu as fi existat | n am existat | niciodata client',
  close: 'inchid* | incet* | rezili* | desfiin* | dezactiv* | incheia* | termina* | lichid* | denunt*',
  stop: 'opri* | incet* | stop | stopa* | ajunge | gata | lasati ma | renunt* | terminati | destul | lasati ma in pace',
  cancel: 'anul* | revoc* | rezili* | retrag* | renunt* | contramand* | storn* | denunt* | desfac*',
  withdrawal:
    'drept de retragere | dreptul de retragere | retragere din contract | retrag* | ma retrag | 14 zile | paisprezece zile | termen de retragere | m am razgandit | razgand* | returnez produsul | retur | fara motiv | contract la distanta',
  see: 'vedea | vad | sa vad | acces la date | acces la datele | drept de acces | dreptul de acces | consult* | vizualiz* | verific* | arat* | inspect* | accesa',
  send: 'trimit* | trimiteti mi | transmit* | expedi* | furniz* | comunic* | dati mi | puneti la dispozitie | remit* | inaint* | pe mail | pe email',
  copy: 'copie* | copia | copii | o copie | extras* | lista completa | lista tuturor | rezumat | raport* | fotocopi* | duplicat* | imprim* | situatie',
  export:
    'export* | descarc* | download | portabil* | portabilitatea datelor | citibil* automat | format structurat | csv | excel | json | fisier* | prelucrabil automat',
  tell: 'spune* | spuneti mi | inform* | informati ma | comunic* | explic* | anunt* | sa stiu | raspun* | dezvalu* | preciz* | lamur*',
  know: 'stiti | stiti despre mine | ce stiti | despre mine | detin* | aveti despre mine | ce date | ce informatii | posed* | posesia | cu privire la mine | referitoare la mine',
  keep: 'pastr* | stoc* | retin* | colect* | salvat* | inregistr* | arhiv* | perioada de pastrare | detineti',
  share:
    'partaj* | distribu* | impart* | transmis | transmise | transmiteti | vand* | vinde* | destinatar* | cedat | divulg* | dezvalui* | furnizat* | dat mai departe | terti',
  source:
    'de unde | de unde aveti | de unde ati | cum ati obtinut | cum ati primit | sursa | surse | provin* | provenienta | origine* | cine v a dat | ati facut rost',
  giveBack:
    'ramburs* | restitu* | inapoi | banii inapoi | returna* | retur | inapoi* banii | despagub* | creditati | storna* | recuper* banii',
  pay: 'plat* | achit* | transfer* | virat | virament* | cheltui* | costat | alimentat | depus',
  charge: 'retras* | retrageti | debit* | incas* | factur* | percep* | taxat | taxare | luat bani | mi ati luat | comision* | retinut',
  twice: 'de doua ori | doua ori | dubl* | iarasi | din nou | inca o data | a doua oara | repetat | 2 ori',
  tooMuch:
    'prea mult | prea mare | in plus | nejustific* | gresit | din greseala | eroare | in mod eronat | eronat | nedrept | necuvenit* | pe nedrept | suma gresita | supraplata',
  restart: 'restabil* | reactiv* | restaur* | inapoi | ca inainte | cum era | repornit | repornire | relu* | deblo* | redeschid*',
  alter: 'schimb* | modific* | actualiz* | ajust* | edit* | inlocui* | adapt* | transform* | trece* pe',
  correct: 'corect* | rectific* | indrept* | repar* | remedi* | complet* | dreptul la rectificare | regulariz*',
  replace:
    'in loc de | in locul | inlocui* | trebuie sa fie | ar trebui sa fie | corect este | nu ~ ci | schimb* cu | substitu* | in schimb',
  newly: 'nou | noua | noi | noul | noile | de acum | de acum inainte | incepand cu | de azi | actual* | acum',
  wrong:
    'gresit | gresita | gresite | greseala | incorect* | eronat* | eroare | erori | vechi | veche | vechiul | vechea | depasit* | invechit* | neactualiz* | inexact*',
  moved:
    'm am mutat | ne am mutat | mutat | mutare | mutat sediul | adresa noua | noua adresa | nou sediu | noul sediu | sediu nou | schimbat adresa | schimbarea adresei | relocat | locuiesc acum',
  renamed:
    'casator* | m am casatorit | divort* | schimbat numele | schimbarea numelui | nume nou | noul nume | numele de fata | nume de familie nou | fuziun* | redenum* | se numeste acum',
  register: 'inregistr* | nota | notati | notez | consemn* | introduc* | trece* in | mentionati | actualizati | inscri* | adaug*',
  object:
    'ma opun | opun* | opoziti* | dreptul la opozitie | dreptul de opozitie | obiecti* | obiectez | nu sunt de acord | protest* | contest* | refuz* | nu accept | dezacord*',
  restrict:
    'restricti* | restrictionarea prelucrarii | limit* | blocarea | blocati | blocare | suspend* | inghet* | temporar* | nu mai folositi | intreruper*',
  unsubscribe:
    'dezabon* | unsubscribe | scoateti ma | scoateti ma din lista | stergeti ma din lista | din lista | nu mai vreau sa primesc | nu mai trimiteti | nu mai doresc sa primesc | anulare abonare | retrag* de pe lista',
  consent:
    'consimt* | retrag consimtamantul | acord | acordul | acordului | fara acordul meu | permis* | de acord | autoriz* | am acceptat | aprob* | nu mi am dat acordul',
  bother:
    'deranj* | ma sunati | suna* | nu ma mai sunati | apel* mereu | hartui* | contact* | spam* | insist* | trimiteti mereu | bombard* | agas* | enerv*',
  money: 'bani | banii | banilor | suma | sumei | sume | euro | lei | ron | pret | pretul | costul | fonduri',
  balance:
    'sold | soldul | soldului | credit | creditul | ramas* | preplatit* | prepay | prepaid | depozit | avans* | garanti* | neutilizat* | rest',
  order: 'comenzi | comenzii | comand* | achizi* | cumpar* | numarul comenzii | produs*',
  account:
    'cont | contul | contului | conturi | cont de client | profil* | utilizator* | client | cod client | autentificare | inregistrare | abonat',
  data: 'date | datele | datelor | date personale | datele personale | datele mele | date cu caracter personal | informati* | informatii despre mine | detalii | date de contact | informatiile mele',
  file: 'fisier* | dosar* | fisa | evident* | inregistrari | istoric* | registru* | arhiv* | documentati* | baza',
  logs: 'jurnal* | istoric apeluri | istoricul apelurilor | apeluri | apelurile | apelurilor | inregistrari | inregistrari apeluri | convorbir* | mesaje | mesajele | corespond* | metadate | loguri | chat',
  identity:
    'buletin* | carte de identitate | cartea de identitate | act de identitate | pasaport* | identitat* | ci | copie buletin | permis de conducere | document de identitate | cnp',
  everything: 'tot | toate | totul | tuturor | toti | complet* | integral* | in totalitate | intreg* | absolut tot | orice | total*',
  nothing: 'nimic | niciun | nicio | niciuna | nicaieri | nimeni | deloc | zero | nicio urma | absolut nimic',
  name: 'nume | numele | numelui | prenume* | nume de familie | numesc | ma numesc | se numeste | ortograf* | se scrie | nume complet | nume de fata',
  address: 'adres* | strada | str | cod postal | codul postal | numar casa | domicili* | resedint* | sediu | oras* | bloc',
  email: 'email* | e mail | e mailul | adresa de email | adresa de e mail | mail | mailul | posta electronica | casuta | inbox',
  phone:
    'telefon* | numar de telefon | numarul de telefon | mobil | mobilul | celular | tel | numarul meu | nr de telefon | numar de contact | fix',
  company: 'firmei | firma | firme | compani* | societat* | srl | s r l | sa | pfa | denumire* | registrul comertului | cui | intreprind*',
  vat: 'tva | cod tva | cui | cif | cod fiscal | codul fiscal | cod de inregistrare | impozit* | fiscal* | anaf | vat',
  bank: 'cont bancar | contul bancar | contului bancar | iban | banca | bancar* | swift | bic | titular* | card | cardul | cardului',
  birth: 'data nasterii | nastere* | nasterii | nascut | nascuta | anul nasterii | zi de nastere | cnp | varst* | locul nasterii',
  advertising:
    'reclama | reclame | publicit* | newsletter* | ofert* promo* | oferte | promoti* | marketing* | comunicari comerciale | mesaje comerciale | spam | campani* | reduceri',
  list: 'lista | liste | listei | lista de email | lista de distributie | lista de contacte | lista de abonati | mailing list | baza de date | abonatilor',
  yours:
    'dumneavoastra | dvs | voastra | vostru | voastre | vostri | sistem* | sistemele dumneavoastra | baza dumneavoastra | baza voastra | la voi | la dumneavoastra | firma dumneavoastra',
  law: 'gdpr | rgpd | lege* | legii | articol* | art | alin | regulament* | drept de | dreptul de | dreptul la | drepturi* | conform | potrivit | protectia datelor | juridic* | legal* | temei',
  processing:
    'prelucr* | prelucrarea datelor | utiliz* | folos* | profilare | creare de profiluri | decizii automate | automatiz* | operator* | scop*',
  thirdParty:
    'terti | terte | terte parti | tertilor | terta parte | parti terte | partener* | alte firme | alte companii | imputernicit* | subcontract* | furnizori | colaborator*',
  lawyer:
    'in numele | client* meu | clientul meu | clientei mele | avocat* | imputernic* | procur* | mandat* | reprezent* | mama mea | tatal meu | copilul meu | fiul meu | fiica mea | tutore* | minor* | defunct*',
  please:
    'va rog | va rugam | te rog | rog | rugam | rugaminte* | solicit* | cerere* | cer | prin prezenta | va rog frumos | amabil* | as dori sa va rog',
  want: 'vreau | vrem | doresc | dorim | dorin* | as vrea | as dori | am dori | am nevoie | nevoie | intent* | prefer*',
  demand:
    'cer | pretind* | insist* | somez | soma* | trebuie | sunteti oblig* | oblig* | in termen de | imediat | urgent | de indata | in caz contrar',
  canYou: 'puteti | ati putea | poti | ai putea | se poate | vreti | ati vrea | e posibil sa | puteti sa mi | sunteti in masura',
  canI: 'pot | pot sa | as putea | putem | este posibil | e posibil | se poate | am voie | exista posibilitatea | posibilitate* | am dreptul',
  how: 'cum | cum pot | cum fac | in ce mod | unde | unde pot | unde gasesc | ce trebuie sa fac | ce fac | pasi | procedur* | instruct*',
  when: 'cand | cat timp | cat dureaza | in cat timp | termen | termenul | pana cand | de cand | cate zile | dureaz* | perioad*',
  policy:
    'politic* | politica de confidentialitate | in general | de obicei | oferiti | cum functioneaza | cum functioneaza la voi | conditi* | termeni si conditii | procedur* | regul*',
  condition:
    'daca | in caz ca | in cazul in care | in cazul | imediat ce | inainte | inainte de | decat daca | cu conditia | pana cand | cand | dupa ce | odata ce',
  suppose:
    'sa presupunem | presup* | ce se intampla | ce se intampla daca | dar daca | sa zicem | imagin* | ma gandesc | iau in considerare | poate mai tarziu | mai tarziu | in viitor | ipotet* | eventual',
  not: 'nu | n | fara | niciodata | nici | niciun | nicio | nimic | imposibil | nu am',
  noLonger:
    'nu mai | niciodata mai | nu mai vreau | nu mai doresc | nu mai folosesc | nu mai am nevoie | nu mai sunt | am incetat | de acum nu',
  still:
    'inca | tot | tot nu | inca nu | in continuare | deja am cerut | am mai cerut | reamint* | revin | fara raspuns | niciun raspuns | n am primit raspuns | acum saptamani | saptamani | astept | din nou',
  done: 'deja | gata | rezolvat* | am primit | primit | a ajuns | a sosit | sosit* | finaliz* | efectuat | multumesc pentru | in regula',
  reported: 'mi s a spus | au spus | a spus | am citit | am auzit | scrie | conform | potrivit | se pare | am aflat | sustin* | ati spus',
  others:
    'prieten* | un prieten | coleg* | un client de al nostru | clientul nostru | clientii nostri | alta firma | alt furnizor | furnizorul anterior | fostul operator | vecin* | altcineva | altii',
  leave: 'lasa* | pastr* | sa ramana | raman* | neschimbat* | nu e nevoie | nu trebuie | nu stergeti | nu modificati | asa cum e',
  me: 'eu | mine | ma | meu | mea | mei | mele | mi | imi | sunt | personal',
  us: 'noi | ne | noua | nostru | noastra | nostri | noastre | suntem | avem | firma noastra',
  number: 'numar virtual | numere virtuale | virtual* | numar* | numere | numerele | linie | prefix* | voip | numar geografic',
  subscription:
    'abonament* | contract* | pachet* | plan | planul | prelung* | reinno* | lunar* | anual* | perioada contractuala | preaviz*',
  invoice: 'factur* | chitant* | bon | bonul | nota de credit | extras de cont | storno | contabil* | dovada platii',
  document: 'contract* | certificat* | ofert* | formular* | manual* | document* | atasat* | anex* | adeverint* | acord* | declarati*',
  login: 'parol* | logare | ma loghez | autentific* | cod | codul | doi factori | am uitat parola | resetare* | pin',
  app: 'aplicati* | site | site ul | siteul | pagina | portal* | buton* | ecran* | link* | platform* | browser*',
  setting:
    'redirection* | mesagerie vocala | casuta vocala | mesaj de intampinare | intampin* | meniu* | program de lucru | orar* | setar* | setez | configur* | identificare apelant | centrala',
  porting:
    'portare | portarea | porta | portez | portabilitate* | portarea numarului | transfer numar | transferul numarului | pastrez numarul | alt operator | alt furnizor | schimb operatorul | migr*',
  sms: 'sms | sms uri | sms ul | smsuri | mesaj text | mesaje text | cod de verificare | codul de verificare | cod sms | verificare | whatsapp | mms',
  fault:
    'nu functioneaza | nu merge | nu mai merge | nu mai functioneaza | defect* | stricat* | pana | avari* | eroare | problem* | nu se aude | fara sunet | calitate proasta | intrerup* | nu pot suna | cade | picat',
  sales: 'ofert* | pret | preturi | pretul | cat costa | costa | interes* | cumpara | demo | cotati* | testa | lista de preturi',
  supplier:
    'serviciile noastre | va oferim | oferim | propunem | colabor* | parteneriat* | termen de plata | scaden* | restan* | datori* | somatie de plata | recuperare creante | seo',
  job: 'post vacant | angaj* | loc de munca | locuri de munca | cv | curriculum | aplic pentru | candid* | stagi* | internship | scrisoare de intentie | recrut* | interviu',
  swindle:
    'click aici | apasati aici | faceti click | faceti clic | dati click | verificati contul | confirmati contul | ati castigat | castigat* | premiu* | urgent | suspendat | blocat | expira | felicitari | bitcoin* | mosten*',
  complaint:
    'planger* | reclamati* | sesiz* | nemultum* | dezamag* | scandal* | inacceptabil* | rusin* | revolt* | furios* | supar* | insel* | escroc* | jaf | bataie de joc | anpc',
  absence:
    'concediu* | in concediu | absent* | nu sunt la birou | plecat din birou | raspuns automat | mesaj automat | revin | ma intorc | vacant* | out of office | voi reveni',
  thanks: 'multum* | mersi | merci | recunosc* | excelent* | felicit* | minunat | super | perfect',
  greeting:
    'buna | buna ziua | buna dimineata | buna seara | salut | salutari | stimat* | draga | domnule | doamna | cu stima | cu respect | toate cele bune | o zi buna | numai bine',
  authority:
    'politi* | instant* | tribunal* | judecat* | procuror* | parchet* | anaf | anspdcp | ancom | anpc | executor* | autorit* | somatie judecator*',
};
