import type { OrderMailWords } from '../en/order-mails.ts';
import { count, plural } from './written.ts';

export const orderMailWords = {
  ticketsSubject: (titles, reference) => `Eich tocynnau: ${titles} (${reference})`,
  cancelledSubject: (titles, reference) => `Wedi’i chanslo: ${titles} (${reference})`,
  refusedSubject: (titles, reference) => `Heb ei harchebu: ${titles} (${reference})`,
  movedSubject: (titles, reference) => `Wedi’i symud: ${titles} (${reference})`,
  dear: (name) => `Annwyl ${name},`,

  tickets: (n) => {
    const here = plural(n, {
      one: 'dyma eich tocyn',
      two: 'dyma eich 2 docyn',
      few: 'dyma eich 3 thocyn',
      many: 'dyma eich 6 thocyn',
      other: `dyma eich ${count(n)} tocyn`,
    });
    const show = n === 1 ? 'Dangoswch ei god' : 'Dangoswch bob cod';
    return `${here}. ${show} wrth y drws, ar sgrin neu ar bapur; mae’n agor y drws unwaith.`;
  },
  look: 'Gweld eich archeb, ei rhoi yn ôl neu gyfnewid seddi:',
  care: 'I chi y mae’r ddolen a’r tocynnau: gall pwy bynnag sydd â nhw eu defnyddio.',

  refused: {
    'card-declined': 'nid aeth eich archeb drwodd: gwrthodwyd y cerdyn. Ni chodwyd dim arnoch.',
    'seats-lost':
      'nid aeth eich archeb drwodd: roedd amser y seddi ar ben, ac mae rhywun arall â nhw nawr. Ni chodwyd dim arnoch.',
    'not-paid': 'nid aeth eich archeb drwodd: ni ddaeth taliad mewn pryd. Ni chodwyd dim arnoch.',
    'payment-withdrawn':
      'nid aeth eich archeb drwodd: tynnodd eich banc y taliad yn ôl cyn iddo gael ei wneud. Ni chodwyd dim arnoch, ac mae’r seddi’n mynd yn ôl ar werth.',
    'performance-cancelled': 'nid aeth eich archeb drwodd: mae’r perfformiad wedi’i ganslo. Ni chodwyd dim arnoch.',
  },
  expired:
    'ni thalwyd am eich archeb erbyn y dyddiad cau. Mae wedi’i chanslo, nid oes arnoch ddim, ac nid yw ei thocynnau’n agor y drws mwyach.',
  cancelled: 'mae eich archeb wedi’i chanslo, ac nid yw ei thocynnau’n agor y drws mwyach.',
  notCharged: 'Ni chodwyd dim arnoch.',
  backAtBoxOffice: (amount) => `Talwyd ${amount} yn y swyddfa docynnau, ac yno y caiff ei roi yn ôl.`,
  performanceCancelled: (reason) =>
    `ni fydd y perfformiad a enwir yma yn digwydd. Dywed y swyddfa docynnau: “${reason}” Nid yw ei docynnau’n agor y drws mwyach.`,
  performanceMoved: (reason) =>
    `mae’ch perfformiad wedi’i symud: mae’r diwrnod, yr amser a’r lle newydd yma. Dywed y swyddfa docynnau: “${reason}” Mae’ch tocynnau’n dal yn ddilys.`,
  performanceMovedToo: (reason) =>
    `Mae perfformiad arall yn eich archeb wedi’i symud: mae ei ddiwrnod, ei amser a’i le newydd yma hefyd. Dywed y swyddfa docynnau: “${reason}”`,
  isCancelled: 'wedi’i ganslo',
  wasBefore: (before) => `Roedd i fod: ${before}.`,
  mayReturn: (when) =>
    `Os nad yw hynny’n gyfleus, rhowch y seddi’n ôl ar dudalen eich archeb erbyn ${when}, a chewch bopeth a daloch amdanynt yn ôl.`,
  chooseSubject: (titles, reference) => `Wedi’i ganslo, dewiswch: ${titles} (${reference})`,
  choose: (when) =>
    `Chi sydd i ddewis: dyddiad arall heb gost ychwanegol, neu’ch arian yn ôl. Dewiswch ar dudalen eich archeb erbyn ${when}.`,
  choosePromise: (when) =>
    `Chi sydd i ddewis: dyddiad arall yn ei le, neu ddim, ac ni fydd arnoch ddim amdano. Dewiswch ar dudalen eich archeb erbyn ${when}.`,
  chooseSilent: (amount) => `Os na ddewiswch ddim, rhown ${amount} yn ôl i chi bryd hynny.`,
  chooseDates: 'Dyma’r dyddiadau i ddewis ohonynt:',
  lookToChoose: 'Dewiswch yma:',
  offered: 'Mae’r swyddfa docynnau yn cynnig y dyddiadau hyn yn lle hynny:',
  ticketsStay: 'Mae’ch tocynnau, fel y maent yn ddilys nawr, ynghlwm.',
  owedNothing: 'Nid oes arnoch ddim am ei seddi.',
  lookAtEnd: 'Gweld eich archeb:',

  button: 'Gweld eich archeb',
  reference: (reference) => `Eich cyfeirnod yw ${reference}. Dywedwch ef wrth y swyddfa docynnau.`,
} satisfies OrderMailWords;
