import type { PlainWords } from '../en/plain.ts';
import { tongueOf } from '../tongue.ts';

const { count, plural, minutes } = tongueOf('de-DE');

/** The page without JavaScript, in German. */
export const plainGerman: PlainWords = {
  locale: 'de-DE',
  season: 'Alle Stücke',
  allLines: 'Alle Warteschlangen',
  languages: 'Sprache',
  intro:
    'Die Warteschlange in ihrer einfachsten Form: Sie kommt ohne JavaScript aus. Ihr Platz und Ihre Nummer sind hier dieselben.',
  fullPage: 'Zur vollständigen Seite',

  linesTitle: 'Welche Warteschlange?',
  noLines: 'Im Augenblick ist keine Warteschlange geöffnet oder angekündigt.',
  opensAt: (when) => `Die Türen öffnen: ${when}`,
  isOpen: 'Die Türen sind offen',
  noLine: 'Diese Warteschlange gibt es nicht',
  noLineDetail: 'Prüfen Sie die Adresse, oder wählen Sie eine aus der Liste.',
  notYet: 'Diese Warteschlange ist noch nicht eingerichtet',
  notYetDetail: 'Kommen Sie kurz vor der Öffnung wieder. Vorher kann sich niemand anstellen: Sie verpassen nichts.',

  windows: 'Wer wann hinein darf',
  doorsOpenDetail: 'Wer sich in denselben Sekunden anstellt wie Sie, wird mit Ihnen zusammen ausgelost.',
  joinLobby: 'Ins Foyer kommen',
  joinLine: 'Anstellen',
  entries: {
    members: 'Mit Ihrer Mitgliedsnummer',
    email: 'Mit dem Link aus unserer E-Mail',
    open: 'Ohne Mitgliedschaft',
  },
  member: 'Mitgliedsnummer',
  memberHint: 'Wie auf Ihrem Mitgliedsausweis.',
  postcode: 'Postleitzahl',
  postcodeHint: 'Der Anschrift, unter der wir Ihnen schreiben.',
  link: 'Link aus der E-Mail',
  linkHint:
    'Fordern Sie ihn auf der vollständigen Seite an, mit irgendeinem Telefon oder Computer, der JavaScript hat. Kopieren Sie dann den ganzen Link aus der E-Mail in dieses Feld.',
  openDetail: (venue) =>
    `Um Roboter fernzuhalten, verlangt dieser Eingang Ihrem Browser eine kurze Rechnung ab, und die braucht JavaScript. Stellen Sie sich mit einem Telefon oder Computer an, der es hat, oder rufen Sie die Theaterkasse von ${venue} an.`,
  needs: 'Brauchen Sie etwas?',
  need: {
    wheelchair: 'Einen Rollstuhlplatz',
    companion: 'Einen Platz neben mir für meine Begleitung',
    'more-time': 'Mehr Zeit für jeden Schritt',
  },
  join: 'Platz nehmen',
  joinOnce: 'Ein Platz je Person: Wenn Sie sich von anderswo noch einmal anstellen, bekommen Sie denselben Platz.',
  drawTitle: 'Wie die Reihenfolge entsteht',
  draw: 'Alle, die vor der Öffnung da sind, haben die gleiche Chance: In dem Augenblick, in dem die Türen öffnen, werden alle Plätze ausgelost. Früh zu kommen bringt nichts, und wer später kommt, steht hinter dieser Auslosung.',

  inLobby: 'Sie haben einen Platz',
  inLobbyDetail: 'Sie dürfen diese Seite schließen: Ihr Platz bleibt Ihnen. Seien Sie zurück, wenn die Türen öffnen.',
  inTheLobby: (n) => plural(n, { one: '# Person im Foyer.', other: '# Personen im Foyer.' }),
  drawing: 'Es wird ausgelost',
  drawingDetail: 'In wenigen Sekunden steht hier Ihre Nummer.',
  number: 'Ihre Nummer',
  ahead: (n) =>
    n === 0
      ? 'Sie sind als Nächstes an der Reihe'
      : plural(n, { one: '# Person vor Ihnen', other: '# Personen vor Ihnen' }),
  calledSoFar: (n) => (n === 0 ? 'Noch wurde niemand aufgerufen.' : `Bisher aufgerufen: 1 bis ${count(n)}.`),
  wait: (half, most) =>
    `Von denen an Ihrem Platz wird die Hälfte in etwa ${minutes(half)} aufgerufen, neun von zehn in etwa ${minutes(most)}.`,
  waitMost: (most) => `Neun von zehn an Ihrem Platz werden in etwa ${minutes(most)} aufgerufen.`,
  waitUnknown: 'Wie lange Sie warten, wissen wir in ein, zwei Minuten.',
  chance: (ofTen) => `Die Chance, dass zwei Plätze übrig sind, wenn Sie an der Reihe sind, ist etwa ${ofTen} von 10.`,
  chanceHigh: 'Sehr wahrscheinlich sind noch Plätze da, wenn Sie an der Reihe sind. Ein Versprechen ist das nicht.',
  chanceLow: 'Dass noch Plätze da sind, wenn Sie an der Reihe sind, ist unwahrscheinlich: weniger als 1 Chance von 20.',
  keepPlace:
    'Sie dürfen diese Seite schließen: Ihr Platz bleibt Ihnen. Wird Ihre Nummer aufgerufen, wartet sie auf Sie.',

  called: 'Sie sind an der Reihe',
  again: 'Ihre Zeit zum Einkaufen ist um',
  againDetail: 'Ihr Platz ist nicht verloren: Sobald Raum ist, dürfen Sie wieder hinein.',
  calledDetail: (venue) =>
    `Plätze auszusuchen braucht JavaScript. Öffnen Sie die vollständige Seite auf einem Telefon oder Computer, der es hat, und stellen Sie sich an wie hier: Sie bekommen denselben Platz. Oder rufen Sie die Theaterkasse von ${venue} an und nennen Sie Ihre Nummer. Ihre Zeit zum Einkaufen beginnt, wenn Sie Ihren Einlass nehmen; halten Sie also eines von beiden bereit.`,
  claim: 'Einlass jetzt nehmen',
  shopping: 'Sie haben Ihren Einlass',
  shoppingUntil: (time) => `Er gilt bis ${time}.`,
  shoppingDetail: (venue) =>
    `Suchen Sie Ihre Plätze auf der vollständigen Seite aus, auf einem Telefon oder Computer mit JavaScript: Stellen Sie sich an wie hier, und Sie bekommen denselben Platz und denselben Einlass. Oder rufen Sie die Theaterkasse von ${venue} an und nennen Sie Ihre Nummer.`,
  finish: 'Ich bin mit dem Einkaufen fertig',
  over: 'Dieser Vorverkauf ist beendet',
  overDetail: 'Die Warteschlange ist geschlossen. Vielleicht gibt es Karten auf anderem Weg: siehe alle Stücke.',
  leave: 'Warteschlange verlassen',
  leaveSure: 'Sie geben Ihre Nummer auf, und jemand anderes rückt vor.',
  leaveYes: 'Ja, verlassen',
  left: 'Sie haben die Warteschlange verlassen. Doch nicht? Stellen Sie sich wieder an, und Ihr alter Platz gehört wieder Ihnen.',

  paused: 'Die Warteschlange hält an. Im Augenblick wird niemand aufgerufen, und niemand überholt Sie.',
  house: 'Wir rufen niemanden auf, solange der Saalplan langsam antwortet. Niemand überholt Sie.',
  baskets: 'Jeder Platz liegt in einem Warenkorb. Was nicht bezahlt wird, kommt zurück, und dann rufen wir weiter auf.',
  soldOut: 'Ausverkauft: Alle Plätze sind verkauft. Kommen welche zurück, werden die Nächsten aufgerufen.',
  lost: 'Im Augenblick keine Nachricht von der Warteschlange. Ihr Platz ist sicher: Er wird im Theater verwahrt, nicht auf dieser Seite.',
  lane: {
    slower: 'Ihr Platz ist in der langsameren Reihe: Sie kommen ein wenig nach dem Aufruf Ihrer Nummer hinein.',
    removed: 'Ihr Platz wurde aus der Warteschlange genommen.',
  },
  why: {
    'many-from-one-address': 'Von der Adresse, von der Sie kamen, haben sich sehr viele Menschen angestellt.',
    'not-a-browser': 'Das Anstellen sah nicht nach einem Browser aus.',
    staff: 'Unser Team hat so entschieden.',
  },
  appeal: 'Ist das ein Irrtum, dann schreiben Sie uns über die vollständige Seite: Ein Mensch sieht es sich an.',

  refreshes: 'Diese Seite aktualisiert sich von selbst.',
  stop: 'Nicht mehr aktualisieren',
  start: 'Von selbst aktualisieren',
  lookNow: 'Jetzt aktualisieren',
  asOf: (time) => `Stand: ${time}.`,
  trouble: 'Das hat nicht geklappt',
  fault:
    'Bei uns ist etwas schiefgegangen. Sie haben nichts verloren. Versuchen Sie es in einigen Sekunden noch einmal.',
  notForm: 'Benutzen Sie die Knöpfe auf dieser Seite.',
  refused: {
    'member-unknown':
      'Nummer und Postleitzahl passen nicht zusammen. Prüfen Sie beide auf Ihrem Ausweis und versuchen Sie es noch einmal.',
    'too-many-tries':
      'Diese Nummer wurde mit vielen Postleitzahlen versucht. Sie ruht eine Viertelstunde; versuchen Sie es dann wieder.',
    'link-wrong':
      'Dieser Link gilt nicht für diese Warteschlange. Kopieren Sie ihn noch einmal ganz, oder fordern Sie einen neuen an.',
    'line-closed': 'Dieser Vorverkauf ist beendet.',
    'line-not-open-yet': 'Die Türen sind noch nicht offen. Ihr Platz ist sicher.',
    'not-drawn-yet': 'Ihre Nummer wird in wenigen Sekunden gezogen. Ihr Platz ist sicher.',
    'not-your-turn': 'Sie sind noch nicht an der Reihe. Ihr Platz ist sicher.',
    'slower-lane':
      'Sie kommen ein wenig später hinein. Warten Sie eine Minute und versuchen Sie es dann noch einmal: Ihr Platz ist sicher.',
    'room-full': 'Sie waren schon an der Reihe, und es ist voll. Versuchen Sie es in einer Weile noch einmal.',
    'place-given-up':
      'Sie haben diese Warteschlange verlassen. Stellen Sie sich wieder an, und Sie bekommen denselben Platz zurück.',
    'receipt-missing':
      'Wir sehen Ihren Platz nicht. Vielleicht lehnt Ihr Browser Cookies ab: Lassen Sie sie zu und stellen Sie sich noch einmal an.',
    'receipt-forged':
      'Wir sehen Ihren Platz nicht. Stellen Sie sich noch einmal an: Sie bekommen Ihren eigenen zurück.',
    'bad-request': 'Füllen Sie alle Felder aus und versuchen Sie es noch einmal.',
    'not-from-this-page': 'Das Formular kam von einer anderen Website. Benutzen Sie die Knöpfe auf dieser Seite.',
  },
};
