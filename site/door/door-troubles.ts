import { doorWords } from '../../words/en/door.ts';
import type { Trouble } from '../api.ts';

/* A trouble that the page finds out by itself, in the form of the platform's. */

export const rightOver: Trouble = {
  kind: 'refused',
  problem: {
    type: '/problems/door-right-over',
    title: doorWords.rightOver,
    status: 403,
    detail: doorWords.rightOverDetail,
  },
};
