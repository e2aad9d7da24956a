import type { SlowerWords } from '../en/line-slower.ts';

export const slowerWords = {
  slower: 'Vous êtes dans la voie lente',
  slowerDetail: 'Votre numéro reste le vôtre. Vous entrez quelques minutes après son appel.',
  removed: 'Cette place a été retirée de la file',
  removedDetail: 'Elle ne permet pas d’entrer.',
  why: {
    'many-from-one-address':
      'Un très grand nombre de places ont été prises depuis votre adresse réseau, par autre chose qu’un navigateur.',
    'not-a-browser': 'La place a été prise par quelque chose qui ne ressemblait pas à un navigateur.',
    staff: 'La billetterie en a décidé ainsi.',
  },
  reason: (code) => `Motif : ${code}`,
  appeal: 'Est-ce une erreur ? Dites-le-nous, une personne regardera.',
  appealHint: 'En une ou deux phrases ; 500 caractères au plus.',
  appealSend: 'Envoyer',
  appealing: 'Envoi…',
  appealed: 'Nous avons votre message',
  appealedDetail: 'Une personne de la billetterie le lit. Si elle est d’accord, votre place redevient comme avant.',
} satisfies SlowerWords;
