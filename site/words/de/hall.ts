import { count } from '../../format.ts';
import type { HallWords } from '../en/hall.ts';
import { plural } from '../plural.ts';

const seats = (n: number) => plural(n, { one: '1 Platz', other: `${count(n)} Plätze` });

export const hallWords = {
  noPerformance: 'Welche Vorstellung ist es?',
  noPerformanceDetail: 'Diese Adresse nennt keine Vorstellung. Wählen Sie ein Stück auf der Seite der Spielzeit.',
  allDates: 'Alle Termine',

  noPass: 'Sie können sich umsehen, und wählen, sobald Sie an der Reihe sind',
  noPassDetail: 'Plätze werden für alle gehalten, deren Nummer aufgerufen ist.',
  passOver: 'Ihre Zeit zum Einkaufen ist um',
  passOverDetail:
    'Ihr Platz in der Warteschlange ist nicht verloren: Gehen Sie dorthin zurück und bitten Sie um eine neue Runde. Plätze, die für Sie gehalten werden, bleiben es, bis deren eigene Zeit um ist.',
  toLine: (audience) => `Zur Warteschlange (${audience})`,

  bestTitle: 'Die besten Plätze nebeneinander',
  party: 'Wie viele',
  fewer: 'Einer weniger',
  more: 'Einer mehr',
  bands: 'Preis',
  any: 'Jeder Preis',
  bandFree: (n) => (n === 0 ? 'ausverkauft' : n < 20 ? `noch ${n}` : ''),
  access: 'Ein Rollstuhlplatz',
  accessHint: 'Sind Sie zu zweit, gehört der Platz der Begleitung daneben dazu.',
  best: (n) => plural(n, { one: 'Den besten Platz finden', other: `Die besten ${n} Plätze finden` }),
  bestHere: (n, where) =>
    plural(n, { one: `Den besten Platz finden: ${where}`, other: `Die besten ${n} Plätze finden: ${where}` }),
  finding: 'Plätze werden gesucht…',
  limit: (left) =>
    left === 0 ? 'Sie haben alle Plätze, die eine Person haben darf.' : `Sie dürfen noch ${seats(left)} dazunehmen.`,

  choose: 'Oder selbst wählen',
  plan: 'Saalplan',
  list: 'Liste',
  planLabel: (house) => `Saalplan: ${house}`,
  planHelp:
    'Mit den Pfeiltasten von Platz zu Platz, mit der Eingabetaste wählen, mit Plus und Minus vergrößern und verkleinern.',
  closer: 'Näher heran',
  further: 'Weiter weg',
  whole: 'Ganzer Plan',
  stale:
    'Gerade keine Nachricht über die Plätze. Was Sie sehen, ist vielleicht nicht mehr ganz neu; wir fragen weiter.',

  seat: (label, price, state) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'vergeben',
  mine: 'für Sie gehalten',
  picked: 'gewählt',
  wheelchair: 'Rollstuhlplatz',
  companion: 'Platz der Begleitung',
  sectionFree: (name, free, price) => `${name}, ${free === 0 ? 'voll' : `${count(free)} frei`}, ${price}`,
  row: (label) => `Reihe ${label}`,
  fullSection: 'voll',
  standing: 'Stehplätze haben keine Nummern. Sagen Sie im Formular, wie viele.',

  picks: (n, price) => `${seats(n)}, ${price}`,
  hold: (n) => plural(n, { one: 'Diesen Platz festhalten', other: 'Diese Plätze festhalten' }),
  clear: 'Aufheben',
  pickTaken: 'Dieser Platz ist vergeben.',
  pickLimit: 'Mehr Plätze dürfen Sie nicht haben.',
  pickAccess: 'Rollstuhlplätze gibt es über das Formular: Kreuzen Sie „Ein Rollstuhlplatz“ an.',
  gone: (labels) => `Eben vergeben: ${labels}. Wählen Sie einen anderen Platz.`,

  slow: 'Gerade ist viel los. Ihre Anfrage ist angekommen und wird beantwortet; bitte bleiben Sie auf dieser Seite.',
  noAnswer:
    'Noch keine Antwort. Ihre Anfrage liegt weiter vor: Fragen Sie noch einmal, dann bekommen Sie die Antwort darauf, nicht doppelt so viele Plätze.',
  askAgain: 'Noch einmal fragen',

  refusal: {
    'seat-taken': 'Jemand war schneller',
    'seat-unknown': 'Diesen Platz gibt es nicht',
    'not-enough-seats': 'So viele Plätze dieser Art nebeneinander gibt es nicht mehr',
    'over-limit': 'Das wären mehr, als eine Person haben darf',
    'access-only': 'Das sind Rollstuhlplätze',
    'not-in-this-on-sale': 'Nicht in diesem Vorverkauf',
  },
  refusalDetail: {
    'seat-taken': 'Von den gewählten Plätzen haben Sie keinen bekommen; wählen Sie andere.',
    'seat-unknown':
      'In diesem Haus gibt es diesen Platz, Bereich oder Preis nicht. Laden Sie den Plan neu und wählen Sie noch einmal.',
    'not-enough-seats':
      'So viele Plätze beieinander sind nicht mehr frei. Versuchen Sie es mit weniger, mit einem anderen Preis, oder wählen Sie Plätze auf dem Plan.',
    'over-limit': 'Damit hätten Sie mehr Plätze, als eine Person in diesem Vorverkauf haben darf. Nehmen Sie weniger.',
    'access-only':
      'Diese Plätze sind Menschen im Rollstuhl und ihrer Begleitung vorbehalten. Fragen Sie im Formular nach dem besten Rollstuhlplatz, für eine oder zwei Personen.',
    'not-in-this-on-sale': 'Diese Vorstellung gehört nicht zu dem Vorverkauf, in dem Sie an der Reihe sind.',
  },
  takenSeats: (labels) => `Vergeben: ${labels}.`,
  near: (n, where) =>
    plural(n, { one: `Der beste Platz in der Nähe: ${where}`, other: `Die besten ${n} in der Nähe: ${where}` }),
  anyPrice: 'Mit jedem Preis versuchen',
  fewerSeats: (n) => `Mit ${plural(n, { one: '1 Platz', other: `${n} Plätzen` })} versuchen`,

  heldTitle: 'Für Sie gehalten',
  heldFor: 'Gehalten noch',
  checkout: 'Zur Kasse',
  release: 'Wieder freigeben',
  releaseFull: (labels) => `Wieder freigeben: ${labels}`,
  another: 'Noch eine Vorstellung dazu',
  lapsed: 'Die Zeit für diese Plätze ist um. Sie sind wieder frei; Sie können weiter wählen.',
  total: 'Summe',
  announceHeld: (labels) => `Für Sie gehalten: ${labels}.`,
} satisfies HallWords;
