import type { Heads } from '../en/heads.ts';

export const heads = {
  every: {
    noscript: 'Diese Seite braucht JavaScript.',
    home: 'Kartenkasse',
    plainPage: 'Die einfache Seite der Warteschlange kommt ohne aus',
  },
  index: { title: 'Spielzeit', description: 'Was gespielt wird, und wann sich die Türen öffnen.' },
  show: { title: 'Stück', description: 'Vorstellungen und Preise.' },
  line: {
    title: 'Die Warteschlange',
    plain: 'Noch nichts da? Zur einfachen Seite.',
  },
  hall: { title: 'Plätze wählen', description: 'Wählen Sie Ihre Plätze.' },
  checkout: { title: 'Bestellen', description: 'Ihre Bestellung.' },
  order: { title: 'Ihre Bestellung', description: 'Ihre Bestellung und Ihre Karten.' },
  check: {
    title: 'Meinen Platz prüfen',
    description: 'Berechnen Sie Ihren Platz selbst aus den veröffentlichten Dateien.',
  },
  ledger: {
    title: 'Das Protokoll',
    description: 'Jeder Eingriff in die Schlange, und der Beweis, dass keiner geändert wurde.',
  },
  staff: { title: 'Für das Haus', description: 'Hier melden sich die Menschen des Hauses an.' },
  '404': {
    title: 'Nicht auf dem Spielplan',
    heading: 'Das steht nicht auf dem Spielplan',
    detail:
      'Unter dieser Adresse gibt es nichts. Vielleicht wurde das Stück abgesetzt, oder die Adresse enthält einen Fehler.',
    toSeason: 'Die ganze Spielzeit ansehen',
  },
} satisfies Heads;
