import { count } from './written.ts';

/* The words of the line page for fans who have a place: loaded while they wait for their number. */
export const insideWords = {
  check: 'Check my place',
  number: 'Your number',
  waitTitle: 'Your wait',
  wait: (half: string) => `About ${half}`,
  waitBetween: (least: string, half: string) => `Between ${least} and ${half}`,
  waitDetail: (most?: string) =>
    `Half of those at your place are called sooner${most ? `, nine in ten within ${most}` : ''}.`,
  unknownWait: 'We will know in a minute or two',
  longer: 'The line is slower than we thought.',
  chanceTitle: 'Your chance of tickets',
  chance: (tenths: number) =>
    tenths === 0 ? 'Fewer than 1 in 20' : tenths === 10 ? 'Very likely' : `About ${tenths} in 10`,
  chanceDetail: 'For two seats, if people go on buying as they do now. Not a promise.',
  keepPlace: 'You may close this page: your place stays yours. When your number is called it waits for you.',
  progress: 'How far the line has come towards you',
  calledSoFar: (n: number) => `Called so far: 1 to ${count(n)}`,
  nobodyCalled: 'Nobody has been called yet',
  calledDetail: 'We are fetching your pass because you are looking at this page. It gives you time to choose and pay.',
  calledAway: 'It is your turn. Your pass is fetched when you come back to this page.',
  claim: 'Come in',
  claiming: 'Fetching your pass…',
  again: 'Your time to shop is over',
  bought: 'Thank you: your order is made',
  againDetail: 'Your place is not lost: you may come in again whenever there is room.',
  voucher: 'Come straight back in',
  voucherDetail: 'Something of ours went wrong at the checkout. We are sorry: you come in again without waiting.',
  late: 'You are late, and stand first among the next',
  lateDetail:
    'Your number was called a while ago. You take the next free slot, as a rule within seconds. This page asks for it by itself.',
  roomFull: 'You have had your turn, and the room is full',
  roomFullDetail: 'As soon as somebody leaves you come in again. This page asks for it by itself.',
  shopping: 'Come in, it is your turn',
  shoppingDetail: (time: string) => `Your pass is good until ${time}. The time left stays at the top of every page.`,
  toHall: 'Choose your seats',
  toSeason: 'Choose a show',
  finish: 'I have finished shopping',
  findOrder: 'Find my order',
  leave: 'Leave the line',
  tellMe: 'Tell me when it is my turn',
  devices: (n: number) => (n > 1 ? `Your devices: ${n}` : 'Your devices'),
};

export type InsideWords = typeof insideWords;
