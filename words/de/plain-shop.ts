import type { PlainShopWords } from '../en/plain-shop.ts';

export const plainShopWords: PlainShopWords = {
  toSeats: 'Hier Plätze wählen',
  title: 'Ihre Plätze',
  noPass: 'Sie haben gerade keinen Einlass',
  noPassDetail:
    'Plätze werden für alle gehalten, deren Nummer aufgerufen wurde und die ihren Einlass genommen haben. Ihre Seite der Warteschlange sagt, wie es steht.',
  toLine: 'Zurück zur Warteschlange',
  toOrders: 'Ihre Bestellungen',

  which: 'Welche Vorstellung?',
  none: 'In dieser Warteschlange wird gerade nichts verkauft.',
  other: 'Eine andere Vorstellung',
  howMany: 'Wie viele Plätze?',
  price: 'Zu welchem Preis?',
  anyPrice: 'Jeder Preis: die besten Plätze, die es gibt',
  each: (category, price) => `${category}: je ${price}`,
  fullPrice:
    'Das sind volle Preise. Für Ermäßigungen, oder um einen Platz im Plan zu wählen, nutzen Sie die vollständige Seite oder fragen Sie die Kartenkasse.',
  find: 'Die besten Plätze suchen',
  noneLeft: 'Sie haben so viele Plätze, wie hier eine Person haben darf.',
  lapsed: 'Die Zeit für Ihre Plätze ist um',
  lapsedDetail: 'Sie können weiter wählen.',

  finding: 'Wir suchen Ihre Plätze',
  findingDetail: 'Diese Seite lädt sich in ein paar Sekunden neu und sagt es Ihnen.',
  heldUntil: (time) => `Für Sie gehalten bis ${time}.`,
  letGo: 'Diese freigeben',
  lettingGo: 'Diese Plätze werden zurückgegeben.',
  together: (amount) => `Zusammen ${amount}`,
  goOn: 'Weiter zur Bestellung',

  orderTitle: 'Diese Plätze bestellen',
  payLater:
    'Sie bezahlen an der Kartenkasse. Wir schreiben Ihnen, bis wann; bis dahin gehören die Plätze Ihnen. Mit Karte bezahlen Sie auf der vollständigen Seite.',
  name: 'Name',
  nameHint: 'So, wie Sie ihn an der Kartenkasse nennen.',
  email: 'E-Mail',
  emailHint: 'Dorthin geht Ihre Bestellung.',
  fill: {
    name: 'Geben Sie den Namen ein, auf den die Karten lauten, mit höchstens 120 Zeichen.',
    email: 'Geben Sie eine E-Mail-Adresse ein, etwa ada@example.org.',
  },
  order: (amount) => `Für ${amount} bestellen`,
  cardsOnly: 'Bezahlen geht nur auf der vollständigen Seite',
  cardsOnlyDetail:
    'Hier bezahlt man nur mit Karte, und das braucht JavaScript. Ihre Plätze bleiben gehalten: Öffnen Sie die vollständige Seite auf einem Telefon oder Computer, der es hat, und stellen Sie sich dort an wie hier, oder fragen Sie die Kartenkasse.',
  ordersTitle: 'Ihre Bestellungen in dieser Warteschlange',
  noOrders: 'Sie haben in dieser Warteschlange noch nichts bestellt.',
  payOnFullPage: 'Bezahlen Sie auf der vollständigen Seite, auf einem Telefon oder Computer mit JavaScript.',
  ticketsByMail: 'Ihre Karten kamen per E-Mail. Zeigen Sie ihre Codes an der Tür, oder nennen Sie Ihr Kennzeichen.',
};
