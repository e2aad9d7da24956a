import type { InviteWords } from '../en/invite.ts';

export const inviteWords = {
  subject: (title) => `Ihr Weg in die Warteschlange: ${title}`,
  hello: 'Guten Tag,',
  click: (title) => `mit diesem Link nehmen Sie Ihren Platz in der Warteschlange für ${title} ein:`,
  button: 'Meinen Platz einnehmen',
  lasts:
    'Der Link gilt einen Tag lang oder bis der Verkauf endet. Er gehört Ihnen: Wer ihn hat, nimmt Ihren Platz ein. Bitte geben Sie ihn nicht weiter.',
  notYou:
    'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun. Es ist kein Platz belegt, und wir haben Ihre Adresse nicht gespeichert.',
} satisfies InviteWords;
