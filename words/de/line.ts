import type { LineWords } from '../en/line.ts';
import { count, plural } from './written.ts';

export const people = (n: number) => plural(n, { one: '1 Person', other: `${count(n)} Personen` });

export function minutes(n: number): string {
  if (n < 60) return plural(n, { one: 'einer Minute', other: `${n} Minuten` });
  const hours = Math.round(n / 30) / 2;
  return hours === 1 ? 'einer Stunde' : `${`${hours}`.replace('.5', '½')} Stunden`;
}

export const lineWords = {
  eyebrow: (audience) => (audience ? `Für ${audience}` : 'Vorverkauf'),
  noOnSale: 'Welcher Vorverkauf?',

  doorsIn: 'Die Türen öffnen sich in',
  doorsAt: (when) => `Sie öffnen sich am ${when}.`,
  doorsOpening: 'Die Türen öffnen sich',
  doorsOpen: 'Die Türen sind offen',
  windows: 'Wer wann hineinkommt',
  openNow: 'jetzt offen',
  yourWindow: (name) => `Sie kommen hinein mit: ${name}`,
  waitNow: (half, most) =>
    `Von denen, die jetzt kommen, ${half ? `ist die Hälfte nach etwa ${half} dran, neun von zehn nach ${most}` : `sind neun von zehn nach ${most} dran`}.`,

  joinTitle: 'Ins Foyer',
  joinTitleOpen: 'Anstellen',
  ways: 'Wie kommen Sie hinein?',
  way: { members: 'Mit Mitgliedsnummer', email: 'Mit E-Mail', open: 'Ohne beides' },
  member: 'Mitgliedsnummer',
  memberHint: 'Wie auf Ihrem Mitgliedsausweis.',
  postcode: 'Postleitzahl',
  postcodeHint: 'Der Anschrift, an die wir Ihnen schreiben.',
  needsAsk: 'Brauchen Sie einen Rollstuhlplatz, eine Begleitung neben sich oder mehr Zeit?',
  join: 'Platz in der Reihe sichern',
  joining: 'Ihr Platz kommt…',
  proving: 'Wir prüfen, dass Sie kein Roboter sind…',
  provingDetail: 'Ihr Browser rechnet für uns. Das dauert ein paar Sekunden, Sie müssen nichts tun.',
  joinOnce:
    'Jeder hat einen Platz. Stellen Sie sich mit einem anderen Gerät noch einmal an, bekommen Sie denselben wieder.',

  drawTitle: 'Wie die Reihenfolge entsteht',
  draw: 'Alle, die vor der Öffnung da sind, haben die gleiche Chance: In dem Moment, in dem sich die Türen öffnen, werden alle Plätze ausgelost. Früh zu kommen bringt nichts, und wer später kommt, steht hinter dieser Auslosung.',
  drawLater:
    'Die Türen sind offen, Sie stehen also hinter allen, die schon ausgelost sind. Wer in denselben Sekunden kommt wie Sie, wird gemeinsam ausgelost.',
  ledger: 'Was hier getan wurde',

  inLobby: 'Sie haben einen Platz',
  inLobbyDetail:
    'Sie können diese Seite schließen oder das Telefon weglegen: Ihr Platz bleibt Ihrer. Seien Sie wieder da, wenn sich die Türen öffnen.',
  waitingHere: (n) => (n === 1 ? 'Sie sind als Erste oder Erster hier.' : `${people(n)} im Foyer.`),
  drawing: 'Es wird ausgelost',
  drawingDetail: 'In wenigen Sekunden steht hier Ihre Nummer.',

  ahead: (n) => (n === 0 ? 'Sie sind als Nächstes dran' : `${people(n)} vor Ihnen`),

  halts: {
    staff: ['Die Warteschlange steht', 'Im Moment wird niemand aufgerufen, und niemand überholt Sie.'],
    house: [
      'Die Kasse kommt nicht nach',
      'Wir rufen niemanden auf, bis sie wieder richtig antwortet. Ihr Platz ist sicher, und niemand überholt Sie.',
    ],
    baskets: [
      'Alle Plätze liegen in Warenkörben',
      'Manche werden in wenigen Minuten frei. Dann geht es der Reihe nach weiter: Bleiben Sie, wenn Sie mögen.',
    ],
    'sold-out': [
      'Ausverkauft',
      'Alle Plätze sind verkauft. Kommen welche zurück, geht es der Reihe nach weiter. Sie können bleiben, gehen oder die Kasse nach Rückgaben fragen.',
    ],
  },

  called: 'Sie sind dran',

  over: 'Dieser Vorverkauf ist vorbei',

  lost: 'Gerade hören wir nichts von der Kartenkasse',
  lostDetail: 'Ihr Platz ist sicher: Er liegt bei der Kartenkasse, nicht auf dieser Seite. Wir versuchen es weiter.',

  titleNumber: (position, ahead) =>
    ahead === 0 ? `Gleich dran · Nummer ${count(position)}` : `${count(ahead)} vor Ihnen · Nummer ${count(position)}`,
  titleCalled: '★ Sie sind dran',
  announceNumber: (position, ahead) => `Ihre Nummer ist ${count(position)}. ${ahead}.`,
} satisfies LineWords;
