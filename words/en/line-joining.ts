/* The words beside the form of a place that are not urgent. */
export const joiningWords = {
  haveCode: 'I have a code from the box office',
};

export type JoiningWords = typeof joiningWords;
