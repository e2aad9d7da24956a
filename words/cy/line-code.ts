import type { CodeWords } from '../en/line-code.ts';

export const codeWords = {
  title: 'Cod gan y swyddfa docynnau',
  detail:
    'Bydd y swyddfa docynnau yn ei ddweud dros y ffôn os yw’r ddyfais sydd â’ch lle ar goll neu wedi torri. Daw eich lle i’r ddyfais hon, gyda’i rif. Bydd y dyfeisiau eraill yn ei golli.',
  label: 'Cod',
  hint: 'Wyth llythyren, am ddeng munud.',
  take: 'Dod â’m lle yma',
  taking: 'Un eiliad…',
} satisfies CodeWords;
