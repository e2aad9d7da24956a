import type { PlainShopWords } from '../en/plain-shop.ts';

export const plainShopWords: PlainShopWords = {
  toSeats: 'Choisir des places ici',
  title: 'Vos places',
  noPass: 'Vous n’avez pas de laissez-passer en ce moment',
  noPassDetail:
    'Les places sont gardées pour les personnes dont le numéro a été appelé et qui ont pris leur laissez-passer. Votre page de la file dit où vous en êtes.',
  toLine: 'Retour à la file',
  toOrders: 'Vos commandes',

  which: 'Quelle représentation ?',
  none: 'Rien n’est en vente dans cette file en ce moment.',
  other: 'Une autre représentation',
  howMany: 'Combien de places ?',
  price: 'À quel prix ?',
  anyPrice: 'Tous les prix : les meilleures places disponibles',
  each: (category, price) => `${category} : ${price} chacune`,
  fullPrice:
    'Ce sont les pleins tarifs. Pour un tarif réduit, ou pour désigner une place sur le plan, utilisez la page complète ou demandez à la billetterie.',
  find: 'Trouver les meilleures places',
  noneLeft: 'Vous avez autant de places qu’une personne peut en avoir ici.',
  lapsed: 'Le temps de vos places est écoulé',
  lapsedDetail: 'Vous pouvez encore choisir.',

  finding: 'Nous cherchons vos places',
  findingDetail: 'Cette page se recharge dans quelques secondes et vous le dit.',
  heldUntil: (time) => `Gardées pour vous jusqu’à ${time}.`,
  letGo: 'Rendre ces places',
  lettingGo: 'Ces places sont en train d’être rendues.',
  together: (amount) => `Ensemble ${amount}`,
  goOn: 'Continuer vers la commande',

  orderTitle: 'Commander ces places',
  payLater:
    'Vous payez à la billetterie. Nous vous écrivons jusqu’à quand ; d’ici là, les places sont à vous. Pour payer par carte, utilisez la page complète.',
  name: 'Nom',
  nameHint: 'Comme vous le direz à la billetterie.',
  email: 'Adresse e-mail',
  emailHint: 'Votre commande y est envoyée.',
  fill: {
    name: 'Indiquez le nom pour les billets, en 120 caractères au plus.',
    email: 'Indiquez une adresse e-mail, par exemple ada@example.org.',
  },
  order: (amount) => `Commander pour ${amount}`,
  cardsOnly: 'Pour payer, il faut la page complète',
  cardsOnlyDetail:
    'Ici, on paie seulement par carte, ce qui demande JavaScript. Vos places restent gardées : ouvrez la page complète sur un téléphone ou un ordinateur qui l’a et entrez dans la file comme ici, ou demandez à la billetterie.',
  ordersTitle: 'Vos commandes dans cette file',
  noOrders: 'Vous n’avez encore rien commandé dans cette file.',
  payOnFullPage: 'Payez sur la page complète, sur un téléphone ou un ordinateur avec JavaScript.',
  ticketsByMail: 'Vos billets sont arrivés par e-mail. Montrez leurs codes à l’entrée, ou donnez votre référence.',
};
