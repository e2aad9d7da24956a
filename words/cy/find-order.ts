import type { FindOrderWords } from '../en/find-order.ts';
import { count } from './written.ts';

export const findOrderWords = {
  eyebrow: 'Eich archebion',
  title: 'Dod o hyd i’ch archeb',
  lead: 'Mae derbynneb eich lle yn y ciw yn dod o hyd i bob archeb a wnaed â’r lle hwnnw, hyd yn oed wedi i’ch amser i brynu ddod i ben.',

  looking: 'Yn chwilio am eich archeb…',
  found: (n) => (n === 0 ? 'Ni chafwyd hyd i archeb.' : `Archebion y cafwyd hyd iddynt: ${count(n)}.`),
  placedAt: (when) => `Archebwyd: ${when}`,
  states: {
    paying: 'I’w thalu',
    placed: 'Yn cael ei gwneud',
    confirmed: 'Mae’r seddi’n eiddo i chi',
    refused: 'Ni aeth drwodd',
    cancelled: 'Wedi’i chanslo',
  },
  open: 'Agor yr archeb hon',
  none: 'Nid oes gennym archeb o’r lle hwn',
  noneDetail:
    'A archeboch chi eiliad yn ôl? Edrychwch eto ymhen ychydig eiliadau. Os yw’ch banc yn dangos taliad serch hynny, gofynnwch i’r swyddfa docynnau.',
  lookAgain: 'Edrych eto',
  another: 'Defnyddio derbynneb arall',

  paste: 'Pa le oedd gennych?',
  pasteDetail:
    'Mae’r porwr a ddefnyddioch i ymuno â’r ciw yn cadw’ch derbynneb: agorwch y dudalen hon yno, neu gludwch y dderbynneb yma. Mae dolen i’ch archeb yn yr e-bost gyda’ch tocynnau hefyd.',
  receipt: 'Eich derbynneb',
  receiptHint: 'Mae’n dechrau ag r2. ac mae tua 350 nod o hyd.',
  find: 'Dod o hyd i’m harcheb',
  wrong: {
    nothing: 'Gludwch dderbynneb: mae’n dechrau ag r2.',
    unreadable: 'Nid derbynneb yw hon, neu mae rhan ohoni ar goll. Mae’n dechrau ag r2.',
  },
  noReceipt: 'Dim derbynneb, a dim e-bost? Gall y swyddfa docynnau ddod o hyd i’ch archeb wrth eich enw.',
  refusals: {
    'receipt-forged': {
      title: 'Nid un o’n derbynebau ni yw hon',
      detail: 'Efallai fod nod ar goll neu wedi’i newid: copïwch hi eto, yn gyfan.',
    },
    'line-unknown': {
      title: 'Nid ydym yn adnabod ciw’r dderbynneb hon',
      detail:
        'Gallai fod o leoliad arall, neu o werthiant amser maith yn ôl. Gall y swyddfa docynnau ddod o hyd i’ch archeb wrth eich enw.',
    },
  },
} satisfies FindOrderWords;
