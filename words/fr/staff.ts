import type { StaffWords } from '../en/staff.ts';

export const staffWords = {
  title: 'Pour la maison',
  lead: 'Cette entrée est réservée à celles et ceux qui travaillent ici. Le public n’a pas besoin de se connecter.',
  signIn: 'Se connecter',
  signInAgain: 'Se reconnecter',
  signingIn: 'Connexion en cours…',
  leaving: 'Déconnexion en cours…',
  signedOut: 'Vous êtes déconnecté',
  signedOutDetail: 'Cet onglet ne garde rien de vous. Fermez aussi les autres onglets où vous vous êtes connecté.',

  you: 'Vous êtes connecté en tant que',
  nameless: 'quelqu’un sans nom',
  until: (time) => `Jusqu’à ${time}. Pendant que vous travaillez, la connexion se prolonge d’elle-même.`,
  signOut: 'Se déconnecter',
  signOutHint: 'Sur un appareil partagé, déconnectez-vous en partant.',
  tools: 'Vos outils',
  orderBook: 'Registre des commandes',
  door: 'Contrôle des billets',
  stillWithKey: 'Ces deux pages demandent encore la clé du personnel.',

  unset: 'Personne ne peut se connecter ici',
  unsetDetail: 'Ce site a été installé sans connexion. Adressez-vous aux personnes qui s’en occupent.',
  refused: 'Vous n’avez pas été connecté',
  refusedDetail: 'La connexion a été interrompue ou n’a pas été autorisée. Rien n’a changé. Réessayez.',
  over: 'Votre connexion a pris fin',
  overDetail:
    'Elle date de trop longtemps, ou quelqu’un y a mis fin. Reconnectez-vous : vous reviendrez là où vous étiez.',
  away: 'Le service de connexion ne répond pas',
  awayDetail: 'Cela vient peut-être de votre réseau ou du service de connexion. Attendez un instant et réessayez.',
  clock: 'L’horloge de cet appareil n’est pas à l’heure',
  clockDetail:
    'Une connexion a besoin de l’heure exacte. Laissez l’appareil régler son horloge lui-même, puis reconnectez-vous.',
  mismatch: 'Cette réponse n’est pas la vôtre',
  mismatchDetail: 'La page revient d’une connexion qui n’a pas commencé dans cet onglet. Recommencez ici.',
} satisfies StaffWords;
