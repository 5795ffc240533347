import type { RequestKind } from '../../case/kind.ts';

/**
 * Words that portals, agents and letter generators build their mails from, folded as `wordsOf` does, in the languages of
 * the Union that we are written to in. Labels and short values only: no sentence of anybody's.
 */

/** Labels of the field in which a form says what is asked. */
export const typeLabels: ReadonlySet<string> = phrases(
  `request | verzoek | aanvraag | antrag | anfrage | demande | solicitud | richiesta | wniosek | request type | type of request | type request | request types | types of request | requested right | right requested | requested action | action requested | actions requested | requested actions | nature of request
  | nature of the request | kind of request | subject right | data right | right | rights | right exercised | right you wish to exercise | i would like to | what would you like to do | what do you want to do
  | soort verzoek | type verzoek | verzoek type | verzoektype | aard verzoek | aard van het verzoek | soort aanvraag | type aanvraag | soort privacyverzoek | recht | welk recht | gekozen recht | gevraagde actie | wat wilt u doen | ik wil
  | art der anfrage | anfrageart | art des antrags | antragsart | anfragetyp | art des anliegens | betroffenenrecht | gewunschtes recht | gewunschte aktion | ich mochte
  | type de demande | nature de demande | nature de la demande | objet de la demande | droit exerce | droit concerne | droits exerces | action demandee | je souhaite
  | tipo de solicitud | tipo solicitud | derecho | derecho ejercido | derecho que ejerce | naturaleza de la solicitud | tipo de peticion | deseo
  | tipo di richiesta | tipologia di richiesta | tipo richiesta | diritto | diritto esercitato | natura della richiesta | desidero
  | rodzaj wniosku | rodzaj zadania | rodzaj zgloszenia | typ wniosku | typ zadania | prawo | wnioskowane prawo | tipo de pedido | direito | direito exercido | typ zadosti | druh zadosti | vrsta zahtjeva | typ av begaran | τυπος αιτηματος | ειδος αιτηματος`,
);

/** Labels of who asks, and how they are found in our records. */
export const personLabels: ReadonlySet<string> = phrases(
  `name | full name | first name | last name | surname | given name | family name | your name | legal name | user | user name | data subject | data subject name | consumer | consumer name | individual | requester | requestor | requester name | on behalf of | email | e mail | email address | e mail address | emails | email addresses | account email | phone | phone number | phone numbers | telephone | mobile | address | postal address | street address | street | street address city | street number | city | postal code | postcode | zip | zip code | zip city | state | country | country of residence | residence | jurisdiction | date of birth | dob | birth date | customer id | customer number | account id | account number | account | user id | username | company | relationship | you are | i am a | subject type | ip address
  | naam | volledige naam | voornaam | achternaam | voor en achternaam | klantnaam | betrokkene | gebruiker | mailadres | e mailadres | emailadres | telefoon | telefoonnummer | mobiel | adres | straat | straat en huisnummer | woonplaats | plaats | stad | postcode en plaats | land | geboortedatum | klantnummer | accountnummer | bedrijf | relatie tot ons | ik ben
  | vorname | nachname | vollstandiger name | betroffene person | nutzer | mailadresse | e mail adresse | emailadresse | telefon | telefonnummer | handynummer | anschrift | adresse | strasse | strasse adresse | strasse hausnummer | strasse und hausnummer | ort | wohnort | plz | plz ort | plz stadt | staat | geburtsdatum | kundennummer | kontonummer | benutzername | firma
  | nom | prenom | nom complet | nom et prenom | nom de famille | personne concernee | utilisateur | adresse mail | adresse e mail | adresse email | courriel | adresse electronique | mel | tel | numero de telephone | rue | rue adresse | ville | code postal | code postal ville | pays | date de naissance | numero client | numero de client | etat
  | nombre | nombre completo | nombre y apellidos | apellidos | interesado | usuario | correo | correo electronico | telefono | direccion | domicilio | calle | ciudad | codigo postal | codigo postal ciudad | pais | provincia | fecha de nacimiento | numero de cliente | dni
  | cognome | nome | nome e cognome | nome completo | interessato | utente | posta elettronica | indirizzo | indirizzo e mail | indirizzo email | via | citta | cap | cap citta | paese | stato | data di nascita | codice cliente | codice fiscale
  | imie | nazwisko | imie i nazwisko | osoba ktorej dane dotycza | uzytkownik | adres e mail | adres email | telefon kontaktowy | numer telefonu | ulica | miasto | miejscowosc | kod pocztowy | kraj | data urodzenia | numer klienta
  | apelido | morada | cidade | codigo postal | data de nascimento | jmeno | jmeno a prijmeni | prijmeni | adresa | datum narozeni | ime | ime i prezime | prezime | datum rodenja | namn | fodelsedatum | adress | ονομα | ονοματεπωνυμο | διευθυνση | τηλεφωνο | ημερομηνια γεννησης`,
);

