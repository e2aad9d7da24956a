export const beaconWords = {
  'stand-in':
    'Die Zufallsquelle dieser Warteschlange ist ein Ersatz für Proben, dessen Schlüssel jeder haben kann: Das Los ist nicht bewiesen.',
  'not-public':
    'Die Zufallsquelle dieser Warteschlange ist keine öffentliche, die hier bekannt ist: Das Los ist nicht bewiesen.',
  none: 'Diese Warteschlange hat keine öffentliche Zufallsquelle: Das Los ist nicht bewiesen.',
};
