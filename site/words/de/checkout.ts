import type { CheckoutWords } from '../en/checkout.ts';

export const checkoutWords = {
  title: 'Ihre Bestellung',
  held: 'Für Sie gehalten',
  empty: 'Für Sie werden keine Plätze gehalten',
  emptyDetail:
    'Plätze, die für Sie gehalten werden, erscheinen hier. Ist ihre Zeit um, sind sie wieder frei, und Sie können weiter wählen.',
  noPass: 'Diese Seite ist für alle, deren Nummer aufgerufen ist',
  noPassDetail:
    'Stellen Sie sich auf der Seite der Spielzeit für einen Vorverkauf an. Ist Ihre Zeit zum Einkaufen um, so ist Ihr Platz in der Warteschlange doch nicht verloren.',
  toSeason: 'Ein Stück wählen',
  total: 'Zu zahlen',

  who: 'Für wen die Karten sind',
  name: 'Name',
  nameHint: 'So, wie Sie ihn an der Theaterkasse nennen werden.',
  email: 'E-Mail',
  emailHint: 'Nur für Nachrichten zu diesen Vorstellungen.',
  phone: 'Telefon (können Sie weglassen)',
  nameWrong: 'tragen Sie den Namen ein, auf den die Karten lauten, mit höchstens 120 Zeichen',
  emailWrong: 'tragen Sie eine E-Mail-Adresse ein, etwa ada@example.org',
  phoneWrong: 'höchstens 32 Zeichen',

  how: 'Wie Sie bezahlen',
  'box-office': 'Später, an der Theaterkasse',
  'box-office-detail':
    'Die Plätze gehören jetzt Ihnen. Bezahlen Sie telefonisch oder an der Kasse vor der Frist, die wir Ihnen gleich zeigen; danach können sie an andere gehen.',
  'sandbox-card': 'Jetzt, mit einer Spielkarte',
  'sandbox-card-detail': 'Für Proben: Es fließt kein Geld.',
  approved: 'Eine Karte, die angenommen wird',
  declined: 'Eine Karte, die abgelehnt wird',
  card: 'Welche Karte',

  order: (total) => `Für ${total} bestellen`,
  ordering: 'Ihre Bestellung wird gesendet…',
  again:
    'Wir wissen noch nicht, ob Ihre letzte Bestellung angekommen ist. Noch einmal zu fragen kann nicht doppelt bestellen.',
  askAgain: 'Nachfragen',
  correct: 'Oben ist noch etwas zu berichtigen.',
} satisfies CheckoutWords;
