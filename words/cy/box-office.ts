import type { boxOfficeWords as en } from '../en/box-office.ts';

export const boxOfficeWords: typeof en = {
  telephone: 'Swyddfa docynnau, dros y ffôn',
  plainPage: 'Dydy’r dudalen hon ddim yn gweithio? Ewch i’r dudalen seml.',
};
