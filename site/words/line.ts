import { count } from '../format.ts';
import type { Wait } from '../line/wait.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${count(n)} people`);

export const lineWords = {
  eyebrow: (audience?: string) => (audience ? `For ${audience}` : 'On-sale'),
  noOnSale: 'Which line is it?',
  noOnSaleDetail: 'This address names no on-sale. Choose one on the season page.',
  notYet: 'This line is not set up yet',
  notYetDetail: 'Come back nearer the opening. Nobody can join before, so you are missing nothing.',

  doorsIn: 'The doors open in',
  doorsAt: (when: string) => `They open on ${when}.`,
  doorsOpening: 'The doors are opening',
  doorsOpen: 'The doors are open',
  doorsOpenDetail: 'Join the line now: everyone who joins in the same few seconds is drawn together.',

  joinTitle: 'Join the lobby',
  joinTitleOpen: 'Join the line',
  member: 'Member number',
  memberHint: 'As printed on your membership card.',
  postcode: 'Postcode',
  postcodeHint: 'Of the address we write to you at.',
  join: 'Take a place',
  joining: 'Taking a place…',
  joinOnce: 'One place each. Join again from another phone or laptop and you get the same place back.',

  drawTitle: 'How the order is decided',
  draw: 'Everyone who is here before the doors open has the same chance: the moment they open, all places are drawn by lot. Coming early gains nothing, and whoever joins later stands behind this draw.',
  drawLater:
    'The doors are open, so you will stand behind everyone already drawn. Everyone who joins in the same few seconds as you is drawn by lot together.',

  inLobby: 'You have a place',
  inLobbyDetail:
    'You may close this page, or let your phone sleep: your place stays yours. Be back when the doors open.',
  waitingHere: (n: number) => (n === 1 ? 'You are the first one here.' : `${people(n)} in the lobby.`),
  drawing: 'The draw is being made',
  drawingDetail: 'Your number will be here in a few seconds.',

  number: 'Your number',
  ahead: (n: number) => (n === 0 ? 'You are next' : `${people(n)} ahead of you`),
  waitTitle: 'Your wait',
  unknownWait: 'We will know in a minute or two',
  longer: 'The line is slower than we thought.',
  paused: 'The line is paused',
  pausedDetail: 'Nobody is called for the moment, and nobody overtakes you.',
  keepPlace: 'You may close this page: your place stays yours. When your number is called it waits for you.',
  progress: 'How far the line has come towards you',
  calledSoFar: (n: number) => `Called so far: 1 to ${count(n)}`,
  nobodyCalled: 'Nobody has been called yet',

  called: 'It is your turn',
  calledDetail: 'We are fetching your pass because you are looking at this page. It gives you time to choose and pay.',
  calledAway: 'It is your turn. Your pass is fetched when you come back to this page.',
  claim: 'Come in',
  claiming: 'Fetching your pass…',
  again: 'Your time to shop is over',
  againDetail: 'Your place is not lost: you may come in again whenever there is room.',
  roomFull: 'You have had your turn, and the room is full',
  roomFullDetail: 'As soon as somebody leaves you may come in again. Try once more in a little while.',

  shopping: 'Come in, it is your turn',
  shoppingDetail: (time: string) => `Your pass is good until ${time}. The time left stays at the top of every page.`,
  toHall: 'Choose your seats',
  toSeason: 'Choose a show',

  over: 'This on-sale is over',
  overDetail: 'The line is closed. There may be other ways to get tickets: see the season page.',
  left: 'You have left the line',
  leftDetail: 'Somebody else moves up. Change your mind? Join again and your old place is yours again.',
  leave: 'Leave the line',
  leaveSure: 'Leave the line and give up your number?',
  leaveYes: 'Yes, leave',
  leaveNo: 'Stay',
  finish: 'I have finished shopping',

  lost: 'No word from the theatre just now',
  lostDetail: 'Your place is safe: it is kept at the theatre, not on this page. We keep trying.',

  titleNumber: (position: number, ahead: number) =>
    ahead === 0 ? `Next · number ${count(position)}` : `${count(ahead)} ahead · number ${count(position)}`,
  titleCalled: '★ It is your turn',
  announceNumber: (position: number, ahead: number) => `Your number is ${count(position)}. ${lineWords.ahead(ahead)}.`,
};

/** A wait as people say it. */
export function waitWords({ least, most }: Wait): string {
  if (most <= 1) return 'About a minute';
  if (least === 0) return `Less than ${most} minutes`;
  if (most < 60) return least === most ? `About ${most} minutes` : `About ${least} to ${most} minutes`;
  if (least < 60) return 'About an hour';
  const hours = (minutes: number) => `${Math.round(minutes / 30) / 2}`.replace('.5', '½').replace(/^0½/, '½');
  return hours(least) === hours(most) ? `About ${hours(most)} hours` : `About ${hours(least)} to ${hours(most)} hours`;
}
