import type { ActorRole } from '../../contracts/ledger.ts';
import type { Suspicion } from '../../contracts/line-requests.ts';
import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import type { LedgerWords } from '../en/ledger.ts';
import { preparedWords } from './prepared-messages.ts';
import { count, plural } from './written.ts';

/* The words of the page of the ledger. Reasons are shown as staff wrote them. */

const minutes = (n: number) => plural(n, { one: `${n} minute`, other: `${count(n)} minutes` });

/** Why a place was judged. */
const whys: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'de très nombreuses arrivées depuis une même adresse',
  'not-a-browser': 'cela ne se comportait pas comme un navigateur',
  staff: 'le personnel en a décidé ainsi',
};

const roles: Readonly<Record<ActorRole, string>> = {
  owner: 'la direction',
  ops: 'l’exploitation',
  'box-office-supervisor': 'la billetterie',
  marketing: 'le marketing',
  pacemaker: 'le régulateur, qui est un programme',
  gatekeeper: 'le portier, qui est un programme',
};

export const ledgerWords = {
  eyebrow: 'Le registre',
  lead: 'Chaque acte de la billetterie sur cette file : qui, quoi, quand et pourquoi. Chaque entrée porte l’empreinte de la précédente : aucune ne peut être modifiée ou retirée sans que cela se voie. Votre navigateur vient de toutes les vérifier.',
  noOnSale: 'De quelle file s’agit-il ?',
  noOnSaleDetail: 'Cette adresse ne désigne aucune mise en vente. Choisissez-en une sur la page de la saison.',
  empty: 'Rien n’a encore été fait sur cette file',
  emptyDetail: 'Dès son ouverture, chaque acte sur elle figurera ici.',
  whole: (n) => plural(n, { one: `${n} entrée, sans rupture`, other: `${count(n)} entrées, sans rupture` }),
  broken: (n) => plural(n, { one: `${n} entrée ne tient pas`, other: `${count(n)} entrées ne tiennent pas` }),
  brokenDetail:
    'Quelqu’un a modifié ce registre après coup. Les entrées sont marquées plus bas. Prévenez la billetterie.',
  otherBoard: 'Ce n’est pas le registre que montrait le tableau',
  otherBoardDetail: 'Le tableau que tout le monde lit porte ici une autre empreinte. Prévenez la billetterie.',
  unsure: 'La promesse de la file n’a pas pu être lue : le début du registre n’a donc pas pu être vérifié.',
  asOnBoard: 'Le tableau que tout le monde lit montre la même empreinte.',
  asInMail:
    'Le hachage de votre e-mail est bien celui de ce registre et de ses listes : rien n’en a été changé depuis.',
  otherMail: 'Le hachage de votre e-mail n’est pas celui de ce registre',
  otherMailDetail:
    'Ce qui était publié à l’envoi de votre e-mail a été changé depuis. Gardez l’e-mail, et dites-le à la billetterie.',
  mailUnsure: 'Le hachage de votre e-mail n’a pas pu être vérifié avec les fichiers lisibles en ce moment.',
  witnessed: (signed, all) =>
    `${count(signed)} ${signed === 1 ? 'témoin' : 'témoins'} sur ${count(all)}, hors de l’organisation, ont signé ce que montrait le tableau`,
  tooFewWitnesses: (signed, needed) =>
    `Témoins qui ont signé jusqu’ici : ${count(signed)} sur les ${count(needed)} nécessaires`,
  witnessesUnread: 'Ce que les témoins ont signé n’a pas pu être lu pour l’instant',
  witnessesDetail:
    'Un témoin est quelqu’un d’autre. Il signe l’empreinte du tableau et ne signera plus tard aucune autre histoire. Ce qu’il a signé en dernier est vérifié ici.',
  otherLog: 'Ce qui a été montré aux témoins n’est pas ce registre',
  otherLogDetail:
    'La liste de toutes les empreintes montrées par le tableau ne correspond pas à ces fichiers. Prévenez la billetterie.',
  head: 'Dernière empreinte',
  headFull: 'L’empreinte entière',
  headOnBoard: 'L’empreinte au tableau, de ces entrées et de toutes les listes fixées',
  entries: 'Entrées',
  by: (role) => `par ${role}`,
  hash: 'Empreinte',
  text: 'Tel que c’est écrit',
  entry: (n) => `Entrée ${count(n)}`,
  tampered:
    'Cette entrée ne correspond pas à son empreinte : elle a été modifiée, ou une voisine a été ajoutée ou retirée.',
  unreadable: 'Cette entrée est illisible.',
  noReason: 'sans raison indiquée',
  toCheck: 'Vérifier ma place',
  toFile: 'Le fichier lui-même',

  acts: {
    opened: 'La file a été créée',
    paused: 'La file a été mise en pause',
    resumed: 'La file reprend',
    'dials-turned': 'L’allure a été changée',
    'message-set': 'Le message au tableau a été changé',
    'go-said': 'Le feu vert a été donné',
    'no-go-said': 'Le feu vert a été refusé',
    'tier-drawn': 'Les portes se sont ouvertes à d’autres, et leur foyer a été tiré au sort',
    halted: 'La file s’est arrêtée d’elle-même',
    revived: 'La file repart d’elle-même',
    'commitment-late': 'Une liste a été publiée après sa valeur de hasard',
    'drawn-unproved': 'Une série a été tirée sans la source publique de hasard : le tirage n’est pas prouvé',
    'place-slowed': 'Une place a été mise dans la voie lente',
    'place-removed': 'Une place a été retirée',
    'place-restored': 'Une place a été remise',
    'place-readmitted': 'Quelqu’un a pu entrer une fois de plus, après une erreur de notre part',
    'turns-given-again':
      'Tout le monde a été dirigé ailleurs un moment : les tours en cours pendant ce temps sont rendus une fois',
    'place-admitted': 'Une place est entrée avant son tour',
    'doors-moved': 'L’ouverture des portes a été déplacée',
    'closed-early': 'La vente a été arrêtée avant la fin',
    ended: 'La vente est terminée',
    'selling-stopped': 'La vente a été arrêtée pour l’instant',
    'selling-resumed': 'La vente reprend',
    'seats-per-fan-turned': 'Le nombre de places par personne a été changé',
    'ways-to-pay-turned': 'Les moyens de paiement ont été changés',
    'allocation-released': 'Des places réservées sont en vente pour tout le monde',
    'release-planned': 'Il est prévu de mettre en vente des places réservées',
    'release-withdrawn': 'Une mise en vente prévue de places a été retirée',
  },

  roles,

  details: {
    shopping: (value) => `${value} peuvent acheter en même temps`,
    perMinute: (value) => `au plus ${value} appels par minute`,
    passMinutes: (value) => `le temps d’achat est de ${minutes(Number(value))}`,
    claimMinutes: (value) => `un tour est gardé ${minutes(Number(value))}`,
    vouchersPerFan: (value) => `après une erreur de notre part, chacun peut revenir jusqu’à ${value} fois`,
    paused: (value) => (value === 'true' ? 'en pause' : 'pas en pause'),
    message: (value) => (value === '' ? 'aucun message' : `« ${value} »`),
    prepared: (value) =>
      value === 'nothing' ? 'aucun message' : `« ${preparedWords[value as PreparedMessage] ?? value} »`,
    position: (value) => `numéro ${value}`,
    confirmedBy: (value) => `confirmé par ${roles[value as ActorRole] ?? value}`,
    performances: (value) => `représentations : ${value}`,
    seatsPerFan: (value) => `${value} places par personne`,
    methods: (value) => `proposé : ${value}`,
    seats: (value) => `${value} places`,
    dueAt: (when) => `le ${when}`,
    planned: (value) => `prévu comme changement ${value}`,
    turn: (value) => `changement ${value} de la vente`,
    turnedAt: (when) => `changé ${when}`,
    awayFrom: (when) => `ailleurs à partir de ${when}`,
    awayUntil: (when) => `de retour à ${when}`,
    insteadOf: (when) => `au lieu de ${when}`,
    decides: (value) => `la valeur de hasard numéro ${value} décide`,
    round: (value) => `série ${value}`,
    mark: (value) => `la place ${value} de la liste`,
    drawn: (value) => `${value} ont été tirées`,
    called: (value) => `${value} ont été appelées`,
    neverCame: (value) => `${value} d’entre elles ne sont jamais venues`,
    size: (value) => `${value} personnes`,
    tier: (value) => `pour ${value}`,
    why: (value) => `parce que : ${whys[value as Suspicion] ?? value}`,
    opensAt: (when) => `ouverture des portes : ${when}`,
    closesAt: (when) => `jusqu’au ${when}`,
    audience: (value) => `${value} personnes attendues`,
    tiers: (value) => `l’un après l’autre : ${value}`,
    beacon: (value) => `avec la source publique de hasard ${value.slice(0, 8)}…`,
    inThisMinute: (value) => `numéro ${value} dans cette minute ; ceux d’entre les deux ne sont pas inscrits un à un`,
  },
} satisfies LedgerWords;
