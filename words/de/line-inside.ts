import type { InsideWords } from '../en/line-inside.ts';
import { count } from './written.ts';

export const insideWords = {
  check: 'Meinen Platz nachprüfen',
  number: 'Ihre Nummer',
  waitTitle: 'Voraussichtlich dran',
  wait: (half) => `In etwa ${half}`,
  waitBetween: (least, half) => `In ${least} bis ${half}`,
  waitDetail: (most) =>
    `Die Hälfte derer auf Ihrem Platz ist früher dran${most ? `, neun von zehn innerhalb von ${most}` : ''}.`,
  unknownWait: 'Das wissen wir in ein, zwei Minuten',
  longer: 'Es geht langsamer, als wir dachten.',
  chanceTitle: 'Ihre Chance auf Karten',
  chance: (tenths) =>
    tenths === 0 ? 'Weniger als 1 von 20' : tenths === 10 ? 'Sehr wahrscheinlich' : `Etwa ${tenths} von 10`,
  chanceDetail: 'Für zwei Plätze, wenn weiter so gekauft wird wie jetzt. Kein Versprechen.',
  keepPlace: 'Sie können diese Seite schließen: Ihr Platz bleibt Ihrer. Ihre Nummer wartet auf Sie, wenn sie dran ist.',
  progress: 'Wie weit die Schlange zu Ihnen vorgerückt ist',
  calledSoFar: (n) => `Bisher aufgerufen: 1 bis ${count(n)}`,
  nobodyCalled: 'Noch ist niemand aufgerufen',
  calledDetail: 'Wir holen Ihren Einlass, weil Sie gerade hier sind. Er gibt Ihnen Zeit zum Auswählen und Bezahlen.',
  calledAway: 'Sie sind dran. Ihr Einlass wird geholt, sobald Sie auf diese Seite zurückkommen.',
  claim: 'Hereinkommen',
  claiming: 'Ihr Einlass kommt…',
  again: 'Ihre Zeit zum Einkaufen ist um',
  againDetail: 'Ihr Platz ist nicht verloren: Sie können wieder hereinkommen, sobald Raum ist.',
  voucher: 'Kommen Sie gleich wieder herein',
  voucherDetail: 'Beim Bestellen ist uns etwas misslungen. Das tut uns leid: Sie kommen ohne Warten wieder herein.',
  late: 'Sie kommen spät und stehen vorn bei den Nächsten',
  lateDetail:
    'Ihre Nummer war schon dran. Sie bekommen den nächsten freien Platz im Saal, meist in Sekunden. Diese Seite fragt von selbst danach.',
  roomFull: 'Sie waren schon dran, und der Raum ist voll',
  roomFullDetail: 'Sobald jemand geht, können Sie wieder hereinkommen. Diese Seite fragt von selbst danach.',
  shopping: 'Herein, Sie sind dran',
  shoppingDetail: (time) => `Ihr Einlass gilt bis ${time}. Die übrige Zeit steht oben auf jeder Seite.`,
  toHall: 'Plätze wählen',
  toSeason: 'Stück wählen',
  finish: 'Ich bin fertig',
  findOrder: 'Meine Bestellung finden',
  leave: 'Warteschlange verlassen',
  tellMe: 'Sagen Sie mir, wenn ich dran bin',
  devices: (n) => (n > 1 ? `Ihre Geräte: ${n}` : 'Ihre Geräte'),
} satisfies InsideWords;
