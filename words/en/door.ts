import type { Keyboard } from '../../rules/scanner-layouts.ts';
import { count } from './written.ts';

export const doorWords = {
  title: 'The door',
  withCode: 'To check tickets, scan the code that a supervisor shows you with this phone’s camera.',
  why: 'Supervisors sign in. They choose the performance, and pair the devices that may check its tickets.',
  scanHere: 'Scan with this device',
  scanHereHint: 'It is paired as a steward’s phone is: for this performance alone, also without a network.',
  night: 'Performance',
  nightHint: 'The next one is chosen.',
  notToday: (date: string) => `Not today: ${date}`,
  notTodayDetail: 'Tickets of today’s performance are refused at this door. ',
  notTodayChoose: 'Choose another one if this is not what you mean.',
  notTodayAsk: 'Ask a supervisor for another code if this is not what you mean.',
  around: 'About now',
  others: 'Others',
  noNights: 'No performance is published yet.',
  door: 'This door',
  doorHint: 'As your colleagues call it. It is told to whoever meets a ticket a second time.',
  doorWrong: 'Say which door this is, e.g. Stalls left',
  open: 'Open this door',
  close: 'Close this door',
  closeShort: 'Close',

  pairedFor: 'This device is paired for',
  pairedUntil: (when: string) => `until ${when}`,
  pairedForget: 'Pair it anew, for another performance',
  pairTitle: 'Pair this device',
  pairDetail: (toPractise: boolean) =>
    `It may then check tickets of this performance ${toPractise ? 'for sixteen hours, to practise' : 'until the evening is over'}, and nothing else.`,
  pairUnknown: 'A performance that this page does not know',
  pairName: 'Your name, or this phone’s',
  pairNameHint: 'If you like. The supervisor sees it in the list of devices.',
  pair: 'Pair and open this door',
  pairing: 'Pairing…',
  rightWaits: 'Scans that were not sent yet are kept on this device, and are sent when it is paired again.',
  rightOver: 'This device’s evening is over',
  rightOverDetail: 'Ask a supervisor for a new code.',

  devices: 'Stewards’ devices',
  devicesHint: (toPractise: boolean) =>
    `A steward scans the code with the camera of a phone. The phone may then check tickets of the performance chosen above, ${
      toPractise ? 'for sixteen hours: to practise. On the day, pair it anew.' : 'until eight hours after it begins.'
    }`,
  offer: 'Show a code for one device',
  offering: 'Making a code…',
  offered: 'Scan this with the camera of the phone',
  offerEnds: (left: string) => `For one device, good for ${left}`,
  offerOver: 'This code is too old now.',
  offerTaken: (name: string | undefined) => (name ? `${name} is paired.` : 'The device is paired.'),
  offerFailed: 'The code could not be drawn. Open this address on the phone:',
  offerAnother: 'Show another code',
  noDevices: 'No device is paired for this performance.',
  deviceUnnamed: 'A device without a name',
  deviceStates: {
    offered: (since: string) => `code shown ${since}`,
    paired: (since: string) => `paired ${since}`,
    ended: (since: string) => `ended ${since}`,
  },
  end: 'End',
  endOne: (name: string) => `End ${name}`,
  endAll: 'End all devices',
  endAllSure: 'End all of them?',
  endAllYes: 'Yes, end all',
  endAllNo: 'No',

  find: 'Find a guest',
  findClose: 'Close the search',
  findLabel: 'Reference or name',
  findHint: 'What you type stays on this device.',
  findNone: 'Nobody of this performance has that reference or name',
  findMore: (n: number) => `${count(n)} more. Type on.`,
  findAge: (since: string) => `As of ${since} ago.`,
  findNever: 'The list of guests was not read yet.',
  findOwed: (amount: string) => `${amount} to be paid`,
  guestIn: (when: string, door: string) => `in at ${when}, ${door}`,
  guestVoid: 'not valid any more',
  guestAdmit: 'Let in',
  guestAdmitSeat: (seat: string) => `Let in ${seat}`,

  scan: 'Hold the code in the frame',
  cameraOff: 'The camera is off',
  cameraOn: 'Switch the camera on',
  cameraAsking: 'Allow the camera…',
  cameraRefused: 'The camera may not be used here. Allow it in the browser’s settings, or use a scanner.',
  cameraNone: 'This device has no camera. Use a scanner, or type the code.',
  torchOn: 'Light on',
  torchOff: 'Light off',
  code: 'Ticket code',
  codeHint: 'A hand scanner types it here by itself.',
  check: 'Check',
  checking: 'Checking…',
  missed: 'This is the answer to the first of two codes. Scan the second one again.',
  next: 'Next',

  admitted: 'Admit',
  proof: 'Admit with proof',
  used: 'Used',
  void: 'Not valid',
  elsewhere: 'Wrong performance',
  forged: 'Not our ticket',
  unpaid: 'To be paid',
  blind: 'Cannot tell',

  showProof: (concession: string) => `Ask for proof: ${concession}`,
  atDoor: (when: string, door: string) => `First shown at ${when}, ${door}`,
  offDetail: 'This performance is cancelled: no ticket of it is valid. Send them to the box office.',
  voidDetail: 'It was given back or exchanged. Send them to the box office.',
  elsewhereUnknown: 'This ticket is for a performance that is not in this season. Send them to the box office.',
  elsewhereDetail: (performance: string) => `This ticket is for ${performance}.`,
  elsewhereDo: 'If it is now, show them the way. If not, send them to the box office.',
  usedDo: 'Let nobody in with it again. Send them to the box office.',
  nothing: 'Nothing read',
  /** The kinds of codes that are none of our tickets, each with what to do. */
  otherCodes: {
    nothing: 'The code is empty. Scan it again, or find the guest by reference or name.',
    pairing: 'This code pairs a steward’s phone. Scan it with the camera of that phone, not here.',
    address:
      'This is a web address and no ticket. Ask for the ticket, which is on the order’s page and in the e-mail, or find the guest by name.',
    unsigned:
      'It looks like a ticket, and we did not sign it: it is of another venue, or not whole. Scan it again, then send them to the box office.',
    other: 'The code is not one of ours, or not whole. Send them to the box office.',
  },
  blindDetail: 'This device has not reached the box office yet, so it knows no ticket. Find a network first.',
  owes: (amount: string) => `${amount} is still owed`,
  owesFor: (reference: string) => `for order ${reference}, all its seats together`,
  owesRefuse: 'The ticket opens the door once it is paid. Send them to the box office.',
  owesAmber: 'The box office takes the payment. Letting them in is noted with the order.',
  takePayment: 'Take payment',
  letInUnpaid: 'Let in unpaid',
  letInOwing: (amount: string, reference: string) => `Let in although ${amount} is owed for ${reference}.`,
  owesAsKnown: 'No network: it may have been paid meanwhile.',
  checkedHere: 'Checked on this device only: no network. If the ticket names a reduced price, ask for proof.',
  checkedLate: 'Genuine, but other doors were last heard of over ten minutes ago.',

  in: (n: number) => (n === 1 ? '1 person in' : `${count(n)} people in`),
  online: 'Connected',
  offline: (since: string) => `No network for ${since}. Tickets are checked on this device.`,
  tooLong: (since: string) => `No network for ${since}`,
  tooLongDetail:
    'Another door may have let the same tickets in since. Use this door alone, or wait until the network is back.',
  never: 'No network yet',
  waiting: (n: number) => (n === 1 ? '1 scan waits to be sent' : `${count(n)} scans wait to be sent`),

  conflicts: (n: number) => (n === 1 ? '1 ticket to look into' : `${count(n)} tickets to look into`),
  conflictsDetail: 'Let in here while the network was away, and already refused or used elsewhere, or not paid:',
  letIn: (seat: string | undefined, when: string) => `${seat ?? 'Somebody'}, let in here at ${when}`,
  conflictUsed: (when: string, door: string) => `was used at ${when}, ${door}`,
  conflictVoid: 'had been given back or exchanged',
  conflictUnpaid: (amount: string, reference: string) => `was not paid: ${amount} for order ${reference}`,
  conflictOther: 'is not a ticket of this performance',
  seen: 'Seen',

  /** A scanner types as on this keyboard, and its codes are put right. */
  scannerRight: (keyboard: Keyboard) =>
    `Your scanner types through ${keyboardOf(keyboard)}. Its codes are put right here.`,
  /** What was typed is no code, and bears the marks of this keyboard. */
  scannerWrong: (keyboard: Keyboard) =>
    keyboard.layout === 'american' && keyboard.capsLock
      ? 'Caps Lock is on. Switch it off, and scan again.'
      : `Your scanner types through ${keyboardOf(keyboard)}, and this code came out spoilt. Set this device’s keyboard to English (US), or the scanner to this device’s language, and scan again.`,
};

function keyboardOf({ layout, capsLock }: Keyboard): string {
  const names = {
    american: 'an English keyboard',
    german: 'a German keyboard',
    swiss: 'a Swiss keyboard',
    french: 'a French keyboard',
    belgian: 'a Belgian keyboard',
    italian: 'an Italian, Spanish or Portuguese keyboard',
    nordic: 'a Nordic keyboard',
    czech: 'a Czech keyboard',
    russian: 'a Russian keyboard',
    ukrainian: 'a Ukrainian keyboard',
    dutch: 'a Dutch keyboard',
    polish: 'a Polish keyboard',
    hungarian: 'a Hungarian keyboard',
    turkish: 'a Turkish keyboard',
    other: 'a keyboard of another language',
  };
  return capsLock ? `${names[layout]} with Caps Lock on` : names[layout];
}
