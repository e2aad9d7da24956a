import type { InviteWords } from '../en/invite.ts';

export const inviteWords = {
  subject: (title) => `Votre accès à la file d’attente : ${title}`,
  hello: 'Bonjour,',
  click: (title) => `Cliquez sur ce lien pour prendre votre place dans la file d’attente de ${title} :`,
  button: 'Prendre ma place',
  lasts:
    'Le lien est valable une journée, ou jusqu’à la fin de la vente. Il est à vous : qui le possède prend votre place, ne le transmettez donc à personne.',
  notYou:
    'Si vous n’avez rien demandé, ne faites rien. Aucune place n’est prise et nous n’avons pas gardé votre adresse.',
} satisfies InviteWords;
