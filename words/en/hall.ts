import type { HoldRefusal } from '../../contracts/house.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 seat', other: `${count(n)} seats` });

export const hallWords = {
  noPerformance: 'Which performance is it?',
  noPerformanceDetail: 'This address names no performance. Choose a show on the season page.',
  allDates: 'All dates',
  off: 'This performance does not take place',
  houseSays: (reason: string) => `The box office says: “${reason}”`,
  otherDates: 'A date that is offered instead',
  offDetail: 'Nothing of it is sold any more.',
  movedFrom: (when: string) => `moved from ${when}`,

  noPass: 'You can look, and choose once it is your turn',
  noPassDetail: 'Seats are held for fans whose number has been called.',
  passOver: 'Your time to shop is over',
  passOverDetail:
    'Your place is not lost: go back to the line and ask for another turn. Seats that you hold stay held until their own time is up.',
  toLine: (title: string) => `To the line: ${title}`,
  otherLines: 'Other doors:',
  each: (price: string) => `${price} each`,

  bestTitle: 'Best seats together',
  party: 'How many',
  fewer: 'One fewer',
  more: 'One more',
  chips: 'Side by side, in one tap: price for each seat',
  about: (price: string) => `about ${price}`,
  chipFull: (price: string, n: number) =>
    `about ${price}: ${plural(n, { one: 'hold the best seat', other: `hold the best ${n} side by side` })}`,
  bands: 'Price',
  any: 'Any price',
  bandFree: (n: number) => (n === 0 ? 'sold out' : n < 20 ? `${n} left` : ''),
  access: 'A wheelchair place',
  accessHint: 'For two, the companion’s seat beside it is yours too.',
  best: (n: number) => plural(n, { one: 'Find the best seat', other: `Find the best ${n} seats` }),
  bestHere: (n: number, where: string) => `Find the best ${plural(n, { one: 'seat', other: `${n}` })} in ${where}`,
  accessLimit: (n: number) =>
    plural(n, { one: 'One wheelchair place for each fan.', other: `${n} wheelchair places for each fan.` }),
  askLimit: (burst: number, perMinute: number) =>
    `You may ask ${burst} times in a row; after that ${perMinute} times a minute.`,
  askAgainIn: (seconds: number) =>
    plural(seconds, { one: 'You may ask again in a second.', other: `You may ask again in ${seconds} seconds.` }),
  reduced: (list: string) => `Reduced prices, at the checkout, for so many seats of one fan: ${list}.`,
  finding: 'Finding seats…',
  limit: (left: number) =>
    left === 0 ? 'You have all the seats that one fan may have.' : `You may have ${seats(left)} more.`,

  choose: 'Choose your own',
  plan: 'Plan',
  list: 'List',
  planLabel: (house: string) => `Plan of ${house}`,
  planHelp: 'Arrow keys move from seat to seat, Enter picks, plus and minus zoom.',
  closer: 'Closer',
  further: 'Further away',
  whole: 'Whole plan',
  stale: 'No news of the seats just now',
  staleFor: (seconds: string) => `What you see is ${seconds} seconds old. We keep asking.`,

  seat: (label: string, price: string, state: string) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'taken',
  mine: 'held for you',
  picked: 'picked',
  view: (why: string) => `restricted view: ${why}`,
  legend: 'Signs on the plan',
  viewSign: 'Restricted view',
  takenSign: 'Taken',
  wheelchair: 'wheelchair place',
  companion: 'companion’s seat',
  sectionFree: (name: string, free: number, price: string) =>
    `${name}, ${free === 0 ? 'full' : `${count(free)} free`}, ${price}`,
  row: (label: string) => `Row ${label}`,
  fullSection: 'full',
  standing: 'Standing: places are not numbered. Say how many with the form.',
  unreserved: 'Unreserved: sit where you like. Say how many with the form.',

  picks: (n: number, price: string) => `${seats(n)}, ${price}`,
  hold: (n: number) => plural(n, { one: 'Hold this seat', other: 'Hold these seats' }),
  clear: 'Clear',
  pickTaken: 'That seat is taken.',
  pickLimit: 'You may not have more seats than that.',
  gone: (labels: string) => `Just gone: ${labels}. Choose another.`,

  accessPair: 'Wheelchair place with the companion’s seat',
  accessAlone: 'Wheelchair place',
  withoutCompanion: 'Without the companion’s seat',
  withCompanion: 'With the companion’s seat',
  single: (n: number) =>
    plural(n, { one: 'That would leave a single seat', other: `That would leave ${n} single seats` }),
  singleDetail: (labels: string) => `${labels}: hardly anybody comes alone. Would you move along?`,
  instead: (labels: string) => `Take ${labels}`,
  keepMine: 'Keep mine',
  lost: (labels: string) => `${labels}: somebody took it a moment before you. We are sorry.`,
  equal: 'The nearest like them, at the same price:',
  takeThese: (labels: string) => `Take ${labels} instead`,
  noEqual: 'There are none like them left. Choose others, or let us find the best.',

  slow: 'The house is busy. Your request is in and will be answered; please stay on this page.',
  noAnswer: 'No answer yet. Your request is still in: ask again and you get the answer to it, not a second hold.',
  askAgain: 'Ask again',

  refusal: {
    'seat-taken': 'Somebody was quicker',
    'seat-unknown': 'There is no such seat',
    'not-enough-seats': 'Not enough seats like that together',
    'over-limit': 'That would be more than one fan may have',
    'wheelchair-over-limit': 'That would be more wheelchair places than one fan may have',
    'access-only': 'Those are wheelchair places',
    'not-in-this-on-sale': 'Not sold in this on-sale',
    'performance-cancelled': 'Cancelled',
    'performance-stopped': 'Not on sale at the moment',
    lost: 'That took too long',
  } satisfies Record<HoldRefusal, string>,
  refusalDetail: {
    'seat-taken': 'You have none of the seats you named; choose others.',
    'seat-unknown': 'This house has no such seat, section or price band. Reload the plan and choose again.',
    'not-enough-seats':
      'There are not that many seats left near each other. Try fewer, another price band, or choose seats on the plan.',
    'over-limit': 'With these you would have more seats than one fan may have in this on-sale. Ask for fewer.',
    'wheelchair-over-limit':
      'With this you would have more wheelchair places than one fan may have in this on-sale. The box office helps larger groups.',
    'access-only':
      'These places are kept for wheelchair users and their companions. Ask for the best wheelchair place instead, for one or two.',
    'not-in-this-on-sale': 'This performance is not sold in the on-sale that your pass is for.',
    'performance-cancelled': 'This performance is cancelled and nothing of it is sold. Choose another date.',
    'performance-stopped':
      'The sale of this performance is stopped for now. Seats that you hold stay yours to buy. Choose another date, or look again later.',
    lost: 'The house did not get to your seats in time. Nothing is held for you: ask again.',
  } satisfies Record<HoldRefusal, string>,
  takenSeats: (labels: string) => `Taken: ${labels}.`,
  near: (n: number, where: string) => `Best ${plural(n, { one: 'seat', other: `${n}` })} near there: ${where}`,
  anyPrice: 'Try any price',
  fewerSeats: (n: number) => `Try ${seats(n)}`,
  apart: (n: number) => plural(n, { one: 'One seat', other: `${n} close together, not all in one row` }),
  otherPrice: (price: string) => `About ${price}`,

  heldTitle: 'Held for you',
  heldFor: 'Held for another',
  checkout: 'Check out',
  release: 'Let them go',
  releaseFull: (labels: string) => `Let them go: ${labels}`,
  another: 'Add another performance',
  lapsed: 'The time for those seats is up. You may still choose.',
  stillFree: (labels: string) => `They are still free: ${labels}.`,
  takeAgain: 'Take them again',
  total: 'Total',
  announceHeld: (labels: string) => `Held for you: ${labels}.`,
  announceReleased: (labels: string) => `Let go: ${labels}.`,

  exchange: {
    title: 'Exchange seats',
    detail: (n: number) => `Pick ${seats(n)} in place of those you give back. Until then you keep the ones you have.`,
    yours: 'Give back',
    keep: 'Keep the seats I have',
    same: 'The price stays the same.',
    less: (money: string) => `You get ${money} back.`,
    dearer: (money: string) => `${money} more, to be paid with the rest.`,
    more: (money: string) => `${money} more than you paid: only an order that is not paid yet can become dearer.`,
    left: (n: number) => plural(n, { one: 'Pick one more seat', other: `Pick ${n} more seats` }),
    confirm: 'Exchange them',
    asking: 'Exchanging…',
    elsewhere: 'This order is kept in another browser',
    elsewhereDetail: 'Open it by the link in your e-mail, which works on any device, and start the exchange there.',
    notNow: 'These seats cannot be exchanged now',
    notNowDetail: 'The order page says what can be done.',
    toOrder: 'To your order',
  },
};

export type HallWords = typeof hallWords;
