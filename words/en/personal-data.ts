import type { KeptWhy } from '../../contracts/personal-data.ts';
import { count } from './written.ts';

const orders = (n: number) => (n === 1 ? '1 order' : `${count(n)} orders`);

export const personWords = {
  title: 'What is held of a person',
  open: 'One person’s data',
  what: 'For a buyer who asks what is held of them, or wants it erased. Make sure first that it is they who ask. Each look is in the audit.',
  email: 'E-mail address of the orders',
  emailWrong: 'Type an e-mail address such as ada@example.org',
  look: 'Look through the whole book',
  looking: 'Looking through the book…',
  none: 'No order has this address',
  noneDetail: 'It may have been corrected, or erased. Lines keep no addresses: they know a member by a keyed hash.',
  found: (n: number) => `${orders(n)} with this address.`,
  kept: {
    unfinished: 'Cannot be erased yet: money, seats, a mail or a dispute is not done.',
    'to-come': 'A performance is still to come.',
  } satisfies Record<KeptWhy, string>,
  keep: 'Hand it over as a file',
  erase: 'Erase the person',
  eraseWhat: (n: number, of: number) =>
    `Name, address, number and consent go from ${count(n)} of ${orders(of)}. Seats, dates and amounts stay, for the accounts. This cannot be undone.`,
  elsewhere: [
    'The line keeps a place, and what was written in an appeal, under a keyed hash of the member number or address.',
    'Stripe keeps what the buyer typed into its form, and the mail service its own records: ask them.',
    'The roster of members is a file of the venue: take the person out there, and load it anew.',
    'The audit says who looked at which order. It names no buyer.',
    'Backups keep the state of the last 35 days. After a restore, erase again.',
  ],
  although: (n: number) => `Also ${orders(n)} with a performance still to come`,
  althoughWhat:
    'The tickets still open the door by their codes. Nobody is found there by name, and nobody can be written to if the performance is cancelled or moved.',
  reasonWrong: 'Say why',
  eraseNow: 'Erase for good',
  erasing: 'Erasing…',
  erased: (n: number) => (n === 1 ? '1 order has no person any more.' : `${orders(n)} have no person any more.`),
};
