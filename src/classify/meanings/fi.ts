import type { Thesaurus } from './meaning.ts';

/** Finnish. */
export const finnish: Thesaurus = {
  erase: 'poist* | tuho* | havit* | pyyh* | heittakaa pois | deletoi* | siivo* | tyhjen* | anonymiso* | eliminoi* | silppu*',
  vanish: 'katoa* | kadota | havia* | jalke* | jalkia | jaljettomiin | pois jarjestelm* | ei jalkeakaan | kokonaan pois | missaan',
  forget:
    'unoh* | tulla unohdetuksi | oikeus tulla unohdetuksi | unohtakaa minut | kuin en olisi | olemassakaan | kuin minua ei | en olisi koskaan',
  close: 'sulke* | lopet* | paat* | irtisan* | sanoa irti | lakkaut* | deaktivoi* | poistaa tili',
  stop: 'lopet* | lakat* | keskeyt* | pysayt* | riittaa | jo riittaa | stop | seis | jattakaa rauhaan',
  cancel: 'peru* | mitatoi* | irtisan* | kumo* | vetaa takaisin | purkaa | purku',
  withdrawal:
    'peruuttamisoik* | peruutusoik* | 14 paiva* | neljatoista paivaa | neljantoista paivan | kadun | muutin mieleni | muuttaa mielta* | peruuttamisaika | palaut* ostos* | palauttaa tuote | perua kauppa | etamyyn*',
  see: 'nahda | nahda tietoni | katso* | tarkast* | paasy tietoihin | oikeus saada paasy | tutust* | nayttakaa | selata | paasta kasiksi',
  send: 'lahet* | toimit* | luovut* | antakaa | antaa | postit* | valit* | meilaa* | edelleenlahet*',
  copy: 'kopio* | jaljennos* | jaljennoksen | tulost* | ote | otteen | yhteenveto* | luettelo* | lista kaikista | taydellinen luettelo | rekisteriote*',
  export:
    'lataa* | ladata | vienti | vieda | export* | koneluettav* | koneellisesti luettav* | siirrettav* | csv | excel | json | tiedosto* | taulukko* | jasennelty*',
  tell: 'kerto* | kerro | ilmoit* | tiedot* | tiedoksi | selit* | vasta* | selvit* | informoi*',
  know: 'tiedatte | tiedatte minusta | minusta | minua koskev* | teilla on minusta | mita tietoja | hallussa* | mita tiedatte | koskevat tiedot | teilla minusta',
  keep: 'sailyt* | tallen* | talte* | pitaa | kera* | rekisteroi* | arkisto*',
  share: 'jaka* | jaatte | jaettu | luovut* | myyda | myyty | myytte | vastaanottaj* | eteenpain | valitet* | siirre* | annettu | kenelle',
  source:
    'mista | mista saitte | mista olette saaneet | lahde | lahteesta | alkupera* | miten saitte | miten olette saaneet | kenelta | kuka antoi | hankki*',
  giveBack: 'palaut* | hyvit* | takaisin | rahat takaisin | maksaa takaisin | korva* | takaisinmaksu* | takaisin tilille',
  pay: 'maksa* | maksoin | maksu* | maksettu | maksoimme | siirsin | tilisiirto* | suorit* | kaytin rahaa | mobilepay | lata* saldoa',
  charge: 'velo* | perit* | peria | lasku* | veitte | tililta lahti | kulu* | suoraveloitus',
  twice: 'kahdesti | kaksi kertaa | 2 kertaa | kaksinkertai* | tupla* | uudelleen | uudestaan | toistamiseen | toiseen kertaan | taas',
  tooMuch: 'liikaa | liian paljon | liian | aiheet* | vaarin | vahing* | virheellis* | erehdy* | perusteet* | ylimaarai* | oikeudettomasti',
  restart:
    'palaut* ennalleen | ennalleen | palauttaa | uudelleen kayttoon | aktivoi* uudelleen | avata uudelleen | takaisin | entiselleen | kuten ennen | uudelleenaktiv* | kumota muutos | avaa lukitus',
  alter: 'muut* | vaih* | paivit* | muokka* | muokata | saata* | mukaut*',
  correct: 'korja* | oikais* | tayden* | oikein | oikea | paivit* | oikeaksi',
  replace: 'sijaan | sijasta | tilalle | korva* | pitaa olla | pitaisi olla | tulee olla | tulisi olla | vaih* | eika | vaan',
  newly: 'uusi | uuden | uutta | uudet | uudeksi | tasta lahtien | alkaen | jatkossa | nyt | nykyaan | nykyi* | lahtien | uuteen',
  wrong: 'vaara* | vaarin | virhe* | kirjoitusvirhe* | vanha | vanhan | vanhentu* | vanhat | epatarkk* | ei pida paikkaansa | pielessa',
  moved:
    'muut* uuteen | muutin | muutimme | muuttanut | muutto | uusi osoite | osoitteenmuutos* | osoitteeni on muuttunut | uudet toimitilat | uusi toimisto | muuttaneet | asun nyt',
  renamed:
    'naimisi* | menin naimisiin | avioliit* | avioero* | erosin | nimenmuutos* | nimeni on | sukunimeni muuttui | uusi sukunimi | uusi nimi | vaihdoin nime* | fuusio* | sulautu* | tyttonimi',
  register: 'merki* | kirja* | rekisteroi* | lisat* | tallen* | huomio* | syotta* | paivit* | muistiin',
  object: 'vastust* | kiella* | kieltaa | kielto* | protest* | en hyvaksy | en salli | eri mielta | kiist* | moiti*',
  restrict: 'rajoit* | kasittelyn rajoittaminen | esta* | esto | jaadyt* | keskeyt* | lukit* | tilapai* | valiaikai* | alkaa kayttako',
  unsubscribe:
    'peru tilaus | peruuttaa tilaus | peruuta uutiskirje | poistakaa listalta | poistaa listalta | postituslistalta | pois listalta | eroa* | unsubscribe | en halua saada | alkaa lahettako | en halua enaa | lopettakaa lahettaminen | kirjaudu pois listalta',
  consent:
    'suostu* | peruutan suostumukse* | lupa | luvan | lupaa | luvat* | hyvaks* | ilman lupaa | ilman suostumusta | valtuu* | sallinut',
  bother:
    'hairit* | soit* | alkaa soittako | ottaa yhteytta | ottakaa yhteytta | yhteydenot* | spammi* | roskapost* | ahdist* | lahettelette | jatkuvasti | piinaa*',
  money: 'raha* | summa* | euro | euroa | eur | hinta | hinnan | kustannu* | maksu',
  balance: 'saldo* | jaljell* | jaljella oleva | prepaid | ennakko* | talletus* | kayttamat* | hyvitys | panttimaksu',
  order: 'tilaus* | tilauksen | tilasin | tilata | osto* | ostin | ostettu | kauppa | hankin* | ostimme',
  account:
    'tili | tilin | tilini | tilia | kayttaja* | profiili* | asiakastili* | asiakkuu* | asiakas | asiakasnumero* | rekisteroity* | tunnus | tunnukset',
  data: 'tiedot | henkilotie* | data | datan | tieto* | yhteystie* | asiakastie* | minua koskevat',
  file: 'tiedosto* | rekisteri* | kansio* | asiakirja* | historia* | kortti | asiakaskort* | arkisto* | merkinta | merkinnat | aineisto* | tapaus',
  logs: 'puhelu* | nauho* | tallente* | viesti* | kirjeenvaihto* | loki* | metatie* | chat*',
  identity: 'passi* | henkilokort* | henkilollisyy* | ajokort* | kopio passista | henkkarit | tunnist* | henkilotunnus | hetu',
  everything: 'kaikki | kaikkea | kaiken | kaikkia | kaikista | koko | taydelli* | kokonaan | kokonaisuu* | jokai* | kaikkien',
  nothing: 'mitaan | ei mitaan | mikaan | missaan | ei missaan | yhtaan | ei yhtaan | kukaan | ei kukaan | nolla | ei jalkeakaan',
  name: 'nimi | nimen | nimeni | nimea | etunimi* | etunimen | sukunimi* | sukunimen | sukunimeni | kirjoitusas* | tyttonim* | kutsumanim* | nimelta',
  address:
    'osoite* | osoitteen | osoitteeni | katu | katuosoite* | postinumero* | talonumero | kotiosoite* | postiosoite | asuin* | kunta | postilokero',
  email: 'sahkoposti* | sposti | s posti | meili* | email | e mail | mail | sapo | postilaatikko',
  phone: 'puhelin* | kannyk* | matkapuhelin* | gsm | puh | numeroni | oma numero | yhteysnumero | lankapuhelin*',
  company: 'yrity* | yhtio* | oy | oyj | tmi | toiminimi* | y tunnus | ytunnus | firma* | kaupparekisteri* | yhdisty*',
  vat: 'alv | alv numero | arvonlisavero* | y tunnus | vero* | vat | alv tunniste',
  bank: 'pankki* | tilinumero* | iban | bic | swift | tilinomistaj* | luottokort* | pankin',
  birth: 'synnyin | ikani | syntynyt | syntyma* | henkilotunnus | ika | hetu',
  advertising:
    'mainos* | mainokset | mainont* | uutiskirje* | markkino* | suoramarkkino* | tarjous* | tarjoukset | kampanj* | roskapost* | spammi* | alennu*',
  list: 'lista* | postituslist* | sahkopostilist* | jakelulist* | soittolist* | luettelo* | tilaaj* | osoitetieto* | tietokan* | markkinointirekisteri* | rekisteri*',
  yours: 'teidan | teilla | teilta | teille | jarjestelm* | tietokannas* | rekisteris* | yrityksenne | teissa',
  law: 'gdpr | tietosuoja* | tietosuoja asetus | laki | lain | lakiin | artikla* | oikeus | oikeuteni | oikeuk* | asetus | asetuksen | nojalla | perusteella | mukaisesti | juridi* | momentti',
  processing:
    'kasitte* | henkilotietojen kasittely | kaytto | kaytta* | profilo* | automaattis* | automatisoi* | rekisterinpitaja* | tarkoitu* | paatoksent*',
  thirdParty:
    'kolman* | kolmas osapuoli | kolmansille osapuolille | kolmansien osapuolien | kumppan* | yhteistyokumppan* | alihankki* | muut yritykset | muille yrityksille | ulkopuoli* | toimittaj* | palveluntarjoaj*',
  lawyer:
    'puolesta | asiakkaani puolesta | paamie* | valtakir* | valtuut* | asianaja* | lakimie* | juristi* | edust* | aitini | isani | lapseni | poikani | tyttareni | edunvalvo* | kuolinpes*',
  please:
    'kiitos | pyydan | pyydamme | pyytaisin | pyynto* | ystavallisesti | olkaa hyva | olisitteko ystavalli* | voisitteko | taten | anon | toivon',
  want: 'halu* | tahdon | toivon | toivoisin | tarvits* | aion',
  demand:
    'vaadin | vaadimme | vaati* | edellyt* | kehot* | taytyy | pitaa | velvoll* | viimeistaan | heti | valittomasti | kuluessa | maaraaja* | muuten',
  canYou:
    'voitteko | voisitteko | voitko | voisitko | voisitte | pystytteko | onko teidan mahdollista | saisitteko | onnistuuko teilta | viitsisit*',
  canI: 'voinko | voisinko | saanko | saisinko | onko mahdollista | onko mahdollis* | mahdollista | onnistuuko | pystynko | voiko | voimmeko | mahdollisuus',
  how: 'miten | kuinka | milla tavalla | missa | mista voin | mista loydan | mita minun pitaa tehda | mita teen | ohje* | menettel* | mihin',
  when: 'milloin | koska | kuinka kauan | kauanko | miten pitkaan | aika | maaraaika | aikataulu* | kuinka nopeasti | montako paivaa | kestaa',
  policy:
    'kaytan* | tietosuojaseloste* | tietosuojakayt* | ehdot | yleensa | yleisesti | tarjoatteko | miten toimii | miten teilla | periaat* | saanto* | tavallisesti',
  condition:
    'jos | mikali | siina tapauksessa | tapauksessa | heti kun | ennen | ennen kuin | ellei | kunnes | kun | sitten kun | edellyttaen',
  suppose:
    'oletet* | enta jos | mita jos | mita tapahtuu | kuvitel* | sanotaan | harkit* | ehka myohemmin | tulevaisuu* | mietin | mahdollisesti',
  not: 'ei | en | eivat | emme | ala | alkaa | ilman | eika | koskaan | mitaan | ette',
  noLonger:
    'ei enaa | en enaa | enaa | emme enaa | eivat enaa | en halua enaa | ei koskaan enaa | en tarvitse enaa | lakannut | lopettanut',
  still:
    'viela | edelleen | yha | vielakaan | ei vielakaan | muistut* | ei vastausta | vastausta | jo pyytanyt | viikkoja sitten | kuukausia | uudelleen | taas | odot* | en ole saanut',
  done: 'jo | valmis | hoidet* | sain | saanut | saapu* | tuli | kiitos viestista | ratke* | kunnossa | kuitattu | perilla',
  reported: 'sanoi | sanottiin | kertoi | kerrottiin | luin | kuulin | mukaan | lukee | kuulemma | ilmoitettiin | vaitet* | sain tietaa',
  others:
    'ystav* | kaveri* | kollega* | tyokaver* | asiakkaamme | toinen yritys | toinen operaattori | entinen operaattori | aiempi toimittaja | edellinen | naapur* | joku muu',
  leave: 'jatta* | pita* ennallaan | ennallaan | saily* | alkaa poistako | ei tarvitse | alkaa muuttako | ennalleen | saa jaada',
  me: 'mina | minun | minua | minut | mulla | minulla | minulle | minusta | ma | itse | itseni | oma | omat | omia | olen',
  us: 'me | meidan | meita | meille | meilla | meilta | olemme | yrityksemme | haluamme',
  number: 'virtuaali* | numero | numeron | numeroa | numerot | numeroita | puhelinnumero* | linja | suuntanumero* | voip | vaihdenumero',
  subscription:
    'tilaus* | liittym* | sopimu* | paketti* | paketin | kuukausimaksu* | irtisanomisaika | jatkaa tilausta | maaraaikai* | uusiutu*',
  invoice: 'lasku | laskun | laskut | laskua | laskutus* | kuitti* | kuitin | hyvityslasku* | tiliote* | erittely* | kirjanpi* | tosite*',
  document:
    'sopimu* | todistu* | tarjous* | lomake* | lomakkeen | ohjekirja* | kayttoohje* | liite | liitteena | liit* tiedosto | asiakirja* | dokument*',
  login: 'salasana* | kirjaut* | kirjaudu* | koodi | koodin | kaksivaih* | tunnus | tunnukset | unohdin salasana* | vahvistuskoodi* | pin',
  app: 'sovellu* | appi* | verkkosivu* | nettisivu* | kotisivu* | sivu | sivusto* | portaali* | painike* | nappi* | naytto | linkki* | selain*',
  setting:
    'soitonsiirto* | edelleenohja* | vastaaja* | tervehdy* | valikko* | aukioloaj* | asetu* | soittajan numero | numeronnaytto | vaihde* | maarit* | ohja* puhelu*',
  porting:
    'numeronsiirto* | siirtaa numero | siirra numero | numeron siirto | siirto* | siirtaa | operaattori* | vaihtaa operaattoria | pitaa numero | numeron mukaan | toiselle operaattorille | portaus',
  sms: 'tekstiviesti* | tekstari* | sms | vahvistuskoodi* | varmennuskoodi* | koodi tekstiviestilla | viesti ei tule | whatsapp | mms',
  fault:
    'ei toimi | eivat toimi | toimi | rikki | vika | vikaa | vikatila | hairio* | katko* | virhe* | ei kuulu | aanta ei | huono yhteys | ongelma* | ei voi soittaa | patkii',
  sales:
    'tarjous | tarjouksen | tarjouspyyn* | hinta | hinnat | hinnasto* | paljonko maksaa | mita maksaa | kiinnost* | ostaa | demo | kokeil* | tilata',
  supplier:
    'palvelumme | tarjoamme | tarjoamme teille | yhteistyo* | kumppanuu* | maksuehto* | erapaiv* | eraantyn* | maksumuistut* | perinta* | velka | saatav* | hakukoneopt* | seo',
  job: 'tyohakemu* | hakemu* | tyopaik* | avoin | avoimet tyopaikat | cv | ansioluettel* | harjoittel* | rekry* | haen tyota | tyohaastat*',
  swindle:
    'klikkaa tasta | klikkaa | napsauta | paina tasta | vahvista tilisi | vahvista | voit* palkin* | olet voittanut | palkinto* | kiireelli* | jaadytetty | suljettu | onnittel* | bitcoin* | perinto',
  complaint:
    'valit* | reklamaatio* | pettyn* | tyytymat* | vihai* | skandaal* | torkea* | hapea* | huijau* | huijari* | surkea* | kohtuut*',
  absence:
    'loma* | poissa | poissaolo* | poissa toimistolta | automaattinen vastaus | palaan | takaisin toissa | sairauslom* | vanhempainvap* | vapaalla | tavoitettavissa',
  thanks: 'kiitoksia paljon | kiit* | hienoa | loistav* | mahtav* | upea* | erinomai* | tyytyvai* | hyva palvelu',
  greeting:
    'hei | moi | moikka | terve | tervehdys | hyva | hyvaa paivaa | huomenta | ystavallisin terveisin | terveisin | t | yst terv | terv | parhain terveisin | kunnioittaen | arvoisa | mukavaa paivaa',
  authority:
    'poliisi* | tuomioistu* | karajaoik* | syyttaj* | verottaj* | verohallin* | tietosuojavaltuut* | traficom | viranomai* | ulosot* | kuluttaja asiam* | kuluttajaneuvon* | esitutkin*',
};
