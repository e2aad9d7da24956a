import type { JoiningWords } from '../en/line-joining.ts';

export const joiningWords = {
  haveCode: 'Tengo un código de la taquilla',
} satisfies JoiningWords;
