import type { CrowdWords } from '../en/crowd.ts';

export const crowdWords: CrowdWords = {
  here: 'Gerade sind sehr viele Menschen hier',
  keepsTrying: 'Wir versuchen es für Sie weiter, so lange es dauert. Sie müssen nicht noch einmal drücken.',
};