/** Labels of the number that the sender gave the request. */
export const referenceLabels: ReadonlySet<string> = phrases(
  `request id | request number | request no | request reference | reference | our reference | my reference | reference number | reference id | reference no | ref | our ref | ref no | case id | case number | case reference | ticket id | ticket number | ticket | submission id | tracking id | dsar id | dsr id | claim number
  | kenmerk | ons kenmerk | mijn kenmerk | referentie | mijn referentie | onze referentie | referentienummer | verzoeknummer | zaaknummer | dossiernummer | aanvraagnummer
  | mein zeichen | unser zeichen | zeichen | aktenzeichen | referenz | meine referenz | unsere referenz | referenznummer | vorgangsnummer | anfragenummer | fallnummer
  | ma reference | notre reference | nos references | nos ref | n ref | numero de demande | numero de dossier | identifiant de la demande
  | referencia | mi referencia | nuestra referencia | numero de solicitud | id de solicitud | expediente | numero de referencia
  | riferimento | mio riferimento | nostro riferimento | rif | numero richiesta | id richiesta | pratica | numero pratica
  | znak sprawy | nasz znak | sygnatura | numer sprawy | numer wniosku | numer zgloszenia | id wniosku | a minha referencia | numero do pedido | spisova znacka | znacka | oznaka | min referens | referens | arendenummer`,
);

/** Labels of what became of a request: then it is an answer to one, not one. */
export const statusLabels: ReadonlySet<string> = phrases(
  'status | request status | state of request | resolution | resolved on | completed on | closed on | status verzoek | afgehandeld op | status der anfrage | erledigt am | statut | statut de la demande | estado | stato | stato della richiesta',
);

/** Words in the value of such a field that each name a kind, whatever neutral words stand beside them. */
export const kindWords: Readonly<Record<RequestKind, ReadonlySet<string>>> = {
  copy: phrases(
    'access | copy | portability | know | inzage | kopie | dataportabiliteit | overdraagbaarheid | gegevensoverdraagbaarheid | overdracht | opvragen | inzien | auskunft | datenauskunft | datenkopie | datenubertragbarkeit | ubertragbarkeit | acces | copie | portabilite | acceso | copia | portabilidad | accesso | portabilita | dostep | dostepu | kopia | przeniesienie | przenoszenia | przenoszenie | acesso | pristup | tillgang | προσβαση',
  ),
  deletion: phrases(
    'delete | deletion | deleting | erase | erasure | removal | remove | forgotten | verwijderen | verwijdering | wissen | gegevenswissing | wissing | vergetelheid | loschung | loschen | datenloschung | vergessenwerden | effacement | effacer | suppression | supprimer | oubli | supresion | suprimir | borrado | eliminacion | eliminar | olvido | cancellazione | cancellare | oblio | usuniecie | usuniecia | usunac | apagamento | apagar | vymaz | brisanje | radering | διαγραφη',
  ),
  change: phrases(
    'rectification | rectify | correction | rectificatie | correctie | berichtigung | berichtigen | rectifier | rectificacion | rectificar | rettifica | rettificare | sprostowanie | sprostowania | poprawienie | retificacao | oprava | ispravak | rattelse | διορθωση',
  ),
  objection: phrases(
    'object | objection | optout | sell | restriction | restrict | bezwaar | beperking | beperken | widerspruch | einschrankung | opposition | limitation | oposicion | limitacion | opposizione | limitazione | sprzeciw | sprzeciwu | ograniczenie | ograniczenia | oposicao | limitacao | namitka | prigovor | invandning | αντιρρηση',
  ),
  refund: phrases(
    'refund | reimbursement | terugbetaling | terugbetalen | ruckerstattung | erstattung | remboursement | reembolso | rimborso | zwrot | zwrotu',
  ),
};

