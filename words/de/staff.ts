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
  controlRoom: 'Leitstand',
  door: 'Einlass',
  back: 'Für das Haus',

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

  noRole: 'Sie haben hier keine Rolle',
  noRoleDetail: (address) =>
    `Bitten Sie die Leitung des Hauses, ${address} eine Rolle zu geben. Laden Sie danach diese Seite neu.`,
  noRoleNoAddress:
    'Rollen werden an E-Mail-Adressen vergeben, und zu Ihrer Anmeldung gehört keine bestätigte. Fragen Sie die Menschen, die Ihr Konto betreuen.',
  notAllowed: 'Ihre Rolle erlaubt das nicht',
  notAllowedDetail: 'Bitten Sie die Leitung des Hauses um eine Rolle, die es erlaubt.',
  yourRoles: 'Nachsehen, welche Rollen Sie haben',
  elsewhere: 'Diese Adresse hat eine andere Anmeldung',
  elsewhereDetail:
    'Jemand hat sich mit Ihrer Adresse über ein anderes Konto angemeldet. Die Leitung kann die Adresse entfernen und neu einladen.',
  bySettings: 'Diese Person steht als Leitung in den Einstellungen',
  bySettingsDetail: 'Wer diese Seite betreut, kann die Adresse aus den Einstellungen nehmen. Hier kann es niemand.',

  may: 'Das dürfen Sie',
  forGood: 'auf Dauer',
  untilWhen: (when) => `bis ${when}`,
  ended: (when) => `beendet ${when}`,
  fromSettings: 'Durch die Einstellungen dieser Seite',
  roles: {
    owner: 'Leitung',
    programmer: 'Spielplan',
    marketing: 'Öffentlichkeitsarbeit',
    'box-office': 'Kartenkasse',
    'box-office-supervisor': 'Leitung der Kartenkasse',
    steward: 'Einlass',
    ops: 'Betrieb',
    partner: 'Partner',
    auditor: 'Prüfung',
  },
  permissions: {
    'read-orders': 'Bestellungen lesen',
    'see-buyers': 'die Namen der Käufer sehen',
    'change-orders': 'Bestellungen ändern und Zahlungen annehmen',
    'pair-devices': 'Geräte für den Einlass koppeln',
    'grant-roles': 'Rollen geben und nehmen',
    'read-audit': 'lesen, wer was getan hat',
    'see-readings': 'sehen, wie eine Warteschlange und ihr Verkauf laufen',
    'find-fans': 'sehen, wo jemand in einer Warteschlange steht und was daraus wurde',
    'help-fans': 'jemandem in einer Warteschlange helfen',
    'sell-levers': 'während des Verkaufs anhalten und ändern, was verkauft wird',
    'keep-plan': 'den Ablaufplan und die Risiken führen',
    'lift-freeze': 'eine Sperre aufheben',
    'say-go': 'Start oder kein Start sagen',
    'turn-dials': 'Tempo und Türen einer Warteschlange ändern',
    'message-fans': 'allen in einer Warteschlange schreiben',
    'judge-places': 'einzelne Plätze verlangsamen, entfernen und einlassen',
    'write-notes': 'Notizen in der Leitstelle machen',
  },
  mayDo: (what) => `Darf ${what}.`,
  mayNothing: 'Öffnet noch keine dieser Seiten.',
  scopes: {
    everything: 'Das ganze Haus',
    show: (title) => `Stück: ${title}`,
    'on-sale': (title) => `Vorverkauf: ${title}`,
    performance: (title, when) => `Vorstellung: ${title}, ${when}`,
    performanceUnknown: (id) => `Vorstellung: ${id}`,
    allocation: (name) => `Kontingent: ${name}`,
  },
  people: 'Menschen und Rollen',
  audit: 'Wer was getan hat',
} satisfies StaffWords;
