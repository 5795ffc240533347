import type { LetterLanguage } from '../../case/kind.ts';

/** What customers read on a download page. Formal throughout; nothing says who they are or what they asked. */
export interface DownloadWords {
  readonly title: string;
  readonly lead: string;
  readonly askCode: string;
  readonly sentTitle: string;
  readonly sent: string;
  readonly tooMany: string;
  readonly code: string;
  readonly hint: string;
  readonly open: string;
  readonly again: string;
  wrong(triesLeft: number): string;
  readonly noCode: string;
  readonly filesTitle: string;
  readonly filesLead: string;
  readonly download: string;
  readonly goneTitle: string;
  readonly gone: string;
}

const nl: DownloadWords = {
  title: 'Uw download',
  lead: 'Hier staat een kopie voor u klaar. Om zeker te weten dat u het bent, sturen wij een code naar het e-mailadres waarop u onze brief kreeg.',
  askCode: 'Stuur mij de code',
  sentTitle: 'Vul de code in',
  sent: 'De code is onderweg. Hij werkt 30 minuten. Kijk zo nodig ook bij de ongewenste e-mail.',
  tooMany: 'Vandaag zijn er al drie codes verstuurd. Gebruik de laatste, of kom morgen terug.',
  code: 'Code',
  hint: 'Acht cijfers, uit de e-mail.',
  open: 'Verder',
  again: 'Stuur een nieuwe code',
  wrong: (left) => `Deze code klopt niet. U kunt het nog ${left} keer proberen.`,
  noCode: 'Deze code werkt niet (meer). Vraag een nieuwe code.',
  filesTitle: 'Uw bestanden',
  filesLead: 'Bewaar ze op een plek waar alleen u bij kunt. Deze pagina werkt nu 30 minuten.',
  download: 'Downloaden',
  goneTitle: 'Deze pagina werkt niet (meer)',
  gone: 'Misschien is de termijn verstreken, of is het adres niet helemaal overgenomen. Antwoord op onze e-mail; dan helpen wij u verder.',
};

const en: DownloadWords = {
  title: 'Your download',
  lead: 'A copy is ready for you here. To be sure that it is you, we send a code to the e-mail address at which you received our letter.',
  askCode: 'Send me the code',
  sentTitle: 'Enter the code',
  sent: 'The code is on its way. It works for 30 minutes. If you do not see it, look in your junk mail too.',
  tooMany: 'Three codes were sent today already. Use the last one, or come back tomorrow.',
  code: 'Code',
  hint: 'Eight digits, from the e-mail.',
  open: 'Continue',
  again: 'Send a new code',
  wrong: (left) => `That is not the code. You can try ${left} more ${left === 1 ? 'time' : 'times'}.`,
  noCode: 'This code does not work (any more). Ask for a new one.',
  filesTitle: 'Your files',
  filesLead: 'Keep them where only you can reach them. This page now works for 30 minutes.',
  download: 'Download',
  goneTitle: 'This page does not work (any more)',
  gone: 'Its time may have ended, or part of the address is missing. Reply to our e-mail and we will help you.',
};

const de: DownloadWords = {
  title: 'Ihr Download',
  lead: 'Hier liegt eine Kopie für Sie bereit. Damit wir sicher sind, dass Sie es sind, senden wir einen Code an die E-Mail-Adresse, an die unser Schreiben ging.',
  askCode: 'Code zusenden',
  sentTitle: 'Code eingeben',
  sent: 'Der Code ist unterwegs. Er gilt 30 Minuten. Sehen Sie gegebenenfalls auch im Spam-Ordner nach.',
  tooMany: 'Heute wurden bereits drei Codes versandt. Verwenden Sie den letzten oder kommen Sie morgen wieder.',
  code: 'Code',
  hint: 'Acht Ziffern, aus der E-Mail.',
  open: 'Weiter',
  again: 'Neuen Code senden',
  wrong: (left) => `Dieser Code stimmt nicht. Sie können es noch ${left}-mal versuchen.`,
  noCode: 'Dieser Code gilt nicht (mehr). Fordern Sie einen neuen an.',
  filesTitle: 'Ihre Dateien',
  filesLead: 'Bewahren Sie sie dort auf, wo nur Sie Zugriff haben. Diese Seite gilt jetzt 30 Minuten.',
  download: 'Herunterladen',
  goneTitle: 'Diese Seite gilt nicht (mehr)',
  gone: 'Vielleicht ist die Frist abgelaufen, oder die Adresse ist unvollständig. Antworten Sie auf unsere E-Mail, dann helfen wir Ihnen weiter.',
};

const fr: DownloadWords = {
  title: 'Votre téléchargement',
  lead: "Une copie vous attend ici. Pour être sûrs qu'il s'agit bien de vous, nous envoyons un code à l'adresse e-mail à laquelle vous avez reçu notre courrier.",
  askCode: 'Envoyez-moi le code',
  sentTitle: 'Saisissez le code',
  sent: 'Le code est en route. Il est valable 30 minutes. Regardez au besoin aussi dans vos courriers indésirables.',
  tooMany: "Trois codes ont déjà été envoyés aujourd'hui. Utilisez le dernier, ou revenez demain.",
  code: 'Code',
  hint: "Huit chiffres, dans l'e-mail.",
  open: 'Continuer',
  again: 'Envoyer un nouveau code',
  wrong: (left) => `Ce code n'est pas le bon. Vous pouvez encore essayer ${left} fois.`,
  noCode: "Ce code n'est pas (ou plus) valable. Demandez-en un nouveau.",
  filesTitle: 'Vos fichiers',
  filesLead: 'Gardez-les dans un endroit auquel vous seul avez accès. Cette page est maintenant valable 30 minutes.',
  download: 'Télécharger',
  goneTitle: "Cette page n'est pas (ou plus) valable",
  gone: "Le délai est peut-être passé, ou l'adresse est incomplète. Répondez à notre e-mail, et nous vous aiderons.",
};

export const downloadWords: Readonly<Record<LetterLanguage, DownloadWords>> = { nl, en, de, fr };
