import type { Heads } from '../en/heads.ts';

export const heads = {
  every: {
    noscript: 'Cette page a besoin de JavaScript.',
    home: 'Billetterie',
    plainPage: 'La page simple de la file s’en passe',
  },
  index: { title: 'Saison', description: 'Ce qui se joue, et l’heure d’ouverture des portes.' },
  show: { title: 'Spectacle', description: 'Représentations et tarifs.' },
  line: {
    title: 'La file d’attente',
    plain: 'Toujours rien ? Prenez la page simple.',
  },
  hall: { title: 'Choisissez vos places', description: 'Choisissez vos places.' },
  checkout: { title: 'Paiement', description: 'Votre commande.' },
  order: { title: 'Votre commande', description: 'Votre commande et ses billets.' },
  check: { title: 'Vérifier ma place', description: 'Calculez vous-même votre place à partir des fichiers publiés.' },
  ledger: { title: 'Le registre', description: 'Chaque acte sur la file, et la preuve qu’aucun n’a été modifié.' },
  staff: { title: 'Pour la maison', description: 'L’entrée du personnel.' },
  '404': {
    title: 'Pas à l’affiche',
    heading: 'Ceci n’est pas à l’affiche',
    detail: 'Il n’y a rien à cette adresse. Le spectacle a peut-être été retiré, ou l’adresse contient une erreur.',
    toSeason: 'Voir toute la saison',
  },
} satisfies Heads;
