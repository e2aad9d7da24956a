import type { PreparedWords } from '../en/prepared-messages.ts';

export const preparedWords: PreparedWords = {
  'short-pause': 'Nous faisons une pause de quelques minutes. Personne ne perd sa place.',
  'payments-slow': 'Les paiements sont lents. Attendez la réponse, s’il vous plaît, et ne payez pas deux fois.',
  'payments-down': 'Les cartes ne passent pas pour le moment. Personne n’est appelé d’ici là. Votre place est gardée.',
  'seats-come-back': 'Toutes les places sont dans des paniers. Il en revient toujours : restez, cela vaut la peine.',
  'calls-are-slow': 'Nous appelons plus lentement pour bien servir ceux qui sont entrés. Votre place est gardée.',
  'nearly-sold-out': 'Il reste peu de places. Beaucoup de ceux qui attendent n’en trouveront peut-être pas.',
  'more-dates': 'D’autres dates sont mises en vente aujourd’hui. Restez : vous pourrez aussi les choisir.',
  'doors-later': 'Les portes ouvrent plus tard que prévu. La nouvelle heure est ici, et votre place est gardée.',
  'keep-your-page': 'Inutile de recharger. Cette page avance toute seule, et recharger ne fait rien gagner.',
  'sold-elsewhere': 'La vente se fait ailleurs pour le moment. Personne n’est appelé. Votre place est gardée.',
};
