import type { SiteWords } from '../en/site.ts';

export const siteWords = {
  timeLeft: 'Zeit zum Einkaufen',
  footer:
    'Eine faire Warteschlange: Das Los entscheidet. Niemand kann einen Platz kaufen, verkaufen oder überspringen.',
  languages: 'Sprache',
  tryAgain: 'Noch einmal versuchen',
  toSeason: 'Die ganze Spielzeit ansehen',
  missing: 'Das steht nicht auf dem Spielplan',
  missingDetail: 'Vielleicht wurde es abgesetzt, oder die Adresse enthält einen Fehler.',
  unreachable: 'Wir erreichen die Kartenkasse nicht',
  unreachableDetail:
    'Das kann an Ihrer Verbindung liegen oder an unserer. Nichts von Ihnen ist verloren: Warten Sie einen Moment und versuchen Sie es noch einmal.',
  trace: 'Für unser Team:',
} satisfies SiteWords;
