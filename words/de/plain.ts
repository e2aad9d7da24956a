import type { PlainWords } from '../en/plain.ts';
import { minutes, people } from './line.ts';

export const plainWords = {
  season: 'Alle Stücke',
  allLines: 'Alle Warteschlangen',
  languages: 'Sprache',
  intro:
    'Die Warteschlange in ihrer einfachsten Form: Sie kommt ohne JavaScript aus. Ihr Platz und Ihre Nummer sind hier dieselben.',
  fullPage: 'Zur vollständigen Seite',

  linesTitle: 'Welche Warteschlange?',
  noLines: 'Im Augenblick ist keine Warteschlange geöffnet oder angekündigt.',
  opensAt: (when) => `Die Türen öffnen: ${when}`,
  noLine: 'Diese Warteschlange gibt es nicht',
  noLineDetail: 'Prüfen Sie die Adresse, oder wählen Sie eine aus der Liste.',

  doorsOpenDetail: 'Wer sich in denselben Sekunden anstellt wie Sie, wird mit Ihnen zusammen ausgelost.',
  entries: {
    members: 'Mit Ihrer Mitgliedsnummer',
    email: 'Mit dem Link aus unserer E-Mail',
    open: 'Ohne Mitgliedschaft',
  },
  link: 'Link aus der E-Mail',
  linkHint:
    'Fordern Sie ihn auf der vollständigen Seite an, mit irgendeinem Telefon oder Computer, der JavaScript hat. Kopieren Sie dann den ganzen Link aus der E-Mail in dieses Feld.',
  openDetail: (venue) =>
    `Um Roboter fernzuhalten, verlangt dieser Eingang Ihrem Browser eine kurze Rechnung ab, und die braucht JavaScript. Stellen Sie sich mit einem Telefon oder Computer an, der es hat, oder fragen Sie die Kartenkasse von ${venue}.`,
  anyNeeds: 'Brauchen Sie etwas?',
  joinCookies:
    'Diese Seite hält Ihren Platz in einem Cookie fest. Wenn Ihr Browser Cookies ablehnt, erlauben Sie sie für diese Seite, bevor Sie sich anstellen.',
  joinOnce: 'Ein Platz je Person: Wenn Sie sich von anderswo noch einmal anstellen, bekommen Sie denselben Platz.',

  inLobbyDetail: 'Sie dürfen diese Seite schließen: Ihr Platz bleibt Ihnen. Seien Sie zurück, wenn die Türen öffnen.',
  inTheLobby: (n) => `${people(n)} im Foyer.`,
  wait: (half, most) =>
    `Von denen an Ihrem Platz wird die Hälfte in etwa ${minutes(half)} aufgerufen, neun von zehn in etwa ${minutes(most)}.`,
  waitMost: (most) => `Neun von zehn an Ihrem Platz werden in etwa ${minutes(most)} aufgerufen.`,
  waitUnknown: 'Wie lange Sie warten, wissen wir in ein, zwei Minuten.',
  chance: (ofTen) => `Die Chance, dass zwei Plätze übrig sind, wenn Sie an der Reihe sind, ist etwa ${ofTen} von 10.`,
  chanceHigh: 'Sehr wahrscheinlich sind noch Plätze da, wenn Sie an der Reihe sind. Ein Versprechen ist das nicht.',
  chanceLow: 'Dass noch Plätze da sind, wenn Sie an der Reihe sind, ist unwahrscheinlich: weniger als 1 Chance von 20.',

  calledDetail: (venue) =>
    `Ihre Zeit zum Einkaufen beginnt, wenn Sie Ihren Einlass nehmen. Ohne JavaScript suchen wir die besten Plätze für Sie, und Sie bezahlen an der Kartenkasse. Um im Plan zu wählen oder mit Karte zu bezahlen, öffnen Sie die vollständige Seite auf einem Telefon oder Computer mit JavaScript und stellen Sie sich an wie hier: Sie bekommen denselben Platz. Oder fragen Sie die Kartenkasse von ${venue} und nennen Sie Ihre Nummer.`,
  claim: 'Einlass jetzt nehmen',
  shopping: 'Sie haben Ihren Einlass',
  shoppingUntil: (time) => `Er gilt bis ${time}.`,
  shoppingDetail: (venue) =>
    `Ohne JavaScript suchen wir die besten Plätze für Sie, und Sie bezahlen an der Kartenkasse. Um im Plan zu wählen oder mit Karte zu bezahlen, öffnen Sie die vollständige Seite auf einem Telefon oder Computer mit JavaScript: Stellen Sie sich an wie hier, und Sie bekommen denselben Platz und denselben Einlass. Oder fragen Sie die Kartenkasse von ${venue} und nennen Sie Ihre Nummer.`,
  leaveSure: 'Sie geben Ihre Nummer auf, und jemand anderes rückt vor.',
  leaveYes: 'Ja, verlassen',

  lost: 'Im Augenblick keine Nachricht von der Warteschlange. Ihr Platz ist sicher: Er wird an der Kartenkasse verwahrt, nicht auf dieser Seite.',
  appeal: 'Ist das ein Irrtum, dann schreiben Sie uns über die vollständige Seite: Ein Mensch sieht es sich an.',

  refreshes: 'Diese Seite aktualisiert sich von selbst.',
  stop: 'Nicht mehr aktualisieren',
  start: 'Von selbst aktualisieren',
  lookNow: 'Jetzt aktualisieren',
  asOf: (time) => `Stand: ${time}.`,
  trouble: 'Das hat nicht geklappt',
  fault:
    'Bei uns ist etwas schiefgegangen. Sie haben nichts verloren. Versuchen Sie es in einigen Sekunden noch einmal.',
} satisfies PlainWords;
