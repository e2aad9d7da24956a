/** At the foot of pages: the ways that are left when the page is not enough. */
export const boxOfficeWords = {
  telephone: 'Box office, by telephone',
  plainPage: 'Does this page not work? Take the plain page.',
};
