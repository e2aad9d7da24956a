import type { LaterWords } from '../en/line-later.ts';
import { plural } from './written.ts';

export const laterWords = {
  noOnSaleDetail: 'Diese Adresse nennt keinen Vorverkauf. Wählen Sie einen auf der Seite der Spielzeit.',
  notYet: 'Diese Warteschlange gibt es noch nicht',
  notYetDetail:
    'Kommen Sie kurz vor der Öffnung wieder. Vorher kann sich niemand anstellen, Sie versäumen also nichts.',
  overDetail: 'Die Warteschlange ist geschlossen. Vielleicht gibt es andere Wege zu Karten: siehe die Spielzeit.',
  findOrder: 'Meine Bestellung finden',
  left: 'Sie haben die Warteschlange verlassen',
  leftDetail:
    'Jemand anderes rückt auf. Anders überlegt? Stellen Sie sich wieder an, und Ihr alter Platz ist wieder Ihrer.',
  leftBought: 'Danke: Ihre Karten bleiben Ihre',
  leftBoughtDetail:
    'Sie stehen nicht mehr in der Schlange. Ihre Bestellung und ihre Karten bleiben auf ihrer Seite und in Ihrer E-Mail.',
  toOrder: 'Zu Ihrer Bestellung',

  needs: {
    wheelchair: 'Einen Rollstuhlplatz',
    companion: 'Eine Begleitung neben mir',
    'more-time': 'Mehr Zeit für alles, was eine Frist hat',
  },
  needsDetail: 'Das sehen nur die Menschen, die Ihnen Plätze geben. An der Auslosung ändert es nichts.',

  email: 'E-Mail-Adresse',
  emailHint: 'Wir schicken einen Link, der Ihnen Ihren Platz gibt. Adressen behalten wir nicht.',
  invite: 'Link schicken',
  inviting: 'Wird geschickt…',
  invited: 'Sehen Sie in Ihre E-Mails',
  invitedDetail: (address) =>
    `Wenn ${address} E-Mails empfangen kann, ist eine Nachricht unterwegs. Öffnen Sie den Link darin, und Sie haben einen Platz; es kann eine Minute dauern, oder sie liegt beim Spam.`,
  inviteAgain: 'Andere Adresse nehmen',

  leaveSure: 'Die Warteschlange verlassen und die Nummer aufgeben?',
  leaveYes: 'Ja, verlassen',
  leaveNo: 'Bleiben',

  signals: 'Sagen Sie mir, wenn ich dran bin',
  signal: { notify: 'Benachrichtigung', sound: 'Ton', vibrate: 'Vibration' },
  signalsDetail: 'Lassen Sie diese Seite offen, gern im Hintergrund. Auch der Titel des Tabs sagt es.',
  refused: {
    notify:
      'Ihr Browser erlaubt es uns nicht. Erlauben Sie Benachrichtigungen in seinen Einstellungen, oder nehmen Sie den Ton.',
    sound: 'Ihr Browser kann hier keinen Ton abspielen.',
    vibrate: 'Dieses Gerät kann nicht vibrieren.',
  },

  extend: 'Ich brauche mehr Zeit',
  extending: 'Einen Moment…',
  extensions: (n) => plural(n, { one: 'Sie können einmal fragen.', other: `Sie können ${n}-mal fragen.` }),
} satisfies LaterWords;
