import type { JoiningWords } from '../en/line-joining.ts';

export const joiningWords = {
  haveCode: 'Mae gen i god gan y swyddfa docynnau',
} satisfies JoiningWords;
