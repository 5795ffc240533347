import { request, type Sample } from './sample.ts';

export const germanAndFrench: readonly Sample[] = [
  {
    name: 'auskunft',
    language: 'de',
    from: { name: 'Katrin Vogt', address: 'katrin.vogt@postfach.example' },
    subject: 'Auskunft nach Art. 15 DSGVO',
    text: `Sehr geehrte Damen und Herren,

hiermit bitte ich um Auskunft nach Art. 15 DSGVO über alle zu meiner Person gespeicherten Daten sowie um eine Kopie dieser Daten.

Mit freundlichen Grüßen
Katrin Vogt`,
    expected: request('copy'),
  },
  {
    name: 'in-junk',
    language: 'de',
    from: { name: 'Jürgen Maß', address: 'juergen.mass@postfach.example' },
    subject: 'Kündigung',
    text: `Guten Tag,

ich nutze Ihren Dienst nicht mehr. Bitte löschen Sie mein Konto und alle meine Daten.

Viele Grüße
Jürgen Maß`,
    folder: 'Junk',
    expected: { disposition: 'request', kinds: ['deletion'], acknowledgement: 'withheld' },
  },
  {
    name: 'effacement',
    language: 'fr',
    from: { name: 'Camille Fournier', address: 'camille.fournier@courriel.example' },
    subject: 'Suppression de mon compte',
    text: `Bonjour,

Je n’utilise plus votre service. Veuillez supprimer mon compte ainsi que toutes mes données personnelles.

Cordialement,
Camille Fournier`,
    daysBefore: 11,
    expected: request('deletion'),
  },
  {
    name: 'demenagement',
    language: 'fr',
    from: { name: 'Atelier Lemaire', address: 'contact@atelier-lemaire.example' },
    subject: 'Changement d’adresse',
    text: `Bonjour,

Nous avons déménagé. Merci de modifier notre adresse : 14 rue des Tanneurs, 59000 Lille.

Bien à vous,
Luc Lemaire`,
    expected: request('change'),
  },
];
