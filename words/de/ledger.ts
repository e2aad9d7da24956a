import type { ActorRole } from '../../contracts/ledger.ts';
import type { Suspicion } from '../../contracts/line-requests.ts';
import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import type { LedgerWords } from '../en/ledger.ts';
import { preparedWords } from './prepared-messages.ts';
import { count, plural } from './written.ts';

/* The words of the page of the ledger. Reasons are shown as staff wrote them. */

const minutes = (n: number) => plural(n, { one: '1 Minute', other: `${count(n)} Minuten` });

/** Why a place was judged. */
const whys: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'von einer Adresse haben sich sehr viele angestellt',
  'not-a-browser': 'es verhielt sich nicht wie ein Browser',
  staff: 'das Personal hat so entschieden',
};

const roles: Readonly<Record<ActorRole, string>> = {
  owner: 'die Inhaberin oder den Inhaber',
  ops: 'die Betriebsleitung',
  'box-office-supervisor': 'die Kartenkasse',
  marketing: 'die Werbung',
  pacemaker: 'den Taktgeber, ein Programm',
  gatekeeper: 'die Einlasskontrolle, ein Programm',
};

export const ledgerWords = {
  eyebrow: 'Das Protokoll',
  lead: 'Alles, was die Kartenkasse an dieser Warteschlange getan hat: wer, was, wann und warum. Jeder Eintrag trägt den Hash des vorigen, sodass keiner unbemerkt geändert oder entfernt werden kann. Ihr Browser hat sie gerade alle geprüft.',
  noOnSale: 'Welche Warteschlange ist es?',
  noOnSaleDetail: 'Diese Adresse nennt keinen Vorverkauf. Wählen Sie einen auf der Seite der Spielzeit.',
  empty: 'An dieser Warteschlange wurde noch nichts getan',
  emptyDetail: 'Sobald sie geöffnet ist, steht hier alles, was an ihr getan wird.',
  whole: (n) => plural(n, { one: '1 Eintrag, lückenlos', other: `${count(n)} Einträge, lückenlos` }),
  broken: (n) => plural(n, { one: '1 Eintrag stimmt nicht', other: `${count(n)} Einträge stimmen nicht` }),
  brokenDetail:
    'Jemand hat dieses Protokoll nachträglich verändert. Die Einträge sind unten gekennzeichnet. Sagen Sie es der Kartenkasse.',
  otherBoard: 'Das ist nicht das Protokoll, das die Anzeigetafel zeigte',
  otherBoardDetail:
    'Die Anzeigetafel, die alle lesen, trägt an dieser Stelle einen anderen Hash. Sagen Sie es der Kartenkasse.',
  unsure:
    'Das Versprechen der Warteschlange ließ sich nicht lesen, daher konnte der Anfang des Protokolls nicht geprüft werden.',
  asOnBoard: 'Die Anzeigetafel, die alle lesen, zeigt denselben Hash.',
  asInMail: 'Der Hash in Ihrer E-Mail gehört zu diesem Buch und seinen Listen: Daran wurde seither nichts geändert.',
  otherMail: 'Der Hash in Ihrer E-Mail gehört nicht zu diesem Buch',
  otherMailDetail:
    'Was veröffentlicht war, als Ihre E-Mail abging, wurde danach geändert. Heben Sie die E-Mail auf, und sagen Sie es der Kartenkasse.',
  mailUnsure: 'Der Hash in Ihrer E-Mail ließ sich mit den Dateien, die jetzt lesbar sind, nicht prüfen.',
  witnessed: (signed, all) =>
    `${count(signed)} von ${plural(all, { one: '1 Zeugen', other: `${count(all)} Zeugen` })} außerhalb des Hauses haben unterschrieben, was die Anzeigetafel zeigte`,
  tooFewWitnesses: (signed, needed) =>
    `Von ${count(needed)} nötigen Zeugen haben bisher ${count(signed)} unterschrieben`,
  witnessesUnread: 'Was die Zeugen unterschrieben haben, ließ sich jetzt nicht lesen',
  witnessesDetail:
    'Ein Zeuge ist jemand anderes. Er unterschreibt den Hash auf der Anzeigetafel und später keine andere Geschichte. Was er zuletzt unterschrieb, wird hier geprüft.',
  otherLog: 'Was den Zeugen gezeigt wurde, ist nicht dieses Protokoll',
  otherLogDetail:
    'Die Liste aller Hashes, die die Anzeigetafel zeigte, passt nicht zu diesen Dateien. Sagen Sie es der Kartenkasse.',
  head: 'Letzter Hash',
  headFull: 'Der ganze Hash',
  headOnBoard: 'Der Hash auf der Anzeigetafel, über diese Einträge und alle festgelegten Listen',
  entries: 'Einträge',
  by: (role) => `durch ${role}`,
  hash: 'Prüfsumme (Hash)',
  text: 'Wie es geschrieben steht',
  entry: (n) => `Eintrag ${count(n)}`,
  tampered:
    'Dieser Eintrag passt nicht zu seinem Hash: Er wurde verändert, oder daneben wurde einer eingefügt oder entfernt.',
  unreadable: 'Dieser Eintrag lässt sich nicht lesen.',
  noReason: 'kein Grund angegeben',
  toCheck: 'Meinen Platz nachprüfen',
  toFile: 'Die Datei selbst',

  acts: {
    opened: 'Die Warteschlange wurde eingerichtet',
    paused: 'Die Warteschlange wurde angehalten',
    resumed: 'Die Warteschlange geht weiter',
    'dials-turned': 'Das Tempo wurde geändert',
    'message-set': 'Die Nachricht auf der Anzeigetafel wurde geändert',
    'go-said': 'Der Start wurde freigegeben',
    'no-go-said': 'Der Start wurde nicht freigegeben',
    'tier-drawn': 'Die Türen öffneten sich für weitere Menschen, und ihr Foyer wurde ausgelost',
    halted: 'Die Warteschlange blieb von selbst stehen',
    revived: 'Die Warteschlange bewegt sich von selbst wieder',
    'commitment-late': 'Eine Liste wurde nach ihrem Zufallswert veröffentlicht',
    'drawn-unproved': 'Eine Runde wurde ohne die öffentliche Zufallsquelle ausgelost: Die Auslosung ist unbewiesen',
    'place-slowed': 'Ein Platz kam in die langsamere Spur',
    'place-removed': 'Ein Platz wurde entfernt',
    'place-restored': 'Ein Platz wurde wiederhergestellt',
    'place-readmitted': 'Jemand wurde nach einem Fehler von uns noch einmal eingelassen',
    'turns-given-again':
      'Alle waren eine Zeit lang umgeleitet: wer in dieser Zeit an der Reihe war, ist es noch einmal',
    'place-admitted': 'Ein Platz wurde vor der Zeit eingelassen',
    'doors-moved': 'Die Öffnung der Türen wurde verlegt',
    'closed-early': 'Der Verkauf wurde vorzeitig beendet',
    ended: 'Der Verkauf ist zu Ende',
    'selling-stopped': 'Der Verkauf wurde vorerst angehalten',
    'selling-resumed': 'Der Verkauf geht weiter',
    'seats-per-fan-turned': 'Die Höchstzahl an Plätzen wurde geändert',
    'ways-to-pay-turned': 'Die Zahlungsarten wurden geändert',
    'allocation-released': 'Zurückgehaltene Plätze sind für alle im Verkauf',
    'release-planned': 'Zurückgehaltene Plätze sollen in den Verkauf kommen',
    'release-withdrawn': 'Eine geplante Freigabe von Plätzen wurde zurückgenommen',
  },

  roles,

  details: {
    shopping: (value) => `${value} dürfen zugleich einkaufen`,
    perMinute: (value) => `höchstens ${value} werden je Minute aufgerufen`,
    passMinutes: (value) => `zum Einkaufen bleiben ${minutes(Number(value))}`,
    claimMinutes: (value) => `wer dran ist, hat ${minutes(Number(value))} Zeit zu kommen`,
    vouchersPerFan: (value) => `nach einem Fehler von uns darf ein Fan bis zu ${value}-mal wieder hinein`,
    paused: (value) => (value === 'true' ? 'angehalten' : 'nicht angehalten'),
    message: (value) => (value === '' ? 'keine Nachricht' : `„${value}“`),
    prepared: (value) =>
      value === 'nothing' ? 'keine Nachricht' : `„${preparedWords[value as PreparedMessage] ?? value}“`,
    position: (value) => `Nummer ${value}`,
    confirmedBy: (value) => `bestätigt durch ${roles[value as ActorRole] ?? value}`,
    performances: (value) => `Vorstellungen: ${value}`,
    seatsPerFan: (value) => `${value} Plätze für jede Person`,
    methods: (value) => `angeboten: ${value}`,
    seats: (value) => `${value} Plätze`,
    dueAt: (when) => `am ${when}`,
    planned: (value) => `geplant als Schritt ${value}`,
    turn: (value) => `Schritt ${value} im Verkauf`,
    turnedAt: (when) => `gestellt ${when}`,
    awayFrom: (when) => `umgeleitet ab ${when}`,
    awayUntil: (when) => `zurück um ${when}`,
    insteadOf: (when) => `statt ${when}`,
    decides: (value) => `der Zufallswert Nummer ${value} entscheidet`,
    round: (value) => `Runde ${value}`,
    mark: (value) => `der Platz ${value} in der Liste`,
    drawn: (value) => `${value} wurden ausgelost`,
    called: (value) => `${value} wurden aufgerufen`,
    neverCame: (value) => `${value} davon kamen nie`,
    size: (value) => `${value} Personen`,
    tier: (value) => `für ${value}`,
    why: (value) => `weil: ${whys[value as Suspicion] ?? value}`,
    opensAt: (when) => `Einlass: ${when}`,
    closesAt: (when) => `bis ${when}`,
    audience: (value) => `${value} Personen erwartet`,
    tiers: (value) => `nacheinander: ${value}`,
    beacon: (value) => `mit der öffentlichen Zufallsquelle ${value.slice(0, 8)}…`,
    inThisMinute: (value) => `Nummer ${value} in dieser Minute; die dazwischen sind nicht einzeln aufgeführt`,
  },
} satisfies LedgerWords;
