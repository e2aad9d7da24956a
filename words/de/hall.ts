import type { HallWords } from '../en/hall.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 Platz', other: `${count(n)} Plätze` });

export const hallWords = {
  noPerformance: 'Welche Vorstellung ist es?',
  noPerformanceDetail: 'Diese Adresse nennt keine Vorstellung. Wählen Sie ein Stück auf der Seite der Spielzeit.',
  allDates: 'Alle Termine',
  off: 'Diese Vorstellung findet nicht statt',
  houseSays: (reason) => `Die Kartenkasse schreibt dazu: „${reason}“`,
  otherDates: 'Ein Termin, der stattdessen angeboten wird',
  offDetail: 'Für sie wird nichts mehr verkauft.',
  movedFrom: (when) => `verlegt, vorher ${when}`,

  noPass: 'Sie können sich umsehen, und wählen, sobald Sie an der Reihe sind',
  noPassDetail: 'Plätze werden für alle gehalten, deren Nummer aufgerufen ist.',
  passOver: 'Ihre Zeit zum Einkaufen ist um',
  passOverDetail:
    'Ihr Platz in der Warteschlange ist nicht verloren: Gehen Sie dorthin zurück und bitten Sie um eine neue Runde. Plätze, die für Sie gehalten werden, bleiben es, bis deren eigene Zeit um ist.',
  toLine: (title) => `Zur Warteschlange: ${title}`,
  otherLines: 'Andere Türen:',
  each: (price) => `je ${price}`,

  bestTitle: 'Die besten Plätze nebeneinander',
  party: 'Wie viele',
  fewer: 'Einer weniger',
  more: 'Einer mehr',
  chips: 'Nebeneinander, mit einem Tipp: Preis je Platz',
  about: (price) => `um ${price}`,
  chipFull: (price, n) =>
    `um ${price}: ${plural(n, { one: 'den besten Platz festhalten', other: `die besten ${n} nebeneinander festhalten` })}`,
  bands: 'Preis',
  any: 'Jeder Preis',
  bandFree: (n) => (n === 0 ? 'ausverkauft' : n < 20 ? `noch ${n}` : ''),
  access: 'Ein Rollstuhlplatz',
  accessHint: 'Sind Sie zu zweit, gehört der Platz der Begleitung daneben dazu.',
  best: (n) => plural(n, { one: 'Den besten Platz finden', other: `Die besten ${n} Plätze finden` }),
  bestHere: (n, where) =>
    plural(n, { one: `Den besten Platz finden: ${where}`, other: `Die besten ${n} Plätze finden: ${where}` }),
  accessLimit: (n) =>
    plural(n, { one: 'Ein Rollstuhlplatz für jede Person.', other: `${n} Rollstuhlplätze für jede Person.` }),
  askLimit: (burst, perMinute) =>
    `Sie können ${burst}-mal hintereinander fragen, danach ${perMinute}-mal in der Minute.`,
  askAgainIn: (seconds) =>
    plural(seconds, {
      one: 'In einer Sekunde können Sie wieder fragen.',
      other: `In ${seconds} Sekunden können Sie wieder fragen.`,
    }),
  reduced: (list) => `Ermäßigungen gibt es an der Kasse für so viele Plätze einer Person: ${list}.`,
  finding: 'Plätze werden gesucht…',
  limit: (left) =>
    left === 0 ? 'Sie haben alle Plätze, die eine Person haben darf.' : `Sie dürfen noch ${seats(left)} dazunehmen.`,

  choose: 'Selbst wählen',
  plan: 'Saalplan',
  list: 'Liste',
  planLabel: (house) => `Saalplan: ${house}`,
  planHelp:
    'Mit den Pfeiltasten von Platz zu Platz, mit der Eingabetaste wählen, mit Plus und Minus vergrößern und verkleinern.',
  closer: 'Näher heran',
  further: 'Weiter weg',
  whole: 'Ganzer Plan',
  stale: 'Gerade keine Nachricht über die Plätze',
  staleFor: (seconds) => `Was Sie sehen, ist ${seconds} Sekunden alt. Wir fragen weiter.`,

  seat: (label, price, state) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'vergeben',
  mine: 'für Sie gehalten',
  picked: 'gewählt',
  view: (why) => `eingeschränkte Sicht: ${why}`,
  legend: 'Zeichen im Plan',
  viewSign: 'Eingeschränkte Sicht',
  takenSign: 'Vergeben',
  wheelchair: 'Rollstuhlplatz',
  companion: 'Platz der Begleitung',
  sectionFree: (name, free, price) => `${name}, ${free === 0 ? 'voll' : `${count(free)} frei`}, ${price}`,
  row: (label) => `Reihe ${label}`,
  fullSection: 'voll',
  standing: 'Stehplätze haben keine Nummern. Sagen Sie im Formular, wie viele.',
  unreserved: 'Freie Platzwahl: Sagen Sie im Formular, wie viele.',

  picks: (n, price) => `${seats(n)}, ${price}`,
  hold: (n) => plural(n, { one: 'Diesen Platz festhalten', other: 'Diese Plätze festhalten' }),
  clear: 'Aufheben',
  pickTaken: 'Dieser Platz ist vergeben.',
  pickLimit: 'Mehr Plätze dürfen Sie nicht haben.',
  gone: (labels) => `Eben vergeben: ${labels}. Wählen Sie einen anderen Platz.`,

  accessPair: 'Rollstuhlplatz mit dem Platz der Begleitung',
  accessAlone: 'Rollstuhlplatz',
  withoutCompanion: 'Ohne den Platz der Begleitung',
  withCompanion: 'Mit dem Platz der Begleitung',
  single: (n) =>
    plural(n, { one: 'So bliebe ein einzelner Platz übrig', other: `So blieben ${n} einzelne Plätze übrig` }),
  singleDetail: (labels) => `${labels}: Kaum jemand kommt allein. Würden Sie etwas rücken?`,
  instead: (labels) => `${labels} nehmen`,
  keepMine: 'Bei meinen bleiben',
  lost: (labels) => `${labels}: Jemand war einen Augenblick schneller. Das tut uns leid.`,
  equal: 'Die nächsten von gleicher Art, zum selben Preis:',
  takeThese: (labels) => `Stattdessen ${labels} nehmen`,
  noEqual: 'Gleichwertige gibt es nicht mehr. Wählen Sie andere, oder lassen Sie uns die besten suchen.',

  slow: 'Gerade ist viel los. Ihre Anfrage ist angekommen und wird beantwortet; bitte bleiben Sie auf dieser Seite.',
  noAnswer:
    'Noch keine Antwort. Ihre Anfrage liegt weiter vor: Fragen Sie noch einmal, dann bekommen Sie die Antwort darauf, nicht doppelt so viele Plätze.',
  askAgain: 'Noch einmal fragen',

  refusal: {
    'seat-taken': 'Jemand war schneller',
    'seat-unknown': 'Diesen Platz gibt es nicht',
    'not-enough-seats': 'So viele Plätze dieser Art nebeneinander gibt es nicht mehr',
    'over-limit': 'Das wären mehr, als eine Person haben darf',
    'wheelchair-over-limit': 'Das wären mehr Rollstuhlplätze, als eine Person haben darf',
    'access-only': 'Das sind Rollstuhlplätze',
    'not-in-this-on-sale': 'Nicht in diesem Vorverkauf',
    'performance-cancelled': 'Abgesagt',
    'performance-stopped': 'Zurzeit nicht im Verkauf',
    lost: 'Das hat zu lange gedauert',
  },
  refusalDetail: {
    'seat-taken': 'Von den gewählten Plätzen haben Sie keinen bekommen; wählen Sie andere.',
    'seat-unknown':
      'In diesem Haus gibt es diesen Platz, Bereich oder Preis nicht. Laden Sie den Plan neu und wählen Sie noch einmal.',
    'not-enough-seats':
      'So viele Plätze beieinander sind nicht mehr frei. Versuchen Sie es mit weniger, mit einem anderen Preis, oder wählen Sie Plätze auf dem Plan.',
    'over-limit': 'Damit hätten Sie mehr Plätze, als eine Person in diesem Vorverkauf haben darf. Nehmen Sie weniger.',
    'wheelchair-over-limit':
      'Damit hätten Sie mehr Rollstuhlplätze, als eine Person in diesem Vorverkauf haben darf. Größeren Gruppen hilft die Kartenkasse.',
    'access-only':
      'Diese Plätze sind Menschen im Rollstuhl und ihrer Begleitung vorbehalten. Fragen Sie im Formular nach dem besten Rollstuhlplatz, für eine oder zwei Personen.',
    'not-in-this-on-sale': 'Diese Vorstellung gehört nicht zu dem Vorverkauf, in dem Sie an der Reihe sind.',
    'performance-cancelled':
      'Diese Vorstellung ist abgesagt, und für sie wird nichts mehr verkauft. Bitte wählen Sie einen anderen Termin.',
    'performance-stopped':
      'Der Verkauf dieser Vorstellung ist vorerst angehalten. Plätze, die für Sie gehalten werden, können Sie weiter kaufen. Wählen Sie einen anderen Termin, oder sehen Sie später wieder nach.',
    lost: 'Das Haus ist nicht rechtzeitig zu Ihren Plätzen gekommen. Für Sie ist nichts gehalten: Fragen Sie noch einmal.',
  },
  takenSeats: (labels) => `Vergeben: ${labels}.`,
  near: (n, where) =>
    plural(n, { one: `Der beste Platz in der Nähe: ${where}`, other: `Die besten ${n} in der Nähe: ${where}` }),
  anyPrice: 'Mit jedem Preis versuchen',
  fewerSeats: (n) => `Mit ${plural(n, { one: '1 Platz', other: `${n} Plätzen` })} versuchen`,
  apart: (n) => plural(n, { one: 'Ein Platz', other: `${n} nah beieinander, nicht alle in einer Reihe` }),
  otherPrice: (price) => `Um ${price}`,

  heldTitle: 'Für Sie gehalten',
  heldFor: 'Gehalten noch',
  checkout: 'Zur Kasse',
  release: 'Wieder freigeben',
  releaseFull: (labels) => `Wieder freigeben: ${labels}`,
  another: 'Noch eine Vorstellung dazu',
  lapsed: 'Die Zeit für diese Plätze ist um. Sie können weiter wählen.',
  stillFree: (labels) => `Sie sind noch frei: ${labels}.`,
  takeAgain: 'Noch einmal nehmen',
  total: 'Summe',
  announceHeld: (labels) => `Für Sie gehalten: ${labels}.`,
  announceReleased: (labels) => `Wieder freigegeben: ${labels}.`,

  exchange: {
    title: 'Plätze tauschen',
    detail: (n) => `Wählen Sie ${seats(n)} anstelle derer, die Sie zurückgeben. Bis dahin behalten Sie die alten.`,
    yours: 'Zurückgeben',
    keep: 'Meine Plätze behalten',
    same: 'Der Preis bleibt gleich.',
    less: (money) => `Sie bekommen ${money} zurück.`,
    dearer: (money) => `${money} mehr, mit dem Übrigen zu bezahlen.`,
    more: (money) => `${money} mehr als bezahlt: Teurer werden kann nur eine Bestellung, die noch nicht bezahlt ist.`,
    left: (n) => plural(n, { one: 'Noch einen Platz wählen', other: `Noch ${n} Plätze wählen` }),
    confirm: 'Tauschen',
    asking: 'Wird getauscht…',
    elsewhere: 'Diese Bestellung liegt in einem anderen Browser',
    elsewhereDetail:
      'Öffnen Sie sie mit dem Link in Ihrer E-Mail, der auf jedem Gerät geht, und tauschen Sie von dort aus.',
    notNow: 'Diese Plätze können jetzt nicht getauscht werden',
    notNowDetail: 'Auf der Seite der Bestellung steht, was möglich ist.',
    toOrder: 'Zu Ihrer Bestellung',
  },
} satisfies HallWords;
