import { plural } from './written.ts';

/* The words of the line page for the few who need more than their number. */
export const laterWords = {
  noOnSaleDetail: 'This address names no on-sale. Choose one on the season page.',
  notYet: 'This line is not set up yet',
  notYetDetail: 'Come back nearer the opening. Nobody can join before, so you are missing nothing.',
  overDetail: 'The line is closed. There may be other ways to get tickets: see the season page.',
  findOrder: 'Find my order',
  left: 'You have left the line',
  leftDetail: 'Somebody else moves up. Change your mind? Join again and your old place is yours again.',
  leftBought: 'Thank you: your tickets stay yours',
  leftBoughtDetail: 'You are no longer in the line. Your order and its tickets stay on their page, and in your mail.',
  toOrder: 'To your order',

  needs: {
    wheelchair: 'A wheelchair place',
    companion: 'A companion beside me',
    'more-time': 'More time for everything that has a limit',
  },
  needsDetail: 'Only the people who seat you see this. It changes nothing in the draw.',

  email: 'E-mail address',
  emailHint: 'We send a link that gives you your place. We keep no address.',
  invite: 'Send me the link',
  inviting: 'Sending…',
  invited: 'Look into your mail',
  invitedDetail: (address: string) =>
    `If ${address} can receive mail, a message is on its way. Open its link and you have a place; it may take a minute, or lie with the spam.`,
  inviteAgain: 'Use another address',

  leaveSure: 'Leave the line and give up your number?',
  leaveYes: 'Yes, leave',
  leaveNo: 'Stay',

  signals: 'Tell me when it is my turn',
  signal: { notify: 'Notification', sound: 'Sound', vibrate: 'Vibration' },
  signalsDetail: 'Keep this page open, in the background if you like. The tab’s title tells it too.',
  refused: {
    notify: 'Your browser does not let us. Allow notifications for this site in its settings, or choose a sound.',
    sound: 'Your browser cannot play sounds here.',
    vibrate: 'This device cannot vibrate.',
  },

  extend: 'I need more time',
  extending: 'One moment…',
  extensions: (n: number) => plural(n, { one: 'You may ask once.', other: `You may ask ${n} times.` }),
};

export type LaterWords = typeof laterWords;
