import type { JoiningWords } from '../en/line-joining.ts';

export const joiningWords = {
  haveCode: 'J’ai un code de la billetterie',
} satisfies JoiningWords;
