import type { CrowdWords } from '../en/crowd.ts';

export const crowdWords: CrowdWords = {
  here: 'Hay muchísima gente',
  keepsTrying: 'Seguimos intentándolo por usted, el tiempo que haga falta. No hace falta pulsar otra vez.',
};
