import type { NewsConsentWords } from '../en/news-consent.ts';

export const newsConsentWords: NewsConsentWords = {
  label: 'Schreiben Sie mir über andere Vorstellungen',
  detail:
    'Man darf mir E-Mails über neue Vorstellungen und Angebote schicken. Meine Bestellung hängt nicht davon ab. Ich kann das jederzeit zurücknehmen, auf der Seite meiner Bestellung oder an der Kasse.',
  title: 'Nachrichten über andere Vorstellungen',
  given: (when) => `Am ${when} haben Sie erlaubt, dass wir Ihnen über neue Vorstellungen und Angebote schreiben.`,
  takeBack: 'Erlaubnis zurücknehmen',
  takingBack: 'Wird zurückgenommen …',
  takenBack: (when) =>
    `Wir schreiben Ihnen nicht mehr über andere Vorstellungen. Sie haben die Erlaubnis am ${when} zurückgenommen.`,
  still: 'E-Mails zu dieser Bestellung kommen weiterhin.',
};
