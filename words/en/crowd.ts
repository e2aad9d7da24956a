/* The word to a fan whose act a busy platform has not answered yet. */
export const crowdWords = {
  here: 'Many people are here',
  keepsTrying: 'We keep trying for you, for as long as it takes. You need not press again.',
};

export type CrowdWords = typeof crowdWords;
