import type { LaterWords } from '../en/line-later.ts';
import { plural } from './written.ts';

export const laterWords = {
  noOnSaleDetail: 'Cette adresse ne nomme aucune mise en vente. Choisissez-en une sur la page de la saison.',
  notYet: 'Cette file n’existe pas encore',
  notYetDetail: 'Revenez peu avant l’ouverture. Personne ne peut s’y mettre avant : vous ne manquez rien.',
  overDetail: 'La file est fermée. Il y a peut-être d’autres moyens : voyez la page de la saison.',
  findOrder: 'Retrouver ma commande',
  left: 'Vous avez quitté la file',
  leftDetail: 'Quelqu’un d’autre avance. Vous changez d’avis ? Revenez, et vous retrouvez votre place.',
  leftBought: 'Merci : vos billets restent les vôtres',
  leftBoughtDetail:
    'Vous n’êtes plus dans la file. Votre commande et ses billets restent sur leur page, et dans votre e-mail.',
  toOrder: 'Vers votre commande',

  needs: {
    wheelchair: 'Une place en fauteuil roulant',
    companion: 'Un accompagnateur à côté de moi',
    'more-time': 'Plus de temps pour tout ce qui est limité',
  },
  needsDetail: 'Seules les personnes qui vous placent le voient. Cela ne change rien au tirage au sort.',

  email: 'Adresse e-mail',
  emailHint: 'Nous envoyons un lien qui vous donne votre place. Nous ne gardons aucune adresse.',
  invite: 'M’envoyer le lien',
  inviting: 'Envoi…',
  invited: 'Regardez vos e-mails',
  invitedDetail: (address) =>
    `Si ${address} peut recevoir des messages, il y en a un en route. Ouvrez son lien et vous avez une place ; cela peut prendre une minute, ou se trouver dans les indésirables.`,
  inviteAgain: 'Prendre une autre adresse',

  leaveSure: 'Quitter la file et abandonner votre numéro ?',
  leaveYes: 'Oui, quitter',
  leaveNo: 'Rester',

  signals: 'Prévenez-moi quand c’est à moi',
  signal: { notify: 'Notification', sound: 'Son', vibrate: 'Vibration' },
  signalsDetail: 'Gardez cette page ouverte, en arrière-plan si vous voulez. Le titre de l’onglet le dit aussi.',
  refused: {
    notify:
      'Votre navigateur ne nous le permet pas. Autorisez les notifications de ce site dans ses réglages, ou choisissez un son.',
    sound: 'Votre navigateur ne peut pas jouer de son ici.',
    vibrate: 'Cet appareil ne peut pas vibrer.',
  },

  extend: 'Il me faut plus de temps',
  extending: 'Un instant…',
  extensions: (n) =>
    plural(n, { one: 'Vous pouvez le demander une fois.', other: `Vous pouvez le demander ${n} fois.` }),
} satisfies LaterWords;
