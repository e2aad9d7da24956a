import type { OrderMailWords } from '../en/order-mails.ts';
import { count, plural } from './written.ts';

export const orderMailWords = {
  ticketsSubject: (titles, reference) => `Vos billets : ${titles} (${reference})`,
  cancelledSubject: (titles, reference) => `Commande annulée : ${titles} (${reference})`,
  refusedSubject: (titles, reference) => `Commande non aboutie : ${titles} (${reference})`,
  movedSubject: (titles, reference) => `Déplacée : ${titles} (${reference})`,
  dear: (name) => `Bonjour ${name},`,

  tickets: (n) =>
    plural(n, {
      one: 'Voici votre billet. Présentez son code à l’entrée, sur un écran ou sur papier ; il ouvre la porte une fois.',
      other: `Voici vos ${count(n)} billets. Présentez chaque code à l’entrée, sur un écran ou sur papier ; il ouvre la porte une fois.`,
    }),
  look: 'Voir votre commande, la rendre ou échanger des places :',
  care: 'Le lien et les billets sont à vous : qui les possède peut s’en servir.',

  refused: {
    'card-declined': 'Votre commande n’a pas abouti : la carte a été refusée. Rien n’a été débité.',
    'seats-lost':
      'Votre commande n’a pas abouti : le délai de ces places était écoulé, et quelqu’un d’autre les a maintenant. Rien n’a été débité.',
    'not-paid': 'Votre commande n’a pas abouti : aucun paiement n’est arrivé à temps. Rien n’a été débité.',
    'payment-withdrawn':
      'Votre commande n’a pas abouti : votre banque a retiré son accord avant le paiement. Rien n’a été débité, et les places sont remises en vente.',
    'performance-cancelled': 'Votre commande n’a pas abouti : la représentation est annulée. Rien n’a été débité.',
  },
  expired:
    'Votre commande n’a pas été payée avant l’échéance. Elle est annulée, vous ne devez rien, et ses billets n’ouvrent plus la porte.',
  cancelled: 'Votre commande est annulée, et ses billets n’ouvrent plus la porte.',
  notCharged: 'Rien n’a été débité.',
  backAtBoxOffice: (amount) => `${amount} ont été payés à la billetterie, et vous y seront rendus.`,
  performanceCancelled: (reason) =>
    `La représentation indiquée ici n’a pas lieu. La billetterie écrit : « ${reason} » Ses billets n’ouvrent plus la porte.`,
  performanceMoved: (reason) =>
    `Votre représentation est déplacée : le nouveau jour, l’heure et le lieu sont indiqués ici. La billetterie écrit : « ${reason} » Vos billets restent valables.`,
  performanceMovedToo: (reason) =>
    `Une autre représentation de votre commande est déplacée : son nouveau jour, son heure et son lieu sont indiqués ici aussi. La billetterie écrit : « ${reason} »`,
  isCancelled: 'annulée',
  wasBefore: (before) => `Elle était prévue : ${before}.`,
  mayReturn: (when) =>
    `Si cela ne vous convient pas, rendez les places sur la page de votre commande avant le ${when} : tout ce que vous avez payé pour elles vous sera rendu.`,
  chooseSubject: (titles, reference) => `Annulé, à vous de choisir : ${titles} (${reference})`,
  choose: (when) =>
    `Vous avez le choix : une autre date sans supplément, ou votre argent. Choisissez sur la page de votre commande avant le ${when}.`,
  choosePromise: (when) =>
    `Vous avez le choix : une autre date à la place, ou aucune, et vous ne devez rien pour elle. Choisissez sur la page de votre commande avant le ${when}.`,
  chooseSilent: (amount) => `Sans choix de votre part, nous vous rendons alors ${amount}.`,
  chooseDates: 'Voici les dates au choix :',
  lookToChoose: 'Choisissez ici :',
  offered: 'La billetterie propose ces dates à la place :',
  ticketsStay: 'Vos billets, tels qu’ils sont valables maintenant, sont joints.',
  owedNothing: 'Vous ne devez rien pour ses places.',
  lookAtEnd: 'Voir votre commande :',

  button: 'Voir votre commande',
  reference: (reference) => `Votre référence est ${reference}. Donnez-la à la billetterie.`,
} satisfies OrderMailWords;
