import type { JoiningWords } from '../en/line-joining.ts';

export const joiningWords = {
  haveCode: 'Ich habe einen Code von der Kasse',
} satisfies JoiningWords;
