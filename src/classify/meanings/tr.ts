import type { Thesaurus } from './meaning.ts';

/** Turkish. */
export const turkish: Thesaurus = {
  erase:
    'silmek | silin | silinmesi | silinmesini | siliniz | silinsin | silme | siler misiniz | kaldır* | yok edin | yok edilmesi | imha* | temizle* | ortadan kald* | anonim*',
  vanish:
    'kaybol* | yok olmak | iz bırakmadan | hicbir iz | izi kalmasın | hicbir yerde | gorunmek istemiyorum | sistemden cıkarın | tamamen cıkarın',
  forget: 'unut* | unutulma hakkı | beni unutun | hic var olmamıs | sanki hic | hic olmamısım gibi',
  close: 'kapat* | hesabımı kapat* | sonlandır* | feshet* | fesih | feshi | bitir* | sona erdir* | devre dısı | tasfiye*',
  stop: 'durdur* | kesin | kesilmesi | bırak* | yeter | vazgec* | artık yapmayın | son verin | dur',
  cancel: 'iptal | iptal ettim | iptali | iptal edin | iptal etmek | vazgec* | feshet* | fesih | geri alın | geri cekiyorum | cayma',
  withdrawal:
    'cayma | cayma hakkı | cayma hakkım* | cayıyorum | 14 gun | on dort gun | fikrimi degistirdim | vazgectim | iade | urunu iade | mesafeli satıs* | gerekce gostermeden',
  see: 'gormek | gorebilir | goruntule* | incele* | erisim | erismek | erisim hakkı | bakmak | goster* | bilgi edinme | gorme',
  send: 'gonder* | yolla* | iletir misiniz | iletin | iletir | teslim | verin | sagla* | mail atın | ulastır* | sunun',
  copy: 'kopya* | suret* | nusha* | dokum* | cıktı | liste halinde | tam liste | ozet* | fotokopi*',
  export:
    'dısa aktar* | aktarma | indir* | tasınabilir* | veri tasınabilirligi | makine tarafından okun* | csv | excel | json | dosya | yapılandırılmıs',
  tell: 'soyle* | bilgi verin | bilgilendir* | bildir* | acıkla* | haber verin | cevap* | yanıt* | belirt* | ogrenmek',
  know: 'hakkımda | benim hakkımda | hakkımdaki | biliyorsunuz | neler biliyorsunuz | hangi veriler* | elinizde | sahip oldugunuz | bana ait | benimle ilgili | tuttugunuz',
  keep: 'sakla* | saklıyor* | tutuyor* | tutul* | depola* | kaydet* | topla* veri | topluyor* | muhafaza | arsiv* | saklama suresi',
  share: 'paylas* | aktar* | satıyor* | sattınız | satıs* | alıcılar | alıcı | devret* | verdiniz | kimlerle',
  source:
    'nereden | nereden aldınız | nereden buldunuz | nasıl elde | nasıl buldunuz | kaynak | kaynagı | kaynagını | kimden | elde ettiniz | temin*',
  giveBack:
    'iade | iade edin | iadesi | iademi | para iadesi | geri odeyin | geri odeme | geri verin | geri yatır* | paramı geri | tazmin* | geri gonder* | alacak',
  pay: 'odedim | odeme* | odendi | oduyorum | yatır* | havale* | transfer* | harca* | ucret odedim | eft',
  charge:
    'tahsil* | kesildi | kesinti* | cekildi | cekilmis | cekmissiniz | ucretlendir* | faturalandır* | borclandır* | kartımdan | komisyon* | kestiniz',
  twice: 'iki kez | iki kere | iki defa | iki sefer | cift* | tekrar | yeniden | yine | mukerrer* | bir daha | ikinci kez',
  tooMuch:
    'fazla | cok fazla | fazladan | haksız* | haksız yere | yanlıslıkla | hatalı | hata | sebepsiz* | yersiz | yanlıs tutar | izinsiz*',
  restart:
    'geri yukle* | eski haline | yeniden etkin* | tekrar etkin* | yeniden acın | tekrar acın | eskisi gibi | geri alın | yeniden baslat* | aktif hale | kilidi acın',
  alter: 'degistir* | degisiklik* | degissin | guncelle* | duzenle* | uyarla* | revize* | ayarla* | tadil*',
  correct: 'duzelt* | duzeltme hakkı | dogrusu | dogru | tamamla* | onar* | hatayı gider* | giderilmesi',
  replace: 'yerine | yerine koyun | olmalı | olması gerek* | olacak | degil ~ olmalı | degil | degistir* | bunun yerine | dogrusu',
  newly: 'yeni | yenisi | yeni adres* | bundan sonra | bundan boyle | artık | itibaren | itibariyle | su an | guncel | simdiki',
  wrong: 'yanlıs* | hatalı | hata | eski | eskimis | yazım hatası | guncel degil | gecersiz* | dogru degil | eksik',
  moved: 'tasın* | yeni adres* | adres degisikligi | adresim degisti | adresimiz degisti | yeni ofis* | merkezimiz tasındı',
  renamed:
    'evlen* | evlilik | bosan* | isim degisikligi | soyadım degisti | soyadı degisikligi | yeni soyad* | yeni adım | unvan degisikligi | birles* | kızlık soyad*',
  register: 'kaydedin | kayıt edin | kaydet* | kayda* | not edin | not alın | isleyin | sisteme girin | ekle* | isleme alın',
  object:
    'itiraz* | itiraz ediyorum | itiraz hakkı | karsı cıkarın | karsıyım | kabul etmiyorum | onaylamıyorum | rıza goster* | reddet* | reddediyorum | protesto | istemiyorum',
  restrict: 'kısıtla* | islemenin kısıtlanması | sınırla* | engelle* | bloke* | dondur* | askıya* | askıya alın | gecici* | kullanmayın',
  unsubscribe:
    'abonelikten cıkarın | aboneligimi iptal | aboneligi iptal | listeden cıkar* | listeden cıkarın | listenizden | beni cıkarın | unsubscribe | almak istemiyorum | gondermeyin | mail gondermeyin | uyelikten cıkarın',
  consent: 'onay* | rıza | rızam | rızamı geri | onayımı geri | acık rıza | izin | iznim | izin verdim | iznim olmadan | muvafakat*',
  bother:
    'rahatsız* | rahatsız ediyorsunuz | arama* | arıyorsunuz | beni aramayın | surekli arıyorlar | surekli mesaj | iletisime gecmeyin | taciz* | spam | mesaj atıyor* | bıktır*',
  money: 'para | param | paramı | parayı | tutar | tutarı | miktar* | lira | tl | euro | avro | ucret* | fiyat',
  balance: 'bakiye* | kalan | kalan tutar | kontor* | on odemeli | depozito* | kredi | kredim | kullanılmayan',
  order: 'siparis* | satın alın | satın aldım | satın alma | aldım | alısveris* | siparis numarası | urun',
  account:
    'hesap | hesabım | hesabımı | hesabı | hesabın | profil* | kullanıcı* | uyelik* | musteri | musteri kaydı | musteri numara* | kayıt',
  data: 'veri | veriler* | kisisel veri* | kisisel verilerim | bilgi | bilgiler* | detay* | kisisel bilgi*',
  file: 'dosya* | kayıt | kayıtlar* | gecmis* | sicil* | klasor* | musteri kartı | arsiv*',
  logs: 'arama kayıtları | arama kaydı | arama gecmisi | gorusme* | gorusme kayıtları | ses kaydı | ses kayıtları | kayıtları | mesajlar* | yazısma* | log kayıtları | loglar | metaveri',
  identity: 'kimlik* | kimligim | nufus cuzdanı | pasaport* | kimlik fotokopisi | ehliyet* | tc kimlik | kimlik belgesi | kimlik dogrulama',
  everything:
    'hepsi | hepsini | her sey | hersey | her seyi | herseyi | tumu | tumunu | tum | butun | tamamı | tamamen | tamamını | eksiksiz',
  nothing: 'hicbir sey | hic | hicbir | hicbiri | hicbir yerde | hic kimse | sıfır | hicbir iz | asla | yok',
  name: 'isim | ismim | ismimi | adım | adımı | ad | adı | soyad* | soyisim | yazılıs* | ad soyad | ikinci adım',
  address: 'adres* | sokak | cadde* | mahalle* | posta kodu | kapı no | apartman | daire | ikamet*',
  email:
    'email* | e mail | e posta | eposta* | e posta adres* | mail | mail adres* | elektronik posta | posta kutusu | mailim | gelen kutusu',
  phone: 'telefon* | telefon numara* | cep telefonu | cep | gsm | numaram | iletisim numarası | sabit hat | cep numaram | tel',
  company: 'sirket* | firma* | unvan* | ltd sti | limited | as | sahıs sirketi | ticaret sicil* | ticaret odası',
  vat: 'vergi | vergi numara* | vergi no | vkn | vergi dairesi | kdv | kdv numarası | vergi kimlik | vat | tckn',
  bank: 'banka | banka hesab* | banka hesabı | iban | swift | hesap numarası | hesap no | hesap sahibi | kredi kartı | kart | kartım | bankası',
  birth: 'dogum tarihi | dogum tarihim | dogum | dogum gunu | dogum yılı | dogdum | dogumlu | dogum yeri | yasım',
  advertising:
    'reklam* | bulten* | haber bulteni | kampanya* | promosyon* | pazarlama | teklif* | tanıtım* | ticari ileti | ticari elektronik ileti* | spam | indirim*',
  list: 'liste | listesi | listeden | listenizden | listenizde | mail listesi | e posta listesi | arama listesi | dagıtım listesi | abone* | veritaban* | rehber*',
  yours: 'sizin | sizde | sistem* | veri tabanınız* | veritabanınız* | veri tabanı | sirketiniz* | firmanız* | kayıtlarınız* | bunyeniz*',
  law: 'kvkk | gdpr | kisisel verilerin korunması | kanun* | madde* | uyarınca | geregince | hakkım | hak | hakkı | yasal* | yasa | hukuk* | mevzuat* | 6698',
  processing:
    'isleme | islenme* | isliyor* | veri isleme | kullanım* | kullanıyor* | kullanılma* | profil cıkarma | profilleme | otomatik karar* | otomatik | veri sorumlusu | amac | amacı',
  thirdParty:
    'ucuncu taraf* | ucuncu kisi* | ucuncu sahıs* | ortaklar* | is ortakları | baska sirket* | diger sirket* | diger firma* | taseron* | tedarikci* | alt yuklenici*',
  lawyer:
    'adına | muvekkil* | vekil* | vekaleten | vekaletname* | avukat* | temsil* | annem | annemin | babam | babamın | cocugum* | oglum* | kızım* | vasi',
  please:
    'lutfen | rica ederim | rica ediyorum | rica* | talep | talep ediyorum | talebim | arz ederim | zahmet* | saygıyla rica | isbu | dilekce*',
  want: 'istiyorum | istiyoruz | isterim | isteriz | isterdim | istemek | istek* | arzu* | ihtiyac* | gerekiyor | dilerim | dusunuyorum',
  demand:
    'talep ediyorum | talep ederim | ihtar* | derhal | acilen | hemen | zorunda* | mecbur* | gun icinde | icerisinde | aksi halde | aksi takdirde | ısrar*',
  canYou:
    'yapabilir misiniz | misiniz | mısınız | musunuz | edebilir misiniz | eder misiniz | gonderebilir misiniz | mumkun mu acaba | rica etsem | misin',
  canI: 'yapabilir miyim | miyim | mıyım | edebilir miyim | alabilir miyim | mumkun mu | mumkun mudur | olur mu | imkan* | imkanı var mı | hakkım var mı',
  how: 'nasıl | nasıl yapabilirim | nasıl yaparım | ne sekilde | nerede | nereden | ne yapmam gerek* | ne yapmalıyım | hangi adımlar | yontem* | nereye',
  when: 'ne zaman | ne kadar sure* | kac gun | ne kadar surer | sure | suresi | hangi tarihte | ne kadar zaman | kac ay',
  policy:
    'politika* | gizlilik politikası | genelde | genel olarak | sunuyor musunuz | nasıl isliyor | nasıl calısıyor | kurallar* | kosul* | sartlar* | prosedur* | uygulama',
  condition: 'eger | sayet | durumda | durumunda | halinde | takdirde | olursa | once | sonra | surece | olmadıkca | kosuluyla',
  suppose:
    'diyelim | diyelim ki | varsayalım | farz edelim | ya olursa | ne olur | olursa ne olur | belki | belki ileride | ileride | dusunuyorum | hayal edin',
  not: 'degil | yok | hayır | hic | asla | olmadan | olmaz | ne de | istemiyorum | hicbir',
  noLonger: 'artık | artık istemiyorum | artık degil | bir daha | artık kullanmıyorum | bundan sonra | daha fazla | artık yok',
  still:
    'hala | halen | henuz | daha once | hatırlat* | cevap yok | cevap alamadım | yanıt alamadım | haftalar once | haftalardır | aylardır | tekrar | bekliyorum',
  done: 'zaten | tamamlandı | halledildi | cozuldu | aldım | ulastı | geldi | elime ulastı | tesekkurler | yapıldı | tamam | silindi',
  reported: 'dediler | dedi | soylendi | soylediler | okudum | duydum | gore | yazıyor | ogrendim | belirtilmis | guya | iddia*',
  others:
    'arkadas* | bir arkadasım | meslektas* | musterimiz | musterilerimiz | baska firma | baska sirket | onceki operator | eski operator* | komsu* | baskası',
  leave:
    'bırakın | kalsın | oldugu gibi | oldugu gibi kalsın | aynı kalsın | silmeyin | degistirmeyin | gerek yok | dokunmayın | koru* | devam etsin',
  me: 'ben | beni | bana | benim | bende | benden | kendim | kendi | sahsım*',
  us: 'biz | bizi | bize | bizim | bizde | bizden | sirketimiz | firmamız',
  number: 'sanal numara* | sanal numara | sanal | numara* | hat | hattı | hattım | alan kodu | voip',
  subscription: 'abonelik* | aboneligim | paket* | tarife* | sozlesme* | plan | taahhut* | yenile* | aylık | yıllık',
  invoice: 'fatura* | makbuz* | fis | dekont* | iade faturası | e fatura | ekstre* | muhasebe* | hesap ozeti',
  document: 'sozlesme* | belge* | sertifika* | teklif* | form | formu | kılavuz* | ekte | ekli | ektedir | dokuman*',
  login:
    'sifre* | parola* | giris | giris yapamıyorum | oturum acın | kod | kodu | iki adımlı | iki faktorlu | sifremi unuttum | dogrulama',
  app: 'uygulama* | site | sitesi | web sitesi | internet sitesi | sayfa* | portal* | buton* | dugme* | ekran* | link* | tarayıcı*',
  setting:
    'yonlendir* | cagrı yonlendirme | sesli mesaj | telesekreter* | karsılama | karsılama mesajı | menu* | calısma saatleri | mesai saat* | ayar* | arayan numara | santral*',
  porting:
    'numara tasıma | numaramı tası* | tasımak | numara tasıt* | operator degis* | baska operator* | operator* | numaramı koru* | aktarım | gecis',
  sms: 'sms | kısa mesaj* | mesaj | mesajı | dogrulama kodu | onay kodu | sms kodu | kod gelmiyor | whatsapp | sms gelmiyor',
  fault:
    'calısmıyor* | bozuk | bozul* | arıza* | kesinti* | hata | hata mesajı | sorun* | ses yok | ses gelmiyor | arayamıyorum | cekmiyor | kopuyor',
  sales: 'fiyat* | fiyat teklifi | teklif | ne kadar | kac para | ilgileniyor* | satın almak | demo | deneme | fiyat listesi',
  supplier:
    'hizmetlerimiz | sunuyoruz | size sunuyoruz | is birligi | isbirligi | ortaklık | odeme vadesi | vadesi gecmis | gecikmis* | borc* | odeme hatırlat* | seo',
  job: 'is basvurusu | basvuru* | ozgecmis* | cv | staj* | pozisyon* | acık pozisyon | is ilanı | ise alım* | kariyer',
  swindle:
    'tıklayın | buraya tıklayın | tıkla | hesabınızı dogrulayın | dogrulayın | kazandınız | odul* | cekilis* | acil | askıya alındı | bloke edildi | tebrikler | bitcoin | miras',
  complaint:
    'sikayet* | rezalet | rezil* | skandal* | hayal kırıklıgı | memnun degil* | kızgın* | kabul edilemez | dolandır* | utanc | magdur* | berbat',
  absence:
    'izindeyim | izinde | izinli | yıllık izin | ofis dısında* | tatil* | otomatik yanıt | otomatik cevap | donecegim | raporlu | dogum izni',
  thanks: 'tesekkur* | tesekkur ederim | sag olun | sagolun | harika* | mukemmel* | super | memnun* | tebrik* | minnettar*',
  greeting:
    'merhaba | merhabalar | selam* | sayın | iyi gunler | gunaydın | iyi aksamlar | saygılar* | iyi calısmalar | sevgiler* | kolay gelsin',
  authority:
    'polis* | emniyet | mahkeme* | savcı* | vergi dairesi | kvkk kurulu | kurul | btk | icra* | haciz* | tuketici hakem* | jandarma',
};
