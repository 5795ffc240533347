import type { StaffLanguage } from '../case/kind.ts';
import type { AlarmCode, UntoldAlarm } from '../store/alarms.ts';
import type { Context } from './context.ts';
import { staffLanguage } from './staff-letters.ts';

/** What is wrong and what to do, or that it is over. `about` stands where `%` does. */
const words: Readonly<Record<AlarmCode, Readonly<Record<'began' | 'over', Readonly<Record<StaffLanguage, string>>>>>> = {
  'mailbox-away': {
    began: {
      nl: 'De mailbox wordt niet meer gelezen. Er gaat niets verloren, maar nieuwe verzoeken blijven liggen. Kijk of de mailserver bereikbaar is en het wachtwoord nog klopt.',
      en: 'The mailbox is not being read. Nothing is lost, but new requests lie waiting. See whether the mail server can be reached and the password is still right.',
    },
    over: { nl: 'De mailbox wordt weer gelezen.', en: 'The mailbox is being read again.' },
  },
  'mailbox-silent': {
    began: {
      nl: 'Er komt al ongewoon lang geen mail binnen. Stuur zelf een bericht naar het supportadres en kijk of het aankomt.',
      en: 'No mail has come in for unusually long. Send a message to the support address yourself and see whether it arrives.',
    },
    over: { nl: 'Er komt weer mail binnen.', en: 'Mail is coming in again.' },
  },
  'mailbox-emptied': {
    began: {
      nl: 'Berichten verdwijnen uit de mailbox voordat ze gelezen zijn. Leest een ander programma deze mailbox leeg?',
      en: 'Messages vanish from the mailbox before they are read. Does another program empty it?',
    },
    over: { nl: 'Er verdwijnen geen berichten meer uit de mailbox.', en: 'No more messages vanish from the mailbox.' },
  },
  'digest-missing': {
    began: {
      nl: 'Het dagoverzicht is niet bij iedereen aangekomen die het hoort te krijgen. Bekijk het met: tijdig digest',
      en: 'The digest has not reached everybody who should get it. See it with: tijdig digest',
    },
    over: { nl: 'Het dagoverzicht komt weer aan.', en: 'The digest arrives again.' },
  },
  'audit-cut': {
    began: {
      nl: 'De auditketen is buiten het programma om gewijzigd. Bewaar de database zoals die is en kijk met: tijdig audit verify',
      en: 'The chain of the audit was changed behind the program. Keep the database as it is, and look with: tijdig audit verify',
    },
    over: { nl: 'De auditketen loopt weer door.', en: 'The chain of the audit goes on again.' },
  },
  authority: {
    began: {
      nl: 'Er is een vordering van een overheidsinstantie binnengekomen (%). De termijn telt in uren.',
      en: 'A demand by a public body has come in (%). Its term counts in hours.',
    },
    over: { nl: 'De vordering % is afgehandeld.', en: 'The demand % has been dealt with.' },
  },
  'authority-waiting': {
    began: {
      nl: 'Een uur na ontvangst heeft nog niemand de vordering van een overheidsinstantie opgepakt (%).',
      en: 'An hour after it came in nobody has taken the demand by a public body (%).',
    },
    over: { nl: 'De vordering % is opgepakt.', en: 'The demand % has been taken.' },
  },
};

/** An alarm in the language of our own people, with the time in the business time zone: never more than its code and `about`. */
export function alarmWords(context: Context, { code, about, since, endedAt }: UntoldAlarm): string {
  const language = staffLanguage(context);
  const said = words[code][endedAt === null ? 'began' : 'over'][language].replace('%', about).replace(' ()', '');
  const from = timeOf(context, since);
  const span = endedAt === null ? { nl: `Sinds ${from}.`, en: `Since ${from}.` } : spanOf(from, timeOf(context, endedAt));
  return `Tijdig: ${said} ${span[language]}`;
}

function spanOf(from: string, until: string): Readonly<Record<StaffLanguage, string>> {
  return { nl: `Het duurde van ${from} tot ${until}.`, en: `It lasted from ${from} to ${until}.` };
}

function timeOf(context: Context, instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(context.timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