/** Words for altering: that data are meant, not a product, another word must say. */
export const alterWords: ReadonlySet<string> = phrases(
  'change | update | modify | amend | wijzigen | wijziging | aanpassen | aanpassing | andern | anderung | aktualisierung | modifier | modification | modificar | modificacion | modificare | modifica | aggiornamento | zmiana | zmiany',
);
export const dataWords: ReadonlySet<string> = phrases(
  'data | details | information | info | gegevens | persoonsgegevens | daten | donnees | datos | dati | danych | dane | dados | udaju | podataka | personuppgifter | δεδομενων',
);
/** That a form is about data protection at all; `*`: any word that begins so. */
export const privacyWords: readonly string[] = list(
  'privacy* | gdpr | avg | dsgvo | rgpd | rodo | ccpa | cpra | dsar | dsr | uavg | persoonsgegevens | datenschutz* | betroffenenrecht* | data subject | data right | data rights | data protection | proteccion de datos | protection des donnees | protezione dei dati | ochrony danych | ochrona danych | ochrana osobnich | γκπδ',
);

/** Words that may stand beside those without changing what is asked. Any other word, and a person or the model decides. */
export const neutralWords: ReadonlySet<string> = new Set(
  `a all any my me i we our your of the to for on about from under per right rights request requests data personal information info details be and or processing is in account profile gdpr ccpa cpra dsar sar dsr subject privacy marketing direct do not sell art article consumer please want would like hold record records by you
  mijn alle van de het een om te op mij ik wil graag recht verzoek tot en of gegevens persoonsgegevens persoonlijke informatie verwerking avg artikel tegen over bij jullie u uw laten
  meine meiner meinen mein aller der die das des dem den auf ein eine recht antrag und oder daten personenbezogene personenbezogener informationen verarbeitung dsgvo nach gegen uber zu konto kontos
  mes mon ma le la les l d de du des aux a au droit demande et ou donnees personnelles personnel caractere traitement rgpd sur contre compte toutes
  mis mi el los las del al derecho solicitud y o datos personales tratamiento cuenta todos
  i miei il lo gli dei dati personali diritto richiesta e all alla dell della al trattamento account tutti
  moich moje mojego danych osobowych dane osobowe prawo do wniosek o oraz lub wobec przetwarzania konta rodo
  meus os dos dados pessoais direito pedido tratamento ao
  osobnich udaju osobnih podataka personuppgifter av mina προσωπικων δεδομενων μου`.split(/\s+/),
);

