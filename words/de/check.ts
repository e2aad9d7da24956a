import type { CheckWords } from '../en/check.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { one: '1 Platz', other: `${count(n)} Plätze` });
const placesIn = (n: number) => plural(n, { one: '1 Platz', other: `${count(n)} Plätzen` });
const entries = (n: number) => plural(n, { one: '1 Eintrag', other: `${count(n)} Einträge` });
/** `… im Foyer`, `… in Runde 7`: the lobby is a round too. */
const inRound = (round: number) => (round === 0 ? 'im Foyer' : `in Runde ${count(round)}`);
const ofRound = (round: number) => (round === 0 ? 'des Foyers' : `der Runde ${count(round)}`);

export const checkWords = {
  eyebrow: 'Meinen Platz nachprüfen',
  title: 'Sehen Sie selbst nach',
  lead: 'Diese Seite liest die Dateien, die die Kartenkasse für alle veröffentlicht, und berechnet Ihre Nummer noch einmal, hier in Ihrem Browser. Sie verlässt sich auf niemandes Wort.',
  noOnSale: 'Welche Warteschlange ist es?',
  noOnSaleDetail: 'Diese Adresse nennt keinen Vorverkauf. Wählen Sie einen auf der Seite der Spielzeit.',

  noReceipt: 'In diesem Browser liegt kein Beleg',
  noReceiptDetail:
    'Sie haben ihn bekommen, als Sie sich anstellten; der Browser, mit dem Sie das taten, bewahrt ihn auf. Öffnen Sie diese Seite dort, oder fügen Sie Ihren Beleg hier ein.',
  receipt: 'Ihr Beleg',
  receiptHint: 'Er beginnt mit r2. und ist etwa 350 Zeichen lang.',
  check: 'Nachprüfen',
  another: 'Einen anderen Beleg prüfen',
  pasteFirst: 'Fügen Sie einen Beleg ein: Er beginnt mit r2.',

  reading: (done, all) =>
    all === 0
      ? 'Die veröffentlichten Dateien werden gelesen…'
      : `Die veröffentlichten Dateien werden gelesen: ${count(done)} von ${count(all)}`,
  computing: 'Es wird gerechnet…',

  number: 'Ihre Nummer ist',
  notDrawn: 'Sie haben einen Platz, er ist aber noch nicht ausgelost',
  notDrawnDetail:
    'Alle in Ihrer Runde werden durch das Los gereiht, sobald sie schließt. Kommen Sie dann wieder: Erst aus der Auslosung lässt sich Ihre Nummer berechnen.',
  allWell: 'Alles wurde hier noch einmal berechnet, und es kommt dasselbe heraus.',
  someOpen:
    'Nichts ist falsch. Was mit – gekennzeichnet ist, ließ sich mit den jetzt veröffentlichten Dateien nicht prüfen.',
  unproved: 'Das Los ist nicht bewiesen',
  trusted:
    'Dieser Warteschlange muss man vertrauen: Sie hat keine Zufallsquelle versprochen, und wer ihr Geheimnis hat, konnte ein Los vorher kennen.',
  wrongTitle: 'Hier stimmt etwas nicht',
  wrongDetail: (what) =>
    `Es ist dies: ${what} Behalten Sie Ihren Beleg und diese Seite, und sagen Sie es der Kartenkasse.`,
  stampGood: 'Hier berechnet',
  stampBad: 'Stimmt nicht',
  stampOpen: 'Nicht ausgelost',

  unread: 'Einige Dateien ließen sich nicht lesen',
  unreadDetail:
    'Was davon abhängt, ist unten mit – gekennzeichnet. Es kann an Ihrer Verbindung liegen oder an unserer.',
  damaged: (file) => `Die veröffentlichte Datei ${file} ist beschädigt.`,
  absent: (file) => `Die veröffentlichte Datei ${file} ist aufgeführt, aber nicht da.`,

  steps: 'Schritt für Schritt',
  stepsHint: 'Öffnen Sie einen Schritt, um die genauen Zahlen zu sehen.',
  marks: { ok: 'stimmt', wrong: 'stimmt nicht', unchecked: 'nicht geprüft', unproved: 'nicht bewiesen' },
  files: 'Die Dateien',
  filesDetail: 'Alles hier folgt aus ihnen. Sie sind für alle dieselben.',
  fileNames: {
    line: 'Das Versprechen, veröffentlicht, bevor sich jemand anstellte',
    commitment: 'Die Festlegung der Liste Ihrer Runde',
    bank: 'Der Abschnitt der Liste mit Ihrem Zähler',
    tile: 'Das Blatt der Liste mit Ihrem Zeichen',
    sheet: 'Die Auslosung Ihrer Runde',
    rounds: 'Die Liste der Runden',
    ledger: 'Das Protokoll',
    board: 'Die Anzeigetafel',
  },
  earlier: (n) => `und die Auslosungen von ${plural(n, { one: '1 Runde', other: `${count(n)} Runden` })} vor Ihrer`,
  toLedger: 'Das Protokoll lesen',
  toLine: 'Zurück zur Warteschlange',

  offline: 'Auf einem eigenen Computer',
  offlineDetail:
    'Trauen Sie auch dieser Seite nicht? Bewahren Sie Ihren Beleg auf und prüfen Sie ihn ohne Netz, mit unserem Programm oder einem eigenen: Wie eine Nummer entsteht, ist Byte für Byte aufgeschrieben.',
  save: 'Meinen Beleg speichern',
  command: 'In einem Terminal',

  held: {
    receipt: () => 'Ihr Beleg ist echt',
    place: ({ standing, size }) =>
      `Sie sind in Ihrer Runde einer von ${placesIn(size)}: Nummer ${count(standing)} vor der Auslosung`,
    mark: () => 'Sie stehen in der Liste Ihrer Runde, die vor der Auslosung festgelegt war',
    commitments: ({ rolls: n }) =>
      `Jede Liste lag vor ihrer Auslosung fest: ${plural(n, { one: '1 Runde', other: `${count(n)} Runden` })}`,
    counts: ({ rounds: n, fans }) =>
      `Niemand wurde eingeschleust: ${places(fans)} in ${plural(n, { one: '1 Runde', other: `${count(n)} Runden` })} gehen auf`,
    seeds: () => 'Niemand konnte das Los bestimmen: Es lag fest, bevor sich jemand anstellte',
    beacon: () => 'Niemand konnte das Los vorher kennen: Eine öffentliche Zufallsquelle floss ein',
    position: ({ position }) => `Die Auslosung gibt Ihnen die Nummer ${count(position)}`,
    positions: ({ drawn }) => `Jede Nummer von 1 bis ${count(drawn)} ist genau einmal vergeben`,
    ledger: ({ entries: n }) => `Das Protokoll ist vollständig: ${entries(n)}`,
    board: () => 'Protokoll und Listen sind diejenigen, die alle auf der Anzeigetafel gesehen haben',
    heads: () => 'Was dieser Browser von früher aufgehoben hat, ist das, was jetzt veröffentlicht ist',
  },

  wrong: {
    receipt: 'Ihr Beleg stimmt nicht',
    place: 'Ihr Platz wurde nicht gezählt',
    mark: 'In der Liste stehen Sie nicht dort, wo Ihr Beleg es sagt',
    commitments: 'Die Festlegungen stimmen nicht',
    counts: 'Die Zahlen gehen nicht auf',
    seeds: 'Das Los ist nicht das festgelegte',
    beacon: 'Die öffentliche Zufallsquelle ist nicht wie versprochen',
    position: 'Ihre Nummer kommt nicht heraus',
    positions: 'Die Nummern sind nicht je einmal vergeben',
    ledger: 'Das Protokoll wurde verändert',
    board: 'Die Anzeigetafel zeigte ein anderes Protokoll',
    heads: 'Was dieser Browser von früher aufgehoben hat, ist nicht das, was jetzt veröffentlicht ist',
  },

  open: {
    receipt: 'Ihr Beleg',
    place: 'Ihr Platz in der Runde',
    mark: 'Ihr Zeichen in der Liste',
    commitments: 'Dass die Listen vor ihren Auslosungen festlagen',
    counts: 'Dass niemand eingeschleust wurde',
    seeds: 'Dass niemand das Los bestimmen konnte',
    beacon: 'Dass niemand das Los vorher kennen konnte',
    position: 'Ihre Nummer',
    positions: 'Dass jede Nummer genau einmal vergeben ist',
    ledger: 'Das Protokoll',
    board: 'Das Protokoll auf der Anzeigetafel',
    heads: 'Was dieser Browser von früher aufgehoben hat',
  },

  how: {
    receipt:
      'Als Sie sich anstellten, hat die Kartenkasse Ihren Platz mit einem Schlüssel unterschrieben, dessen öffentliche Hälfte sie vorher bekannt gemacht hatte. Ein Beleg, an dem ein Zeichen geändert ist, passt nicht mehr zu seiner Unterschrift.',
    place:
      'Gezählt wird an mehreren Zählern zugleich. Ihr Platz ist der Zähler und die Nummer, die Sie dort hatten; die Endstände aller Zähler wurden mit der Auslosung veröffentlicht.',
    mark: 'Alle, die sich in Ihrer Runde angestellt haben, stehen einmal in deren Liste, unter einem Zeichen, das nichts über die Person sagt. Ihre Hashes wurden veröffentlicht, bevor jemand das Los kennen konnte: Ein Zeichen, das später dazukam, wegfiel oder verschoben wurde, passt nicht mehr dazu.',
    commitments:
      'Jede Festlegung gilt für die Liste einer Runde, folgt aus der vorigen und nennt die Zufallszahl, die entscheiden wird. Eine Festlegung, die erst nach ihrer Zufallszahl kommt, beweist nichts.',
    counts:
      'Jede Runde beginnt, wo die vorigen enden. Eine ausgelassene, eingeschobene oder später geänderte Runde hinterließe eine Lücke oder eine Überschneidung.',
    seeds:
      'Bevor die Warteschlange geöffnet wurde, wurde ein Geheimnis immer wieder gehasht und der letzte Hash veröffentlicht. Jede Auslosung nimmt den Hash davor: Alle können ihn nachrechnen und kommen beim veröffentlichten an, und niemand kann einen anderen wählen.',
    beacon:
      'Eine Zufallsquelle, die unabhängige Einrichtungen betreiben, gibt alle paar Sekunden eine Zufallszahl heraus. Welche über Ihre Runde entscheidet, lag fest, bevor sie herauskam, und die Liste Ihrer Runde ebenso. So konnte niemand das Los kennen, solange sich die Liste noch ändern ließ. Ihre Unterschrift beweist, woher die Zahl kommt.',
    position:
      'Die Auslosung ist ein Mischen, das alle nachrechnen können: Sie stellt Ihren Platz in die Reihenfolge Ihrer Runde, hinter alle Runden davor.',
    positions: 'Jeder Platz jeder Runde wurde noch einmal ausgelost, und keine zwei haben dieselbe Nummer.',
    ledger:
      'Alles, was die Kartenkasse an dieser Warteschlange tut, ist ein Eintrag: wer, was, wann und warum. Jeder trägt den Hash des vorigen, sodass keiner unbemerkt geändert oder entfernt werden kann.',
    board:
      'Die Anzeigetafel, die alle Wartenden lesen, trägt einen Hash des neuesten Eintrags und aller Listen. Ein neu geschriebenes Protokoll oder eine neue Liste müsste davon abweichen.',
    heads:
      'Während Sie warteten, hat dieser Browser den Hash aufgehoben, den die Anzeigetafel zeigte. Ein Protokoll oder eine Liste, die seither neu geschrieben wurde, hat einen anderen.',
  },

  rows: {
    receipt: ({ round, shard, index, joinedAt }) => [
      ['Runde', `${round}`],
      ['Zähler', `${shard}`],
      ['Nummer dort, ab 0', `${index}`],
      ['Angestellt', longMoment(joinedAt)],
      ['Unterschrift', 'Ed25519'],
    ],
    place: ({ round, standing, size }) => [
      ['Runde', `${round}`],
      ['Vor der Auslosung', `${count(standing)} von ${count(size)}`],
    ],
    mark: ({ round, mark, n, committedAt }) => [
      ['Runde', `${round}`],
      ['Zeichen', mark],
      ['Festlegung', `${count(n)}, ${longMoment(committedAt)}`],
    ],
    commitments: ({ rolls, marks, head }) => [
      ['Listen', count(rolls)],
      ['Zeichen', count(marks)],
      ['Letzter Hash', head],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Runden bis zu Ihrer', count(n)],
      ['Plätze darin', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Berechnete Hashes', count(hashes)],
      ['Anker', anchor],
    ],
    beacon: ({ chainHash }) => [['Zufallsquelle', chainHash]],
    position: ({ position, offset, image, seed }) => [
      ['In früheren Runden vergeben', count(offset)],
      ['Vor Ihnen in Ihrer Runde', count(image)],
      ['Ihre Nummer', `${count(offset)} + ${count(image)} + 1 = ${count(position)}`],
      ['Startwert der Auslosung', seed],
    ],
    positions: ({ drawn }) => [['Nummern', count(drawn)]],
    ledger: ({ entries: n, head }) => [
      ['Einträge', count(n)],
      ['Letzter Hash', head],
    ],
    board: ({ n, rolls, head }) => [
      ['Eintrag', count(n)],
      ['Listen', count(rolls)],
      ['Letzter Hash', head],
    ],
    heads: ({ heads, early }) => [
      ['Aufgehobene Hashes', count(heads)],
      ['Listen, die vor ihrer Zufallszahl gesehen wurden', count(early)],
    ],
  },

  lacks: {
    line: 'Das Versprechen der Warteschlange ließ sich nicht lesen.',
    'own-sheet': 'Ihre Runde ist noch nicht ausgelost.',
    'some-sheets': 'Nicht jede frühere Auslosung ließ sich lesen.',
    'own-roll': 'Ihre Runde ist noch nicht geschlossen, oder ihre Liste ließ sich nicht lesen.',
    'some-rolls': 'Nicht jede Liste ließ sich lesen.',
    ledger: 'Das Protokoll ließ sich nicht lesen.',
    board: 'Die Anzeigetafel ließ sich nicht lesen.',
    scheme: 'Diese Seite weiß nicht, wie diese Zufallsquelle unterschreibt.',
    'too-large': 'Das ist mehr, als ein Browser berechnen kann.',
    'nothing-drawn': 'Noch ist nichts ausgelost.',
  },

  faults: {
    'receipt-unreadable': () => 'Das ist kein Beleg, oder es fehlt ein Teil davon.',
    'receipt-signature': () =>
      'Die Unterschrift gehört nicht zu diesem Beleg. Er wurde verändert, oder diese Warteschlange hat ihn nie ausgestellt.',
    'receipt-key': () => 'Die Warteschlange hat keinen brauchbaren Schlüssel veröffentlicht.',
    'receipt-elsewhere': ({ onSale, given }) => `Der Beleg ist für ${onSale}, und dies ist ${given}.`,
    'place-not-counted': ({ round, count: n }) => `An Ihrem Zähler wurden ${inRound(round)} nur ${places(n)} gezählt.`,
    size: ({ round, size, sum }) =>
      `Die Auslosung ${ofRound(round)} nennt ${places(size)}, ihre Zähler ergeben aber ${count(sum)}.`,
    offset: ({ round, offset, before }) =>
      `Die Auslosung ${ofRound(round)} beginnt nach ${placesIn(offset)}, davor wurden aber ${count(before)} vergeben.`,
    'sheets-differ': ({ round }) => `Es gibt zwei verschiedene Auslosungen ${ofRound(round)}.`,
    'sheet-unlisted': ({ round }) => `Die Auslosung ${ofRound(round)} ist da, aber nicht aufgeführt.`,
    'list-hole': ({ round }) => `In der Liste fehlen Runden vor der Auslosung ${ofRound(round)}.`,
    seed: ({ round }) => `Der Startwert ${ofRound(round)} ist nicht der festgelegte.`,
    'past-chain': ({ round }) => `Die Auslosung ${ofRound(round)} liegt hinter dem Ende der festgelegten Startwerte.`,
    'beacon-absent': ({ round }) => `Die versprochene Zufallsquelle fehlt in der Auslosung ${ofRound(round)}.`,
    'beacon-unpromised': ({ round }) =>
      `In die Auslosung ${ofRound(round)} floss eine Zufallsquelle ein, die nie versprochen war.`,
    'beacon-randomness': ({ round }) => `Die Zufallszahl in der Auslosung ${ofRound(round)} wurde verändert.`,
    'beacon-signature': ({ round }) =>
      `Die Zufallszahl in der Auslosung ${ofRound(round)} trägt nicht die Unterschrift der Zufallsquelle.`,
    'beacon-impostor': () => 'Die versprochene Zufallsquelle trägt den Namen einer bekannten und ist eine andere.',
    'beacon-other': ({ round, taken, due }) =>
      `Die Auslosung ${ofRound(round)} nahm die Zufallszahl ${count(taken)}, fällig war ${count(due)}.`,
    'position-taken': ({ position }) => `Die Nummer ${count(position)} ist zweimal vergeben.`,
    'position-empty': ({ position }) => `Die Nummer ${count(position)} ist niemandem gegeben.`,
    'entry-changed': ({ n }) => `Eintrag ${count(n)} des Protokolls passt nicht zu seinem Hash.`,
    'entry-unreadable': ({ n }) => `Eintrag ${count(n)} des Protokolls lässt sich nicht lesen.`,
    'entry-number': ({ n }) => `Eintrag ${count(n)} des Protokolls trägt eine andere Nummer.`,
    'entry-time': ({ n }) => `Eintrag ${count(n)} des Protokolls ist älter als der davor.`,
    'doors-in-vain': ({ n }) =>
      `Eintrag ${count(n)} des Protokolls verlegt die Öffnung zu spät, oder mit einer anderen Zufallszahl als der nach der Regel.`,
    'entry-turn': ({ n }) =>
      `Eintrag ${count(n)} des Protokolls nennt einen Schritt im Verkauf noch einmal oder in falscher Reihenfolge.`,
    'mark-elsewhere': ({ round }) => `Die Liste ${ofRound(round)} hat Ihr Zeichen nicht an Ihrem Platz.`,
    'joined-late': () => 'Ihr Beleg ist aus einer Zeit, als seine Runde schon geschlossen war.',
    'mark-twice': ({ round }) => `Ihr Zeichen steht zweimal in der Liste ${ofRound(round)}.`,
    'sheet-roll': ({ round }) => `Die Auslosung ${ofRound(round)} gilt einer anderen Liste als der festgelegten.`,
    'sheet-counts': ({ round }) => `Die Auslosung ${ofRound(round)} hat andere Zahlen als ihre Liste.`,
    'closed-early': ({ round }) => `Die Liste ${ofRound(round)} wurde vor der Öffnung geschlossen.`,
    'commitment-times': ({ round }) => `Die Zeiten der Festlegung ${ofRound(round)} können nicht stimmen.`,
    'head-back': ({ n, rolls }) =>
      `Die Anzeigetafel zeigte später weniger als früher: ${count(n)} Einträge und ${count(rolls)} Listen.`,
    'opened-otherwise': ({ field }) =>
      `Laut Protokoll wurde die Warteschlange anders eröffnet als versprochen: ${field}.`,
    'drawn-early': ({ round }) =>
      `Die Auslosung ${ofRound(round)} geschah, bevor die Liste festlag oder die Zufallszahl da war.`,
    'lobby-unpromised': ({ round }) =>
      `Die Auslosung ${ofRound(round)} wäre die eines Foyers, das nie versprochen war.`,
    'lobby-beacon': ({ round }) =>
      `Die Zufallszahl, die für die Auslosung ${ofRound(round)} versprochen ist, ist nicht die fällige.`,
    'commitments-differ': ({ round }) => `Es gibt zwei verschiedene Festlegungen der Liste ${ofRound(round)}.`,
    'commitment-chain': ({ round }) => `Die Festlegung der Liste ${ofRound(round)} folgt nicht aus der vorigen.`,
    'commitment-beacon': ({ round }) =>
      `Die Festlegung der Liste ${ofRound(round)} nennt eine andere Zufallszahl als die fällige.`,
    'commitment-late': ({ round }) =>
      `Die Liste ${ofRound(round)} wurde erst festgelegt, als ihre Zufallszahl schon bekannt war.`,
    'commitment-unseen': ({ round }) =>
      `Die Anzeigetafel hatte die Liste ${ofRound(round)} noch nicht, als ihre Zufallszahl schon bekannt war.`,
    'roll-form': ({ round }) => `Die Liste ${ofRound(round)} ist nicht so angelegt wie versprochen.`,
    'bank-altered': ({ round }) => `Die Liste ${ofRound(round)} wurde geändert, nachdem sie festlag.`,
    'tile-altered': ({ round }) => `Ihr Teil der Liste ${ofRound(round)} wurde geändert, nachdem sie festlag.`,
    unproved: ({ round }) => `Die Auslosung ${ofRound(round)} kam ohne ihre Zufallszahl zustande. Sie ist unbewiesen.`,
    'unproved-untold': ({ round }) =>
      `Die Auslosung ${ofRound(round)} kam ohne ihre Zufallszahl zustande, und das Protokoll schweigt darüber.`,
    'unproved-early': ({ round }) =>
      `Die Auslosung ${ofRound(round)} kam ohne ihre Zufallszahl zustande, bevor die versprochene Wartezeit um war.`,
    'ledger-rewritten': ({ n }) => `Zwei Kopien des Protokolls unterscheiden sich bei Eintrag ${count(n)}.`,
    'segment-missing': () => 'Ein Teil des Protokolls fehlt.',
    'ledger-short': ({ n, entries: entryCount }) =>
      `Die Anzeigetafel zeigte ${count(n)} Einträge, das Protokoll hat ${count(entryCount)}.`,
    head: ({ n }) =>
      `Bei Eintrag ${count(n)} zeigte die Anzeigetafel einen anderen Hash, als Protokoll und Listen haben.`,
    'head-seen': ({ n }) =>
      `Bei Eintrag ${count(n)} sah dieser Browser einen anderen Hash, als Protokoll und Listen jetzt haben.`,
  },
} satisfies CheckWords;
