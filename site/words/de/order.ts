import type { OrderWords } from '../en/order.ts';

export const orderWords = {
  placedTitle: 'Ihre Bestellung wird ausgeführt',
  placedDetail:
    'Die Plätze werden auf Ihren Namen eingetragen. Das dauert einige Sekunden; Sie können die Seite schließen und wiederkommen.',
  placedLong: 'Es dauert länger als sonst. Ihre Bestellung ist angekommen; mehr brauchen wir nicht von Ihnen.',
  confirmedTitle: 'Wir sehen uns im Theater',
  refusedTitle: 'Diese Bestellung kam nicht zustande',
  'card-declined':
    'Die Karte wurde abgelehnt. Es wurde nichts abgebucht, und Ihre Plätze bleiben für Sie gehalten, solange deren Zeit reicht.',
  'seats-lost': 'Die Zeit für die Plätze war um, und jemand anderes hat sie jetzt. Es wurde nichts abgebucht.',
  toCheckout: 'Anders bezahlen',
  toSeason: 'Noch einmal wählen',

  reference: 'Ihr Kennzeichen',
  referenceHint: 'Nennen Sie es am Telefon.',
  total: 'Summe',
  lost: 'Diese Plätze waren nicht mehr zu haben und werden nicht berechnet:',
  payBy: (when) =>
    `Bezahlen Sie an der Theaterkasse bis ${when}. Bis dahin gehören die Plätze Ihnen; danach können sie an andere gehen.`,
  promised: 'An der Theaterkasse zu bezahlen',
  captured: 'Bezahlt',
  authorised: 'Zahlung genehmigt',
  voided: 'Nicht abgebucht',
  declined: 'Abgelehnt',

  tickets: 'Karten',
  ticketsHint: 'Zeigen Sie den Code am Eingang, auf dem Bildschirm oder auf Papier. Jeder öffnet die Tür einmal.',
  print: 'Drucken',
  code: (label) => `Code der Karte für ${label}`,
  making: 'Der Code wird gezeichnet…',
  noCode: 'Der Code konnte auf diesem Gerät nicht gezeichnet werden. Nennen Sie Ihr Kennzeichen an der Theaterkasse.',

  finish: 'Ich bin fertig mit dem Einkaufen',
  finishDetail: 'Geben Sie Ihre Zeit zurück, kommt die nächste Person früher herein.',
  more: 'Noch eine Vorstellung dazu',
  thanks: 'Danke',
  thanksDetail: 'Weiter hinten ist gerade jemand vorgerückt. Ihre Karten bleiben auf dieser Seite.',

  notHere: 'Diese Bestellung liegt in einem anderen Browser',
  notHereDetail:
    'Zu Ihrer Sicherheit lässt sich eine Bestellung nur dort öffnen, wo sie aufgegeben wurde. Rufen Sie die Theaterkasse mit Ihrem Kennzeichen an, dort hilft man Ihnen.',
} satisfies OrderWords;
