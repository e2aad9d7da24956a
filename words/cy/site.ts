import type { SiteWords } from '../en/site.ts';

export const siteWords = {
  timeLeft: 'Amser i brynu',
  footer: 'Ciw teg, wedi’i dynnu ar hap. Ni all neb brynu, gwerthu na neidio lle.',
  languages: 'Iaith',
  tryAgain: 'Ceisiwch eto',
  toSeason: 'Gweld y tymor cyfan',
  missing: 'Nid yw hwn ar y rhaglen',
  missingDetail: 'Efallai iddo gael ei dynnu’n ôl, neu fod gwall yn y cyfeiriad.',
  unreachable: 'Ni allwn gyrraedd y swyddfa docynnau',
  unreachableDetail:
    'Eich cysylltiad chi neu’n un ni sydd ar fai. Does dim wedi’i golli: arhoswch eiliad a cheisiwch eto.',
  trace: 'I’n staff:',
} satisfies SiteWords;
