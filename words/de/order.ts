import type { OrderWords } from '../en/order.ts';
import { count, plural } from './written.ts';

export const orderWords = {
  placedTitle: 'Ihre Bestellung wird ausgeführt',
  placedDetail:
    'Die Plätze werden auf Ihren Namen eingetragen. Das dauert einige Sekunden; Sie können die Seite schließen und wiederkommen.',
  placedLong: 'Es dauert länger als sonst. Ihre Bestellung ist angekommen; mehr brauchen wir nicht von Ihnen.',
  confirmedTitle: 'Bis bald',
  refusedTitle: 'Diese Bestellung kam nicht zustande',
  'card-declined':
    'Die Karte wurde abgelehnt. Es wurde nichts abgebucht, und Ihre Plätze bleiben für Sie gehalten, solange deren Zeit reicht.',
  'seats-lost': 'Die Zeit für die Plätze war um, und jemand anderes hat sie jetzt. Es wurde nichts abgebucht.',
  'payment-withdrawn':
    'Ihre Bank hat die Zahlung zurückgezogen, bevor sie erfolgte. Es wurde nichts abgebucht, und die Plätze gehen wieder in den Verkauf.',
  'performance-cancelled': 'Die Vorstellung ist abgesagt. Es wurde nichts abgebucht.',
  toCheckout: 'Anders bezahlen',
  toSeason: 'Noch einmal wählen',

  reference: 'Ihr Kennzeichen',
  referenceHint: 'Nennen Sie es der Kartenkasse.',
  total: 'Summe',
  lost: 'Diese Plätze waren nicht mehr zu haben und werden nicht berechnet:',
  payBy: (when) =>
    `Bezahlen Sie an der Kartenkasse bis ${when}. Bis dahin gehören die Plätze Ihnen; danach wird die Bestellung storniert, und sie kommen wieder in den Verkauf.`,
  promised: 'An der Kartenkasse zu bezahlen',
  captured: 'Bezahlt',
  authorised: 'Zahlung genehmigt',
  voided: 'Nicht abgebucht',
  declined: 'Abgelehnt',

  payingTitle: 'Noch ein Schritt: bezahlen',
  payingDetail: 'Ihre Plätze bleiben gehalten, solange deren Zeit reicht. Abgebucht wird nur, was Ihnen gehört.',
  otherWay: 'Anders bezahlen',
  sentTitle: 'Ihre Zahlung ist bei der Bank',
  sentDetail:
    'Wir hören gerade von der Bank. Das dauert einige Sekunden; Sie können die Seite schließen und wiederkommen.',
  sentLong: 'Es dauert länger als sonst. Ihre Zahlung wurde einmal gesendet; mehr brauchen wir nicht von Ihnen.',
  bankTitle: 'Wir warten auf Ihre Bank',
  bankDetail:
    'Ihre Bank hat noch nicht geantwortet. Wir fragen weiter; Sie können die Seite schließen und wiederkommen.',
  'not-paid':
    'Es kam keine rechtzeitige Zahlung. Es wurde nichts abgebucht. Werden Ihre Plätze noch gehalten, können Sie sie neu bestellen.',
  toPayAgain: 'Zurück zu Ihren Plätzen',
  pending: 'Zahlung steht aus',
  expired: 'Nicht rechtzeitig bezahlt: Sie schulden nichts',
  refunding: 'Was Sie bezahlt haben, ist auf dem Weg zurück zu Ihnen',
  refunded: 'Was Sie bezahlt haben, wurde zurückgegeben',
  givenBack: (amount) =>
    `${amount} wurden auf Ihrem Zahlungsweg zurückgegeben. Bis Ihre Bank es zeigt, kann es zehn Tage dauern.`,
  due: (amount) => `Noch ${amount} sind an der Kartenkasse zu bezahlen.`,

  performanceOff: 'Diese Vorstellung findet nicht statt',
  performanceOffDetail: 'Ihre Karten öffnen die Tür nicht mehr.',
  houseSays: (reason) => `Die Kartenkasse schreibt dazu: „${reason}“`,
  movedFrom: (before) => `Verlegt. Vorgesehen war ${before}.`,
  returnUntil: (when) =>
    `Wenn Ihnen das nicht passt, geben Sie die Plätze bis ${when} zurück und erhalten alles zurück, was Sie dafür bezahlt haben.`,
  otherDates: 'Ein Termin, der stattdessen angeboten wird',
  giveBackOf: (what) => `Karten zurückgeben: ${what}`,
  choice: {
    title: 'Ein anderer Termin, oder Ihr Geld zurück',
    until: (when) => `Wählen Sie bis ${when}. Wählen Sie nichts, erhalten Sie dann Ihr Geld zurück.`,
    untilPromise: (when) =>
      `Wählen Sie bis ${when}. Wählen Sie nichts, entfallen ihre Plätze dann, und Sie schulden nichts dafür.`,
    seats:
      'An einem anderen Termin erhalten Sie die besten freien Plätze derselben Preiskategorie. Sie kosten nicht mehr; kosten sie weniger, erhalten Sie den Unterschied zurück.',
    dates: 'Was soll es sein?',
    money: (amount) => `Kein anderer Termin: ${amount} zurück`,
    nothing: 'Kein anderer Termin: ich schulde nichts',
    noDates: 'Keiner der Termine ist noch zu haben.',
    confirm: 'Meine Wahl bestätigen',
    confirming: 'Wird bestätigt…',
    headline: 'Bitte wählen Sie',
    headlineDetail: 'Diese Vorstellung findet nicht statt. Wählen Sie einen anderen Termin oder Ihr Geld zurück.',
    finding: 'Für Sie werden Plätze gesucht',
    findingDetail: 'Das dauert einige Sekunden. Gibt es keine, können Sie noch einmal wählen.',
    noSeats: 'An diesem Termin gibt es keine Plätze für Sie',
    noSeatsDetail:
      'Dort sind jetzt nicht genug freie Plätze Ihrer Art. Wählen Sie einen anderen Termin oder Ihr Geld zurück.',
    waits: (amount) => `${amount} warten auf Ihre Wahl`,
    instead: 'Anstelle der abgesagten Vorstellung',
  },
  cancelledTitle: 'Diese Bestellung ist storniert',
  cancelledDetail: 'Ihre Karten öffnen die Tür nicht mehr, und die Plätze sind wieder im Verkauf.',
  expiredTitle: 'Die Zahlungsfrist ist vorbei',
  expiredDetail:
    'Die Kartenkasse wurde nicht bis zur Frist bezahlt, darum sind die Plätze wieder im Verkauf. Sie schulden nichts.',
  cancelling: 'Ihre Karten werden zurückgegeben',
  cancellingDetail: 'Das dauert einige Sekunden. Die Karten öffnen die Tür nicht mehr.',
  exchanging: 'Ihre Plätze werden getauscht',
  exchangingDetail: 'Das dauert einige Sekunden. Sind die neuen Plätze weg, behalten Sie, was Sie haben.',
  notGivenBack: 'Diese Karten konnten nicht zurückgegeben werden',
  notGivenBackDetail: 'Eine von ihnen hat die Tür geöffnet; die Bestellung bleibt, wie sie war.',
  notExchanged: 'Der Tausch fand nicht statt',
  notExchangedDetail: {
    'seats-taken':
      'Bei den neuen Plätzen war jemand schneller. Sie behalten Ihre bisherigen Plätze zum bisherigen Preis.',
    'ticket-used': 'Eine Karte dieser Bestellung hat die Tür geöffnet. Sie behalten Ihre bisherigen Plätze.',
  },

  payOverTitle: 'Die Zeit zum Bezahlen ist um',
  payOverDetail: 'Es wurde nichts abgebucht, und diese Bestellung kommt nicht zustande.',
  bankAsksTitle: 'Ihre Bank fragt bei Ihnen nach',
  bankAsksDetail: 'Antworten Sie ihr, vielleicht in ihrer App. Ihre Plätze warten auf die Antwort.',
  bankAsksUntil: (when) => `Solange die Bank fragt, bleiben die Plätze bis ${when} Ihre.`,
  exchanged: 'Ihre Plätze sind getauscht',
  exchangedDetail: 'Die Karten unten sind die neuen. Die alten öffnen die Tür nicht mehr.',
  mailed:
    'Wir schicken die Karten auch an Ihre E-Mail-Adresse. Der Link in dieser E-Mail öffnet diese Seite wieder, auf jedem Gerät.',

  change: 'Wenn Sie umplanen',
  exchange: 'Plätze tauschen',
  exchangeFull: (what) => `Plätze tauschen: ${what}`,
  giveBack: (n) => plural(n, { one: 'Diese Karte zurückgeben', other: 'Diese Karten zurückgeben' }),
  giveBackSome: 'Einige davon zurückgeben',
  giveBackWhich: 'Welche Karten gehen zurück?',
  giveBackOthers: 'Die anderen Karten bleiben, wie sie sind.',
  givenBackOnes: 'Zurückgegeben',
  giveBackTitle: (n) => plural(n, { one: 'Diese Karte zurückgeben?', other: 'Diese Karten zurückgeben?' }),
  giveBackWhat: (n) =>
    plural(n, {
      one: 'Die Karte öffnet die Tür dann nicht mehr, und der Platz geht sofort an jemand anderen.',
      other: `${n === 2 ? 'Beide' : `Alle ${count(n)}`} Karten öffnen die Tür dann nicht mehr, und die Plätze gehen sofort an andere.`,
    }),
  giveBackMoney: (amount) =>
    `Sie bekommen ${amount} auf Ihrem Zahlungsweg zurück. Bis Ihre Bank es zeigt, kann es zehn Tage dauern.`,
  giveBackPromise: 'Sie haben noch nicht bezahlt und schulden dann nichts.',
  giveBackYes: () => 'Ja, zurückgeben',
  givingBack: (n) => plural(n, { one: 'Wird zurückgegeben…', other: 'Werden zurückgegeben…' }),
  giveBackNo: () => 'Behalten',

  tickets: 'Karten',
  ticketsHint: 'Zeigen Sie den Code am Eingang, auf dem Bildschirm oder auf Papier. Jeder öffnet die Tür einmal.',
  print: 'Drucken',
  code: (label) => `Code der Karte für ${label}`,
  making: 'Der Code wird gezeichnet…',
  noCode: 'Der Code konnte auf diesem Gerät nicht gezeichnet werden. Nennen Sie Ihr Kennzeichen an der Kartenkasse.',

  finish: 'Ich bin fertig mit dem Einkaufen',
  finishDetail: 'Geben Sie Ihre Zeit zurück, kommt die nächste Person früher herein.',
  more: 'Noch eine Vorstellung dazu',
  thanks: 'Danke',
  thanksDetail: 'Weiter hinten ist gerade jemand vorgerückt. Ihre Karten bleiben auf dieser Seite.',

  notHere: 'Dieser Browser hat den Schlüssel zu dieser Bestellung nicht',
  notHereDetail:
    'Eine Bestellung öffnet sich nur für die Person, die sie aufgegeben hat: mit dem Link in ihrer E-Mail oder mit dem Beleg ihres Platzes in der Warteschlange.',
} satisfies OrderWords;
