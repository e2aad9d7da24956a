import { doorWords } from '../../words/en/door.ts';
import type { Trouble } from '../api.ts';

/* Troubles that the page finds out by itself, in the form of the platform's. */

export const keyWrong: Trouble = {
  kind: 'refused',
  problem: {
    type: '/problems/staff-key-wrong',
    title: 'The staff key is wrong',
    status: 401,
    detail: 'Type it again.',
  },
};

export const rightOver: Trouble = {
  kind: 'refused',
  problem: {
    type: '/problems/door-right-over',
    title: doorWords.rightOver,
    status: 403,
    detail: doorWords.rightOverDetail,
  },
};
