import type { CrowdWords } from '../en/crowd.ts';

export const crowdWords: CrowdWords = {
  here: 'Il y a beaucoup de monde',
  keepsTrying: 'Nous réessayons pour vous, aussi longtemps qu’il le faut. Inutile d’appuyer de nouveau.',
};
