import type { CheckoutWords } from '../en/checkout.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: `${count(n)} place`, other: `${count(n)} places` });

export const checkoutWords = {
  title: 'Votre commande',
  held: 'Ce qui est gardé pour vous',
  empty: 'Aucune place n’est gardée pour vous',
  emptyDetail:
    'Les places gardées pour vous apparaissent ici. Si leur délai est écoulé, elles sont de nouveau libres, et vous pouvez encore choisir.',
  noPass: 'Cette page est pour celles et ceux dont le numéro est appelé',
  noPassDetail:
    'Entrez dans la file d’une mise en vente sur la page de la saison. Si votre temps d’achat est écoulé, votre place dans la file n’est pas perdu.',
  passOver: 'Votre temps d’achat est écoulé',
  passOverHeld:
    'Ces places restent réservées jusqu’à la fin de leur propre délai. Retournez dans la file et entrez de nouveau : vous pourrez alors les commander.',
  passOverDetail: 'Votre place n’est pas perdue : retournez dans la file et demandez un autre tour.',
  toLine: 'Retour à la file',
  begun: 'Vous avez commencé une commande de ces places',
  toBegun: 'Continuer cette commande',
  toOrder: 'Vers votre commande',
  toSeason: 'Choisir un spectacle',
  total: 'À payer',

  full: 'Plein tarif',
  priceFor: (seat) => `Prix de ${seat}`,
  reducedBy: (name, off) => `${name} (−${off})`,
  insteadOf: 'au lieu de',
  proof: 'Apportez un justificatif à l’entrée pour les tarifs réduits',
  reducedLimit:
    'Toutes les places d’une commande ne peuvent pas être à tarif réduit : un tarif que vous ne pouvez pas choisir est déjà utilisé, ou demande une place pour fauteuil roulant.',
  reducedBefore: (name, had, most) =>
    `${name} : une personne peut avoir ${seats(most)} à ce tarif dans cette mise en vente, et vos autres commandes en ont ${count(had)}.`,
  bring: (name, note) => `${name} : ${note}`,
  limit: (most, left) =>
    left === 0
      ? `Une personne peut avoir ${seats(most)} dans cette mise en vente : voici les vôtres.`
      : `Une personne peut avoir ${seats(most)} dans cette mise en vente : vous pouvez en ajouter ${count(left)}.`,
  add: 'Ajouter une autre représentation',

  who: 'À qui sont les billets',
  name: 'Nom',
  nameHint: 'Tel que vous le direz à la billetterie.',
  email: 'Adresse e-mail',
  emailHint: 'Seulement pour les nouvelles de ces représentations.',
  phone: 'Téléphone (facultatif)',
  nameWrong: 'Indiquez le nom des billets, en 120 caractères au plus',
  emailWrong: 'Indiquez une adresse e-mail, par exemple ada@example.org',
  phoneWrong: '32 caractères au plus',

  how: 'Comment vous payez',
  nothingToPay: 'Ces places sont gratuites. Dès que vous les commandez, elles sont à vous, et il n’y a rien à payer.',
  'box-office': 'Plus tard, à la billetterie',
  'box-office-detail':
    'Les places sont à vous dès maintenant. Payez par téléphone ou au guichet avant l’échéance que nous vous montrons ensuite ; après, elles peuvent être données à d’autres.',
  'sandbox-card': 'Maintenant, avec une carte fictive',
  'sandbox-card-detail': 'Pour les répétitions : aucun argent ne circule.',
  cards: {
    approved: 'Une carte acceptée',
    declined: 'Une carte refusée',
    'no-answer': 'Une carte dont la banque ne répond que si l’on redemande',
    late: 'Une carte acceptée quand le délai des places est déjà écoulé',
    asks: 'Une carte dont la banque vous interroge d’abord, puis accepte',
    twice: 'Une carte dont l’acceptation est annoncée deux fois',
    withdrawn: 'Une carte dont la banque retire son accord',
  },
  card: 'Quelle carte',

  stripe: {
    way: 'Maintenant, par carte',
    detail:
      'Le prestataire de paiement de la billetterie, Stripe, prend la carte à l’étape suivante. Vos places restent retenues entre-temps.',
    title: 'Payer par carte',
    hint: 'Ce que vous saisissez ici va directement chez Stripe. Rien n’est débité si les places ne sont pas à vous.',
    loading: 'Ouverture du formulaire de paiement…',
    pay: 'Payer',
    payPrice: (price) => `Payer ${price}`,
    sending: 'Nous interrogeons votre banque…',
    declined: 'Le paiement n’est pas passé',
    declinedDetail: 'Rien n’a été débité. Réessayez, ou prenez une autre carte : vos places sont toujours retenues.',
    unsure: 'Nous ne savons pas ce que le paiement est devenu',
    unsureDetail: 'Appuyez de nouveau : vous ne pouvez pas payer deux fois cette commande.',
    unreachable: 'Le formulaire de paiement ne s’est pas ouvert',
    unreachableDetail: 'Votre réseau ou un bloqueur de contenu l’empêche peut-être. Vos places sont toujours retenues.',
    again: 'L’ouvrir de nouveau',
  },

  order: (total) => `Commander pour ${total}`,
  ordering: 'Envoi de votre commande…',
  again:
    'Nous ne savons pas encore si votre dernière commande est arrivée. Redemander ne peut pas commander deux fois.',
  askAgain: 'Vérifier',
  correct: 'Il y a quelque chose à corriger plus haut.',
  cardDeclined: 'La carte a été refusée',
  cardDeclinedDetail:
    'Rien n’a été débité, et vos places restent gardées. Réessayez tout de suite, avec une autre carte ou autrement.',
} satisfies CheckoutWords;
