import type { AnswersWords } from '../en/answers.ts';
import { lineWords, minutes, people } from './line.ts';
import { count } from './written.ts';

const at = (when?: string) => (when ? ` (${when})` : '');

export const answersWords = {
  title: 'Questions et réponses',
  ask: {
    queue: 'Pourquoi y a-t-il une file ?',
    early: 'Est-ce utile d’arriver tôt ?',
    fair: 'Comment savoir que le tirage est juste ?',
    long: 'Combien de temps cela prendra-t-il ?',
    refresh: 'Dois-je recharger cette page ?',
    missed: 'Et si je manque mon tour ?',
    quieter: 'Quand y a-t-il moins de monde ?',
    seats: 'Restera-t-il des places ?',
    payment: 'Et si mon paiement échoue ?',
    access: 'Comment avoir une place en fauteuil roulant, ou plus de temps ?',
  },
  askReach: 'Comment joindre la billetterie ?',
  askNumber: (n) => `Pourquoi ai-je le numéro ${count(n)} ?`,

  queue:
    'Plus de personnes arrivent au même moment qu’il n’en peut choisir à la fois. Nous en faisons entrer autant que la billetterie peut en servir, par leurs numéros. Ainsi chaque place va à une seule personne, et les paiements passent.',
  waiting: (n) => `En attente maintenant : ${people(n)}.`,
  rate: (n) => `Appelés chaque minute : environ ${count(n)}.`,

  noUse: 'Arriver tôt ne donne pas un meilleur numéro.',
  willBe: (when) =>
    `Tous ceux qui arrivent avant l’ouverture des portes${at(when)} sont tirés au sort à ce moment. Les suivants passent derrière eux.`,
  here: (n) => `Dans le foyer maintenant : ${people(n)}.`,
  lot: (when) => `Tous ceux qui étaient là avant l’ouverture des portes${at(when)} ont été tirés au sort.`,
  among: (n) => `Dans ce tirage : ${people(n)}, avec la même chance d’avoir chaque numéro.`,
  late: 'Après l’ouverture, ceux qui arrivent dans les mêmes secondes sont tirés au sort ensemble.',
  behind: (n) => `Tirés avant, et donc devant : ${people(n)}.`,

  fair: 'D’abord, la liste de tous ceux d’un tirage est fixée et publiée. Ensuite seulement, une source publique de hasard décide : nul ne peut la connaître d’avance, ni la choisir.',
  unproved:
    'D’abord, la liste de tous ceux d’un tirage est fixée et publiée. Mais aucune source publique de hasard connue ici ne décide dans cette file : le tirage n’est pas prouvé.',
  checkPlace: 'Vérifier ma place',
  check:
    '« Vérifier ma place », sur la page de la file, recalcule votre numéro sur votre propre appareil, à partir de ce qui est publié.',

  notYet: (when) => `Nous pourrons le dire une minute ou deux après l’ouverture des portes${at(when)}.`,
  unknown: 'Nous le saurons dans une minute ou deux.',
  called: 'Votre numéro a été appelé.',
  ahead: lineWords.ahead,
  wait: (half, most) =>
    `À votre numéro, une personne sur deux est appelée en ${minutes(half)} environ, neuf sur dix en ${minutes(most)}.`,
  waitMost: (most) => `À votre numéro, neuf personnes sur dix sont appelées en ${minutes(most)}.`,
  middle: (half, most) =>
    `Au milieu de la file, une personne sur deux est appelée en ${minutes(half)} environ, neuf sur dix en ${minutes(most)}.`,
  joiningNow: (half, most) => lineWords.waitNow(half < most ? minutes(half) : undefined, minutes(most)),
  halts: lineWords.halts,

  refresh:
    'Non. Cette page apporte d’elle-même chaque changement. La recharger ne nuit pas et n’apporte rien : votre place est gardée à la billetterie, pas sur cette page. Vous pouvez la fermer, laisser dormir votre téléphone, ou revenir depuis un autre appareil : vous retrouvez la même place.',

  missed: (when) =>
    `Rien n’est perdu. Une fois appelé, votre numéro le reste jusqu’à la fermeture de la file${at(when)}. Si vous arrivez en retard, vous êtes parmi les premiers des suivants et entrez dès qu’il y a de la place. Si votre temps pour acheter s’écoule, vous pourrez revenir dès qu’il y aura de la place.`,

  quieter:
    'L’attente est la plus longue à l’ouverture des portes, et plus courte dès qu’il arrive moins de monde qu’il n’en est appelé. Mais plus vous venez tard, moins il reste de choix. Une place dans la file ne recule jamais : gardez-la.',
  closes: (when) => `La file ferme le ${when}.`,

  chance: (tenths) =>
    `Pour deux places avec votre numéro : ${tenths === 0 ? 'moins d’une chance sur 20' : tenths === 10 ? 'très probable' : `environ ${tenths} chances sur 10`}. C’est calculé d’après les achats de maintenant. Ce n’est pas une promesse.`,
  left: (n) => `Places pas encore vendues : ${count(n)}.`,
  noOdds: 'Nous pourrons le dire quand les premiers auront acheté.',

  kept: (n) =>
    `Les places de votre panier sont gardées pendant ${minutes(n)}, et plus longtemps si votre banque vous interroge.`,
  findOrder: 'Retrouver ma commande',
  payment:
    'Si un paiement est refusé, rien n’est prélevé : essayez encore, ou avec une autre carte. Si vous avez payé sans voir de billets, ne payez pas deux fois. Ouvrez « Retrouver ma commande » : vos billets y sont, ou l’argent revient de lui-même.',

  access:
    'Les places en fauteuil roulant, chacune avec une place à côté pour un accompagnateur, ne sont données à personne d’autre. Choisissez « Une place pour fauteuil roulant » en entrant. S’il vous faut plus de temps, dites-le en prenant place : chaque délai est plus long pour vous, et vous pouvez en demander encore. Cela ne change rien au tirage.',
} satisfies AnswersWords;
