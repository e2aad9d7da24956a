import type { ShowWords } from '../en/show.ts';
import { count, plural } from './written.ts';

export const showWords = {
  chooseDate: 'Choisissez une date',
  all: 'Toutes les dates',
  matinee: 'Matinées',
  evening: 'Soirées',
  weekend: 'Week-ends',
  filter: 'Afficher',
  none: 'Aucune représentation de ce genre',
  noneDetail: 'Choisissez un autre genre de date.',
  found: (n) => plural(n, { one: `${n} représentation`, other: `${count(n)} représentations` }),
  from: (price) => `dès ${price}`,
  seats: 'Choisir des places',
  line: 'Vers la file',
  lobby: 'Vers le foyer',
  cancelled: 'Annulée',
  movedFrom: (when) => `déplacée, avant ${when}`,
  look: 'Voir les places',
  closed: 'Pas en vente',
  saleFor: (audience) => `Pour : ${audience}`,
  opens: (when) => `Ouverture des portes : ${when}`,
  openNow: 'Les portes sont ouvertes',
} satisfies ShowWords;
