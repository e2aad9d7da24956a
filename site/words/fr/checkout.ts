import type { CheckoutWords } from '../en/checkout.ts';

export const checkoutWords = {
  title: 'Votre commande',
  held: 'Ce qui est gardé pour vous',
  empty: 'Aucune place n’est gardée pour vous',
  emptyDetail:
    'Les places gardées pour vous apparaissent ici. Si leur délai est écoulé, elles sont de nouveau libres, et vous pouvez encore choisir.',
  noPass: 'Cette page est pour celles et ceux dont le numéro est appelé',
  noPassDetail:
    'Entrez dans la file d’une mise en vente sur la page de la saison. Si votre temps d’achat est écoulé, votre place dans la file n’est pas perdu.',
  toSeason: 'Choisir un spectacle',
  total: 'À payer',

  who: 'À qui sont les billets',
  name: 'Nom',
  nameHint: 'Tel que vous le direz à la billetterie.',
  email: 'Adresse e-mail',
  emailHint: 'Seulement pour les nouvelles de ces représentations.',
  phone: 'Téléphone (facultatif)',
  nameWrong: 'indiquez le nom des billets, en 120 caractères au plus',
  emailWrong: 'indiquez une adresse e-mail, par exemple ada@example.org',
  phoneWrong: '32 caractères au plus',

  how: 'Comment vous payez',
  'box-office': 'Plus tard, à la billetterie',
  'box-office-detail':
    'Les places sont à vous dès maintenant. Payez par téléphone ou au guichet avant l’échéance que nous vous montrons ensuite ; après, elles peuvent être données à d’autres.',
  'sandbox-card': 'Maintenant, avec une carte fictive',
  'sandbox-card-detail': 'Pour les répétitions : aucun argent ne circule.',
  approved: 'Une carte acceptée',
  declined: 'Une carte refusée',
  card: 'Quelle carte',

  order: (total) => `Commander pour ${total}`,
  ordering: 'Envoi de votre commande…',
  again:
    'Nous ne savons pas encore si votre dernière commande est arrivée. Redemander ne peut pas commander deux fois.',
  askAgain: 'Vérifier',
  correct: 'Il y a quelque chose à corriger plus haut.',
} satisfies CheckoutWords;
