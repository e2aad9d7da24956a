import type { FanHelp, FanHolds } from '../../contracts/find-fan.ts';
import type { OrderMail } from '../../contracts/order.ts';
import { count } from './written.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${count(n)} people`);
const minutes = (n: number) => (n === 1 ? 'a minute' : `${count(n)} minutes`);

/** Words for whoever has a fan on the telephone. Sentences under `say` are read out: short, in the second person. */
export const fanWords = {
  title: 'Find a fan',
  what: 'What do they have?',
  whatHint: 'Member number, e-mail, order reference, seat, or the receipt, pasted.',
  kind: 'It is',
  kinds: {
    auto: 'what it looks like',
    member: 'a member number',
    email: 'an e-mail address',
    reference: 'an order reference',
    seat: 'a seat',
    receipt: 'a receipt',
    fan: 'a fan’s key',
  },
  find: 'Find them',
  finding: 'Looking…',
  empty: 'Type what they have first.',
  looked: (kinds: readonly string[]) => `Looked for ${kinds.join(' and ')}.`,
  written: 'Each look is written down, with your name.',

  nobody: 'Nobody is found by this',
  nobodyBy: {
    member: 'Nobody by this member number stands in this line, and nobody ordered in it.',
    email: 'Nobody with this address stands in this line, and no order has it.',
    reference: 'No order of this on-sale has this reference.',
    seat: 'No order of this on-sale has this seat.',
    receipt: 'This receipt’s place is not in this line.',
    fan: 'This on-sale has no such fan.',
  },
  tryElse: 'What else to try',
  tries: {
    onSale: 'Another on-sale: each line is its own. Choose it above.',
    member: 'The member number as the card has it. Spaces, hyphens and zeros in front do not matter.',
    receipt:
      'Their receipt: on the line’s page, under “Check my place”, it can be copied. In a line without members it is the one thing that says who they are.',
    reference: 'The reference of their order: six letters and digits, in the mail and on the tickets.',
    seat: 'The seat: row and number, and the day.',
    book: 'The name, in the order book.',
  },
  toBook: 'Open the order book',

  several: (n: number) => `${count(n)} matches. Ask which it is.`,
  tooMany: 'There are more: ask for something else as well.',
  open: (reference: string) => `Open ${reference}`,

  back: 'All matches',
  readOut: 'Read this out',
  say: {
    joinedLobby: (time: string, others?: number) =>
      others === undefined
        ? `You joined at ${time}, and wait in the lobby.`
        : `You joined at ${time}, in the lobby with ${others === 1 ? '1 other' : `${count(others)} others`}.`,
    joinedLater: (time: string) => `You joined at ${time}, after the doors had opened.`,
    cutShort: 'Your join did not come through to its end. Open the line’s page and join again: it takes a moment.',
    doors: (time: string) =>
      `The doors open at ${time}. Then a draw puts everybody in the lobby into an order by chance, so who came first has no advantage, and no disadvantage.`,
    drawing: 'Your number is being drawn at this moment.',
    drawn: (time: string, position: number) => `The draw at ${time} gave you number ${count(position)}.`,
    chance: 'It is a draw by chance, so it does not matter how early you came. You can check it yourself.',
    called: (n: number) => (n === 0 ? 'Nobody has been called yet.' : `${count(n)} have been called so far.`),
    ahead: (n: number) => (n === 0 ? 'You are the next.' : `${people(n)} ${n === 1 ? 'is' : 'are'} before you.`),
    wait: (half: number, most: number) =>
      half === most
        ? `Your turn comes in about ${minutes(half)}.`
        : `Your turn comes in about ${minutes(half)}, as a rule within ${minutes(most)}.`,
    waitUnknown: 'How long it takes we know in a minute or two.',
    keepOpen: 'Keep the page open. It goes on by itself; you need not refresh, and nothing is lost if you close it.',
    halted: {
      staff: 'The line is paused for a moment. Nobody loses a place.',
      house: 'The line waits for the seating to answer. Nobody loses a place.',
      baskets: 'Every seat is in somebody’s basket. The line goes on as soon as some come back.',
      'sold-out': 'Everything is sold. Seats that come back are sold in this line.',
    },
    calledAt: (time: string, until: string) => `You were called at ${time}. Your slot is kept until ${until}.`,
    slot: (until: string) => `A slot is kept for you until ${until}: press the button on the line’s page now.`,
    calledLate: 'You were called a while ago. You stand first among the next, and take the next free slot.',
    openPage: 'Open the line’s page on your device now. It lets you in by itself.',
    shopping: (until: string) => `You are in: you may choose and pay until ${until}.`,
    toHall: 'On the line’s page, press “Choose your seats”.',
    over: (time: string) => `Your time to shop ended at ${time}. Your place is not lost.`,
    again: 'On the line’s page, press “Come in”: you are let in as soon as there is room.',
    onTop: (until: string) =>
      `We let you in once more without waiting. On the line’s page, press “Come in” before ${until}.`,
    left: (time: string) => `You left the line at ${time}. Join again, and the same place is yours.`,
    slower:
      'Your place waits five minutes longer after its call, since the platform took it for a program. Your number stays the same.',
    slowerStaff:
      'Our staff decided that your place waits five minutes longer after its call. Your number stays the same.',
    removed: 'Your place was removed. If that is wrong, say so now, or appeal on the line’s page.',
    closed: 'This on-sale is over.',
    orders: (references: readonly string[]) =>
      references.length === 1
        ? `You have an order: ${references[0]}.`
        : `You have ${references.length} orders: ${references.join(', ')}.`,
    noOrders: 'No order was made from your place in this line.',
  },

  asking: 'Their page is asking to come in at this moment.',
  facts: 'What is known',
  fact: {
    number: 'Number',
    window: 'Window',
    pass: 'Pass',
    readmissions: 'Let in after errors of ours',
    lane: 'Lane',
    appeal: 'What they wrote',
    needs: 'Needs',
    devices: 'Devices',
    handover: 'Code for another device',
    holds: 'Seats',
  },
  notDrawn: 'not drawn yet',
  passNone: 'none yet',
  passUsed: (n: number, until: string) => `number ${n}, in use until ${until}`,
  passOver: (n: number, at: string) => `number ${n}, over since ${at}`,
  passEnded: (n: number, at: string) => `number ${n}, given back or taken away at ${at}`,
  extended: (n: number) => (n === 1 ? 'extended once' : `extended ${n} times`),
  readmissions: (used: number, most: number) => `${used} of ${most}`,
  lanes: { slower: 'slower', removed: 'removed' },
  why: {
    'many-from-one-address': 'many places were taken from one address by what does not look like a browser',
    'not-a-browser': 'it calls itself a program',
    staff: 'staff decided so',
  },
  appealed: (at: string) => `appealed at ${at}`,
  needsWords: { wheelchair: 'a wheelchair place', companion: 'a companion', 'more-time': 'more time' },
  device: (browser: string, system: string, at: string) =>
    `${browser === 'other' ? 'another browser' : browser} on ${system === 'other' ? 'another system' : system}, since ${at}`,
  deviceFirst: 'took the place',
  deviceBehind: 'behind the others',
  devicesEnded: (n: number) => (n === 1 ? '1 device was ended' : `${n} devices were ended`),
  hold: (seats: number | undefined, title: string, state: string) =>
    `${seats === undefined ? 'seats' : seats === 1 ? '1 seat' : `${count(seats)} seats`} of ${title}: ${state}`,
  holds: {
    held: 'held',
    lapsed: 'time ran out',
    sold: 'bought',
    returned: 'given back',
    refused: 'not to be had',
    lost: 'lost to somebody else',
    released: 'let go',
  } satisfies Record<FanHolds['holds'][number]['state'], string>,
  heldUntil: (until: string) => `held until ${until}`,
  holdsUnread: 'The seating does not answer: what they hold is not shown.',
  ordersUnread: 'The order book does not answer: their orders are not shown.',
  lineUnread: 'Their place in the line could not be read.',
  noPlace:
    'They have no place in this line. The order was made all the same: by another way in, or the place was of another on-sale.',

  acts: 'Help them',
  act: {
    nudge: 'Keep the next free slot',
    readmit: 'Let them in once more',
    'hand-over': 'Hand over to another device',
    remove: 'Void this place',
    restore: 'Restore the place',
  } satisfies Record<FanHelp['act'], string>,
  actWhat: {
    nudge:
      'The next slot that is free is kept for them for a minute. It costs nobody a turn; if none is free within a minute, do it again. Nothing can ring at their device: ask them to press the button on the line’s page, and to stay there.',
    readmit:
      'Only if the fault was ours. Their next press within ten minutes lets them in, on top of those who may shop at once. It is counted, and the public ledger says it by your role.',
    'hand-over':
      'For a fan whose device is lost or broken. First ask something that only they know, such as the number, the order, or when they joined: whoever types the code has the place. You read out eight letters, good for ten minutes. On the new device, on the line’s page, the fan presses “I have a code from the box office”. The devices of before lose the place within half a minute.',
    remove:
      'For a place that somebody stole. It gets no pass any more, and a pass in use ends within half a minute. What was bought stays bought. The public ledger says it by your role. It can be restored; the pass cannot.',
    restore: 'The place is an ordinary one again, with its number. The public ledger says it by your role.',
  } satisfies Record<FanHelp['act'], string>,
  did: {
    nudge: 'The next free slot is theirs. Ask them to press the button now.',
    readmit: 'They may come in once more. Ask them to press “Come in” now.',
    'hand-over': 'The code is made. Read it out now: it is shown on this page alone, until you leave it.',
    remove: 'The place is removed.',
    restore: 'The place is restored.',
  } satisfies Record<FanHelp['act'], string>,
  code: 'Code to read out',
  codeGood: (until: string) => `good until ${until}`,
  codeUsed: (at: string) => `used at ${at}: the place is on the new device`,
  codeOver: (at: string) => `not used, over since ${at}`,
  spelt: {
    ...{ B: 'Bravo', C: 'Charlie', D: 'Delta', F: 'Foxtrot', G: 'Golf', H: 'Hotel', J: 'Juliett', K: 'Kilo' },
    ...{ L: 'Lima', M: 'Mike', N: 'November', P: 'Papa', Q: 'Quebec', R: 'Romeo', S: 'Sierra', T: 'Tango' },
    ...{ V: 'Victor', W: 'Whiskey', X: 'X-ray', Z: 'Zulu' },
  } as Readonly<Record<string, string>>,
  reason: 'Why',
  reasonHint: 'It is kept, and for some acts published. No names, please.',
  doIt: 'Do it',
  doing: 'One moment…',
  never: 'Never mind',

  orders: 'Orders',
  ordersNone: 'No order in this on-sale.',
  masked: 'Your role sees initials in place of names.',
  inBook: 'In the order book',
  mails: 'Mails',
  mailsNone: 'No mail has gone out about it.',
  mailWaits: 'A mail about it has not gone out yet.',
  mail: { tickets: 'Tickets', performance: 'News of the performance', end: 'That it is over' } satisfies Record<
    OrderMail['about'],
    string
  >,
  became: {
    sent: 'the mail service took it',
    'no-such-address': 'not taken: the address takes no mail',
    'not-verified': 'not sent: the mail service is in its sandbox',
  } satisfies Record<OrderMail['became'], string>,
  mailAct: { 'resend-mail': 'Send the mail again', 'correct-email': 'Correct the address' },
  mailActWhat: {
    'resend-mail': 'The last mail goes out again, with the tickets as they are now.',
    'correct-email':
      'The order keeps this address from now on, and its mail goes there. What went to the old one cannot be called back: its link opens the order still.',
  },
  mailDid: {
    'resend-mail': 'The mail is on its way.',
    'correct-email': 'The address is corrected, and the mail goes to it.',
  },
  newEmail: 'The right address',

  timeline: 'What happened',
  times: { when: 'When', what: 'What' },
  event: {
    joined: 'Joined the line',
    device: (kind: string) => `Came from another device: ${kind}`,
    drawn: (position: number) => `Drawn: number ${count(position)}`,
    called: 'Called',
    slotOver: 'The slot was over',
    passEnds: 'Pass ends',
    passEnded: 'Pass ended',
    slowed: 'To the slower lane',
    removed: 'Place removed',
    appealed: 'Appealed',
    handedOver: 'Taken over by another device, with a code',
    left: 'Left the line',
    order: (reference: string, act: string) => `${reference}: ${act}`,
    hold: (what: string) => `Seats: ${what}`,
  },
  refresh: 'Look again',
  toFan: 'The fan in the line',
} as const;
