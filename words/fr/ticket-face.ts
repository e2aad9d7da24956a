import type { FaceWords } from '../en/ticket-face.ts';
import { count } from './written.ts';

export const faceWords = {
  row: 'Rang',
  seat: 'Place',
  standing: 'Debout',
  unreserved: 'Placement libre',
  proof: 'Justificatif à présenter',
  number: (n, of) => `Billet ${count(n)} sur ${count(of)}`,
  reference: (reference) => `Référence ${reference}`,
  title: (reference) => `Billets ${reference}`,
  terms:
    'Chaque code ouvre la porte une fois, à la première personne qui le présente : gardez-le pour vous. Il ne vaut plus rien si la commande est annulée ou la place échangée.',
} satisfies FaceWords;
