import type { Said, ShopRefusal } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Nous n’avons pas pu accepter cette demande',
    detail: 'Quelque chose ne va pas dans la demande. Rechargez la page et réessayez.',
  },
  'pass-missing': {
    title: 'Ce n’est pas encore votre tour',
    detail: 'Attendez dans la file que votre numéro soit appelé, puis revenez.',
  },
  'pass-forged': {
    title: 'Nous ne reconnaissons pas votre accès',
    detail: 'Retournez à la page de la file : elle connaît toujours votre place et vous fera entrer à nouveau.',
  },
  'pass-expired': {
    title: 'Votre temps d’achat est écoulé',
    detail:
      'Votre place dans la file n’est pas perdu : retournez-y. S’il y a de la place, vous pourrez reprendre tout de suite.',
  },
  'pass-elsewhere': {
    title: 'C’est votre tour dans une autre mise en vente',
    detail: 'Cette représentation ne fait pas partie de la mise en vente où vous achetez.',
  },
  'performance-unknown': {
    title: 'Cette représentation n’existe pas',
    detail: 'Elle a peut-être été annulée. Demandez à la billetterie.',
  },
  'hold-unknown': {
    title: 'Ces places ne sont pas gardées pour vous',
    detail: 'Rechargez la page : elle montre ce qui est gardé pour vous.',
  },
  'hold-sold': {
    title: 'Ces places sont déjà achetées',
    detail: 'Si vous ne pouvez pas venir, demandez à la billetterie.',
  },
  'slip-forged': {
    title: 'Nous ne reconnaissons pas ces places',
    detail: 'Rechargez la page et commandez à nouveau.',
  },
  'slip-elsewhere': {
    title: 'Ces places sont gardées pour quelqu’un d’autre',
    detail: 'Commandez dans le navigateur où vous avez choisi les places.',
  },
  'slip-lapsed': {
    title: 'Ces places ne sont plus gardées pour vous',
    detail: 'Le délai pour les payer est écoulé. Choisissez-les à nouveau si elles sont libres.',
  },
  'payment-method-unavailable': {
    title: 'Ce moyen de paiement n’est pas proposé ici',
    detail: 'Choisissez-en un autre ; vos places sont toujours gardées.',
  },
  'idempotency-key-reused': {
    title: 'Cette commande a déjà été envoyée autrement',
    detail: 'Rechargez la page et commandez à nouveau.',
  },
  'order-unknown': {
    title: 'Cette commande n’existe pas',
    detail: 'Elle n’a pas été menée à terme. Commandez à nouveau.',
  },
  'order-key-wrong': {
    title: 'Cette commande est à quelqu’un d’autre',
    detail: 'Ouvrez-la sur l’appareil où elle a été passée, ou demandez à la billetterie.',
  },
  'place-given-up': {
    title: 'Cette place dans la file a été rendue',
    detail: 'Si vous changez d’avis, revenez dans la file : votre ancienne place sera de nouveau la vôtre.',
  },
  'nothing-held': {
    title: 'Aucune place n’est gardée pour vous',
    detail: 'Choisissez d’abord des places. Si le délai des vôtres est écoulé, elles sont peut-être encore libres.',
  },
  'timer-extended': {
    title: 'Le délai de ces places a déjà été prolongé',
    detail: 'Achetez ce qui est gardé pour vous, ou rendez-le et choisissez à nouveau.',
  },
  'concession-unknown': {
    title: 'Ce tarif réduit n’est pas proposé ici',
    detail: 'Rechargez la page : elle montre les tarifs en vigueur.',
  },
  'order-not-changeable': {
    title: 'Cette commande ne peut pas être modifiée maintenant',
    detail: 'Rechargez la page pour voir où elle en est. La billetterie peut vous aider.',
  },
  'ticket-used': {
    title: 'Un billet de cette commande a déjà ouvert la porte',
    detail: 'Il ne peut plus être rendu ni échangé.',
  },
  'seats-not-exchangeable': {
    title: 'Ces places ne peuvent pas être échangées contre celles-là',
    detail: 'Choisissez autant de places de la même représentation, qui ne soient pas plus chères.',
  },
} satisfies Record<ShopRefusal, Said>;
