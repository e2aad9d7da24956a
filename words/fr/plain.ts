import type { PlainWords } from '../en/plain.ts';
import { minutes, people } from './line.ts';

export const plainWords = {
  season: 'Tous les spectacles',
  allLines: 'Toutes les files',
  languages: 'Langue',
  intro:
    'La file d’attente dans sa forme la plus simple, qui fonctionne sans JavaScript. Votre place et votre numéro y sont les mêmes.',
  fullPage: 'Vers la page complète',

  linesTitle: 'Quelle file ?',
  noLines: 'Aucune file n’est ouverte ni annoncée pour le moment.',
  opensAt: (when) => `Ouverture des portes : ${when}`,
  noLine: 'Cette file n’existe pas',
  noLineDetail: 'Vérifiez l’adresse, ou choisissez une file dans la liste.',

  doorsOpenDetail: 'Celles et ceux qui entrent dans les mêmes secondes que vous sont tirés au sort avec vous.',
  entries: {
    members: 'Avec votre numéro d’adhérent',
    email: 'Avec le lien reçu par e-mail',
    open: 'Sans carte d’adhérent',
  },
  link: 'Lien reçu par e-mail',
  linkHint:
    'Demandez-le sur la page complète, depuis n’importe quel téléphone ou ordinateur doté de JavaScript. Copiez ensuite le lien entier de l’e-mail dans cette case.',
  openDetail: (venue) =>
    `Pour écarter les robots, cette entrée demande à votre navigateur un petit calcul, qui exige JavaScript. Entrez depuis un téléphone ou un ordinateur qui en dispose, ou demandez à la billetterie de ${venue}.`,
  anyNeeds: 'Avez-vous besoin de quelque chose ?',
  joinCookies:
    'Cette page garde votre place dans un cookie. Si votre navigateur refuse les cookies, autorisez-les pour ce site avant d’entrer dans la file.',
  joinOnce: 'Une place par personne : revenez d’où vous voulez, vous retrouvez la même place.',

  inLobbyDetail:
    'Vous pouvez fermer cette page : votre place reste la vôtre. Soyez de retour à l’ouverture des portes.',
  inTheLobby: (n) => `${people(n)} dans le foyer.`,
  wait: (half, most) =>
    `À votre place, une personne sur deux est appelée en ${minutes(half)} environ, neuf sur dix en ${minutes(most)} environ.`,
  waitMost: (most) => `À votre place, neuf personnes sur dix sont appelées en ${minutes(most)} environ.`,
  waitUnknown: 'Nous saurons dans une minute ou deux combien de temps vous attendrez.',
  chance: (ofTen) => `Il y a environ ${ofTen} chances sur 10 que deux places restent à votre tour.`,
  chanceHigh: 'Il restera très probablement des places à votre tour. Ce n’est pas une promesse.',
  chanceLow: 'Il est peu probable qu’il reste des places à votre tour : moins d’une chance sur 20.',

  calledDetail: (venue) =>
    `Votre temps d’achat commence quand vous prenez votre laissez-passer. Sans JavaScript, nous trouvons les meilleures places pour vous, et vous payez à la billetterie. Pour choisir sur le plan ou payer par carte, ouvrez la page complète sur un téléphone ou un ordinateur doté de JavaScript et entrez comme vous l’avez fait ici : vous y retrouvez la même place. Ou demandez à la billetterie de ${venue} et dites votre numéro.`,
  claim: 'Prendre mon laissez-passer',
  shopping: 'Vous avez votre laissez-passer',
  shoppingUntil: (time) => `Il est valable jusqu’à ${time}.`,
  shoppingDetail: (venue) =>
    `Sans JavaScript, nous trouvons les meilleures places pour vous, et vous payez à la billetterie. Pour choisir sur le plan ou payer par carte, ouvrez la page complète sur un téléphone ou un ordinateur doté de JavaScript : entrez comme vous l’avez fait ici, vous y retrouvez la même place et le même laissez-passer. Ou demandez à la billetterie de ${venue} et dites votre numéro.`,
  leaveSure: 'Vous renoncez à votre numéro, et quelqu’un d’autre avance.',
  leaveYes: 'Oui, quitter la file',

  lost: 'Pas de nouvelles de la file pour l’instant. Votre place est en sûreté : elle est gardée à la billetterie, pas sur cette page.',
  appeal: 'Si c’est une erreur, écrivez-nous depuis la page complète : une personne l’examinera.',

  refreshes: 'Cette page s’actualise toute seule.',
  stop: 'Arrêter',
  start: 'Actualiser toute seule',
  lookNow: 'Actualiser maintenant',
  asOf: (time) => `À ${time}.`,
  trouble: 'Cela n’a pas marché',
  fault: 'Une erreur s’est produite chez nous. Vous n’avez rien perdu. Réessayez dans quelques secondes.',
} satisfies PlainWords;
