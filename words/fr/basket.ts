import type { BasketWords } from '../en/basket.ts';

export const basketWords = {
  left: 'À vous pendant encore',
  more: 'Plus de temps',
  asking: 'Demande de temps en cours…',
  once: 'Vous pouvez demander plus de temps une fois.',
  given: 'Vous avez déjà eu plus de temps : voici ce qu’il en reste.',
  atZero: 'À 0:00, les places sont libres pour d’autres. Vous pouvez encore choisir tant que dure votre temps d’achat.',
  soon: (left) => `Il reste ${left} pour vos places.`,
  over: 'Le temps de vos places est écoulé',
  overDetail:
    'Elles sont de nouveau libres, et peut-être encore là : retournez au plan et faites-les garder à nouveau.',
  back: 'Retour aux places',
} satisfies BasketWords;
