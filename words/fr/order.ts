import type { OrderWords } from '../en/order.ts';
import { count, plural } from './written.ts';

export const orderWords = {
  placedTitle: 'Votre commande est en cours',
  placedDetail:
    'Les places sont mises à votre nom. Cela prend quelques secondes ; vous pouvez fermer la page et revenir.',
  placedLong: 'Cela prend plus de temps que d’habitude. Votre commande est arrivée ; vous n’avez plus rien à faire.',
  confirmedTitle: 'À bientôt',
  refusedTitle: 'Cette commande n’a pas abouti',
  'card-declined':
    'La carte a été refusée. Rien n’a été débité, et vos places restent gardées tant que leur délai court.',
  'seats-lost': 'Le délai de ces places était écoulé et quelqu’un d’autre les a maintenant. Rien n’a été débité.',
  'payment-withdrawn':
    'Votre banque a retiré son accord avant le paiement. Rien n’a été débité, et les places sont remises en vente.',
  'performance-cancelled': 'La représentation est annulée. Rien n’a été débité.',
  toCheckout: 'Payer autrement',
  toSeason: 'Choisir à nouveau',

  reference: 'Votre référence',
  referenceHint: 'À dire à la billetterie.',
  total: 'Total',
  lost: 'Ces places n’ont pas pu être obtenues, et ne sont pas facturées :',
  payBy: (when) =>
    `Payez à la billetterie au plus tard le ${when}. Jusque-là les places sont à vous ; ensuite la commande est annulée et elles sont remises en vente.`,
  promised: 'À payer à la billetterie',
  captured: 'Payé',
  authorised: 'Paiement autorisé',
  voided: 'Non débité',
  declined: 'Refusé',

  payingTitle: 'Dernière étape : payer',
  payingDetail: 'Vos places restent gardées tant que leur délai court. Rien n’est débité si elles ne sont pas à vous.',
  otherWay: 'Choisir un autre moyen de payer',
  sentTitle: 'Votre paiement est à la banque',
  sentDetail:
    'Nous attendons la réponse de la banque. Cela prend quelques secondes ; vous pouvez fermer la page et revenir.',
  sentLong:
    'Cela prend plus de temps que d’habitude. Votre paiement est parti une fois ; vous n’avez plus rien à faire.',
  bankTitle: 'Nous attendons votre banque',
  bankDetail:
    'Votre banque n’a pas encore répondu. Nous continuons à demander ; vous pouvez fermer la page et revenir.',
  'not-paid':
    'Aucun paiement n’est arrivé à temps. Rien n’a été débité. Si vos places sont encore gardées, vous pouvez les commander à nouveau.',
  toPayAgain: 'Retour à vos places',
  pending: 'En attente du paiement',
  expired: 'Non payé à temps : vous ne devez rien',
  refunding: 'Ce que vous avez payé vous est rendu',
  refunded: 'Ce que vous avez payé vous a été rendu',
  givenBack: (amount) =>
    `${amount} vous ont été rendus par le même moyen de paiement. Votre banque peut mettre dix jours à l’afficher.`,
  due: (amount) => `Il reste ${amount} à payer à la billetterie.`,

  performanceOff: 'Cette représentation n’a pas lieu',
  performanceOffDetail: 'Ses billets n’ouvrent plus la porte.',
  houseSays: (reason) => `La billetterie écrit : « ${reason} »`,
  movedFrom: (before) => `Déplacée. Elle était prévue ${before}.`,
  returnUntil: (when) =>
    `Si cela ne vous convient pas, rendez les places avant le ${when} : tout ce que vous avez payé pour elles vous sera rendu.`,
  otherDates: 'Une date proposée à la place',
  giveBackOf: (what) => `Rendre les billets : ${what}`,
  choice: {
    title: 'Une autre date, ou votre argent',
    until: (when) => `Choisissez avant le ${when}. Sans choix de votre part, votre argent vous sera alors rendu.`,
    untilPromise: (when) =>
      `Choisissez avant le ${when}. Sans choix de votre part, ses places quittent alors votre commande et vous ne devez rien pour elles.`,
    seats:
      'À une autre date, vous recevez les meilleures places libres de la même catégorie de prix. Elles ne coûtent rien de plus ; si elles coûtent moins, la différence vous est rendue.',
    dates: 'Que choisissez-vous ?',
    money: (amount) => `Pas d’autre date : ${amount} rendus`,
    nothing: 'Pas d’autre date : je ne dois rien',
    noDates: 'Aucune de ces dates n’est plus disponible.',
    confirm: 'Confirmer mon choix',
    confirming: 'Confirmation…',
    headline: 'À vous de choisir',
    headlineDetail: 'Cette représentation n’a pas lieu. Choisissez une autre date, ou votre argent.',
    finding: 'Nous cherchons vos places',
    findingDetail: 'Cela prend quelques secondes. S’il n’y en a pas, vous pourrez choisir de nouveau.',
    noSeats: 'Cette date n’a pas de places pour vous',
    noSeatsDetail:
      'Il n’y a pas assez de places libres de votre catégorie à cette date. Choisissez une autre date, ou votre argent.',
    waits: (amount) => `${amount} en attente de votre choix`,
    instead: 'À la place de la représentation annulée',
  },
  cancelledTitle: 'Cette commande est annulée',
  cancelledDetail: 'Ses billets n’ouvrent plus la porte, et ses places sont de nouveau en vente.',
  expiredTitle: 'Le délai de paiement est passé',
  expiredDetail:
    'La billetterie n’a pas été payée avant l’échéance : les places sont de nouveau en vente. Vous ne devez rien.',
  cancelling: 'Vos billets sont en train d’être rendus',
  cancellingDetail: 'Cela prend quelques secondes. Les billets n’ouvrent plus la porte.',
  exchanging: 'Vos places sont en train d’être échangées',
  exchangingDetail: 'Cela prend quelques secondes. Si les nouvelles places sont parties, vous gardez les vôtres.',
  notGivenBack: 'Ces billets n’ont pas pu être rendus',
  notGivenBackDetail: 'L’un d’eux a ouvert la porte : la commande reste telle qu’elle était.',
  notExchanged: 'L’échange n’a pas eu lieu',
  notExchangedDetail: {
    'seats-taken':
      'Quelqu’un a été plus rapide pour les nouvelles places. Vous gardez celles que vous aviez, au même prix.',
    'ticket-used': 'Un billet de cette commande a ouvert la porte. Vous gardez les places que vous aviez.',
  },

  payOverTitle: 'Le temps pour payer est écoulé',
  payOverDetail: 'Rien n’a été débité, et cette commande n’est pas passée.',
  bankAsksTitle: 'Votre banque vous interroge',
  bankAsksDetail: 'Répondez-lui, peut-être dans son application. Vos places attendent la réponse.',
  bankAsksUntil: (when) => `Pendant que la banque demande, ces places sont à vous jusqu’à ${when}.`,
  exchanged: 'Vos places sont échangées',
  exchangedDetail: 'Les billets ci-dessous sont les nouveaux. Les anciens n’ouvrent plus la porte.',
  mailed:
    'Nous envoyons aussi les billets à votre adresse e-mail. Le lien de ce message rouvre cette page, sur tout appareil.',

  change: 'Si vos projets changent',
  exchange: 'Échanger les places',
  exchangeFull: (what) => `Échanger les places : ${what}`,
  giveBack: (n) => plural(n, { one: 'Rendre ce billet', other: 'Rendre ces billets' }),
  giveBackSome: 'En rendre quelques-uns',
  giveBackWhich: 'Quels billets rendez-vous ?',
  giveBackOthers: 'Les autres billets restent tels qu’ils sont.',
  givenBackOnes: 'Rendus',
  giveBackTitle: (n) => plural(n, { one: 'Rendre ce billet ?', other: 'Rendre ces billets ?' }),
  giveBackWhat: (n) =>
    plural(n, {
      one: 'Le billet n’ouvrira plus la porte, et la place ira aussitôt à quelqu’un d’autre.',
      other: `Les ${count(n)} billets n’ouvriront plus la porte, et les places iront aussitôt à d’autres.`,
    }),
  giveBackMoney: (amount) =>
    `${amount} vous sont rendus par le même moyen de paiement. Votre banque peut mettre dix jours à l’afficher.`,
  giveBackPromise: 'Vous n’avez pas encore payé, et ne devrez rien.',
  giveBackYes: (n) => plural(n, { one: 'Oui, le rendre', other: 'Oui, les rendre' }),
  givingBack: () => 'Restitution en cours…',
  giveBackNo: (n) => plural(n, { one: 'Le garder', other: 'Les garder' }),

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

  notHere: 'Ce navigateur n’a pas la clé de cette commande',
  notHereDetail:
    'Une commande ne s’ouvre que pour la personne qui l’a passée : par le lien de son e-mail, ou avec le reçu de sa place dans la file.',
} satisfies OrderWords;
