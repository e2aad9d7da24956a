import type { SlowerWords } from '../en/line-slower.ts';

export const slowerWords = {
  slower: 'Sie sind in der langsameren Spur',
  slowerDetail: 'Ihre Nummer bleibt Ihre. Sie kommen ein paar Minuten nach dem Aufruf herein.',
  removed: 'Dieser Platz wurde aus der Warteschlange genommen',
  removedDetail: 'Mit ihm kommt man nicht hinein.',
  why: {
    'many-from-one-address':
      'Von Ihrer Netzadresse wurden sehr viele Plätze genommen, von etwas, das kein Browser zu sein schien.',
    'not-a-browser': 'Der Platz wurde von etwas genommen, das nicht wie ein Browser aussah.',
    staff: 'Die Kartenkasse hat so entschieden.',
  },
  reason: (code) => `Grund: ${code}`,
  appeal: 'Stimmt das nicht? Schreiben Sie uns, und ein Mensch sieht es sich an.',
  appealHint: 'In ein, zwei Sätzen; höchstens 500 Zeichen.',
  appealSend: 'Absenden',
  appealing: 'Wird gesendet…',
  appealed: 'Wir haben Ihre Nachricht',
  appealedDetail: 'Jemand an der Kartenkasse sieht sie sich an. Haben Sie recht, ist Ihr Platz wieder wie zuvor.',
} satisfies SlowerWords;
