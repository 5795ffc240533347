import type { Lexicon } from './lexicon.ts';

/** French: fewer words than Dutch and English, the plain ways of saying it. */
export const french: Lexicon = {
  ask: 'merci de | je vous prie | svp | s il vous plait | stp | veuillez | je demande | je vous demande | demande de | demande d | par la presente | je sollicite | exige | pouvez vous | pourriez vous | peux tu | pourrais tu | je vous saurais gre | merci d | j exerce | je vous mets en demeure | conformement a | j annule | je renonce | je me retracte | j attends',
  want: 'veux | voudrais | voudrions | souhaite | souhaitons | souhaiterais | voulons | aimerais | desire',
  may: 'puis je | est il possible | serait il possible | peut on | est ce que je peux | pouvons nous',
  how: 'comment puis je | comment faire pour | comment supprimer | comment modifier | comment changer | comment obtenir | ou puis je | quand vais je | quand serai je',
  lost: 'sais pas comment | ignore comment',
  policy:
    'comment fonctionne | comment fonctionnent | comment ca marche | combien de temps | quelle est votre | quelles sont vos | proposez vous | offrez vous | est ce vrai | je me demande | quel delai | quels sont les | quelles sont les conditions | en general',
  suppose: 'que se passe | qu arrive | supposons | est ce que je perds | que deviennent',
  condition: 'si | avant de | au cas ou | lorsque je | quand je | a moins',
  told: 'm a dit | ma dit | dit que | j ai lu | ai lu que | ai entendu | selon votre | d apres votre | un ami | notre client | un de nos clients',
  done: 'merci pour | deja recu | j ai bien recu | ai bien recu | bien recu | a bien ete | est regle',
  not: 'ne ~ pas | n ~ pas | pas de | pas besoin | aucun | aucune | sans | ne ~ jamais',
  stillNot:
    'pas encore | toujours pas | pourquoi ~ pas | pas seulement | ne ~ plus | n ~ plus | si possible | sans delai | sans reponse | aucune reponse | sans frais | ne fonctionne pas | ne marche pas | n a pas fonctionne | n a jamais fonctionne',
  unable: 'arrive pas | impossible de | peux pas | ne parviens pas | ne trouve pas',
  my: 'mon | ma | mes | moi | notre | nos | me | nous',
  your: 'votre | vos | ton | ta',
  noise: `supprimer ce message | supprimer cet e mail | supprimer cet email | supprimez ce message | supprimez cet | detruire ce message | politique de remboursement | conditions de remboursement | satisfait ou rembourse | retrofacturation | opposition bancaire | rejet de prelevement
    | politique de confidentialite | delegue a la protection | donnees mobiles | quelles informations ~ besoin | quels documents | copie de ma piece | copie de mon passeport | copie de la piece | adresse ip | adresse web | mettez a jour vos | confirmez vos | service remboursement* | responsable remboursement*`,
  title: 'responsable | directeur | directrice | charge | chargee | service | delegue | deleguee',
  disclaimer:
    'pas le destinataire | destinataire prevu | recu ce message par erreur | strictement confidentiel | recu cet e mail par erreur | informations confidentielles',

  erase:
    'faites disparaitre | effacez moi | retirez moi | supprim* | suppression | effac* | effacement | detrui* | enlev* | retirer | retirez | eliminer',
  close: 'ferm* | fermeture | clotur* | cloture | resili* | desactiv*',
  account: 'compte | comptes | profil',
  data: 'donnees | informations ~ sur moi | informations ~ me concernant | infos ~ sur moi | informations personnelles | mes informations | informations me concernant | informations vous avez sur moi | de votre base | de vos bases | de vos fichiers | de votre systeme | de vos systemes | tout ce que vous avez | mon dossier | journaux d appels | historique d appels',
  forget: 'droit a l oubli | droit a l effacement | droit d effacement | demande d effacement | demande de suppression | oubliez moi',
  keep: 'conserv* | gard* | stock* | detenez | detenir | collect* | enregistr*',
  have: 'avez | ayez',
  copy: 'copie | copies | acces | extrait | export* | exporter | communiquer | communiquez | transmettre | envoyer | envoyez | obtenir | consulter | fournir',
  which:
    'ce que vous avez | ce que vous detenez | savoir ce que | quelles donnees | quelles informations | que savez vous | ce que vous savez | toutes les donnees | toutes les informations | tout ce que vous',
  aboutMe: 'sur moi | me concernant | a mon sujet | qui me concernent | sur nous | nous concernant',
  access:
    'droit d acces | demande d acces | acces a mes donnees | acces aux donnees | portabilite de mes donnees | portabilite des donnees | droit a la portabilite',
  paper: 'facture* | recu | contrat | devis | releve | justificatif | attestation | bon de commande',

  refund:
    'rembours* | rendez moi mon argent | veux mon argent | rendre mon argent | etre rembourse* | me rendre l argent | recuperer mon argent | restitu* ~ argent | avoir mon argent',
  withdraw: 'annul* | retract* | renonc* | resolution',
  order: 'commande | achat | commandes',
  payOut: 'verser | reverser | virement | recuperer | rendre | payer',
  balance: 'solde | credit | prepaye | avoir',

  alter:
    'remettre a jour | modifi* | modification* | chang* | corrig* | correction* | rectif* | mettre a jour | mise a jour | mettez a jour | actualis* | remplac* | desormais | obsolete',
  field:
    'adresse | adresses | nom | nom de famille | prenom | raison sociale | coordonnees | courriel | e mail | email | mail | adresse mail | telephone | numero de telephone | numero de tva | tva | titulaire | mes donnees | mes informations | donnees personnelles | rib | iban | date de naissance | nom de societe',
  moved:
    'demenage* | avons demenage | nouvelle adresse | nouveau nom | nouvel e mail | nouvel email | nouvelle adresse mail | nouveau numero de telephone | mal orthographie* | mal ecrit | nom est incorrect | adresse est incorrecte | changement d adresse | changement de nom | me suis marie*',
  setting:
    'mot de passe | renvoi* | redirection | transfert d appel | messagerie | repondeur | annonce | menu | forfait | abonnement | formule | horaires | code pin | sip* | accueil telephonique | langue',

  oppose: 'oppose | opposer | opposition | opposons',
  processing: 'traitement | prospection | publicite* | marketing | newsletter* | donnees | profilage | utilisation',
  trace:
    'debite deux fois | paye deux fois | preleve deux fois | facture deux fois | trop percu | dedommag* | plus client | plus cliente | vie privee | protection des donnees | voici ma nouvelle | voici mon nouveau',
  optOut:
    'retir* ~ consentement | revoqu* ~ consentement | limitation du traitement | limiter le traitement | cess* ~ traitement | desabonn* | desinscri* | ne plus recevoir | plus recevoir de | arretez de m envoyer | cessez de m envoyer | cessez de me contacter | plus de publicite | plus de newsletter*',
};
