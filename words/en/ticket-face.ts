import { count } from './written.ts';

/* The words of a paper ticket, and of the calendar. */
export const faceWords = {
  row: 'Row',
  seat: 'Seat',
  standing: 'Standing',
  unreserved: 'Sit where you like',
  proof: 'Bring proof',
  number: (n: number, of: number) => `Ticket ${count(n)} of ${count(of)}`,
  reference: (reference: string) => `Reference ${reference}`,
  /** Of the document. */
  title: (reference: string) => `Tickets ${reference}`,
  terms:
    'Each code opens the door once, for whoever shows it first: keep it to yourself. It is worth nothing once the order is cancelled or the seat exchanged.',
};

export type FaceWords = typeof faceWords;
