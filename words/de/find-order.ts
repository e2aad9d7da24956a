import type { FindOrderWords } from '../en/find-order.ts';
import { count, plural } from './written.ts';

export const findOrderWords = {
  eyebrow: 'Ihre Bestellungen',
  title: 'Ihre Bestellung finden',
  lead: 'Der Beleg Ihres Platzes in der Warteschlange findet jede Bestellung, die damit aufgegeben wurde, auch wenn Ihre Zeit zum Einkaufen um ist.',

  looking: 'Ihre Bestellung wird gesucht…',
  found: (n) =>
    n === 0
      ? 'Keine Bestellung gefunden.'
      : plural(n, { one: '1 Bestellung gefunden.', other: `${count(n)} Bestellungen gefunden.` }),
  placedAt: (when) => `Bestellt: ${when}`,
  states: {
    paying: 'Noch zu bezahlen',
    placed: 'Wird gerade aufgegeben',
    confirmed: 'Die Plätze gehören Ihnen',
    refused: 'Nicht zustande gekommen',
    cancelled: 'Storniert',
  },
  open: 'Diese Bestellung öffnen',
  none: 'Zu diesem Platz haben wir keine Bestellung',
  noneDetail:
    'Haben Sie eben erst bestellt? Dann sehen Sie in ein paar Sekunden noch einmal nach. Zeigt Ihre Bank trotzdem eine Zahlung, fragen Sie die Kartenkasse.',
  lookAgain: 'Noch einmal nachsehen',
  another: 'Einen anderen Beleg nehmen',

  paste: 'Welchen Platz hatten Sie?',
  pasteDetail:
    'Der Browser, mit dem Sie sich angestellt haben, bewahrt Ihren Beleg auf: Öffnen Sie diese Seite dort, oder fügen Sie den Beleg hier ein. Auch in der E-Mail mit Ihren Karten steht ein Link zu Ihrer Bestellung.',
  receipt: 'Ihr Beleg',
  receiptHint: 'Er beginnt mit r2. und ist etwa 350 Zeichen lang.',
  find: 'Meine Bestellung finden',
  wrong: {
    nothing: 'Fügen Sie einen Beleg ein: Er beginnt mit r2.',
    unreadable: 'Das ist kein Beleg, oder ein Teil davon fehlt. Er beginnt mit r2.',
  },
  noReceipt: 'Kein Beleg und keine E-Mail? Die Kartenkasse findet Ihre Bestellung unter Ihrem Namen.',
  refusals: {
    'receipt-forged': {
      title: 'Dieser Beleg ist keiner von unseren',
      detail: 'Vielleicht fehlt ein Zeichen oder ist geändert: Kopieren Sie ihn noch einmal ganz.',
    },
    'line-unknown': {
      title: 'Wir kennen die Warteschlange dieses Belegs nicht',
      detail:
        'Vielleicht ist er von einem anderen Haus oder von einem lange vergangenen Vorverkauf. Die Kartenkasse findet Ihre Bestellung unter Ihrem Namen.',
    },
  },
} satisfies FindOrderWords;
