import type { SeasonWords } from '../en/season.ts';
import { count, plural } from './written.ts';

export const seasonWords = {
  cancelled: 'Annulé',
  empty: 'Rien n’est encore à l’affiche',
  emptyDetail: 'La saison se prépare. Revenez bientôt.',
  plainPage: 'Sans script ? Prenez la page simple de la file',
  findOrder: 'Retrouver ma commande',
  shows: 'Sur scène',
  onSales: 'Réservations',
  performances: (n) => plural(n, { one: `${n} représentation`, other: `${count(n)} représentations` }),
  whoFor: (audience) => `Pour : ${audience}`,

  opensIn: 'Ouverture des portes dans',
  opens: 'Ouverture des portes',
  doorsOpen: 'Les portes sont ouvertes',
  until: (when) => `Jusqu’au ${when}`,
  joinLobby: 'Entrer dans le foyer',
  joinLine: 'Entrer dans la file',
  toPlace: 'Voir votre place dans la file',
  shopNow: 'C’est à vous : choisissez un spectacle',
  limit: (seats) =>
    plural(seats, { one: '1 place par personne', other: `jusqu’à ${count(seats)} places par personne` }),
} satisfies SeasonWords;
