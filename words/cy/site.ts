import type { SiteWords } from '../en/site.ts';

export const siteWords = {
  home: 'Swyddfa docynnau',
  timeLeft: 'Amser i brynu',
  footer: 'Ciw teg, a’r drefn yn cael ei thynnu ar hap. Ni all neb brynu na gwerthu lle, na neidio’r ciw.',
  languages: 'Iaith',
  tryAgain: 'Rhowch gynnig arall arni',
  toSeason: 'Gweld y tymor cyfan',
  missing: 'Nid yw hwn ar y rhaglen',
  missingDetail: 'Efallai ei fod wedi’i dynnu oddi ar y rhaglen, neu fod gwall yn y cyfeiriad.',
  unreachable: 'Ni allwn gyrraedd y swyddfa docynnau',
  unreachableDetail:
    'Gallai fod yn gysylltiad chi neu’n cysylltiad ni. Does dim o’ch eiddo chi wedi’i golli: arhoswch eiliad a rhowch gynnig arall arni.',
} satisfies SiteWords;
