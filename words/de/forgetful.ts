import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Dieser Browser merkt sich nichts für uns',
  detail:
    'Ihr Platz wäre weg, sobald diese Seite geschlossen wird. Erlauben Sie dieser Website, Daten zu speichern, und laden Sie die Seite neu. Nimmt Ihr Browser Cookies an, können Sie sich auch auf der einfachen Seite anstellen.',
  toPlain: 'Zur einfachen Seite',
  inApp: 'Sie sind im Browser einer App',
  inAppDetail:
    'Er vergisst Ihren Platz vielleicht, sobald Sie ihn schließen. Öffnen Sie diese Seite über das Menü der App im Browser Ihres Telefons, und stellen Sie sich dort an.',
};
