import type { InsideWords } from '../en/line-inside.ts';
import { count } from './written.ts';

export const insideWords = {
  check: 'Vérifier ma place',
  number: 'Votre numéro',
  waitTitle: 'Votre attente',
  wait: (half) => `Environ ${half}`,
  waitBetween: (least, half) => `Entre ${least} et ${half}`,
  waitDetail: (most) =>
    `À votre place, une personne sur deux est appelée plus tôt${most ? `, neuf sur dix en ${most}` : ''}.`,
  unknownWait: 'Nous le saurons dans une minute ou deux',
  longer: 'La file avance moins vite que prévu.',
  chanceTitle: 'Vos chances d’avoir des billets',
  chance: (tenths) =>
    tenths === 0 ? 'Moins d’une sur 20' : tenths === 10 ? 'Très probable' : `Environ ${tenths} sur 10`,
  chanceDetail: 'Pour deux places, si les achats continuent comme maintenant. Ce n’est pas une promesse.',
  keepPlace:
    'Vous pouvez fermer cette page : votre place reste la vôtre. Quand votre numéro est appelé, il vous attend.',
  progress: 'Jusqu’où la file est venue vers vous',
  calledSoFar: (n) => `Appelés jusqu’ici : 1 à ${count(n)}`,
  nobodyCalled: 'Personne n’a encore été appelé',
  calledDetail: 'Nous prenons votre laissez-passer, car vous êtes là. Il vous laisse le temps de choisir et de payer.',
  calledAway: 'C’est à vous. Votre laissez-passer sera pris dès que vous reviendrez sur cette page.',
  claim: 'Entrer',
  claiming: 'Un instant…',
  again: 'Votre temps pour acheter est écoulé',
  bought: 'Merci : votre commande est passée',
  againDetail: 'Votre place n’est pas perdue : vous pourrez revenir dès qu’il y aura de la place.',
  voucher: 'Revenez tout de suite',
  voucherDetail: 'Une erreur de notre part a gâché votre commande. Pardon : vous rentrez sans attendre.',
  late: 'Vous êtes en retard, et parmi les premiers des suivants',
  lateDetail:
    'Votre numéro a déjà été appelé. La prochaine place libre dans la salle est pour vous, en quelques secondes le plus souvent. Cette page la demande d’elle-même.',
  roomFull: 'Vous avez eu votre tour, et la salle est pleine',
  roomFullDetail: 'Dès que quelqu’un sort, vous pouvez revenir. Cette page le demande d’elle-même.',
  shopping: 'Entrez, c’est à vous',
  shoppingDetail: (time) => `Vous pouvez acheter jusqu’à ${time}. Le temps restant est affiché en haut de chaque page.`,
  toHall: 'Choisir vos places',
  toSeason: 'Choisir un spectacle',
  finish: 'J’ai terminé mes achats',
  findOrder: 'Retrouver ma commande',
  leave: 'Quitter la file',
  tellMe: 'Prévenez-moi quand c’est à moi',
  devices: (n) => (n > 1 ? `Vos appareils : ${n}` : 'Vos appareils'),
} satisfies InsideWords;
