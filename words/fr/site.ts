import type { SiteWords } from '../en/site.ts';

export const siteWords = {
  timeLeft: 'Temps pour acheter',
  footer: 'Une file équitable, tirée au sort. Personne ne peut acheter, vendre ou doubler une place.',
  languages: 'Langue',
  tryAgain: 'Réessayer',
  toSeason: 'Voir toute la saison',
  missing: 'Ceci n’est pas à l’affiche',
  missingDetail: 'Le spectacle a peut-être été retiré, ou l’adresse contient une erreur.',
  unreachable: 'Nous n’arrivons pas à joindre la billetterie',
  unreachableDetail:
    'Cela vient de votre connexion ou de la nôtre. Rien de ce qui est à vous n’est perdu : attendez un instant et réessayez.',
  trace: 'Pour notre équipe :',
} satisfies SiteWords;
