import type { FaceWords } from '../en/ticket-face.ts';
import { count } from './written.ts';

export const faceWords = {
  row: 'Reihe',
  seat: 'Platz',
  standing: 'Stehplatz',
  unreserved: 'Freie Platzwahl',
  proof: 'Nachweis mitbringen',
  number: (n, of) => `Karte ${count(n)} von ${count(of)}`,
  reference: (reference) => `Kennzeichen ${reference}`,
  title: (reference) => `Karten ${reference}`,
  terms:
    'Jeder Code öffnet die Tür einmal, für die Person, die ihn zuerst zeigt: Behalten Sie ihn für sich. Nach einer Stornierung oder einem Tausch gilt er nicht mehr.',
} satisfies FaceWords;
