import type { OrderWords } from '../en/order.ts';

export const orderWords = {
  placedTitle: 'Votre commande est en cours',
  placedDetail:
    'Les places sont mises à votre nom. Cela prend quelques secondes ; vous pouvez fermer la page et revenir.',
  placedLong: 'Cela prend plus de temps que d’habitude. Votre commande est arrivée ; vous n’avez plus rien à faire.',
  confirmedTitle: 'À bientôt au théâtre',
  refusedTitle: 'Cette commande n’a pas abouti',
  'card-declined':
    'La carte a été refusée. Rien n’a été débité, et vos places restent gardées tant que leur délai court.',
  'seats-lost': 'Le délai de ces places était écoulé et quelqu’un d’autre les a maintenant. Rien n’a été débité.',
  toCheckout: 'Payer autrement',
  toSeason: 'Choisir à nouveau',

  reference: 'Votre référence',
  referenceHint: 'À dire au téléphone.',
  total: 'Total',
  lost: 'Ces places n’ont pas pu être obtenues, et ne sont pas facturées :',
  payBy: (when) =>
    `Payez à la billetterie au plus tard le ${when}. Jusque-là les places sont à vous ; ensuite elles peuvent être données à d’autres.`,
  promised: 'À payer à la billetterie',
  captured: 'Payé',
  authorised: 'Paiement autorisé',
  voided: 'Non débité',
  declined: 'Refusé',

  tickets: 'Billets',
  ticketsHint: 'Montrez le code à l’entrée, sur cet écran ou sur papier. Chacun ouvre la porte une fois.',
  print: 'Imprimer',
  code: (label) => `Code du billet pour ${label}`,
  making: 'Dessin du code…',
  noCode: 'Le code n’a pas pu être dessiné sur cet appareil. Donnez votre référence à la billetterie.',

  finish: 'J’ai fini mes achats',
  finishDetail: 'Rendre votre temps fait entrer plus tôt la personne suivante.',
  more: 'Ajouter une autre représentation',
  thanks: 'Merci',
  thanksDetail: 'Quelqu’un, plus loin dans la file, vient d’avancer. Vos billets restent sur cette page.',

  notHere: 'Cette commande est gardée dans un autre navigateur',
  notHereDetail:
    'Pour votre sécurité, une commande ne s’ouvre que là où elle a été passée. Téléphonez à la billetterie avec votre référence, on vous aidera.',
} satisfies OrderWords;
