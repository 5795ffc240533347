// Whoever writes for somebody else is not who asks: staff see it, and an address on file vouches for nobody else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import { staffId, theCase, write } from './steps.ts';

const agent = `Namens onze cliënt verzoeken wij het volgende. De volmacht is bijgevoegd.

Ons kenmerk: BR-118
Soort verzoek: Verwijdering van persoonsgegevens
Naam: Aukje Wiersma
E-mailadres: aukje@wiersma.example`;

function directory(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-directory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'klanten.csv');
  writeFileSync(file, 'address,customerId,addressesOnFile,language,name\r\nadvocaat@post.example,K-7,,nl,Kantoor\r\n');
  return { DIRECTORY_URL: file };
}

describe('a request for somebody else', () => {
  atEveryPlace((house) => {
    test('is not verified by the agent’s own address on file, and says what to do until it is noted who acts', async () => {
      const journey = await house.open({ environment: directory() });
      await write(journey, 'advocaat@post.example', agent);
      const { reference } = await theCase(journey, 'advocaat@post.example');
      const opened = await journey.show(reference);
      expect(opened.kind).toBe('deletion');
      expect(opened.attention).toContain('on-behalf');
      expect(opened.identity.verified).toBe(null);

      const by = staffId(journey);
      const noted = await commandCase(journey.context, reference, () => ({
        type: 'note-representative',
        representative: 'lawyer',
        by,
      }));
      expect(noted.done).toBe(true);
      const shown = await journey.show(reference);
      expect(shown.attention).not.toContain('on-behalf');
      expect(shown.tasks.map(({ id }) => id)).toContain('authorisation-checked');
    });
  });
});
