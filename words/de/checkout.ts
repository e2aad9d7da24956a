import type { CheckoutWords } from '../en/checkout.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 Platz', other: `${count(n)} Plätze` });

export const checkoutWords = {
  title: 'Ihre Bestellung',
  held: 'Für Sie gehalten',
  empty: 'Für Sie werden keine Plätze gehalten',
  emptyDetail:
    'Plätze, die für Sie gehalten werden, erscheinen hier. Ist ihre Zeit um, sind sie wieder frei, und Sie können weiter wählen.',
  noPass: 'Diese Seite ist für alle, deren Nummer aufgerufen ist',
  noPassDetail:
    'Stellen Sie sich auf der Seite der Spielzeit für einen Vorverkauf an. Ist Ihre Zeit zum Einkaufen um, so ist Ihr Platz in der Warteschlange doch nicht verloren.',
  passOver: 'Ihre Zeit zum Einkaufen ist vorbei',
  passOverHeld:
    'Diese Plätze bleiben für Sie reserviert, bis deren eigene Zeit um ist. Gehen Sie zurück zur Warteschlange und kommen Sie noch einmal herein: Dann können Sie bestellen.',
  passOverDetail:
    'Ihr Platz in der Schlange ist nicht verloren: Gehen Sie zurück und bitten Sie noch einmal um Einlass.',
  toLine: 'Zurück zur Warteschlange',
  begun: 'Sie haben diese Plätze schon zu bestellen begonnen',
  toBegun: 'Diese Bestellung fortsetzen',
  toOrder: 'Zu Ihrer Bestellung',
  toSeason: 'Ein Stück wählen',
  total: 'Zu zahlen',

  full: 'Voller Preis',
  priceFor: (seat) => `Preis für ${seat}`,
  reducedBy: (name, off) => `${name} (−${off})`,
  insteadOf: 'statt',
  proof: 'Bringen Sie für die Ermäßigung einen Nachweis mit',
  reducedLimit:
    'Nicht jeder Platz einer Bestellung kann ermäßigt sein: Ein Preis, den Sie nicht wählen können, ist schon vergeben oder braucht einen Rollstuhlplatz.',
  reducedBefore: (name, had, most) =>
    `${name}: Eine Person darf in diesem Vorverkauf ${seats(most)} zu diesem Preis haben; Ihre anderen Bestellungen haben ${count(had)}.`,
  bring: (name, note) => `${name}: ${note}`,
  limit: (most, left) =>
    left === 0
      ? `Eine Person darf in diesem Vorverkauf ${seats(most)} haben: Das sind Ihre.`
      : `Eine Person darf in diesem Vorverkauf ${seats(most)} haben: ${count(left)} können Sie noch dazunehmen.`,
  add: 'Noch eine Vorstellung dazu',

  who: 'Für wen die Karten sind',
  name: 'Name',
  nameHint: 'So, wie Sie ihn an der Kartenkasse nennen werden.',
  email: 'E-Mail',
  emailHint: 'Nur für Nachrichten zu diesen Vorstellungen.',
  phone: 'Telefon (können Sie weglassen)',
  nameWrong: 'Tragen Sie den Namen ein, auf den die Karten lauten, mit höchstens 120 Zeichen',
  emailWrong: 'Tragen Sie eine E-Mail-Adresse ein, etwa ada@example.org',
  phoneWrong: 'Höchstens 32 Zeichen',

  how: 'Wie Sie bezahlen',
  nothingToPay:
    'Diese Plätze kosten nichts. Sobald Sie sie bestellen, gehören sie Ihnen, und es ist nichts zu bezahlen.',
  'box-office': 'Später, an der Kartenkasse',
  'box-office-detail':
    'Die Plätze gehören jetzt Ihnen. Bezahlen Sie telefonisch oder an der Kasse vor der Frist, die wir Ihnen gleich zeigen; danach können sie an andere gehen.',
  'sandbox-card': 'Jetzt, mit einer Spielkarte',
  'sandbox-card-detail': 'Für Proben: Es fließt kein Geld.',
  cards: {
    approved: 'Eine Karte, die angenommen wird',
    declined: 'Eine Karte, die abgelehnt wird',
    'no-answer': 'Eine Karte, deren Bank erst auf Nachfrage antwortet',
    late: 'Eine Karte, die erst nach Ablauf der Plätze angenommen wird',
    asks: 'Eine Karte, deren Bank erst nachfragt und dann annimmt',
    twice: 'Eine Karte, deren Annahme zweimal gemeldet wird',
    withdrawn: 'Eine Karte, deren Bank die Annahme zurückzieht',
  },
  card: 'Welche Karte',

  stripe: {
    way: 'Jetzt, mit Karte',
    detail:
      'Der Zahlungsdienst der Kartenkasse, Stripe, nimmt die Karte im nächsten Schritt entgegen. Ihre Plätze bleiben so lange reserviert.',
    title: 'Mit Karte bezahlen',
    hint: 'Was Sie hier eingeben, geht direkt an Stripe. Abgebucht wird nur, wenn die Plätze Ihnen gehören.',
    loading: 'Das Zahlungsformular wird geöffnet…',
    pay: 'Bezahlen',
    payPrice: (price) => `${price} bezahlen`,
    sending: 'Ihre Bank wird gefragt…',
    declined: 'Die Zahlung kam nicht zustande',
    declinedDetail:
      'Es wurde nichts abgebucht. Versuchen Sie es noch einmal oder mit einer anderen Karte: Ihre Plätze sind weiter für Sie reserviert.',
    unsure: 'Wir haben nicht erfahren, was aus der Zahlung wurde',
    unsureDetail: 'Drücken Sie noch einmal: Diese Bestellung kann nicht doppelt bezahlt werden.',
    unreachable: 'Das Zahlungsformular hat sich nicht geöffnet',
    unreachableDetail:
      'Vielleicht ist Ihr Netz oder ein Inhaltsblocker im Weg. Ihre Plätze sind weiter für Sie reserviert.',
    again: 'Noch einmal öffnen',
  },

  order: (total) => `Für ${total} bestellen`,
  ordering: 'Ihre Bestellung wird gesendet…',
  again:
    'Wir wissen noch nicht, ob Ihre letzte Bestellung angekommen ist. Noch einmal zu fragen kann nicht doppelt bestellen.',
  askAgain: 'Nachfragen',
  correct: 'Oben ist noch etwas zu berichtigen.',
  cardDeclined: 'Die Karte wurde abgelehnt',
  cardDeclinedDetail:
    'Es wurde nichts abgebucht, und Ihre Plätze bleiben gehalten. Versuchen Sie es gleich noch einmal, mit einer anderen Karte oder auf einem anderen Weg.',
} satisfies CheckoutWords;
