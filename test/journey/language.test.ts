// Every customer is answered in their own language where letters exist in it, and in the fallback otherwise.
import { expect, test } from 'vitest';
import { atEveryPlace } from '../support/ground.ts';
import { newest, theCase, write } from './steps.ts';

atEveryPlace((house) => {
  test.each([
    ['nl', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.', 'U wilt uw gegevens laten verwijderen.'],
    ['en', 'Please delete my account and all the data you hold about me.', 'You would like us to delete your data.'],
    ['de', 'Bitte löschen Sie mein Konto und alle meine Daten.', 'Sie möchten Ihre Daten löschen lassen.'],
    ['fr', 'Bonjour, je souhaite supprimer mon compte et toutes mes données.', 'Vous souhaitez faire effacer vos données.'],
    ['es', 'Quiero ejercer mi derecho de supresión (artículo 17 RGPD): borren mi cuenta y todos mis datos.', 'Thank you for your message.'],
  ])('%s', async (language, words, answer) => {
    const journey = house.shared();
    const from = `klant-${language}@post.example`;
    await write(journey, from, words);
    await theCase(journey, from);
    expect(newest(journey.lettersTo(from)).text).toContain(answer);
  });
});
