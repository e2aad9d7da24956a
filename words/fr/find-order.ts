import type { FindOrderWords } from '../en/find-order.ts';
import { count, plural } from './written.ts';

export const findOrderWords = {
  eyebrow: 'Vos commandes',
  title: 'Retrouver votre commande',
  lead: 'Le reçu de votre place dans la file retrouve toutes les commandes passées avec elle, même quand votre temps pour acheter est écoulé.',

  looking: 'Nous cherchons votre commande…',
  found: (n) =>
    n === 0
      ? 'Aucune commande trouvée.'
      : plural(n, { one: '1 commande trouvée.', other: `${count(n)} commandes trouvées.` }),
  placedAt: (when) => `Commandée : ${when}`,
  states: {
    paying: 'À payer',
    placed: 'En cours',
    confirmed: 'Les places sont à vous',
    refused: 'N’a pas abouti',
    cancelled: 'Annulée',
  },
  open: 'Ouvrir cette commande',
  none: 'Nous n’avons pas de commande de cette place',
  noneDetail:
    'Vous venez de commander ? Regardez de nouveau dans quelques secondes. Si votre banque montre tout de même un paiement, demandez à la billetterie.',
  lookAgain: 'Regarder de nouveau',
  another: 'Prendre un autre reçu',

  paste: 'Quelle place aviez-vous ?',
  pasteDetail:
    'Le navigateur avec lequel vous êtes entré dans la file garde votre reçu : ouvrez cette page là-bas, ou collez le reçu ici. L’e-mail avec vos billets contient aussi un lien vers votre commande.',
  receipt: 'Votre reçu',
  receiptHint: 'Il commence par r2. et compte environ 350 caractères.',
  find: 'Retrouver ma commande',
  wrong: {
    nothing: 'Collez un reçu : il commence par r2.',
    unreadable: 'Ce n’est pas un reçu, ou il en manque une partie. Il commence par r2.',
  },
  noReceipt: 'Ni reçu ni e-mail ? La billetterie retrouve votre commande à votre nom.',
  refusals: {
    'receipt-forged': {
      title: 'Ce reçu n’est pas l’un des nôtres',
      detail: 'Il manque peut-être un caractère, ou il a changé : copiez-le de nouveau, en entier.',
    },
    'line-unknown': {
      title: 'Nous ne connaissons pas la file de ce reçu',
      detail:
        'Il vient peut-être d’une autre salle, ou d’une vente passée depuis longtemps. La billetterie retrouve votre commande à votre nom.',
    },
  },
} satisfies FindOrderWords;
