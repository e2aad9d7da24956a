/** Before the number of the box office, wherever somebody may need a person. */
export const boxOfficeWords = {
  telephone: 'Box office, by telephone',
};
