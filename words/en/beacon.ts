/* What is said of a line whose beacon proves nothing to a stranger. */

export const beaconWords = {
  'stand-in':
    'The beacon of this line is a stand-in for rehearsals, whose key anyone may have: the draw is not proved.',
  'not-public': 'The beacon of this line is not a public one that is known here: the draw is not proved.',
  none: 'This line has no public beacon: the draw is not proved.',
};