/** Somebody who acts for another, in words that need no name beside them. */
export const mandateWords: readonly string[] = list(
  `authorized agent | authorised agent | authorized representative | authorised representative | power of attorney | letter of authority | signed authorization | signed authorisation | signed permission | signed mandate | acting for our | acts for our | on behalf of the consumer | on behalf of the individual | on behalf of the data subject | on behalf of a user | on behalf of our | on behalf of my client | on behalf of the user | authorized us to | authorised us to | authorized to act | authorised to act | appointed us | we represent the
  | gemachtigd om | als gemachtigde | gemachtigde van | gemachtigd door | volmacht | machtiging van | schriftelijke machtiging | ondertekende machtiging | namens onze gebruiker | namens onze client | namens onze klant | namens onze cliente | namens mijn client | namens mijn cliente | namens de betrokkene | namens de hieronder | onze client heeft | mijn client heeft | namens een lid
  | vollmacht | bevollmachtigt | bevollmachtigte | bevollmachtigter | im namen unserer | im namen unseres | im auftrag unserer | im auftrag unseres | im namen der betroffenen | im auftrag der betroffenen | namens und im auftrag | unsere mandantin | unser mandant | unseres mandanten | unserer mandantin | namens und in vollmacht
  | procuration | mandataire | mandates par | mandate par | mandatee par | mandat signe | dument mandate | dument mandatee | au nom de notre | au nom de mon client | au nom de ma cliente | pour le compte de notre | au nom de la personne concernee | pouvoir signe
  | representante autorizado | agente autorizado | poder notarial | poder firmado | autorizacion firmada | en nombre de nuestro | en nombre de nuestra | en nombre de mi cliente | en nombre del interesado | en representacion de
  | procura | delega firmata | in allegato la delega | rappresentante autorizzato | per conto del nostro | per conto della nostra | in nome e per conto | a nome del nostro | per conto dell interessato
  | pelnomocnictwo | pelnomocnictwa | pelnomocnik | jako pelnomocnik | w imieniu naszego | w imieniu naszej | w imieniu uzytkownika | w imieniu klienta | em nome do nosso | em nome do titular | procuracao`,
);

/** Somebody's own words, carried by such a service. */
export const carriedWords: readonly string[] = list(
  `used a privacy service | used a service to send | using a privacy service | protection service to send | privacy service to send | service to send this | sent by a privacy service | verzonden via een privacydienst | verstuurd via een privacydienst | gebruikgemaakt van een dienst | gebruik van een privacydienst | uber einen datenschutzdienst | via un service de protection | a traves de un servicio de privacidad | tramite un servizio privacy`,
);

/** A service that carries somebody's request. */
export const serviceWords: readonly string[] = list(
  `our user | our users | one of our users | our member | our customer has asked us | user of our service | through our service | through our platform | via our platform | via our service | via our app | using our service | sent through | sent via | consumer protection service
  | onze gebruiker | een van onze gebruikers | ons lid | via onze dienst | via ons platform | via onze app | verstuurd via | verzonden via | verstuurd met behulp van
  | unser nutzer | unsere nutzerin | unseres nutzers | unserer nutzerin | uber unseren dienst | uber unsere plattform | uber unsere app | versendet uber | gesendet uber | ubermittelt durch
  | notre utilisateur | notre utilisatrice | notre service | notre plateforme | notre application | envoye via | envoyee via | transmise via | transmise par | l utilisateur
  | nuestro usuario | nuestra usuaria | nuestra plataforma | nuestro servicio | enviado a traves | enviada a traves | nostro utente | nostra utente | nostra piattaforma | inviata tramite | inviato tramite | naszego uzytkownika | naszej uzytkowniczki | nasz uzytkownik | naszej platformy | wyslano za posrednictwem`,
);

/** Where an answer should go, and the page on which the request stands. */
export const answerWords: readonly string[] = list(
  `reply only to | respond only to | respond directly to | reply directly to | answer directly to | reply to this email address | send your response to | correspondence to | communicate directly | view the request | view this request | view request | respond in the portal | through the portal | confirm receipt here | mark as completed | mark this request | do not contact the individual | update the status | report the status | secure link | verify this request | verify the authorization | verify the authorisation
  | antwoord alleen aan | antwoord uitsluitend | reageer uitsluitend | uitsluitend antwoorden | rechtstreeks aan | bekijk het verzoek | bekijk dit verzoek | markeer als | via het portaal | status doorgeven
  | antworten sie nur | antworten sie ausschliesslich | ausschliesslich an | direkt an | anfrage ansehen | im portal | als erledigt markieren
  | repondez uniquement | repondre uniquement | exclusivement a | directement a | voir la demande | consulter la demande | sur le portail | via le portail
  | responda unicamente | responda solo | exclusivamente a | directamente a | ver la solicitud | rispondere esclusivamente | rispondere solo | esclusivamente a | visualizza la richiesta | prosimy odpowiadac | wylacznie na adres | odpowiedz na adres | zobacz wniosek`,
);

