import type { CheckWords } from '../en/check.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { one: `${n} place`, other: `${count(n)} places` });
const rounds = (n: number) => plural(n, { one: `${n} série`, other: `${count(n)} séries` });
const entries = (n: number) => plural(n, { one: `${n} entrée`, other: `${count(n)} entrées` });
/** The lobby is a round too. */
const named = (round: number) => (round === 0 ? 'le foyer' : `la série ${count(round)}`);
const ofRound = (round: number) => (round === 0 ? 'du foyer' : `de la série ${count(round)}`);

export const checkWords = {
  eyebrow: 'Vérifier ma place',
  title: 'Voyez par vous-même',
  lead: 'Cette page lit les fichiers que la billetterie publie pour tout le monde et recalcule votre numéro, ici, dans votre navigateur. Elle ne croit personne sur parole.',
  noOnSale: 'De quelle file s’agit-il ?',
  noOnSaleDetail: 'Cette adresse ne désigne aucune mise en vente. Choisissez-en une sur la page de la saison.',

  noReceipt: 'Il n’y a pas de reçu dans ce navigateur',
  noReceiptDetail:
    'Vous en avez reçu un en entrant dans la file ; le navigateur que vous utilisiez le garde. Ouvrez cette page là-bas, ou collez votre reçu ici.',
  receipt: 'Votre reçu',
  receiptHint: 'Il commence par r2. et compte environ 350 caractères.',
  check: 'Vérifier',
  another: 'Vérifier un autre reçu',
  pasteFirst: 'Collez un reçu : il commence par r2.',

  reading: (done, all) =>
    all === 0 ? 'Lecture des fichiers publiés…' : `Lecture des fichiers publiés : ${count(done)} sur ${count(all)}`,
  computing: 'Calcul en cours…',

  number: 'Votre numéro est le',
  notDrawn: 'Votre place est prise, mais pas encore tirée au sort',
  notDrawnDetail:
    'L’ordre de votre série est tiré au sort dès qu’elle se ferme. Revenez à ce moment-là : votre numéro ne se calcule qu’à partir du tirage.',
  allWell: 'Tout a été recalculé ici, et le résultat est le même.',
  someOpen: 'Rien n’est faux. Ce qui est marqué – n’a pas pu être vérifié avec les fichiers publiés à présent.',
  unproved: 'Le tirage n’est pas prouvé',
  trusted:
    'Cette file repose sur la confiance : elle n’a promis aucune source de hasard, et qui détient son secret a pu connaître un tirage d’avance.',
  wrongTitle: 'Quelque chose ne va pas',
  wrongDetail: (what) => `Voici quoi : ${what} Gardez votre reçu et cette page, et prévenez la billetterie.`,
  stampGood: 'Calculé ici',
  stampBad: 'Ne tient pas',
  stampOpen: 'Pas encore tiré',

  unread: 'Certains fichiers n’ont pas pu être lus',
  unreadDetail: 'Ce qui en dépend est marqué – plus bas. Cela vient de votre connexion ou de la nôtre.',
  damaged: (file) => `Le fichier publié ${file} est abîmé.`,
  absent: (file) => `Le fichier publié ${file} figure dans la liste, mais il n’est pas là.`,

  steps: 'Étape par étape',
  stepsHint: 'Ouvrez une étape pour voir les nombres exacts.',
  marks: { ok: 'tient', wrong: 'ne tient pas', unchecked: 'non vérifié', unproved: 'non prouvé' },
  files: 'Les fichiers',
  filesDetail: 'Tout ce qui précède découle d’eux. Ils sont les mêmes pour tout le monde.',
  fileNames: {
    line: 'La promesse, publiée avant que quiconque n’entre dans la file',
    commitment: 'La liste de votre série, fixée en quelques empreintes',
    bank: 'La section de la liste avec votre compteur',
    tile: 'La feuille de la liste avec votre marque',
    sheet: 'Le tirage de votre série',
    rounds: 'La liste des séries',
    ledger: 'Le registre',
    board: 'Le tableau',
  },
  earlier: (n) => `et les tirages de ${rounds(n)} avant la vôtre`,
  toLedger: 'Lire le registre',
  toLine: 'Retour à la file',

  offline: 'Sur un ordinateur à vous',
  offlineDetail:
    'Vous ne faites pas non plus confiance à cette page ? Gardez votre reçu et vérifiez-le hors ligne, avec notre programme ou le vôtre : la façon dont un numéro se calcule est décrite octet par octet.',
  save: 'Enregistrer mon reçu',
  command: 'Dans un terminal',

  held: {
    receipt: () => 'Votre reçu est authentique',
    place: ({ standing, size }) =>
      `Votre place est l’une des ${count(size)} de votre série : la numéro ${count(standing)} avant le tirage`,
    mark: () => 'Vous êtes sur la liste de votre série, fixée avant le tirage',
    commitments: ({ rolls: n }) => `Chaque liste a été fixée avant son tirage : ${rounds(n)}`,
    counts: ({ rounds: n, fans }) =>
      `Personne n’a été glissé dans la file : le compte de ${places(fans)} en ${rounds(n)} est juste`,
    seeds: () => 'Personne n’a pu choisir le tirage : il était fixé avant que quiconque n’entre dans la file',
    beacon: () => 'Personne n’a pu connaître le tirage d’avance : une source publique de hasard y a été mêlée',
    position: ({ position }) => `Le tirage vous donne le numéro ${count(position)}`,
    positions: ({ drawn }) => `Chaque numéro de 1 à ${count(drawn)} est donné une seule fois`,
    ledger: ({ entries: n }) => `Le registre est entier : ${entries(n)}`,
    board: () => 'Le registre et les listes sont ceux que tout le monde a vus au tableau',
    heads: () => 'Ce que ce navigateur a gardé d’avant est ce qui est publié à présent',
  },

  wrong: {
    receipt: 'Votre reçu ne tient pas',
    place: 'Votre place n’a pas été comptée',
    mark: 'La liste ne vous a pas là où le dit votre reçu',
    commitments: 'Les listes n’ont pas été fixées comme il se doit',
    counts: 'Les comptes ne tombent pas juste',
    seeds: 'Le tirage n’est pas celui qui était fixé',
    beacon: 'La source publique de hasard n’est pas celle promise',
    position: 'On ne retrouve pas votre numéro',
    positions: 'Les numéros ne sont pas donnés une fois chacun',
    ledger: 'Le registre a été altéré',
    board: 'Le tableau montrait un autre registre',
    heads: 'Ce que ce navigateur a gardé d’avant n’est pas ce qui est publié à présent',
  },

  open: {
    receipt: 'Votre reçu',
    place: 'Votre place dans la série',
    mark: 'Votre marque dans la liste',
    commitments: 'Que les listes ont été fixées avant leurs tirages',
    counts: 'Que personne n’a été glissé dans la file',
    seeds: 'Que personne n’a pu choisir le tirage',
    beacon: 'Que personne n’a pu connaître le tirage d’avance',
    position: 'Votre numéro',
    positions: 'Que chaque numéro est donné une seule fois',
    ledger: 'Le registre',
    board: 'La fin du registre au tableau',
    heads: 'Ce que ce navigateur a gardé d’avant',
  },

  how: {
    receipt:
      'À votre arrivée, la billetterie a signé votre place avec une clé dont elle avait publié d’avance la moitié publique. Un reçu dont un seul caractère a changé ne correspond plus à sa signature.',
    place:
      'Les arrivées sont comptées sur plusieurs compteurs à la fois. Votre place est le compteur et le numéro que vous y aviez ; les totaux de tous les compteurs ont été publiés avec le tirage.',
    mark: 'Tous ceux qui sont entrés dans votre série figurent une fois sur sa liste, sous une marque qui ne dit rien de la personne. Ses empreintes ont été publiées avant que quiconque ne puisse connaître le tirage : une marque ajoutée, retirée ou déplacée ensuite n’y correspond plus.',
    commitments:
      'La liste de chaque série est fixée en quelques empreintes, qui s’enchaînent à celles de la précédente et nomment le nombre au hasard qui décidera. Une liste fixée après ce nombre ne prouve rien.',
    counts:
      'Chaque série commence où finissent les précédentes. Une série omise, glissée entre deux ou modifiée après coup laisserait un trou ou un chevauchement.',
    seeds:
      'Avant l’ouverture de la file, un secret a été haché encore et encore, et la dernière empreinte publiée. Chaque tirage prend l’empreinte d’avant : tout le monde peut la hacher à nouveau et retrouver celle qui est publiée, et personne ne peut en choisir une autre.',
    beacon:
      'Une source de hasard, tenue par des organismes indépendants, donne un nombre toutes les quelques secondes. Celui qui décide de votre série était désigné avant de paraître, et la liste de votre série était fixée : personne ne pouvait connaître le tirage tant que la liste pouvait encore changer. Sa signature prouve d’où il vient.',
    position:
      'Le tirage est un mélange que tout le monde peut calculer : il met votre place dans l’ordre de votre série, derrière toutes les séries précédentes.',
    positions: 'Chaque place de chaque série a été tirée à nouveau, et il n’y en a pas deux avec le même numéro.',
    ledger:
      'Chaque acte de la billetterie sur cette file est une entrée : qui, quoi, quand et pourquoi. Chacune porte l’empreinte de la précédente : aucune ne peut être modifiée ou retirée sans que cela se voie.',
    board:
      'Le tableau que lisent tous ceux qui attendent porte une empreinte de la dernière entrée et de toutes les listes. Un registre ou une liste réécrits n’y correspondraient pas.',
    heads:
      'Pendant votre attente, ce navigateur a gardé l’empreinte que montrait le tableau. Un registre ou une liste réécrits depuis en ont une autre.',
  },

  rows: {
    receipt: ({ round, shard, index, joinedAt }) => [
      ['Série', `${round}`],
      ['Compteur', `${shard}`],
      ['Numéro sur ce compteur, à partir de 0', `${index}`],
      ['Arrivée', longMoment(joinedAt)],
      ['Signature', 'Ed25519'],
    ],
    place: ({ round, standing, size }) => [
      ['Série', `${round}`],
      ['Avant le tirage', `${count(standing)} sur ${count(size)}`],
    ],
    mark: ({ round, mark, n, committedAt }) => [
      ['Série', `${round}`],
      ['Marque', mark],
      ['Liste fixée', `${count(n)}, ${longMoment(committedAt)}`],
    ],
    commitments: ({ rolls, marks, head }) => [
      ['Listes', count(rolls)],
      ['Marque', count(marks)],
      ['Dernière empreinte', head],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Séries jusqu’à la vôtre', count(n)],
      ['Places dans ces séries', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Empreintes calculées', count(hashes)],
      ['Ancre', anchor],
    ],
    beacon: ({ chainHash }) => [['Source de hasard', chainHash]],
    position: ({ position, offset, image, seed }) => [
      ['Donnés par les séries précédentes', count(offset)],
      ['Devant vous dans votre série', count(image)],
      ['Votre numéro', `${count(offset)} + ${count(image)} + 1 = ${count(position)}`],
      ['Graine du tirage', seed],
    ],
    positions: ({ drawn }) => [['Numéros', count(drawn)]],
    ledger: ({ entries: n, head }) => [
      ['Entrées', count(n)],
      ['Dernière empreinte', head],
    ],
    board: ({ n, rolls, head }) => [
      ['Entrée', count(n)],
      ['Listes', count(rolls)],
      ['Dernière empreinte', head],
    ],
    heads: ({ heads, early }) => [
      ['Empreintes gardées', count(heads)],
      ['Listes vues avant leur nombre au hasard', count(early)],
    ],
  },

  lacks: {
    line: 'La promesse de la file n’a pas pu être lue.',
    'own-sheet': 'Votre série n’est pas encore tirée au sort.',
    'some-sheets': 'Les tirages précédents n’ont pas tous pu être lus.',
    'own-roll': 'Votre série n’est pas encore fermée, ou sa liste n’a pas pu être lue.',
    'some-rolls': 'Toutes les listes n’ont pas pu être lues.',
    ledger: 'Le registre n’a pas pu être lu.',
    board: 'Le tableau n’a pas pu être lu.',
    scheme: 'Cette page ne sait pas comment cette source de hasard est signée.',
    'too-large': 'C’est plus qu’un navigateur ne peut calculer.',
    'nothing-drawn': 'Rien n’est encore tiré au sort.',
  },

  faults: {
    'receipt-unreadable': () => 'ce n’est pas un reçu, ou il en manque une partie.',
    'receipt-signature': () =>
      'la signature n’est pas celle de ce reçu. Il a été modifié, ou cette file ne l’a jamais donné.',
    'receipt-key': () => 'la file n’a publié aucune clé utilisable.',
    'receipt-elsewhere': ({ onSale, given }) => `le reçu est pour ${onSale}, et ceci est ${given}.`,
    'place-not-counted': ({ round, count: n }) => `pour ${named(round)}, votre compteur n’a compté que ${places(n)}.`,
    size: ({ round, size, sum }) =>
      `le tirage ${ofRound(round)} annonce ${places(size)}, mais ses compteurs en font ${count(sum)}.`,
    offset: ({ round, offset, before }) =>
      `le tirage ${ofRound(round)} commence après ${places(offset)}, mais ${count(before)} ont été données avant.`,
    'sheets-differ': ({ round }) => `il y a deux tirages différents pour ${named(round)}.`,
    'sheet-unlisted': ({ round }) => `le tirage ${ofRound(round)} existe, mais il n’est pas dans la liste.`,
    'list-hole': ({ round }) => `la liste omet des séries avant ${named(round)}.`,
    seed: ({ round }) => `la graine ${ofRound(round)} n’est pas celle qui était fixée.`,
    'past-chain': ({ round }) => `le tirage ${ofRound(round)} dépasse la fin des graines fixées.`,
    'beacon-absent': ({ round }) => `le tirage ${ofRound(round)} s’est fait sans la source de hasard promise.`,
    'beacon-unpromised': ({ round }) =>
      `le tirage ${ofRound(round)} s’est fait avec une source de hasard qui n’avait jamais été promise.`,
    'beacon-randomness': ({ round }) =>
      `le nombre de la source de hasard a été modifié dans le tirage ${ofRound(round)}.`,
    'beacon-signature': ({ round }) =>
      `le nombre de hasard dans le tirage ${ofRound(round)} n’est pas signé par la source.`,
    'beacon-impostor': () => 'la source de hasard promise porte le nom d’une source connue, et en est une autre.',
    'beacon-other': ({ round, taken, due }) =>
      `le tirage ${ofRound(round)} a pris le nombre ${count(taken)} de la source, alors que c’était le tour du ${count(due)}.`,
    'position-taken': ({ position }) => `le numéro ${count(position)} est donné deux fois.`,
    'position-empty': ({ position }) => `le numéro ${count(position)} n’est donné à personne.`,
    'entry-changed': ({ n }) => `l’entrée ${count(n)} du registre ne correspond pas à son empreinte.`,
    'entry-unreadable': ({ n }) => `l’entrée ${count(n)} du registre est illisible.`,
    'entry-number': ({ n }) => `l’entrée ${count(n)} du registre porte un autre numéro.`,
    'entry-time': ({ n }) => `l’entrée ${count(n)} du registre est plus ancienne que la précédente.`,
    'doors-in-vain': ({ n }) =>
      `l’entrée ${count(n)} du registre déplace l’ouverture trop tard, ou nomme un autre nombre au hasard que celui de la règle.`,
    'entry-turn': ({ n }) =>
      `l’entrée ${count(n)} du registre répète un changement de la vente, ou n’est pas dans l’ordre.`,
    'mark-elsewhere': ({ round }) => `la liste ${ofRound(round)} n’a pas votre marque à votre place.`,
    'joined-late': () => 'votre reçu date d’après la fermeture de sa série.',
    'mark-twice': ({ round }) => `votre marque figure deux fois sur la liste ${ofRound(round)}.`,
    'sheet-roll': ({ round }) => `le tirage ${ofRound(round)} porte sur une autre liste que celle fixée.`,
    'sheet-counts': ({ round }) => `le tirage ${ofRound(round)} ne compte pas comme sa liste.`,
    'closed-early': ({ round }) => `la liste ${ofRound(round)} a été close avant l’ouverture de ses portes.`,
    'commitment-times': ({ round }) => `les heures de l’engagement ${ofRound(round)} ne peuvent pas être vraies.`,
    'head-back': ({ n, rolls }) =>
      `un tableau plus récent montre moins qu’un plus ancien : ${count(n)} entrées et ${count(rolls)} listes.`,
    'opened-otherwise': ({ field }) => `selon le registre, la file a été ouverte autrement que promis : ${field}.`,
    'drawn-early': ({ round }) =>
      `le tirage ${ofRound(round)} a eu lieu avant que sa liste soit fixée, ou que son nombre au hasard soit sorti.`,
    'lobby-unpromised': ({ round }) => `le tirage ${ofRound(round)} serait celui d’un foyer jamais promis.`,
    'lobby-beacon': ({ round }) => `le nombre au hasard promis pour ${named(round)} n’est pas celui qui convient.`,
    'commitments-differ': ({ round }) => `la liste ${ofRound(round)} a été fixée de deux façons différentes.`,
    'commitment-chain': ({ round }) => `la liste ${ofRound(round)} ne s’enchaîne pas à la précédente.`,
    'commitment-beacon': ({ round }) =>
      `la liste ${ofRound(round)} nomme un autre nombre au hasard que celui qui convient.`,
    'commitment-late': ({ round }) => `la liste ${ofRound(round)} n’a été fixée qu’une fois son nombre au hasard paru.`,
    'commitment-unseen': ({ round }) =>
      `le tableau n’avait pas encore la liste ${ofRound(round)} quand son nombre au hasard était paru.`,
    'roll-form': ({ round }) => `la liste ${ofRound(round)} n’a pas la forme promise.`,
    'bank-altered': ({ round }) => `la liste ${ofRound(round)} a été modifiée après avoir été fixée.`,
    'tile-altered': ({ round }) => `votre partie de la liste ${ofRound(round)} a été modifiée après avoir été fixée.`,
    unproved: ({ round }) => `le tirage ${ofRound(round)} s’est fait sans son nombre au hasard. Il n’est pas prouvé.`,
    'unproved-untold': ({ round }) =>
      `le tirage ${ofRound(round)} s’est fait sans son nombre au hasard, et le registre n’en dit rien.`,
    'unproved-early': ({ round }) =>
      `le tirage ${ofRound(round)} s’est fait sans son nombre au hasard avant la fin de l’attente promise.`,
    'ledger-rewritten': ({ n }) => `deux copies du registre diffèrent à l’entrée ${count(n)}.`,
    'segment-missing': () => 'une partie du registre manque.',
    'ledger-short': ({ n, entries: entryCount }) =>
      `le tableau montrait ${count(n)} entrées, et le registre en a ${count(entryCount)}.`,
    head: ({ n }) =>
      `à l’entrée ${count(n)}, le tableau montrait une autre empreinte que celle du registre et des listes.`,
    'head-seen': ({ n }) =>
      `à l’entrée ${count(n)}, ce navigateur a vu une autre empreinte que celle du registre et des listes d’à présent.`,
  },
} satisfies CheckWords;
