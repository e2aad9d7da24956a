import type { FieldWords, RefusalWords } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Quelque chose ne va pas',
    detail: 'Vérifiez ce que vous avez saisi, ou rechargez la page et réessayez.',
  },
  'not-from-this-page': {
    title: 'Le formulaire venait d’un autre site',
    detail: 'Utilisez les boutons de cette page.',
  },
  'idempotency-key-reused': {
    title: 'Cette commande a déjà été envoyée autrement',
    detail: 'Rechargez la page et commandez à nouveau.',
  },

  fault: {
    title: 'Une erreur s’est produite de notre côté',
    detail: 'Rien de ce qui est à vous n’est perdu. Réessayez dans quelques secondes.',
  },
  busy: {
    title: 'Les demandes sont très nombreuses en ce moment',
    detail: 'Rien n’est perdu. Réessayez dans quelques secondes.',
  },
  'too-many-requests': {
    title: 'Beaucoup de demandes sont venues de votre réseau',
    detail:
      'Si vous avez une place, elle reste la vôtre. Réessayez dans une minute, ou par une autre connexion, comme celle de votre téléphone.',
  },

  'line-unknown': {
    title: 'Cette mise en vente n’existe pas',
    detail: 'La page de la saison montre ce qui est en vente.',
  },
  'line-not-open-yet': {
    title: 'Les portes ne sont pas encore ouvertes',
    detail: 'Votre place est en sûreté. Revenez à l’ouverture des portes.',
  },
  'line-closed': {
    title: 'Cette mise en vente est terminée',
    detail: 'Il y a peut-être d’autres moyens : voyez la page de la saison.',
  },
  'entry-wrong': {
    title: 'On entre ici autrement',
    detail: 'Rechargez la page et utilisez son formulaire.',
  },
  'member-unknown': {
    title: 'Le numéro de membre et le code postal ne vont pas ensemble',
    detail: 'Comparez-les avec votre carte de membre, ou demandez à la billetterie.',
  },
  'too-many-tries': {
    title: 'Trop d’essais',
    detail:
      'Beaucoup de codes postaux erronés sont venus de cette connexion. Réessayez plus tard, ou maintenant par une autre connexion, celle d’un téléphone par exemple, ou demandez à la billetterie.',
  },
  'link-wrong': {
    title: 'Ce lien n’est pas valable',
    detail: 'Copiez-le de nouveau, en entier, ou demandez-en un autre.',
  },
  'work-wrong': {
    title: 'La vérification n’a pas réussi',
    detail: 'Veuillez réessayer.',
  },
  'mail-unavailable': {
    title: 'Aucun e-mail n’est envoyé d’ici',
    detail: 'Entrez d’une autre façon, ou demandez à la billetterie.',
  },
  'mail-busy': {
    title: 'Beaucoup de personnes demandent un lien en ce moment',
    detail: 'Redemandez-le dans quelques secondes.',
  },
  'receipt-missing': {
    title: 'Nous ne voyons pas votre place',
    detail: 'Votre navigateur refuse peut-être les cookies : acceptez-les, puis entrez de nouveau dans la file.',
  },
  'receipt-forged': {
    title: 'Cette place n’est pas l’une des nôtres',
    detail: 'Entrez de nouveau dans la file : vous retrouverez la vôtre.',
  },
  'receipt-elsewhere': {
    title: 'Cette place est dans une autre file',
    detail: 'Allez dans cette file-là, ou entrez dans celle-ci.',
  },
  'receipt-not-in-roll': {
    title: 'Cette place n’est pas dans la liste publiée',
    detail:
      'Votre reçu porte notre signature, et la liste ne l’a pas : nous nous sommes trompés, ou quelqu’un l’a fabriqué avec notre clé. Gardez-le comme preuve, et dites-le à la billetterie. Puis entrez de nouveau dans la file : vous aurez une place dans la série ouverte en ce moment.',
  },
  'place-given-up': {
    title: 'Cette place a été abandonnée',
    detail: 'Revenez dans la file, et elle est de nouveau à vous.',
  },
  'device-ended': {
    title: 'Cet appareil a été retiré de votre place',
    detail: 'Un autre appareil qui a cette place l’a retiré. Revenez dans la file si la place est à vous.',
  },
  'device-behind': {
    title: 'Un autre appareil de cette place passe d’abord',
    detail:
      'Un appareil a été retiré de cette place avant l’arrivée de celui-ci. Il entre si les autres ne sont pas venus cinq minutes après l’appel.',
  },
  'device-unknown': {
    title: 'Vous ne pouvez pas retirer cet appareil',
    detail: 'Un appareil ne peut retirer que ceux qui sont venus après lui.',
  },
  'handover-wrong': {
    title: 'Ce code n’amène aucune place sur cet appareil',
    detail: 'Saisissez les huit lettres comme la billetterie les a dites, ou faites-les répéter.',
  },
  'handover-used': {
    title: 'Ce code a déjà servi',
    detail: 'Un code vaut pour un appareil, et un autre l’a pris. Si ce n’était pas vous, dites-le à la billetterie.',
  },
  'handover-old': {
    title: 'Ce code n’est plus valable',
    detail: 'Un code vaut dix minutes, et seul le plus récent compte. Demandez-en un autre à la billetterie.',
  },
  'handover-tries': {
    title: 'Trop de codes faux',
    detail:
      'Beaucoup de codes faux sont venus de votre connexion. Réessayez plus tard, ou maintenant par une autre, celle d’un téléphone par exemple.',
  },
  'not-drawn-yet': {
    title: 'Votre place n’est pas encore tirée au sort',
    detail: 'Votre numéro est tiré dans quelques secondes. Votre place est en sûreté.',
  },
  'not-your-turn': {
    title: 'Ce n’est pas encore votre tour',
    detail: 'Attendez que votre numéro soit appelé. Votre place est en sûreté.',
  },
  'late-next': {
    title: 'Vous êtes en retard, et parmi les premiers des suivants',
    detail:
      'Votre numéro a déjà été appelé. La prochaine place libre dans la salle est pour vous, en quelques secondes le plus souvent : réessayez tout de suite.',
  },
  'room-full': {
    title: 'Vous avez eu votre tour, et la salle est pleine',
    detail: 'Réessayez dans un petit moment.',
  },
  'keys-change': {
    title: 'Encore un instant',
    detail:
      'Aucun laissez-passer n’est remis en ce moment. Votre place est en sûreté, et vous entrerez dans une minute.',
  },
  'slower-lane': {
    title: 'Encore un peu de patience',
    detail: 'Vous entrez quelques minutes après l’appel. Votre place reste la vôtre.',
  },
  'place-removed': {
    title: 'Cette place a été retirée de la file',
    detail: 'Écrivez-nous si c’est une erreur.',
  },
  'nothing-to-appeal': {
    title: 'Il n’y a rien à contester',
    detail: 'Votre place est dans la file ordinaire : tout va bien.',
  },
  'no-more-time': {
    title: 'Il n’y a pas plus de temps',
    detail: 'Votre place n’est pas perdue : ensuite, vous pourrez revenir dès qu’il y aura de la place.',
  },
  'voucher-wrong': {
    title: 'Ce bon n’est pas valable',
    detail: 'Vous pourrez revenir dès qu’il y aura de la place.',
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
    title: 'Votre temps pour acheter est écoulé',
    detail: 'Votre place n’est pas perdue : vous pourrez revenir dès qu’il y aura de la place.',
  },
  'pass-over': {
    title: 'Ce tour est terminé',
    detail: 'Vous y avez mis fin, ou la billetterie a retiré votre place. La page de la file dit ce qu’il en est.',
  },
  'pass-elsewhere': {
    title: 'C’est votre tour dans une autre mise en vente',
    detail: 'Cette représentation ne fait pas partie de la mise en vente où vous achetez.',
  },

  'performance-cancelled': {
    title: 'Cette représentation est annulée',
    detail: 'Veuillez choisir une autre date.',
  },
  'performance-stopped': {
    title: 'Pas en vente pour le moment',
    detail:
      'La vente de cette représentation est suspendue pour l’instant. Les places gardées pour vous restent à vous si vous les achetez. Choisissez une autre date, ou revenez voir plus tard.',
  },
  'performance-unknown': {
    title: 'Cette représentation n’existe pas',
    detail: 'Elle a peut-être été annulée. Demandez à la billetterie.',
  },
  'hold-unknown': {
    title: 'Ces places ne sont pas gardées pour vous',
    detail: 'Rechargez la page : elle montre ce qui est gardé pour vous.',
  },
  'too-many-asks': {
    title: 'C’était trop rapide',
    detail: 'Attendez les réponses de la salle, puis demandez à nouveau des places.',
  },
  'hold-sold': {
    title: 'Ces places sont déjà achetées',
    detail: 'Si vous ne pouvez pas venir, demandez à la billetterie.',
  },
  'nothing-held': {
    title: 'Aucune place n’est gardée pour vous',
    detail: 'Choisissez d’abord des places. Si le délai des vôtres est écoulé, elles sont peut-être encore libres.',
  },

  'slip-forged': {
    title: 'Nous ne reconnaissons pas ces places',
    detail: 'Revenez à vos places et commandez de là.',
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
  'concession-over-limit': {
    title: 'Une personne ne peut pas avoir autant de places à ce tarif réduit',
    detail: 'Choisissez le plein tarif pour les autres places.',
  },
  'concession-unknown': {
    title: 'Ce tarif réduit n’est pas proposé ici',
    detail: 'Rechargez la page : elle montre les tarifs en vigueur.',
  },
  'order-unknown': {
    title: 'Cette commande n’existe pas',
    detail: 'Elle n’a pas été menée à terme. Commandez à nouveau.',
  },
  'order-key-wrong': {
    title: 'Cette commande est à quelqu’un d’autre',
    detail: 'Ouvrez-la par le lien de votre e-mail : il marche sur tout appareil. Ou demandez à la billetterie.',
  },
  'order-not-changeable': {
    title: 'Cette commande ne peut pas être modifiée maintenant',
    detail: 'Rechargez la page pour voir où elle en est. La billetterie peut vous aider.',
  },
  'ticket-used': {
    title: 'Un billet de cette commande a déjà ouvert la porte',
    detail: 'Il ne peut plus être rendu ni échangé.',
  },
  'tickets-belong-together': {
    title: 'Ces billets vont ensemble',
    detail: 'Rendez la place de l’accompagnant avec la place de fauteuil roulant.',
  },
  'date-not-offered': {
    title: 'Cette date n’est pas disponible à la place de l’autre',
    detail: 'Choisissez une autre des dates, ou votre argent.',
  },
  'seats-not-exchangeable': {
    title: 'Ces places ne peuvent pas être échangées contre celles-là',
    detail: 'Choisissez autant de places de la même représentation, qui ne soient pas plus chères.',
  },
  'tickets-not-ready': {
    title: 'Cette commande n’a pas de billets pour l’instant',
    detail: 'La page de la commande dit où elle en est. Regardez de nouveau dans une minute.',
  },
} satisfies RefusalWords;

export const fieldWords = {
  'body.member': 'Saisissez votre numéro de membre',
  'body.postcode': 'Saisissez votre code postal',
  'body.email': 'Saisissez une adresse e-mail, par exemple ada@example.org',
  'body.code': 'Saisissez le code',
  'body.message': 'Dites pourquoi, en une phrase',
} satisfies FieldWords;
