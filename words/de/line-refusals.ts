/* By the code of the refusal, `title|what to do`; or by the name of the wrong field. */
export const lineRefusals: Readonly<Record<string, string>> = {
  'bad-request': 'Da stimmt etwas nicht|Bitte sehen Sie Ihre Angaben noch einmal durch.',
  'line-unknown': 'Diesen Vorverkauf gibt es nicht|Auf der Seite der Spielzeit steht, was zu haben ist.',
  'line-closed': 'Dieser Vorverkauf ist vorbei|Vielleicht gibt es andere Wege zu Karten: siehe die Spielzeit.',
  'entry-wrong': 'Hier kommt man anders hinein|Bitte laden Sie die Seite neu und nehmen Sie das Formular darauf.',
  'member-unknown':
    'Mitgliedsnummer und Postleitzahl passen nicht zusammen|Vergleichen Sie beide mit Ihrem Mitgliedsausweis, oder rufen Sie die Theaterkasse an.',
  'too-many-tries':
    'Zu viele Versuche|Warten Sie eine Viertelstunde und versuchen Sie es noch einmal, oder rufen Sie die Theaterkasse an.',
  'link-wrong': 'Dieser Link gilt nicht mehr|Lassen Sie sich hier einen neuen schicken.',
  'work-wrong': 'Die Prüfung ist nicht gelungen|Bitte versuchen Sie es noch einmal.',
  'mail-unavailable':
    'Hier werden keine E-Mails verschickt|Nehmen Sie einen anderen Weg hinein, oder rufen Sie die Theaterkasse an.',
  'receipt-forged': 'Dieser Platz ist keiner von unseren|Stellen Sie sich bitte neu an.',
  'place-given-up': 'Dieser Platz wurde aufgegeben|Stellen Sie sich wieder an, und er ist wieder Ihrer.',
  'not-drawn-yet': 'Ihr Platz ist noch nicht ausgelost|Bitte warten Sie einen Moment.',
  'not-your-turn': 'Sie sind noch nicht dran|Bitte warten Sie, bis Ihre Nummer aufgerufen wird.',
  'slower-lane': 'Noch einen Moment|Sie kommen ein paar Minuten nach dem Aufruf herein. Ihr Platz bleibt Ihrer.',
  'place-removed': 'Dieser Platz wurde aus der Warteschlange genommen|Schreiben Sie uns, wenn das nicht stimmt.',
  'pass-expired':
    'Ihre Zeit zum Einkaufen ist um|Ihr Platz ist nicht verloren: Sie können wieder hereinkommen, sobald Raum ist.',
  'no-more-time':
    'Mehr Zeit gibt es nicht|Ihr Platz ist nicht verloren: Nach Ablauf können Sie wieder hereinkommen, sobald Raum ist.',
  'voucher-wrong': 'Dieser Gutschein gilt nicht|Sie können wieder hereinkommen, sobald Raum ist.',
  'body.member': 'Geben Sie Ihre Mitgliedsnummer ein',
  'body.postcode': 'Geben Sie Ihre Postleitzahl ein',
  'body.email': 'Geben Sie eine E-Mail-Adresse ein, etwa ada@example.org',
  'body.message': 'Schreiben Sie in einem Satz, warum',
};
