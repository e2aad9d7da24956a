import type { FieldWords, RefusalWords } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Da stimmt etwas nicht',
    detail: 'Sehen Sie Ihre Angaben noch einmal durch, oder laden Sie die Seite neu und versuchen Sie es noch einmal.',
  },
  'not-from-this-page': {
    title: 'Das Formular kam von einer anderen Website',
    detail: 'Benutzen Sie die Knöpfe auf dieser Seite.',
  },
  'idempotency-key-reused': {
    title: 'Diese Bestellung wurde schon anders abgeschickt',
    detail: 'Laden Sie die Seite neu und bestellen Sie noch einmal.',
  },

  fault: {
    title: 'Bei uns ist etwas schiefgegangen',
    detail: 'Nichts von Ihnen ist verloren. Versuchen Sie es in ein paar Sekunden noch einmal.',
  },
  busy: {
    title: 'Im Moment fragen sehr viele',
    detail: 'Nichts von Ihnen ist verloren. Versuchen Sie es in ein paar Sekunden noch einmal.',
  },
  'too-many-requests': {
    title: 'Aus Ihrem Netz kamen sehr viele Anfragen',
    detail:
      'Wenn Sie einen Platz haben, bleibt er Ihrer. Versuchen Sie es in einer Minute noch einmal, oder über eine andere Verbindung, etwa die Ihres Telefons.',
  },

  'line-unknown': {
    title: 'Diesen Vorverkauf gibt es nicht',
    detail: 'Auf der Seite der Spielzeit steht, was zu haben ist.',
  },
  'line-not-open-yet': {
    title: 'Die Türen sind noch nicht offen',
    detail: 'Ihr Platz ist sicher. Kommen Sie wieder, wenn die Türen öffnen.',
  },
  'line-closed': {
    title: 'Dieser Vorverkauf ist vorbei',
    detail: 'Vielleicht gibt es andere Wege zu Karten: siehe die Spielzeit.',
  },
  'entry-wrong': {
    title: 'Hier kommt man anders hinein',
    detail: 'Bitte laden Sie die Seite neu und nehmen Sie das Formular darauf.',
  },
  'member-unknown': {
    title: 'Mitgliedsnummer und Postleitzahl passen nicht zusammen',
    detail: 'Vergleichen Sie beide mit Ihrem Mitgliedsausweis, oder fragen Sie die Kartenkasse.',
  },
  'too-many-tries': {
    title: 'Zu viele Versuche',
    detail:
      'Von diesem Anschluss kamen viele falsche Postleitzahlen. Versuchen Sie es später noch einmal oder jetzt von einem anderen, etwa mit dem Telefon, oder fragen Sie die Kartenkasse.',
  },
  'link-wrong': {
    title: 'Dieser Link gilt nicht',
    detail: 'Kopieren Sie ihn noch einmal ganz, oder lassen Sie sich einen neuen schicken.',
  },
  'work-wrong': {
    title: 'Die Prüfung ist nicht gelungen',
    detail: 'Bitte versuchen Sie es noch einmal.',
  },
  'mail-unavailable': {
    title: 'Hier werden keine E-Mails verschickt',
    detail: 'Nehmen Sie einen anderen Weg hinein, oder fragen Sie die Kartenkasse.',
  },
  'mail-busy': {
    title: 'Gerade bitten sehr viele um einen Link',
    detail: 'Bitten Sie in ein paar Sekunden noch einmal darum.',
  },
  'receipt-missing': {
    title: 'Wir sehen Ihren Platz nicht',
    detail: 'Vielleicht lehnt Ihr Browser Cookies ab: Lassen Sie sie zu und stellen Sie sich noch einmal an.',
  },
  'receipt-forged': {
    title: 'Dieser Platz ist keiner von unseren',
    detail: 'Stellen Sie sich noch einmal an: Sie bekommen Ihren eigenen zurück.',
  },
  'receipt-elsewhere': {
    title: 'Dieser Platz ist in einer anderen Warteschlange',
    detail: 'Gehen Sie zu jener, oder stellen Sie sich hier an.',
  },
  'receipt-not-in-roll': {
    title: 'Dieser Platz steht nicht in der veröffentlichten Liste',
    detail:
      'Ihr Beleg trägt unsere Unterschrift, und die Liste hat ihn nicht: Wir haben einen Fehler gemacht, oder jemand hat ihn mit unserem Schlüssel erfunden. Heben Sie ihn als Beweis auf, und sagen Sie es der Kartenkasse. Stellen Sie sich dann noch einmal an: Sie bekommen einen Platz in der Runde, die gerade offen ist.',
  },
  'place-given-up': {
    title: 'Dieser Platz wurde aufgegeben',
    detail: 'Stellen Sie sich wieder an, und er ist wieder Ihrer.',
  },
  'device-ended': {
    title: 'Dieses Gerät wurde von Ihrem Platz genommen',
    detail:
      'Ein anderes Gerät mit diesem Platz hat es herausgenommen. Stellen Sie sich wieder an, wenn der Platz Ihrer ist.',
  },
  'device-behind': {
    title: 'Ein anderes Gerät dieses Platzes kommt zuerst',
    detail:
      'Von diesem Platz wurde ein Gerät herausgenommen, bevor dieses kam. Es kommt herein, wenn die anderen fünf Minuten nach dem Aufruf nicht gekommen sind.',
  },
  'device-unknown': {
    title: 'Dieses Gerät können Sie nicht herausnehmen',
    detail: 'Ein Gerät kann nur die herausnehmen, die nach ihm kamen.',
  },
  'handover-wrong': {
    title: 'Dieser Code bringt keinen Platz auf dieses Gerät',
    detail: 'Geben Sie die acht Buchstaben ein, wie die Kasse sie sagte, oder lassen Sie sie sich noch einmal sagen.',
  },
  'handover-used': {
    title: 'Dieser Code wurde benutzt',
    detail:
      'Ein Code gilt für ein Gerät, und ein anderes hat ihn benutzt. Waren das nicht Sie, sagen Sie es der Kasse.',
  },
  'handover-old': {
    title: 'Dieser Code gilt nicht mehr',
    detail: 'Ein Code gilt zehn Minuten, und der neueste zählt. Bitten Sie die Kasse um einen neuen.',
  },
  'handover-tries': {
    title: 'Zu viele falsche Codes',
    detail:
      'Von Ihrem Anschluss kamen viele falsche Codes. Versuchen Sie es später, oder jetzt über einen anderen, etwa den eines Telefons.',
  },
  'not-drawn-yet': {
    title: 'Ihr Platz ist noch nicht ausgelost',
    detail: 'Ihre Nummer wird in wenigen Sekunden gezogen. Ihr Platz ist sicher.',
  },
  'not-your-turn': {
    title: 'Sie sind noch nicht dran',
    detail: 'Bitte warten Sie, bis Ihre Nummer aufgerufen wird. Ihr Platz ist sicher.',
  },
  'late-next': {
    title: 'Sie kommen spät und stehen vorn bei den Nächsten',
    detail:
      'Ihre Nummer war schon dran. Sie bekommen den nächsten freien Platz im Saal, meist in Sekunden: Versuchen Sie es gleich noch einmal.',
  },
  'room-full': {
    title: 'Sie waren schon dran, und es ist voll',
    detail: 'Versuchen Sie es in einer Weile noch einmal.',
  },
  'keys-change': {
    title: 'Einen Moment noch',
    detail: 'Gerade werden keine Pässe ausgegeben. Ihr Platz ist sicher, und in einer Minute geht es weiter.',
  },
  'slower-lane': {
    title: 'Noch einen Moment',
    detail: 'Sie kommen ein paar Minuten nach dem Aufruf herein. Ihr Platz bleibt Ihrer.',
  },
  'place-removed': {
    title: 'Dieser Platz wurde aus der Warteschlange genommen',
    detail: 'Schreiben Sie uns, wenn das nicht stimmt.',
  },
  'nothing-to-appeal': {
    title: 'Es gibt nichts zu beanstanden',
    detail: 'Ihr Platz ist in der gewöhnlichen Reihe: Alles ist gut.',
  },
  'no-more-time': {
    title: 'Mehr Zeit gibt es nicht',
    detail: 'Ihr Platz ist nicht verloren: Nach Ablauf können Sie wieder hereinkommen, sobald Raum ist.',
  },
  'voucher-wrong': {
    title: 'Dieser Gutschein gilt nicht',
    detail: 'Sie können wieder hereinkommen, sobald Raum ist.',
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
    detail: 'Ihr Platz ist nicht verloren: Sie können wieder hereinkommen, sobald Raum ist.',
  },
  'pass-over': {
    title: 'Dieser Einkauf ist beendet',
    detail:
      'Sie haben ihn selbst beendet, oder das Haus hat Ihren Platz weggenommen. Die Seite der Warteschlange sagt, was gilt.',
  },
  'pass-elsewhere': {
    title: 'Sie sind in einem anderen Vorverkauf an der Reihe',
    detail: 'Diese Vorstellung gehört nicht zu dem Vorverkauf, in dem Sie gerade einkaufen.',
  },

  'performance-cancelled': {
    title: 'Diese Vorstellung ist abgesagt',
    detail: 'Bitte wählen Sie einen anderen Termin.',
  },
  'performance-stopped': {
    title: 'Zurzeit nicht im Verkauf',
    detail:
      'Der Verkauf dieser Vorstellung ist vorerst angehalten. Plätze, die für Sie gehalten werden, können Sie weiter kaufen. Wählen Sie einen anderen Termin, oder sehen Sie später wieder nach.',
  },
  'performance-unknown': {
    title: 'Diese Vorstellung gibt es nicht',
    detail: 'Vielleicht wurde sie abgesagt. Fragen Sie die Kartenkasse.',
  },
  'hold-unknown': {
    title: 'Diese Plätze werden nicht für Sie gehalten',
    detail: 'Laden Sie die Seite neu: Sie zeigt, was für Sie gehalten wird.',
  },
  'too-many-asks': {
    title: 'Das ging zu schnell',
    detail: 'Warten Sie auf die Antworten des Hauses, und fragen Sie dann noch einmal nach Plätzen.',
  },
  'hold-sold': {
    title: 'Diese Plätze sind schon gekauft',
    detail: 'Wenn Sie nicht kommen können, fragen Sie die Kartenkasse.',
  },
  'nothing-held': {
    title: 'Für Sie werden keine Plätze gehalten',
    detail: 'Wählen Sie zuerst Plätze. War die Zeit der Ihren um, sind sie vielleicht noch frei.',
  },

  'slip-forged': {
    title: 'Wir erkennen diese Plätze nicht',
    detail: 'Gehen Sie zurück zu Ihren Plätzen, und bestellen Sie von dort.',
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
  'concession-over-limit': {
    title: 'So viele Plätze mit dieser Ermäßigung darf eine Person nicht haben',
    detail: 'Wählen Sie für die übrigen Plätze den vollen Preis.',
  },
  'concession-unknown': {
    title: 'Diese Ermäßigung gibt es hier nicht',
    detail: 'Laden Sie die Seite neu: Sie zeigt die Preise, die gelten.',
  },
  'order-unknown': {
    title: 'Diese Bestellung gibt es nicht',
    detail: 'Sie wurde nicht abgeschlossen. Bestellen Sie noch einmal.',
  },
  'order-key-wrong': {
    title: 'Diese Bestellung gehört jemand anderem',
    detail: 'Öffnen Sie sie mit dem Link in Ihrer E-Mail: Er geht auf jedem Gerät. Oder fragen Sie die Kartenkasse.',
  },
  'order-not-changeable': {
    title: 'Diese Bestellung lässt sich jetzt nicht ändern',
    detail: 'Laden Sie die Seite neu, um zu sehen, wie es um sie steht. Die Kartenkasse hilft Ihnen.',
  },
  'ticket-used': {
    title: 'Eine Karte dieser Bestellung hat die Tür geöffnet',
    detail: 'Sie kann nicht mehr zurückgegeben oder getauscht werden.',
  },
  'tickets-belong-together': {
    title: 'Diese Karten gehören zusammen',
    detail: 'Geben Sie den Platz der Begleitung zusammen mit dem Rollstuhlplatz zurück.',
  },
  'date-not-offered': {
    title: 'Dieser Termin ist anstelle des anderen nicht zu haben',
    detail: 'Wählen Sie einen anderen der Termine, oder Ihr Geld zurück.',
  },
  'seats-not-exchangeable': {
    title: 'Diese Plätze lassen sich nicht gegen jene tauschen',
    detail: 'Wählen Sie ebenso viele Plätze derselben Vorstellung, die nicht teurer sind.',
  },
  'tickets-not-ready': {
    title: 'Für diese Bestellung gibt es im Moment keine Karten',
    detail: 'Die Seite der Bestellung zeigt, wie es um sie steht. Sehen Sie in einer Minute noch einmal nach.',
  },
} satisfies RefusalWords;

export const fieldWords = {
  'body.member': 'Geben Sie Ihre Mitgliedsnummer ein',
  'body.postcode': 'Geben Sie Ihre Postleitzahl ein',
  'body.email': 'Geben Sie eine E-Mail-Adresse ein, etwa ada@example.org',
  'body.code': 'Geben Sie den Code ein',
  'body.message': 'Schreiben Sie in einem Satz, warum',
} satisfies FieldWords;
