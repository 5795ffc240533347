import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/classify/language.ts';

test.for([
  ['nl', 'Graag mijn account verwijderen'],
  ['en', 'please delete my account'],
  ['de', 'Bitte löschen Sie mein Konto'],
  ['fr', 'Je souhaite une copie de mes données'],
  ['es', 'Quiero borrar mis datos personales'],
  ['it', 'Vorrei cancellare i miei dati'],
  ['pl', 'Chciałbym usunąć moje dane'],
  ['pt', 'Não recebi a fatura deste mês'],
])('%s: %s', ([language, text]) => {
  expect(detectLanguage(text ?? '')).toBe(language);
});

test.for(['', 'Hallo', 'mail', '06-12345678', '???', 'xx yy', ' \n'])('too little to tell: "%s"', (text) => {
  expect(detectLanguage(text)).toBe('und');
});

test.for([
  ['nl', 'Vorige week heb ik het abonnement opgezegd, maar ik zie dat het nog op de factuur staat. Kunt u dit voor mij nakijken?'],
  [
    'en',
    'Delivery to the following address has failed: your message to jan@winkel.example could not be handed to the server for that domain.',
  ],
  [
    'sv',
    'Jag har inte fått någon faktura den här månaden och undrar om det är något fel på er sida eller hos oss, för det brukar komma i tid.',
  ],
  [
    'de',
    'Seit gestern ist die Leitung gestört, und ich kann weder telefonieren noch Nachrichten lesen. Bitte sehen Sie das für mich nach.',
  ],
])('a longer text, %s', ([language, text]) => {
  expect(detectLanguage(text ?? '')).toBe(language);
});
