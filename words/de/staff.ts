import type { StaffWords } from '../en/staff.ts';

export const staffWords = {
  title: 'Für das Haus',
  lead: 'Dieser Eingang ist für alle, die hier arbeiten. Das Publikum braucht keine Anmeldung.',
  signIn: 'Anmelden',
  signInAgain: 'Erneut anmelden',
  signingIn: 'Sie werden angemeldet …',
  leaving: 'Sie werden abgemeldet …',
  signedOut: 'Sie sind abgemeldet',
  signedOutDetail:
    'Dieser Tab weiß nichts mehr von Ihnen. Schließen Sie auch andere Tabs, in denen Sie sich angemeldet haben.',

  you: 'Sie sind angemeldet als',
  nameless: 'jemand ohne Namen',
  until: (time) => `Bis ${time} Uhr. Während Sie arbeiten, verlängert sich die Anmeldung von selbst.`,
  signOut: 'Abmelden',
  signOutHint: 'Melden Sie sich auf einem Gerät, das auch andere benutzen, ab, wenn Sie gehen.',
  tools: 'Ihre Werkzeuge',
  orderBook: 'Bestellbuch',
  door: 'Einlass',
  stillWithKey: 'Diese beiden fragen noch nach dem Schlüssel des Hauses.',

  unset: 'Hier kann sich niemand anmelden',
  unsetDetail: 'Diese Seite wurde ohne Anmeldung eingerichtet. Fragen Sie die Menschen, die sie betreuen.',
  refused: 'Sie wurden nicht angemeldet',
  refusedDetail:
    'Die Anmeldung wurde abgebrochen oder nicht erlaubt. Es hat sich nichts geändert. Versuchen Sie es noch einmal.',
  over: 'Ihre Anmeldung ist abgelaufen',
  overDetail:
    'Sie liegt zu lange zurück, oder jemand hat sie beendet. Melden Sie sich erneut an: Sie kommen dorthin zurück, wo Sie waren.',
  away: 'Die Anmeldung antwortet nicht',
  awayDetail:
    'Das kann an Ihrer Verbindung liegen oder am Anmeldedienst. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  clock: 'Die Uhr dieses Geräts geht falsch',
  clockDetail:
    'Eine Anmeldung braucht die richtige Zeit. Lassen Sie das Gerät seine Uhr selbst stellen, und melden Sie sich dann erneut an.',
  mismatch: 'Diese Antwort gehört nicht zu Ihnen',
  mismatchDetail:
    'Die Seite kam von einer Anmeldung zurück, die nicht in diesem Tab begonnen hat. Beginnen Sie hier von vorn.',
} satisfies StaffWords;
