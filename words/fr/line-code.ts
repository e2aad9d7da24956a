import type { CodeWords } from '../en/line-code.ts';

export const codeWords = {
  title: 'Un code de la billetterie',
  detail:
    'La billetterie le dit au téléphone si l’appareil qui a votre place est perdu ou cassé. Votre place passe sur cet appareil, avec son numéro. Les autres appareils la perdent.',
  label: 'Le code',
  hint: 'Huit lettres, valables dix minutes.',
  take: 'Amener ma place ici',
  taking: 'Un instant…',
} satisfies CodeWords;
