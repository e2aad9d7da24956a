import type { AnswersWords } from '../en/answers.ts';
import { lineWords, minutes, people } from './line.ts';
import { count } from './written.ts';

const at = (when?: string) => (when ? ` (${when})` : '');

export const answersWords = {
  title: 'Fragen und Antworten',
  ask: {
    queue: 'Warum gibt es eine Warteschlange?',
    early: 'Bringt es etwas, früh zu kommen?',
    fair: 'Woher weiß ich, dass die Auslosung fair ist?',
    long: 'Wie lange dauert es?',
    refresh: 'Soll ich diese Seite neu laden?',
    missed: 'Was ist, wenn ich meinen Aufruf verpasse?',
    quieter: 'Wann ist weniger los?',
    seats: 'Wird es noch Plätze geben?',
    payment: 'Was ist, wenn meine Zahlung nicht klappt?',
    access: 'Wie bekomme ich einen Rollstuhlplatz oder mehr Zeit?',
  },
  askReach: 'Wie erreiche ich die Kartenkasse?',
  askNumber: (n) => `Warum habe ich die Nummer ${count(n)}?`,

  queue:
    'Es kommen mehr Menschen auf einmal, als zugleich Plätze wählen können. Wir lassen so viele hinein, wie die Kasse bedienen kann, nach ihren Nummern. So geht jeder Platz an eine Person, und die Zahlungen gelingen.',
  waiting: (n) => `Jetzt warten: ${people(n)}.`,
  rate: (n) => `Aufgerufen in jeder Minute: etwa ${count(n)}.`,

  noUse: 'Früh zu kommen bringt keine bessere Nummer.',
  willBe: (when) =>
    `Alle, die vor der Öffnung der Türen da sind${at(when)}, werden in dem Moment ausgelost. Alle, die später kommen, stehen hinter ihnen.`,
  here: (n) => `Jetzt im Foyer: ${people(n)}.`,
  lot: (when) => `Alle, die vor der Öffnung der Türen da waren${at(when)}, wurden ausgelost.`,
  among: (n) => `In dieser Auslosung: ${people(n)}, alle mit derselben Chance auf jede Nummer.`,
  late: 'Alle, die nach der Öffnung in denselben Sekunden kommen, werden gemeinsam ausgelost.',
  behind: (n) => `Vorher ausgelost und darum davor: ${people(n)}.`,

  fair: 'Zuerst wird die Liste aller in einer Auslosung festgelegt und veröffentlicht. Erst danach entscheidet eine öffentliche Zufallsquelle: Niemand kann sie vorher kennen oder aussuchen.',
  unproved:
    'Zuerst wird die Liste aller in einer Auslosung festgelegt und veröffentlicht. Aber in dieser Warteschlange entscheidet keine öffentliche Zufallsquelle, die hier bekannt ist: Die Auslosung ist nicht bewiesen.',
  checkPlace: 'Meinen Platz nachprüfen',
  check:
    '„Meinen Platz nachprüfen“ auf der Seite der Warteschlange rechnet Ihre Nummer auf Ihrem eigenen Gerät nach, aus dem, was veröffentlicht ist.',

  notYet: (when) => `Das können wir ein, zwei Minuten nach der Öffnung der Türen sagen${at(when)}.`,
  unknown: 'Das wissen wir in ein, zwei Minuten.',
  called: 'Ihre Nummer ist aufgerufen.',
  ahead: lineWords.ahead,
  wait: (half, most) =>
    `Von denen mit Ihrer Nummer ist die Hälfte nach etwa ${minutes(half)} dran, neun von zehn nach ${minutes(most)}.`,
  waitMost: (most) => `Neun von zehn mit Ihrer Nummer sind nach ${minutes(most)} dran.`,
  middle: (half, most) =>
    `In der Mitte der Schlange ist die Hälfte nach etwa ${minutes(half)} dran, neun von zehn nach ${minutes(most)}.`,
  joiningNow: (half, most) => lineWords.waitNow(half < most ? minutes(half) : undefined, minutes(most)),
  halts: lineWords.halts,

  refresh:
    'Nein. Diese Seite bringt jede Änderung von selbst. Neu zu laden schadet nicht und nützt nichts: Ihr Platz liegt bei der Kartenkasse, nicht auf dieser Seite. Sie können sie schließen, das Telefon weglegen oder sich mit einem anderen Gerät noch einmal anstellen: Sie bekommen denselben Platz.',

  missed: (when) =>
    `Nichts ist verloren. Ist Ihre Nummer einmal aufgerufen, bleibt sie es, bis die Warteschlange schließt${at(when)}. Kommen Sie spät, stehen Sie vorn bei den Nächsten und kommen hinein, sobald Raum ist. Läuft Ihre Zeit zum Einkaufen ab, können Sie wieder hereinkommen, sobald Raum ist.`,

  quieter:
    'Am längsten wartet man zur Öffnung der Türen, kürzer, sobald weniger Menschen kommen als aufgerufen werden. Aber je später Sie kommen, desto weniger Plätze sind zur Wahl. Ein Platz in der Schlange wird nie schlechter: Behalten Sie ihn.',
  closes: (when) => `Die Warteschlange schließt am ${when}.`,

  chance: (tenths) =>
    `Für zwei Plätze mit Ihrer Nummer: ${tenths === 0 ? 'weniger als 1 Chance von 20' : tenths === 10 ? 'sehr wahrscheinlich' : `etwa ${tenths} von 10 Chancen`}. Das folgt daraus, wie gerade gekauft wird. Ein Versprechen ist es nicht.`,
  left: (n) => `Noch nicht verkaufte Plätze: ${count(n)}.`,
  noOdds: 'Das können wir sagen, sobald die ersten gekauft haben.',

  kept: (n) =>
    `Die Plätze in Ihrem Warenkorb werden mit einer Frist von ${minutes(n)} für Sie freigehalten, und länger, solange Ihre Bank nachfragt.`,
  findOrder: 'Meine Bestellung finden',
  payment:
    'Wird eine Zahlung abgelehnt, wird nichts abgebucht: Versuchen Sie es noch einmal oder mit einer anderen Karte. Haben Sie bezahlt und sehen keine Karten, bezahlen Sie nicht zweimal. Öffnen Sie „Meine Bestellung finden“: Entweder sind die Karten dort, oder das Geld kommt von selbst zurück.',

  access:
    'Rollstuhlplätze, jeder mit einem Platz daneben für eine Begleitung, bekommt niemand sonst. Wählen Sie „Ein Rollstuhlplatz“, wenn Sie hineinkommen. Brauchen Sie mehr Zeit, dann sagen Sie es beim Anstellen: Jede Frist ist dann länger, und Sie können um mehr bitten. An der Auslosung ändert beides nichts.',
} satisfies AnswersWords;
