import type { LineWords } from '../en/line.ts';
import { count, plural } from './written.ts';

export const people = (n: number) => plural(n, { one: '1 personne', other: `${count(n)} personnes` });

export function minutes(n: number): string {
  if (n < 60) return plural(n, { one: 'une minute', other: `${n} minutes` });
  const hours = Math.round(n / 30) / 2;
  return hours === 1 ? 'une heure' : `${`${hours}`.replace('.5', '½')} heures`;
}

export const lineWords = {
  eyebrow: (audience) => (audience ? `Pour ${audience}` : 'Mise en vente'),
  noOnSale: 'Quelle file ?',

  doorsIn: 'Les portes ouvrent dans',
  doorsAt: (when) => `Elles ouvrent le ${when}.`,
  doorsOpening: 'Les portes s’ouvrent',
  doorsOpen: 'Les portes sont ouvertes',
  windows: 'Qui entre, et quand',
  openNow: 'ouvert',
  yourWindow: (name) => `Vous entrez avec : ${name}`,
  waitNow: (half, most) =>
    `Parmi ceux qui arrivent maintenant, ${half ? `la moitié sont appelés en ${half} environ, neuf sur dix` : 'neuf sur dix sont appelés'} en ${most}.`,

  joinTitle: 'Entrer dans le foyer',
  joinTitleOpen: 'Entrer dans la file',
  ways: 'Comment entrez-vous ?',
  way: { members: 'Avec un numéro de membre', email: 'Par e-mail', open: 'Sans rien de cela' },
  member: 'Numéro de membre',
  memberHint: 'Comme sur votre carte de membre.',
  postcode: 'Code postal',
  postcodeHint: 'De l’adresse où nous vous écrivons.',
  needsAsk: 'Vous faut-il une place en fauteuil roulant, un accompagnateur à côté de vous, ou plus de temps ?',
  join: 'Prendre place',
  joining: 'Un instant…',
  proving: 'Nous vérifions que vous n’êtes pas un robot…',
  provingDetail: 'Votre navigateur fait un calcul pour nous. Quelques secondes suffisent, vous n’avez rien à faire.',
  joinOnce: 'Une place par personne. Depuis un autre appareil, vous retrouvez la même.',

  drawTitle: 'Comment l’ordre est décidé',
  draw: 'Tous ceux qui sont là avant l’ouverture ont la même chance : à l’ouverture des portes, toutes les places sont tirées au sort. Arriver tôt n’apporte rien, et qui arrive plus tard passe après ce tirage.',
  drawLater:
    'Les portes sont ouvertes : vous serez derrière tous ceux déjà tirés au sort. Ceux qui arrivent dans les mêmes secondes que vous sont tirés au sort ensemble.',
  ledger: 'Ce qui a été fait dans cette file',

  inLobby: 'Vous avez une place',
  inLobbyDetail:
    'Vous pouvez fermer cette page ou laisser dormir votre téléphone : votre place reste la vôtre. Soyez de retour à l’ouverture.',
  waitingHere: (n) => (n === 1 ? 'Vous êtes la première personne ici.' : `${people(n)} dans le foyer.`),
  drawing: 'Le tirage au sort est en cours',
  drawingDetail: 'Votre numéro sera ici dans quelques secondes.',

  ahead: (n) => (n === 0 ? 'C’est bientôt à vous' : `${people(n)} devant vous`),

  halts: {
    staff: ['La file est en pause', 'Personne n’est appelé pour le moment, et personne ne vous double.'],
    house: [
      'La billetterie est débordée',
      'Nous n’appelons personne tant qu’elle ne répond pas bien. Votre place est sûre, et personne ne vous double.',
    ],
    baskets: [
      'Toutes les places sont dans des paniers',
      'Certaines seront libérées d’ici quelques minutes. La file reprendra alors dans l’ordre : restez si vous voulez.',
    ],
    'sold-out': [
      'Complet',
      'Toutes les places sont vendues. Si certaines reviennent, la file reprend dans l’ordre. Vous pouvez rester, partir, ou demander à la billetterie.',
    ],
  },

  called: 'C’est à vous',

  over: 'Cette mise en vente est terminée',

  lost: 'Pas de nouvelles de la billetterie',
  lostDetail: 'Votre place est sûre : elle est gardée à la billetterie, pas sur cette page. Nous continuons d’essayer.',

  titleNumber: (position, ahead) =>
    ahead === 0 ? `Bientôt · numéro ${count(position)}` : `${count(ahead)} devant · numéro ${count(position)}`,
  titleCalled: '★ C’est à vous',
  announceNumber: (position, ahead) => `Votre numéro est le ${count(position)}. ${ahead}.`,
} satisfies LineWords;
