import type { Said, ShopRefusal } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Das konnten wir so nicht annehmen',
    detail: 'Etwas an der Anfrage stimmt nicht. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  },
  'pass-missing': {
    title: 'Sie sind noch nicht an der Reihe',
    detail: 'Warten Sie in der Warteschlange, bis Ihre Nummer aufgerufen ist, und kommen Sie dann wieder.',
  },
  'pass-forged': {
    title: 'Wir erkennen Ihren Zugang nicht',
    detail: 'Gehen Sie zurück zur Seite der Warteschlange: Sie kennt Ihren Platz noch und lässt Sie wieder herein.',
  },
  'pass-expired': {
    title: 'Ihre Zeit zum Einkaufen ist um',
    detail:
      'Ihr Platz in der Warteschlange ist nicht verloren: Gehen Sie dorthin zurück. Ist noch Raum, können Sie sofort weiter einkaufen.',
  },
  'pass-elsewhere': {
    title: 'Sie sind in einem anderen Vorverkauf an der Reihe',
    detail: 'Diese Vorstellung gehört nicht zu dem Vorverkauf, in dem Sie gerade einkaufen.',
  },
  'performance-unknown': {
    title: 'Diese Vorstellung gibt es nicht',
    detail: 'Vielleicht wurde sie abgesagt. Fragen Sie die Theaterkasse.',
  },
  'hold-unknown': {
    title: 'Diese Plätze werden nicht für Sie gehalten',
    detail: 'Laden Sie die Seite neu: Sie zeigt, was für Sie gehalten wird.',
  },
  'hold-sold': {
    title: 'Diese Plätze sind schon gekauft',
    detail: 'Wenn Sie nicht kommen können, fragen Sie die Theaterkasse.',
  },
  'slip-forged': {
    title: 'Wir erkennen diese Plätze nicht',
    detail: 'Laden Sie die Seite neu und bestellen Sie noch einmal.',
  },
  'slip-elsewhere': {
    title: 'Diese Plätze werden für jemand anderen gehalten',
    detail: 'Bestellen Sie in dem Browser, in dem Sie die Plätze gewählt haben.',
  },
  'slip-lapsed': {
    title: 'Diese Plätze werden nicht mehr für Sie gehalten',
    detail: 'Die Zeit zum Bezahlen war um. Wählen Sie sie noch einmal, wenn sie noch frei sind.',
  },
  'payment-method-unavailable': {
    title: 'So können Sie hier nicht bezahlen',
    detail: 'Wählen Sie eine andere Art zu bezahlen; Ihre Plätze werden weiter gehalten.',
  },
  'idempotency-key-reused': {
    title: 'Diese Bestellung wurde schon anders abgeschickt',
    detail: 'Laden Sie die Seite neu und bestellen Sie noch einmal.',
  },
  'order-unknown': {
    title: 'Diese Bestellung gibt es nicht',
    detail: 'Sie wurde nicht abgeschlossen. Bestellen Sie noch einmal.',
  },
  'order-key-wrong': {
    title: 'Diese Bestellung gehört jemand anderem',
    detail: 'Öffnen Sie sie auf dem Gerät, auf dem sie aufgegeben wurde, oder fragen Sie die Theaterkasse.',
  },
  'place-given-up': {
    title: 'Dieser Platz wurde aufgegeben',
    detail: 'Wenn Sie es sich anders überlegen, stellen Sie sich wieder an: Ihr alter Platz gehört dann wieder Ihnen.',
  },
  'nothing-held': {
    title: 'Für Sie werden keine Plätze gehalten',
    detail: 'Wählen Sie zuerst Plätze. War die Zeit der Ihren um, sind sie vielleicht noch frei.',
  },
  'timer-extended': {
    title: 'Ihre Zeit für diese Plätze wurde schon verlängert',
    detail: 'Kaufen Sie, was für Sie gehalten wird, oder geben Sie es zurück und wählen Sie neu.',
  },
  'concession-unknown': {
    title: 'Diese Ermäßigung gibt es hier nicht',
    detail: 'Laden Sie die Seite neu: Sie zeigt die Preise, die gelten.',
  },
  'order-not-changeable': {
    title: 'Diese Bestellung lässt sich jetzt nicht ändern',
    detail: 'Laden Sie die Seite neu, um zu sehen, wie es um sie steht. Die Theaterkasse hilft Ihnen.',
  },
  'ticket-used': {
    title: 'Eine Karte dieser Bestellung hat die Tür geöffnet',
    detail: 'Sie kann nicht mehr zurückgegeben oder getauscht werden.',
  },
  'seats-not-exchangeable': {
    title: 'Diese Plätze lassen sich nicht gegen jene tauschen',
    detail: 'Wählen Sie ebenso viele Plätze derselben Vorstellung, die nicht teurer sind.',
  },
} satisfies Record<ShopRefusal, Said>;
