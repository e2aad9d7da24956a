import type { PlainWords } from '../en/plain.ts';
import { tongueOf } from '../tongue.ts';

const { count, plural, minutes } = tongueOf('fr-FR');

/** The page without JavaScript, in French. */
export const plainFrench: PlainWords = {
  locale: 'fr-FR',
  season: 'Tous les spectacles',
  allLines: 'Toutes les files',
  languages: 'Langue',
  intro:
    'La file d’attente dans sa forme la plus simple, qui fonctionne sans JavaScript. Votre place et votre numéro y sont les mêmes.',
  fullPage: 'Vers la page complète',

  linesTitle: 'Quelle file ?',
  noLines: 'Aucune file n’est ouverte ni annoncée pour le moment.',
  opensAt: (when) => `Ouverture des portes : ${when}`,
  isOpen: 'Les portes sont ouvertes',
  noLine: 'Cette file n’existe pas',
  noLineDetail: 'Vérifiez l’adresse, ou choisissez une file dans la liste.',
  notYet: 'Cette file n’est pas encore en place',
  notYetDetail: 'Revenez plus près de l’ouverture. Personne ne peut entrer avant : vous ne manquez rien.',

  windows: 'Qui peut entrer, et à partir de quand',
  doorsOpenDetail: 'Celles et ceux qui entrent dans les mêmes secondes que vous sont tirés au sort avec vous.',
  joinLobby: 'Entrer dans le foyer',
  joinLine: 'Entrer dans la file',
  entries: {
    members: 'Avec votre numéro d’adhérent',
    email: 'Avec le lien reçu par e-mail',
    open: 'Sans carte d’adhérent',
  },
  member: 'Numéro d’adhérent',
  memberHint: 'Tel qu’il figure sur votre carte.',
  postcode: 'Code postal',
  postcodeHint: 'De l’adresse à laquelle nous vous écrivons.',
  link: 'Lien reçu par e-mail',
  linkHint:
    'Demandez-le sur la page complète, depuis n’importe quel téléphone ou ordinateur doté de JavaScript. Copiez ensuite le lien entier de l’e-mail dans cette case.',
  openDetail: (venue) =>
    `Pour écarter les robots, cette entrée demande à votre navigateur un petit calcul, qui exige JavaScript. Entrez depuis un téléphone ou un ordinateur qui en dispose, ou appelez la billetterie de ${venue}.`,
  needs: 'Avez-vous besoin de quelque chose ?',
  need: {
    wheelchair: 'Une place pour fauteuil roulant',
    companion: 'Un siège à côté de moi pour la personne qui m’accompagne',
    'more-time': 'Plus de temps à chaque étape',
  },
  join: 'Prendre une place',
  joinOnce: 'Une place par personne : revenez d’où vous voulez, vous retrouvez la même place.',
  drawTitle: 'Comment l’ordre est décidé',
  draw: 'Toutes les personnes présentes avant l’ouverture ont la même chance : au moment où les portes s’ouvrent, toutes les places sont tirées au sort. Arriver tôt n’avantage personne, et qui arrive ensuite passe après ce tirage.',

  inLobby: 'Vous avez une place',
  inLobbyDetail:
    'Vous pouvez fermer cette page : votre place reste la vôtre. Soyez de retour à l’ouverture des portes.',
  inTheLobby: (n) => plural(n, { one: '# personne dans le foyer.', other: '# personnes dans le foyer.' }),
  drawing: 'Le tirage au sort est en cours',
  drawingDetail: 'Votre numéro sera ici dans quelques secondes.',
  number: 'Votre numéro',
  ahead: (n) =>
    n === 0 ? 'C’est bientôt à vous' : plural(n, { one: '# personne devant vous', other: '# personnes devant vous' }),
  calledSoFar: (n) => (n === 0 ? 'Personne n’a encore été appelé.' : `Numéros appelés jusqu’ici : de 1 à ${count(n)}.`),
  wait: (half, most) =>
    `À votre place, une personne sur deux est appelée en ${minutes(half)} environ, neuf sur dix en ${minutes(most)} environ.`,
  waitMost: (most) => `À votre place, neuf personnes sur dix sont appelées en ${minutes(most)} environ.`,
  waitUnknown: 'Nous saurons dans une minute ou deux combien de temps vous attendrez.',
  chance: (ofTen) => `Il y a environ ${ofTen} chances sur 10 que deux places restent à votre tour.`,
  chanceHigh: 'Il restera très probablement des places à votre tour. Ce n’est pas une promesse.',
  chanceLow: 'Il est peu probable qu’il reste des places à votre tour : moins d’une chance sur 20.',
  keepPlace:
    'Vous pouvez fermer cette page : votre place reste la vôtre. Quand votre numéro est appelé, il vous attend.',

  called: 'C’est votre tour',
  again: 'Votre temps d’achat est écoulé',
  againDetail: 'Votre place n’est pas perdue : vous pouvez revenir dès qu’il y a de la place.',
  calledDetail: (venue) =>
    `Le choix des places exige JavaScript. Ouvrez la page complète sur un téléphone ou un ordinateur qui en dispose et entrez comme vous l’avez fait ici : vous y retrouvez la même place. Ou appelez la billetterie de ${venue} et dites votre numéro. Votre temps d’achat commence quand vous prenez votre laissez-passer : ayez l’un ou l’autre à portée de main.`,
  claim: 'Prendre mon laissez-passer',
  shopping: 'Vous avez votre laissez-passer',
  shoppingUntil: (time) => `Il est valable jusqu’à ${time}.`,
  shoppingDetail: (venue) =>
    `Choisissez vos places sur la page complète, sur un téléphone ou un ordinateur doté de JavaScript : entrez comme vous l’avez fait ici, vous y retrouvez la même place et le même laissez-passer. Ou appelez la billetterie de ${venue} et dites votre numéro.`,
  finish: 'J’ai terminé mes achats',
  over: 'Cette vente est terminée',
  overDetail: 'La file est fermée. Il y a peut-être d’autres moyens d’avoir des billets : voyez tous les spectacles.',
  leave: 'Quitter la file',
  leaveSure: 'Vous renoncez à votre numéro, et quelqu’un d’autre avance.',
  leaveYes: 'Oui, quitter la file',
  left: 'Vous avez quitté la file. Vous changez d’avis ? Entrez de nouveau et votre ancienne place est à vous.',

  paused: 'La file est en pause. Personne n’est appelé pour l’instant, et personne ne passe devant vous.',
  house: 'Nous n’appelons personne tant que le plan de salle répond lentement. Personne ne passe devant vous.',
  baskets:
    'Toutes les places sont dans des paniers. Celles qui ne sont pas payées reviennent, et nous reprenons alors les appels.',
  soldOut:
    'Complet : toutes les places sont vendues. Si des places reviennent, les personnes suivantes seront appelées.',
  lost: 'Pas de nouvelles de la file pour l’instant. Votre place est en sûreté : elle est gardée au théâtre, pas sur cette page.',
  lane: {
    slower: 'Votre place est dans la file lente : vous entrez un peu après l’appel de votre numéro.',
    removed: 'Votre place a été retirée de la file.',
  },
  why: {
    'many-from-one-address': 'Un très grand nombre de personnes sont entrées depuis la même adresse que vous.',
    'not-a-browser': 'La demande ne ressemblait pas à celle d’un navigateur.',
    staff: 'Notre équipe en a décidé ainsi.',
  },
  appeal: 'Si c’est une erreur, écrivez-nous depuis la page complète : une personne l’examinera.',

  refreshes: 'Cette page s’actualise toute seule.',
  stop: 'Arrêter',
  start: 'Actualiser toute seule',
  lookNow: 'Actualiser maintenant',
  asOf: (time) => `À ${time}.`,
  trouble: 'Cela n’a pas marché',
  fault: 'Une erreur s’est produite chez nous. Vous n’avez rien perdu. Réessayez dans quelques secondes.',
  notForm: 'Utilisez les boutons de cette page.',
  refused: {
    'member-unknown': 'Le numéro et le code postal ne correspondent pas. Vérifiez-les sur votre carte, puis réessayez.',
    'too-many-tries':
      'Ce numéro a été essayé avec beaucoup de codes postaux. Il se repose un quart d’heure ; réessayez ensuite.',
    'link-wrong':
      'Ce lien n’est pas valable pour cette file. Copiez-le de nouveau, en entier, ou demandez-en un autre.',
    'line-closed': 'Cette vente est terminée.',
    'line-not-open-yet': 'Les portes ne sont pas encore ouvertes. Votre place est en sûreté.',
    'not-drawn-yet': 'Votre numéro est tiré dans quelques secondes. Votre place est en sûreté.',
    'not-your-turn': 'Ce n’est pas encore votre tour. Votre place est en sûreté.',
    'slower-lane': 'Vous entrerez un peu plus tard. Attendez une minute, puis réessayez : votre place est en sûreté.',
    'room-full': 'Vous avez eu votre tour, et la salle est pleine. Réessayez dans un petit moment.',
    'place-given-up': 'Vous avez quitté cette file. Entrez de nouveau pour retrouver la même place.',
    'receipt-missing':
      'Nous ne voyons pas votre place. Votre navigateur refuse peut-être les cookies : acceptez-les, puis entrez de nouveau.',
    'receipt-forged': 'Nous ne voyons pas votre place. Entrez de nouveau : vous retrouverez la vôtre.',
    'bad-request': 'Remplissez toutes les cases, puis réessayez.',
    'not-from-this-page': 'Le formulaire venait d’un autre site. Utilisez les boutons de cette page.',
  },
};
