import type { Said, ShopRefusal } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Ni allem dderbyn y cais hwn',
    detail: 'Mae rhywbeth o’i le ar y cais. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
  },
  'pass-missing': {
    title: 'Nid eich tro chi yw hi eto',
    detail: 'Arhoswch yn y ciw nes i’ch rhif gael ei alw, yna dewch yn ôl.',
  },
  'pass-forged': {
    title: 'Nid ydym yn adnabod eich mynediad',
    detail: 'Ewch yn ôl i dudalen y ciw: mae’ch lle ganddi o hyd, a bydd yn eich gadael i mewn eto.',
  },
  'pass-expired': {
    title: 'Mae’ch amser i brynu ar ben',
    detail: 'Nid yw’ch lle wedi’i golli: ewch yn ôl i’r ciw. Os oes lle, cewch ddal ati i brynu ar unwaith.',
  },
  'pass-elsewhere': {
    title: 'Mewn gwerthiant arall y mae’ch tro chi',
    detail: 'Nid yw’r perfformiad hwn ar werth yn y gwerthiant rydych yn prynu ynddo.',
  },
  'performance-unknown': {
    title: 'Does dim perfformiad o’r fath',
    detail: 'Efallai ei fod wedi’i ganslo. Gofynnwch i’r swyddfa docynnau.',
  },
  'hold-unknown': {
    title: 'Nid yw’r seddi hyn ar gadw i chi',
    detail: 'Ail-lwythwch y dudalen: mae’n dangos beth sydd ar gadw i chi.',
  },
  'hold-sold': {
    title: 'Mae’r seddi hyn eisoes wedi’u prynu',
    detail: 'Os na allwch ddod, gofynnwch i’r swyddfa docynnau.',
  },
  'slip-forged': {
    title: 'Nid ydym yn adnabod y seddi hyn',
    detail: 'Ail-lwythwch y dudalen ac archebwch eto.',
  },
  'slip-elsewhere': {
    title: 'Mae’r seddi hyn ar gadw i rywun arall',
    detail: 'Archebwch yn y porwr lle dewisoch y seddi.',
  },
  'slip-lapsed': {
    title: 'Nid yw’r seddi ar gadw i chi mwyach',
    detail: 'Daeth yr amser i dalu amdanynt i ben. Dewiswch nhw eto os ydynt yn rhydd.',
  },
  'payment-method-unavailable': {
    title: 'Ni chynigir y ffordd hon o dalu yma',
    detail: 'Dewiswch ffordd arall o dalu; mae’ch seddi ar gadw o hyd.',
  },
  'idempotency-key-reused': {
    title: 'Anfonwyd yr archeb hon eisoes mewn ffurf arall',
    detail: 'Ail-lwythwch y dudalen ac archebwch eto.',
  },
  'order-unknown': {
    title: 'Does dim archeb o’r fath',
    detail: 'Ni chwblhawyd hi. Archebwch eto.',
  },
  'order-key-wrong': {
    title: 'Archeb rhywun arall yw hon',
    detail: 'Agorwch hi ar y ddyfais lle’i gwnaed, neu gofynnwch i’r swyddfa docynnau.',
  },
  'place-given-up': {
    title: 'Rhoddwyd y lle hwn i fyny',
    detail: 'Os newidiwch eich meddwl, ymunwch eto a chi fydd piau’ch hen le.',
  },
  'nothing-held': {
    title: 'Does dim seddi ar gadw i chi',
    detail: 'Dewiswch seddi yn gyntaf. Os daeth amser eich rhai chi i ben, efallai eu bod yn rhydd o hyd.',
  },
  'timer-extended': {
    title: 'Cawsoch fwy o amser i’r seddi hyn eisoes',
    detail: 'Prynwch yr hyn sydd ar gadw i chi, neu rhowch ef yn ôl a dewiswch eto.',
  },
  'concession-unknown': {
    title: 'Ni chynigir y pris gostyngol hwn yma',
    detail: 'Ail-lwythwch y dudalen: mae’n dangos y prisiau sydd ar gael.',
  },
  'order-not-changeable': {
    title: 'Ni ellir newid yr archeb hon nawr',
    detail: 'Ail-lwythwch y dudalen i weld sut mae hi. Gall y swyddfa docynnau helpu.',
  },
  'ticket-used': {
    title: 'Mae tocyn o’r archeb hon wedi agor y drws',
    detail: 'Ni ellir ei rhoi yn ôl na’i chyfnewid mwyach.',
  },
  'seats-not-exchangeable': {
    title: 'Ni ellir cyfnewid y seddi hyn am y rheini',
    detail: 'Dewiswch yr un nifer o seddi yn yr un perfformiad, heb fod yn ddrutach.',
  },
} satisfies Record<ShopRefusal, Said>;
