import type { BasketWords } from '../en/basket.ts';

export const basketWords = {
  left: 'Chi piau nhw am',
  more: 'Mwy o amser',
  asking: 'Yn gofyn am fwy o amser…',
  once: 'Cewch ofyn am fwy o amser unwaith.',
  given: 'Rydych wedi cael mwy o amser: dyma’r olaf ohono.',
  atZero: 'Ar 0:00 bydd y seddi’n rhydd i eraill. Cewch ddewis eto tra bo’ch amser i brynu’n para.',
  soon: (left) => `${left} ar ôl i’ch seddi.`,
  over: 'Mae amser eich seddi ar ben',
  overDetail: 'Maent yn rhydd eto, ac efallai yno o hyd: ewch yn ôl i’r cynllun a’u cadw o’r newydd.',
  back: 'Yn ôl i’r seddi',
} satisfies BasketWords;
