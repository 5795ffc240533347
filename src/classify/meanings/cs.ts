import type { Thesaurus } from './meaning.ts';

/** Czech. */
export const czech: Thesaurus = {
  erase:
    'smaz* | vymaz* | odstran* | mazat | mazani | zlikvid* | likvid* | znici* | znicte | skart* | vyhod* | zrusi* | anonymiz* | odebr*',
  vanish: 'zmiz* | beze stopy | stopa | stopy | zadna stopa | pryc | nikde nefigur* | ztratit se | nechci u vas byt | nebyt nikde',
  forget:
    'zapomen* | zapomneli | byt zapomenut | pravo byt zapomenut | jako bych nikdy | jako bych neexist* | nikdy neexist* | vymazat z pameti',
  close: 'zrus* | zrusit ucet | zruseni uctu | ukonc* | uzavr* | zavr* | deaktiv* | vypoved* | rozvaz* | koncim | odhlasit ucet',
  stop: 'presta* | zastav* | ukonc* | nechte | nechte me | skonc* | dost | staci | upust* | ustante | stop | uz ne',
  cancel: 'zrus* | storn* | odvol* | odstoup* | vypoved* | odrek* | anulov* | vzit zpet | vypovid*',
  withdrawal:
    'odstoup* | odstoupeni od smlouvy | odstupuji od smlouvy | odstupuj* | 14 dni | ctrnact dni | do 14 dnu | lhuta pro odstoupeni | bez udani duvodu | rozmyslel jsem | rozmyslela jsem | rozmysl* | vratit zbozi | vraceni zbozi',
  see: 'videt | nahledn* | nahliz* | pristup k udajum | pravo na pristup | podiv* | prohled* | ukaz* | zobraz* | zpristupn* | videt udaje',
  send: 'posl* | zasl* | odesl* | prepo* | poskytn* | predat | predej* | dodat | dodej* | zasilat',
  copy: 'kopi* | opis | vypis* | prehled* | seznam vsech | vytisk* | uplny seznam | duplik* | sken* | soupis',
  export: 'export* | vyexport* | stah* | stazeni | strojove citeln* | csv | json | excel | tabulk* | prenositeln* | soubor | format* | zip',
  tell: 'rekn* | rict | sdel* | inform* | dat vedet | dejte vedet | vysvetl* | odpov* | uved* | oznam* | objasn*',
  know: 'vite | vedet | co o mne | o mne vite | mate o mne | evidujete o mne | o mne | me osobe | o me osobe | jake udaje | disponuj* | vedete o mne | k me osobe',
  keep: 'uchov* | uklad* | uloz* | evid* | shromazd* | drzet | drzite | archiv* | nechavat | zaznamen* | doba uchovani',
  share: 'sdil* | predava* | predali | poskyt* | prod* udaj* | prodali | prodav* | prijemc* | zpristupn* | komu jste | komu',
  source:
    'odkud | odkud mate | kde jste vzali | kde jste ziskali | jak jste ziskali | zdroj | zdroje | puvod* | ziskali | jak jste prisli | od koho | kdo vam dal',
  giveBack: 'vrat* | vrac* | vratit penize | refund* | proplat* | nahrad* | penize zpet | zpatky | prevest zpet | dobropis* | kompenz*',
  pay: 'plati* | zapla* | uhrad* | platb* | prevod | prevedl* | utrat* | dobil | preplat*',
  charge: 'strh* | strzen* | nauctov* | uctov* | uctujete | zauct* | inkas* | odect* | odecetl* | vyuctov* | poplat* | odeslo z uctu',
  twice: 'dvakrat | 2x | dvoji | dvojnasob* | duplicit* | podruhe | znovu | opet | opakovan* | dve platby',
  tooMuch: 'moc | prilis | prilis mnoho | neoprav* | omyl* | chybn* | chybou | preplat* | nepravem | navic | bezduvod*',
  restart: 'obnov* | vratit zpet | znovu aktiv* | reaktiv* | zpet | jako predtim | znovu zapn* | odblok* | puvodni stav | jako driv',
  alter: 'zmen* | uprav* | menit | premen* | aktualiz* | prizpusob* | modifik* | prepsat',
  correct: 'oprav* | naprav* | korekc* | korig* | doplni* | doplnte | spravn* | uvest na pravou miru | pravo na opravu',
  replace: 'misto | namisto | nahrad* | vymen* | ma byt | musi byt | spravne je | ne ~ ale | spravne ma byt | zamenit',
  newly: 'novy | nova | nove | noveho | novou | od nynejska | ode dneska | od ted | pocinaje | s platnosti od | nyni | aktualni | ted',
  wrong: 'chyb* | spatn* | nespravn* | preklep* | stare | stary | stara | neaktual* | zastaral* | nesouhlasi | omyl',
  moved:
    'prestehov* | stehov* | nove sidlo | zmena sidla | nova adresa | zmena adresy | zmena bydliste | presidl* | bydlim nyni | odstehov* | presun*',
  renamed:
    'vdala | vdala jsem | provdan* | ozenil* | svatb* | rozved* | rozvod* | zmena jmena | zmena prijmeni | nove prijmeni | prejmen* | fuze | sloucen* | za svobodna',
  register: 'zapsat | zapi* | zaznamen* | zaeviduj* | evid* | poznam* | zanes* | zaregistr* | zadat | doplnte | uvedte',
  object: 'namit* | vznasim | vznest namitku | nesouhlas* | protest* | odmit* | nepreji si | odpor | pravo vznest',
  restrict: 'omez* | omezeni zpracovani | bloko* | zablok* | zmraz* | pozastav* | prerus* | nepouziv* | docasn*',
  unsubscribe:
    'odhlas* | zrusit odber | zruseni odberu | vyrad* | vyskrt* | unsubscribe | nechci dostavat | nezasilejte | neposilejte | odber',
  consent: 'souhlas* | odvolat souhlas | odvolavam souhlas | bez souhlasu | svolen* | povol* | schval* | nesouhlas | dal souhlas',
  bother: 'obtez* | volat | volate | volaji | nevolejte | posilate | porad | neustale | kontakt* | nekontakt* | otrav* | spam* | bombard*',
  money: 'penize | penez | penezi | castk* | koruny | korun | kc | eur | euro | suma | cena | prostredky | financ*',
  balance: 'zustat* | kredit* | predplacen* | zbyv* | zaloh* | kauce | dobit* | nevycerpan* | stav uctu | zbytek',
  order: 'objedn* | nakup* | koupil* | koupe | zakoup* | zbozi | cislo objednavky | kupni | nakoupil*',
  account:
    'ucet | uctu | ucty | uctem | profil* | uzivatel* | registrac* | zakaznicky ucet | konto | zakazni* | prihlaseni | zakaznicke cislo',
  data: 'udaje | udaju | udajich | osobni udaje | osobnich udaju | dat | data | informac* | moje udaje | osobni data | informace o mne | kontaktni udaje',
  file: 'spis | spisu | slozk* | kart* | karta zakaznika | zaznam* | histori* | dokumentac* | evidenc*',
  logs: 'vypis hovoru | historie hovoru | hovor* | nahrav* | zaznamy hovoru | zaznam hovoru | zpravy | korespond* | metadata | logy | chat*',
  identity:
    'obcansk* | obcansky prukaz | obcanka | obcanky | pas | pasu | prukaz* | doklad totoznosti | totoznost* | kopie dokladu | ridicak | ridicsk*',
  everything: 'vse | vsechno | vsechny | vsech | vsechna | veskere | veskerych | komplet* | cele | cely | upln*',
  nothing: 'nic | niceho | zadne | zadny | zadna | zadnych | nikde | nikdo | ani jeden | vubec nic | ani stopa',
  name: 'jmeno | jmena | jmenem | prijmeni | krestni jmeno | jmenuji se | jmenuje se | nazev | pravopis* | cele jmeno | rodne prijmeni | hacek',
  address: 'adres* | ulice | ulici | psc | cislo popisne | cp | bydlist* | sidlo | trvaly pobyt',
  email:
    'email* | e mail | e mailu | e mailov* | e mailovou adresu | mail | mailu | mailov* | elektronicka posta | schrank* | emailova adresa',
  phone:
    'telefon* | telefonni cislo | telefonniho cisla | mobil* | cislo mobilu | tel | kontaktni telefon | moje cislo | pevna linka | kontaktni cislo',
  company: 'firm* | spolecnost* | s r o | sro | a s | nazev firmy | ic | ico | osvc | zivnost* | obchodni rejstrik | podnik*',
  vat: 'dic | dph | ico | danove cislo | dan | dane | danov* | platce dph | vat | danove identifikacni cislo',
  bank: 'bankovni ucet | bankovniho uctu | bank* | cislo uctu | cisla uctu | iban | swift | bic | majitel uctu | platebni kart* | kreditni kart*',
  birth: 'datum narozeni | narozen* | narodil* | rok narozeni | rodne cislo | misto narozeni | vek',
  advertising:
    'reklam* | newsletter* | obchodni sdeleni | obchodnich sdeleni | nabidk* | marketing* | akce | slevy | promo* | letaky | spam | propag* | inzer*',
  list: 'seznam* | mailing list | rozesil* | rozesilaci seznam | databaze kontaktu | databaz* | distribucni seznam | adresar* | odberatel*',
  yours: 'vas | vase | vaseho | vasich | vasem | vasi | u vas | vasem systemu | vasi databaz* | system* | databaz* | vasi firme',
  law: 'gdpr | zakon* | narizen* | clank* | cl | clanek | pravo na | prava | podle zakona | ochran* osobnich udaju | ochrana udaju | uoou | odst | paragraf',
  processing: 'zpracov* | vyuziv* | pouziva* | pouziti | profilov* | automatizovan* | automaticke rozhod* | spravce udaju | ucel*',
  thirdParty:
    'treti strany | tretim stranam | tretich stran | tretim osobam | treti osoby | partner* | subdodav* | zpracovatel* | jinym firmam | dodavatel* | obchodni partneri',
  lawyer:
    'jmenem | v zastoupeni | zastup* | klient* | advokat* | pravni* zastupce | plna moc | plne moci | plnou moc | zmocn* | moje matka | me matky | muj otec | moje dite | syn | syna | dcer*',
  please:
    'prosim | prosime | prosim vas | zadat | zadam | zadost* | timto | laskave | rad bych pozadal | poprosil* | zdvoril* | budte tak laskav*',
  want: 'chci | chceme | chtel bych | chtela bych | chteli bychom | preji si | prejeme | rad bych | rada bych | potreb* | hodlam',
  demand:
    'pozad* | vyzad* | trvam na | vyzyv* | vyzv* | musite | jste povinni | povin* | do 30 dnu | neprodlene | okamzite | ve lhute | jinak',
  canYou: 'muzete | mohli byste | mohl byste | mohla byste | muzes | mohl bys | je mozne abyste | zda muzete | dokazete | slo by | lze',
  canI: 'mohu | muzu | mohl bych | mohla bych | je mozne | jde to | lze | muzeme | smim | da se | je moznost',
  how: 'jak | jakym zpusobem | kde | kde mohu | co mam udelat | co musim | postup* | jak mam | jak postupovat | navod | kam',
  when: 'kdy | jak dlouho | jaka je lhuta | lhut* | do kdy | termin* | za jak dlouho | kolik dni | od kdy | doba',
  policy: 'zasady | podmink* | obecne | nabizite | jak to funguje | jak to u vas | u vas | pravid* | bezne | obvykle | postup | politika',
  condition: 'pokud | jestli* | kdyz | v pripade | az | dokud | nez | jakmile | kdyby | ledaze | pred tim',
  suppose:
    'predpoklad* | predstav* | dejme tomu | co kdyby | co kdyz | co se stane | zvazuji | uvaz* | mozna pozdeji | premyslim | v budoucnu | rekneme',
  not: 'ne | neni | nechci | nemam | nejsem | nikdy | bez | zadn* | nikoli | ani | nejde | nesmi',
  noLonger: 'uz ne | jiz ne | uz nechci | jiz nechci | nadale | uz nepouzivam | nikdy vice | uz nejsem | nikdy vic | vice ne | prestal',
  still:
    'stale | porad | jeste | dosud | doposud | zatim | uz jsem zadal | urguji | urgence | urgovat | upomin* | bez odpovedi | zadna odpoved | pred tydny | opakovan* | znovu | pripomin* | cekam',
  done: 'uz | jiz | hotovo | vyrizen* | vyresen* | dostal jsem | dostala jsem | obdrz* | prislo | dorazil* | dekuji za | v poradku | probehl*',
  reported: 'rekl* | cetl* | slysel* | dozved* | podle | pry | udajne | pise se | bylo mi receno | uvadi* | napsali',
  others:
    'kamarad* | pritel | pritelk* | kolega | kolegy* | jina firma | jina spolecnost | predchozi poskytovatel | predchozi operator | nas zakaznik | naseho zakaznika | soused* | nekdo',
  leave: 'nechat | nechte | ponech* | zachov* | zustat | zustane | beze zmeny | nemus* | neni treba | nemazte | nemente',
  me: 'ja | me | mne | mi | muj | moje | meho | mou | mych | se mnou | jsem',
  us: 'my | nas | nam | nase | naseho | nasi | nasich | nami | jsme',
  number:
    'virtualni cislo | virtualni* | cislo | cisla | cisel | cislem | telefonni cislo | linka | predvolb* | voip | 0800 | zelena linka',
  subscription: 'predplat* | tarif* | smlouv* | balic* | pausal* | program | prodlouz* | mesicn* | vypovedni lhuta',
  invoice: 'faktur* | uctenk* | doklad | dobropis* | vyuctov* | danovy doklad | potvrzeni o platbe | zalohov*',
  document: 'smlouv* | certifik* | nabidk* | formular* | navod* | dokument* | priloh* | v priloze | potvrzen* | osvedc*',
  login: 'hesl* | prihlas* | kod | overovaci kod | dvoufaz* | dvoufaktor* | zapomnel heslo | pin | 2fa',
  app: 'aplikac* | web | webu | webov* | strank* | portal* | tlacitk* | obrazov* | odkaz* | prohlizec* | rozhran*',
  setting:
    'presmerov* | hlasov* schrank* | hlasova schranka | uvitac* | menu | oteviraci doba | provozni doba | nastav* | zobrazeni cisla | ustredn* | ivr',
  porting:
    'prenos cisla | prenest cislo | prenes* | prenos* | prenositelnost cisla | portac* | cislo prevest | zmena operatora | operator* | cvop | jinemu operatorovi',
  sms: 'sms | smska | smsky | textova zprava | textove zpravy | overovaci kod | overovaci sms | zprav* | kod nepris* | whatsapp',
  fault:
    'nefung* | nejde | poruch* | vypad* | chyb* | rozbit* | zadny zvuk | neni slyset | spatna kvalita | nelze volat | nedovol* | problem*',
  sales: 'nabidk* | cena | ceny | cenik* | kolik stoji | poptav* | zajem | mam zajem | koupit | demo | vyzkous* | objednat',
  supplier:
    'nase sluzby | nasich sluzeb | nabizime | nabizime vam | spolupr* | splatnost* | po splatnosti | upomink* | dluh* | nedoplat* | partnerstv* | seo',
  job: 'prace | praci | pracovni* | zivotopis* | volne misto | pozic* | uchazet | zamestn* | staz* | motivacni dopis | nabor | cv',
  swindle:
    'kliknete | kliknete zde | kliknout | overte | overte svuj ucet | vyhr* | vyhrali jste | urgentn* | pozastaven* | zablokovan* | vyprsi | bitcoin* | dedictv* | gratulujeme',
  complaint:
    'stiznost* | stezov* | stezuji | reklamac* | zklam* | nespokoj* | skandal* | ostud* | nastvan* | neuveriteln* | nehoraz* | podvod* | hruza | neprijat*',
  absence:
    'dovolen* | mimo kancelar | nepritom* | nejsem v kancelari | automaticka odpoved | vratim se | zpet budu | nemoc* | zastup* | budu zpet',
  thanks: 'dekuji | dekuju | dekujeme | diky | dik | podekov* | skvel* | vyborn* | super | pochval* | spokoj* | perfektn*',
  greeting: 'dobry den | dobry vecer | ahoj | vazen* | vazeny pane | s pozdravem | pozdrav* | hezky den | s uctou | zdravim | na shledanou',
  authority: 'polici* | soud* | statni zast* | financni urad | urad | uradu | uoou | urad pro ochranu | exekut* | ctu | vysetr* | inspekc*',
};
