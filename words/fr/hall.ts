import type { HallWords } from '../en/hall.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: `${n} place`, other: `${count(n)} places` });

export const hallWords = {
  noPerformance: 'De quelle représentation s’agit-il ?',
  noPerformanceDetail:
    'Cette adresse ne désigne aucune représentation. Choisissez un spectacle sur la page de la saison.',
  allDates: 'Toutes les dates',
  off: 'Cette représentation n’a pas lieu',
  houseSays: (reason) => `La billetterie écrit : « ${reason} »`,
  otherDates: 'Une date proposée à la place',
  offDetail: 'Plus rien n’en est vendu.',
  movedFrom: (when) => `déplacée, avant ${when}`,

  noPass: 'Vous pouvez regarder, et choisir dès que ce sera votre tour',
  noPassDetail: 'Les places sont réservées à celles et ceux dont le numéro est appelé.',
  passOver: 'Votre temps d’achat est écoulé',
  passOverDetail:
    'Votre place dans la file n’est pas perdu : retournez-y et demandez un nouveau tour. Les places gardées pour vous le restent jusqu’à la fin de leur propre délai.',
  toLine: (title) => `Vers la file : ${title}`,
  otherLines: 'Autres portes :',
  each: (price) => `${price} par place`,

  bestTitle: 'Les meilleures places côte à côte',
  party: 'Combien',
  fewer: 'Une de moins',
  more: 'Une de plus',
  chips: 'Côte à côte, d’un seul geste : prix par place',
  about: (price) => `environ ${price}`,
  chipFull: (price, n) =>
    `environ ${price} : ${plural(n, { one: 'garder la meilleure place', other: `garder les ${n} meilleures côte à côte` })}`,
  bands: 'Tarif',
  any: 'Tous les tarifs',
  bandFree: (n) => (n === 0 ? 'complet' : n < 20 ? plural(n, { one: `plus que ${n}`, other: `encore ${n}` }) : ''),
  access: 'Une place pour fauteuil roulant',
  accessHint: 'Pour deux, la place de l’accompagnant à côté est aussi pour vous.',
  best: (n) => plural(n, { one: 'Trouver la meilleure place', other: `Trouver les ${n} meilleures places` }),
  bestHere: (n, where) =>
    plural(n, {
      one: `Trouver la meilleure place : ${where}`,
      other: `Trouver les ${n} meilleures places : ${where}`,
    }),
  accessLimit: (n) =>
    plural(n, {
      one: 'Une place pour fauteuil roulant par personne.',
      other: `${n} places pour fauteuil roulant par personne.`,
    }),
  askLimit: (burst, perMinute) => `Vous pouvez demander ${burst} fois de suite, puis ${perMinute} fois par minute.`,
  askAgainIn: (seconds) =>
    plural(seconds, {
      one: 'Vous pourrez redemander dans une seconde.',
      other: `Vous pourrez redemander dans ${seconds} secondes.`,
    }),
  reduced: (list) => `Tarifs réduits au paiement, pour tant de places par personne : ${list}.`,
  finding: 'Recherche de places…',
  limit: (left) =>
    left === 0
      ? 'Vous avez toutes les places qu’une personne peut avoir.'
      : `Vous pouvez prendre encore ${seats(left)}.`,

  choose: 'Choisissez vous-même',
  plan: 'Plan',
  list: 'Liste',
  planLabel: (house) => `Plan de la salle : ${house}`,
  planHelp: 'Les flèches vont de place en place, Entrée choisit, plus et moins agrandissent et réduisent.',
  closer: 'Plus près',
  further: 'Plus loin',
  whole: 'Plan entier',
  stale: 'Pas de nouvelles des places pour l’instant',
  staleFor: (seconds) => `Ce que vous voyez date de ${seconds} secondes. Nous continuons de demander.`,

  seat: (label, price, state) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'prise',
  mine: 'gardée pour vous',
  picked: 'choisie',
  view: (why) => `visibilité réduite : ${why}`,
  legend: 'Signes sur le plan',
  viewSign: 'Visibilité réduite',
  takenSign: 'Prise',
  wheelchair: 'place pour fauteuil roulant',
  companion: 'place d’accompagnant',
  sectionFree: (name, free, price) =>
    `${name}, ${free === 0 ? 'complet' : plural(free, { one: `${free} libre`, other: `${count(free)} libres` })}, ${price}`,
  row: (label) => `Rang ${label}`,
  fullSection: 'complet',
  standing: 'Debout : les places ne sont pas numérotées. Dites combien dans le formulaire.',
  unreserved: 'Placement libre : dites combien dans le formulaire.',

  picks: (n, price) => `${seats(n)}, ${price}`,
  hold: (n) => plural(n, { one: 'Garder cette place', other: 'Garder ces places' }),
  clear: 'Effacer',
  pickTaken: 'Cette place est prise.',
  pickLimit: 'Vous ne pouvez pas avoir plus de places.',
  gone: (labels) => `Vient d’être pris : ${labels}. Choisissez une autre place.`,

  accessPair: 'Place pour fauteuil roulant avec celle de l’accompagnant',
  accessAlone: 'Place pour fauteuil roulant',
  withoutCompanion: 'Sans la place de l’accompagnant',
  withCompanion: 'Avec la place de l’accompagnant',
  single: (n) => plural(n, { one: 'Il resterait une place isolée', other: `Il resterait ${n} places isolées` }),
  singleDetail: (labels) => `${labels} : presque personne ne vient seul. Voulez-vous vous décaler ?`,
  instead: (labels) => `Prendre ${labels}`,
  keepMine: 'Garder les miennes',
  lost: (labels) => `${labels} : quelqu’un a été plus rapide d’un instant. Nous en sommes désolés.`,
  equal: 'Les plus proches du même genre, au même tarif :',
  takeThese: (labels) => `Prendre plutôt ${labels}`,
  noEqual: 'Il n’en reste pas de semblables. Choisissez-en d’autres, ou laissez-nous chercher les meilleures.',

  slow: 'Il y a beaucoup de monde. Votre demande est enregistrée et recevra sa réponse ; restez sur cette page.',
  noAnswer:
    'Pas encore de réponse. Votre demande est toujours là : en redemandant, vous aurez sa réponse, et non des places en double.',
  askAgain: 'Redemander',

  refusal: {
    'seat-taken': 'Quelqu’un a été plus rapide',
    'seat-unknown': 'Cette place n’existe pas',
    'not-enough-seats': 'Pas assez de places de ce genre côte à côte',
    'over-limit': 'Ce serait plus qu’une personne ne peut avoir',
    'wheelchair-over-limit': 'Ce serait plus de places pour fauteuil roulant qu’une personne ne peut en avoir',
    'access-only': 'Ce sont des places pour fauteuil roulant',
    'not-in-this-on-sale': 'Pas en vente dans cette mise en vente',
    'performance-cancelled': 'Annulée',
    'performance-stopped': 'Pas en vente pour le moment',
    lost: 'C’était trop long',
  },
  refusalDetail: {
    'seat-taken': 'Vous n’avez aucune des places choisies ; choisissez-en d’autres.',
    'seat-unknown':
      'Cette salle n’a pas cette place, cette zone ou ce tarif. Rechargez le plan et choisissez à nouveau.',
    'not-enough-seats':
      'Il ne reste pas autant de places proches les unes des autres. Essayez-en moins, un autre tarif, ou choisissez sur le plan.',
    'over-limit':
      'Vous auriez ainsi plus de places qu’une personne ne peut en avoir dans cette mise en vente. Demandez-en moins.',
    'wheelchair-over-limit':
      'Vous auriez ainsi plus de places pour fauteuil roulant qu’une personne ne peut en avoir dans cette mise en vente. La billetterie aide les groupes plus grands.',
    'access-only':
      'Ces places sont gardées pour les personnes en fauteuil roulant et leurs accompagnants. Demandez plutôt la meilleure place pour fauteuil roulant, pour une ou deux personnes.',
    'not-in-this-on-sale': 'Cette représentation ne fait pas partie de la mise en vente où c’est votre tour.',
    'performance-cancelled':
      'Cette représentation est annulée, et plus rien n’en est vendu. Veuillez choisir une autre date.',
    'performance-stopped':
      'La vente de cette représentation est suspendue pour l’instant. Les places gardées pour vous restent à vous si vous les achetez. Choisissez une autre date, ou revenez voir plus tard.',
    lost: 'La salle n’a pas pu traiter votre demande à temps. Rien n’est retenu pour vous : demandez à nouveau.',
  },
  takenSeats: (labels) => `Pris : ${labels}.`,
  near: (n, where) =>
    plural(n, { one: `La meilleure place tout près : ${where}`, other: `Les ${n} meilleures tout près : ${where}` }),
  anyPrice: 'Essayer tous les tarifs',
  fewerSeats: (n) => `Essayer avec ${seats(n)}`,
  apart: (n) => plural(n, { one: 'Une place', other: `${n} proches, pas toutes sur un même rang` }),
  otherPrice: (price) => `Environ ${price}`,

  heldTitle: 'Gardé pour vous',
  heldFor: 'Gardé encore',
  checkout: 'Passer au paiement',
  release: 'Rendre ces places',
  releaseFull: (labels) => `Rendre ces places : ${labels}`,
  another: 'Ajouter une autre représentation',
  lapsed: 'Le délai pour ces places est écoulé. Vous pouvez encore choisir.',
  stillFree: (labels) => `Elles sont encore libres : ${labels}.`,
  takeAgain: 'Les reprendre',
  total: 'Total',
  announceHeld: (labels) => `Gardé pour vous : ${labels}.`,
  announceReleased: (labels) => `Places rendues : ${labels}.`,

  exchange: {
    title: 'Échanger des places',
    detail: (n) => `Choisissez ${seats(n)} à la place de celles que vous rendez. D’ici là, vous gardez les vôtres.`,
    yours: 'À rendre',
    keep: 'Garder mes places',
    same: 'Le prix reste le même.',
    less: (money) => `${money} vous seront rendus.`,
    dearer: (money) => `${money} de plus, à payer avec le reste.`,
    more: (money) => `${money} de plus : seule une commande pas encore payée peut devenir plus chère.`,
    left: (n) => plural(n, { one: 'Choisissez encore une place', other: `Choisissez encore ${n} places` }),
    confirm: 'Échanger',
    asking: 'Échange en cours…',
    elsewhere: 'Cette commande est gardée dans un autre navigateur',
    elsewhereDetail:
      'Ouvrez-la par le lien de votre e-mail, qui marche sur tout appareil, et commencez l’échange de là.',
    notNow: 'Ces places ne peuvent pas être échangées maintenant',
    notNowDetail: 'La page de la commande dit ce qui est possible.',
    toOrder: 'Vers votre commande',
  },
} satisfies HallWords;
