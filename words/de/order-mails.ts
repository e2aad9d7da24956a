import type { OrderMailWords } from '../en/order-mails.ts';
import { count, plural } from './written.ts';

export const orderMailWords = {
  ticketsSubject: (titles, reference) => `Ihre Karten: ${titles} (${reference})`,
  cancelledSubject: (titles, reference) => `Storniert: ${titles} (${reference})`,
  refusedSubject: (titles, reference) => `Nicht bestellt: ${titles} (${reference})`,
  movedSubject: (titles, reference) => `Verlegt: ${titles} (${reference})`,
  dear: (name) => `Guten Tag, ${name},`,

  tickets: (n) =>
    plural(n, {
      one: 'hier ist Ihre Karte. Zeigen Sie ihren Code am Eingang, auf einem Bildschirm oder auf Papier; er öffnet die Tür einmal.',
      other: `hier sind Ihre ${count(n)} Karten. Zeigen Sie jeden Code am Eingang, auf einem Bildschirm oder auf Papier; er öffnet die Tür einmal.`,
    }),
  look: 'Bestellung ansehen, zurückgeben oder Plätze tauschen:',
  care: 'Der Link und die Karten sind für Sie: Wer sie hat, kann sie benutzen.',

  refused: {
    'card-declined':
      'Ihre Bestellung kam nicht zustande: Die Zahlung mit der Karte wurde abgelehnt. Es wurde nichts abgebucht.',
    'seats-lost':
      'Ihre Bestellung kam nicht zustande: Die Zeit für die Plätze war um, und jemand anderes hat sie jetzt. Es wurde nichts abgebucht.',
    'not-paid': 'Ihre Bestellung kam nicht zustande: Es kam keine rechtzeitige Zahlung. Es wurde nichts abgebucht.',
    'payment-withdrawn':
      'Ihre Bestellung kam nicht zustande: Ihre Bank hat die Zahlung zurückgezogen, bevor sie erfolgte. Es wurde nichts abgebucht, und die Plätze gehen wieder in den Verkauf.',
    'performance-cancelled':
      'Ihre Bestellung kam nicht zustande: Die Vorstellung ist abgesagt. Es wurde nichts abgebucht.',
  },
  expired:
    'Ihre Bestellung wurde nicht bis zur Frist bezahlt. Sie ist storniert, Sie schulden nichts, und ihre Karten öffnen die Tür nicht mehr.',
  cancelled: 'Ihre Bestellung ist storniert, und ihre Karten öffnen die Tür nicht mehr.',
  notCharged: 'Es wurde nichts abgebucht.',
  backAtBoxOffice: (amount) => `${amount} wurden an der Kartenkasse bezahlt und werden dort zurückgegeben.`,
  performanceCancelled: (reason) =>
    `die hier genannte Vorstellung findet nicht statt. Die Kartenkasse schreibt dazu: „${reason}“ Ihre Karten öffnen die Tür nicht mehr.`,
  performanceMoved: (reason) =>
    `Ihre Vorstellung ist verlegt: Tag, Uhrzeit und Ort stehen hier neu. Die Kartenkasse schreibt dazu: „${reason}“ Ihre Karten bleiben gültig.`,
  performanceMovedToo: (reason) =>
    `Eine andere Vorstellung Ihrer Bestellung ist verlegt: Auch ihr neuer Tag, ihre Uhrzeit und ihr Ort stehen hier. Die Kartenkasse schreibt dazu: „${reason}“`,
  isCancelled: 'abgesagt',
  wasBefore: (before) => `Vorgesehen war: ${before}.`,
  mayReturn: (when) =>
    `Wenn Ihnen das nicht passt, geben Sie die Plätze bis ${when} auf der Seite Ihrer Bestellung zurück und erhalten alles zurück, was Sie dafür bezahlt haben.`,
  chooseSubject: (titles, reference) => `Abgesagt, bitte wählen: ${titles} (${reference})`,
  choose: (when) =>
    `Sie haben die Wahl: ein anderer Termin ohne Mehrkosten, oder Ihr Geld zurück. Wählen Sie auf der Seite Ihrer Bestellung bis ${when}.`,
  choosePromise: (when) =>
    `Sie haben die Wahl: ein anderer Termin stattdessen, oder keiner, und Sie schulden nichts dafür. Wählen Sie auf der Seite Ihrer Bestellung bis ${when}.`,
  chooseSilent: (amount) => `Wählen Sie nichts, geben wir Ihnen dann ${amount} zurück.`,
  chooseDates: 'Diese Termine stehen zur Wahl:',
  lookToChoose: 'Hier wählen Sie:',
  offered: 'Die Kartenkasse bietet stattdessen diese Termine an:',
  ticketsStay: 'Ihre Karten, so wie sie jetzt gelten, liegen bei.',
  owedNothing: 'Für ihre Plätze schulden Sie nichts.',
  lookAtEnd: 'Bestellung ansehen:',

  button: 'Bestellung ansehen',
  reference: (reference) => `Ihr Kennzeichen ist ${reference}. Nennen Sie es der Kartenkasse.`,
} satisfies OrderMailWords;
