import type { Lexicon } from './lexicon.ts';

/** German: fewer words than Dutch and English, the plain ways of saying it. */
export const german: Lexicon = {
  ask: 'ich bestehe auf | bestehe auf | gerne gewusst | ich erwarte | bitte | hiermit | ersuche | beantrage | verlange | fordere | konnen sie | konnten sie | konnt ihr | konntet ihr | kannst du | wurden sie | antrag | mache ~ gebrauch | mochte ich sie bitten | ich storniere | ich widerrufe | ich trete | ich erwarte | teilen sie mir',
  want: 'mochte | mochten | will | wollen | wunsche | hatte gern | hatte gerne | brauche',
  may: 'kann ich | konnen wir | konnte ich | darf ich | ist es moglich | ware es moglich | gibt es eine moglichkeit',
  how: 'wie kann ich | wie konnen wir | wie losche ich | wie andere ich | wie bekomme ich | wo kann ich | wann bekomme ich | wann erhalte ich | wo bleibt',
  lost: 'weiss nicht wie | nicht wie ich',
  policy:
    'wie funktioniert | wie funktionieren | wie lange | wie lauft | wie ist | bieten sie | was ist ihre | was sind ihre | frage mich | allgemeine frage | stimmt es | bekommt man | welche frist',
  suppose: 'was passiert | was geschieht | angenommen | verliere ich | gesetzt den fall',
  condition: 'wenn | falls | sofern | bevor | sollte ich | ob | im falle | sobald',
  told: 'sagte | gesagt | erzahlt* | gelesen | gehort | laut ihrer | laut ihrer website | angeblich | unser kunde | einer unserer kunden',
  done: 'danke fur die | danke fur das | vielen dank fur die | bereits erhalten | ist angekommen | habe ich erhalten | wurde bereits | hat sich erledigt',
  not: 'nicht | kein | keine | keinen | keiner | nie | ohne',
  notAfter: 'nicht',
  stillNot:
    'noch nicht | noch kein* | noch immer nicht | noch immer kein* | immer noch nicht | immer noch keine* | warum ~ nicht | nicht nur | nicht mehr | nicht langer | wenn moglich | keine antwort | falls moglich | nicht funktioniert | funktioniert nicht | nie funktioniert',
  unable: 'kann ~ nicht | konnte ~ nicht | geht nicht | klappt nicht | nicht moglich | finde ~ nicht | finde ~ keine*',
  my: 'mein* | mir | mich | unser* | uns',
  your: 'ihre daten bestatigen | ihr | dein*',
  noise: `diese e mail ~ losch* | diese nachricht ~ losch* | loschen sie diese | diese mail ~ losch* | vernichten sie diese | ruckerstattungsrichtlinie* | geld zuruck garantie | rucklastschrift* | ruckbuchung* | datenschutzerklarung | datenschutzbeauftragt* | mobile daten | datenvolumen | zugangsdaten
    | welche daten ~ brauch* | welche daten ~ benotig* | welche unterlagen | kundenkontobetreuer | ausweiskopie | kopie des ausweises | ip adresse* | aktualisieren sie ihr* | bestatigen sie ihr*`,
  title: 'leiter | leiterin | abteilung | sachbearbeiter | sachbearbeiterin | beauftragte | beauftragter | teamleitung',
  disclaimer: 'nicht der richtige adressat | nicht der vorgesehene | vertrauliche informationen | irrtumlich erhalten | vertraulich und',

  erase:
    'weg mit | vernichten | tilgen | losch* | loesch* | gelosch* | geloesch* | zu loschen | entfern* | vernicht* | losche* | datenloschung',
  close: 'kundig* | gekundigt | schliess* | geschlossen | schliessung | deaktivier* | auflos*',
  account: 'konto | *konto | account* | profil | benutzerkonto',
  data: 'daten | informationen ~ uber mich | alles | *daten | meine informationen | informationen uber mich | alles uber mich | aus ihrer datenbank | aus ihrem system | aus ihren systemen | aus eurer datenbank | mich aus | einzelverbindungsnachweis*',
  forget:
    'recht auf vergessen* | vergessenwerden | recht auf loschung | loschantrag | loschungsantrag | loschbegehren | loschersuchen | antrag auf loschung',
  keep: 'speicher* | gespeichert* | aufbewahr* | behalten | erheb* | verarbeit*',
  have: 'haben | habt',
  copy: 'kopie | kopien | auskunft* | einsicht | auszug | ubersicht | exportier* | export | zusenden | zuschicken | herausgabe | ubermitteln | schicken | senden | abschrift',
  which:
    'was sie alles | was ihr alles | was alles uber | welche daten | welche informationen | welche personenbezogenen | was wissen sie | was wisst ihr | was haben sie | was sie uber | was ihr uber',
  aboutMe: 'uber mich | von mir | zu mir | zu meiner person | uber uns | mich betreffend* | zu uns',
  access:
    'auskunftsersuchen | auskunftsanfrage | auskunftsrecht | datenauskunft | selbstauskunft | datenubertragbarkeit | auskunft uber | recht auf auskunft | auskunft nach | auskunft gemass | dsgvo auskunft',
  paper: 'rechnung* | *rechnung | quittung* | vertrag | vertrags* | beleg | angebot | kontoauszug | handbuch',

  refund:
    'ruckerstatt* | rueckerstatt* | erstatt* | erstatten | zuruckerstatt* | geld zuruck | geld ~ zuruck | geld zurueck | zuruckzahl* | zuruckgezahlt | zuruck zu zahlen | ruckzahlung* | zuruckuberweis* | betrag zuruck | uberweisen ~ zuruck | zuruck uberweisen | zuruckbekomm*',
  withdraw: 'ruckgangig | widerruf* | widerrufe | stornier* | storno | rucktritt | trete ~ zuruck | zurucktreten | zuruckgeben',
  order: 'bestellung* | auftrag | kauf | kaufvertrag | bestellte | vertrag',
  payOut: 'auszahl* | ausgezahlt | uberweis* | zuruck | zuruckbekommen',
  balance: 'guthaben | prepaid* | restguthaben',

  alter:
    'andern | geandert | anderung* | *anderung | aendern | aenderung* | abandern | umandern | berichtig* | korrigier* | korrektur | aktualisier* | anpass* | umschreib* | umgeschrieben | lauten | passen ~ an | pass ~ an | heisst jetzt | heisst nun | heissen jetzt | ab sofort | veraltet | eintragen | hinterlegen | ersetz*',
  field:
    'adresse | adress* | *adresse | anschrift | *anschrift | name | namen | nachname* | nachnamen | vorname* | firmenname* | firma | e mail | email* | *mailadresse | telefonnummer | handynummer | kontaktdaten | kundendaten | stammdaten | rechnungsadresse | ust* | umsatzsteuer* | kontoinhaber* | bankverbindung | iban | geburtsdatum | meine daten | unsere daten | personliche daten | personlichen daten | personenbezogene* daten',
  moved:
    'heisse ich | heissen wir | ich heisse | wir heissen | nach meiner hochzeit | nach meiner heirat | umgezogen | umzug | ziehe ~ um | ziehen ~ um | neue adresse | neue anschrift | neuer name | neuen namen | neue e mail* | neue email* | neue telefonnummer | falsch geschrieben | geheiratet | adressanderung | namensanderung | adresse ist falsch | name ist falsch | adresse stimmt nicht | name stimmt nicht | falsche adresse | adresse hat sich geandert',
  setting:
    'passwort | kennwort | weiterleit* | rufumleitung | umleitung | anrufbeantworter | mailbox | ansage | menu | tarif | paket | pin | rufnummernanzeige | offnungszeiten | nebenstelle | warteschleife | zielrufnummer | sip* | abo | vertragslaufzeit',

  oppose: 'widerspruch* | widerspreche | widersprechen',
  processing: 'verarbeit* | werbung | werbe* | marketing* | direktwerbung | profiling | newsletter | daten | nutzung ~ daten',
  trace:
    'doppelt abgebucht | zweimal abgebucht | doppelt bezahlt | zu viel bezahlt | zuviel bezahlt | gutschrift | entschadigung | kein kunde mehr | nicht mehr kunde | datenschutz | vergessen sie',
  optOut:
    'einwilligung ~ widerruf* | widerruf* ~ einwilligung | einwilligung ~ zuruck* | ziehe ~ einwilligung | einschrankung der verarbeitung | schranken ~ verarbeitung ~ ein | keine werbung | keine newsletter | keine werbemail* | keinen newsletter | newsletter ~ abmeld* | newsletter ~ abbestell* | abbestellen | melden sie mich ~ ab | vom newsletter | nicht mehr kontaktier* | nicht mehr anrufen | aus ~ verteiler',
};
