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
  back: 'Pour la maison',

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

  noRole: 'Vous n’avez pas de rôle ici',
  noRoleDetail: (address) =>
    `Demandez à un responsable de la maison de donner un rôle à ${address}. Rechargez ensuite cette page.`,
  noRoleNoAddress:
    'Les rôles sont donnés à des adresses e-mail, et votre connexion n’en a aucune de vérifiée. Demandez aux personnes qui s’occupent de votre compte.',
  notAllowed: 'Votre rôle ne le permet pas',
  notAllowedDetail: 'Demandez à un responsable de la maison un rôle qui le permet.',
  yourRoles: 'Voir quels rôles vous avez',
  elsewhere: 'Cette adresse a une autre connexion',
  elsewhereDetail:
    'Quelqu’un s’est connecté avec votre adresse par un autre compte. Un responsable peut retirer l’adresse et l’inviter à nouveau.',
  bySettings: 'Les réglages nomment ce responsable',
  bySettingsDetail:
    'La personne qui s’occupe de ce site peut retirer l’adresse des réglages. Ici, personne ne le peut.',

  may: 'Ce que vous pouvez faire',
  forGood: 'sans limite',
  untilWhen: (when) => `jusqu’au ${when}`,
  ended: (when) => `terminé le ${when}`,
  fromSettings: 'Par les réglages de ce site',
  roles: {
    owner: 'Responsable',
    programmer: 'Programmation',
    marketing: 'Communication',
    'box-office': 'Billetterie',
    'box-office-supervisor': 'Chef de billetterie',
    steward: 'Accueil',
    ops: 'Exploitation',
    partner: 'Partenaire',
    auditor: 'Contrôle',
  },
  permissions: {
    'read-orders': 'lire les commandes',
    'see-buyers': 'voir qui a acheté',
    'change-orders': 'modifier les commandes et encaisser',
    'pair-devices': 'associer des appareils à une porte',
    'grant-roles': 'donner et retirer des rôles',
    'read-audit': 'lire qui a fait quoi',
  },
  mayDo: (what) => `Peut ${what}.`,
  mayNothing: 'N’ouvre encore aucune de ces pages.',
  scopes: {
    everything: 'Toute la maison',
    show: (title) => `Spectacle : ${title}`,
    'on-sale': (title) => `Mise en vente : ${title}`,
    performance: (title, when) => `Représentation : ${title}, ${when}`,
    performanceUnknown: (id) => `Représentation : ${id}`,
    allocation: (name) => `Contingent : ${name}`,
  },
  people: 'Personnes et rôles',
  audit: 'Qui a fait quoi',
} satisfies StaffWords;
