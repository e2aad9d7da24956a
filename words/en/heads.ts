/*
 * The words of the files themselves, before any script runs. `{{title}}` in `site/show.html` is `heads.show.title`. A
 * word that a page does not have itself is taken from `every`. The build puts the words in.
 */
export const heads = {
  every: {
    noscript: 'This page needs JavaScript.',
    home: 'Box office',
    plainPage: 'The plain page of the line works without it',
  },
  index: { title: 'Season', description: 'What is on, and when the doors open.' },
  show: { title: 'Show', description: 'Performances and prices.' },
  line: {
    title: 'The line',
    plain: 'Nothing yet? Take the plain page.',
  },
  hall: { title: 'Choose your seats', description: 'Choose your seats.' },
  checkout: { title: 'Check out', description: 'Your order.' },
  order: { title: 'Your order', description: 'Your order and its tickets.' },
  check: { title: 'Check my place', description: 'Compute your own place from the published files.' },
  ledger: { title: 'The ledger', description: 'Every act on the line, and the proof that none was changed.' },
  staff: { title: 'For the house', description: 'Where the people of the house sign in.' },
  '404': {
    title: 'Not on the bill',
    heading: 'This is not on the bill',
    detail: 'There is nothing at this address. It may have been taken off, or the address has a slip in it.',
    toSeason: 'See the whole season',
  },
};

export type Heads = typeof heads;
