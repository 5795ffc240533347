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