/** A body's answer to what we asked of it, or its mail about our own request: no request to us. */
export const answeredWords: readonly string[] = list(
  `your request has been | we have received your request | thank you for your request | we received your request | your ticket has been | uw verzoek is | uw verzoek hebben | we hebben uw verzoek | bedankt voor uw verzoek | ihre anfrage wurde | ihre anfrage ist | ihren antrag haben | wir haben ihre anfrage | votre demande a ete | nous avons bien recu votre demande | su solicitud ha sido | hemos recibido su solicitud | la sua richiesta e stata | abbiamo ricevuto la sua richiesta | panstwa wniosek zostal | otrzymalismy panstwa`,
);

/** What a controller has to tell by art. 15(1): purposes, categories, recipients, periods, sources, automated decisions. */
export const listStems: readonly string[] = list(
  `purpos | doel | doeleind | zweck | zwecke | verarbeitungszweck | finalit | finalid | fin | cel | cele | ucel | svrh | skop | σκοπ | andamal | categor | kategor | κατηγορ
  | recipient | ontvanger | empfanger | destinat | odbior | prijemc | primatel | αποδεκτ | παραληπτ | mottagar | modtager | retention | bewaarterm | bewaarperiod | period | speicherdauer | dauer | duree | plazo | periodo | okres | dob | razdoblj | διαστημα | lagring
  | source | bron | herkunft | origin | fonte | zrodl | zdroj | izvor | προελευση | kalla | kallor | automat | geautomatis | profil | καταρτιση | safeguard | waarborg | garanti | zabezpiec`,
);

/** Whom data were passed on to: art. 19, asked beside a deletion or a correction. */
export const recipientStems: readonly string[] = list(
  'recipient | ontvanger | empfanger | destinat | odbior | prijemc | primatel | αποδεκτ | παραληπτ | mottagar | modtager | third part | derden | dritten | tiers | terceros | terzi',
);
/** That somebody is to be found in our records. */
export const identifyStems: readonly string[] = list(
  'identi | identyf | herken | terugvind | auffind | retrouv | azonosit | tunnist | αναγνωρι | ταυτοπο | προσδιορ | utvrd | identitet',
);
export const consentStems: readonly string[] = list(
  'consent | toestemming | einwillig | consenti | consens | zgod | συγκαταθ | pristan | pristao | souhlas | samtyck',
);
export const conditionWords: ReadonlySet<string> = phrases(
  'if | in case | insofar | als | indien | voor zover | mocht | falls | wenn | sofern | soweit | habe | sollte | si | dans | au | en | se | qualora | nel | jesli | jezeli | w | pokud | ako | εαν | αν | om | caso | no | hvis | v | u | σε',
);
/** The supervisory authority and the court, with which letters close. */
export const threatStems: readonly string[] = list(
  'supervisory | toezichthoud | aufsichtsbeh | autorite de controle | autoridad de control | autoridade de controlo | autorita di controllo | organu nadzor | organ nadzor | dozorov | nadzorno | nadzornom | εποπτικ | tillsynsmyn | legal action | juridische stappen | rechtliche schritte | rechtsverfahren | poursuites | action en justice | acciones legales | azioni legali | via legali | kroki prawne | krokow prawn | pravni kroky | pravne korake | δικαστ | rattsliga',
);

function list(text: string): string[] {
  return text.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}

function phrases(text: string): ReadonlySet<string> {
  return new Set(list(text));
}
