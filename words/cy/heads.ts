import type { Heads } from '../en/heads.ts';

export const heads = {
  every: {
    noscript: 'Mae angen JavaScript ar y dudalen hon.',
    home: 'Swyddfa docynnau',
    plainPage: 'Mae tudalen seml y ciw yn gweithio hebddo',
  },
  index: { title: 'Tymor', description: 'Beth sydd ymlaen, a phryd mae’r drysau’n agor.' },
  show: { title: 'Sioe', description: 'Perfformiadau a phrisiau.' },
  line: {
    title: 'Y ciw',
    plain: 'Dim byd eto? Ewch i’r dudalen seml.',
  },
  hall: { title: 'Dewis eich seddi', description: 'Dewiswch eich seddi.' },
  checkout: { title: 'Talu', description: 'Eich archeb.' },
  order: { title: 'Eich archeb', description: 'Eich archeb a’i thocynnau.' },
  check: { title: 'Gwirio fy lle', description: 'Cyfrifwch eich lle eich hun o’r ffeiliau cyhoeddedig.' },
  ledger: { title: 'Y llyfr cofnodion', description: 'Pob gweithred ar y ciw, a’r prawf na newidiwyd yr un.' },
  staff: { title: 'I’r tŷ', description: 'Lle mae pobl y tŷ yn mewngofnodi.' },
  '404': {
    title: 'Ddim ar y rhaglen',
    heading: 'Nid yw hwn ar y rhaglen',
    detail:
      'Does dim byd yn y cyfeiriad hwn. Efallai ei fod wedi’i dynnu oddi ar y rhaglen, neu fod gwall yn y cyfeiriad.',
    toSeason: 'Gweld y tymor cyfan',
  },
} satisfies Heads;
