import type { FieldWords, RefusalWords } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Mae rhywbeth o’i le',
    detail: 'Edrychwch eto ar yr hyn a deipioch, neu ail-lwythwch y dudalen a rhowch gynnig arall arni.',
  },
  'not-from-this-page': {
    title: 'Daeth y ffurflen o wefan arall',
    detail: 'Defnyddiwch y botymau ar y dudalen hon.',
  },
  'idempotency-key-reused': {
    title: 'Anfonwyd yr archeb hon eisoes mewn ffurf arall',
    detail: 'Ail-lwythwch y dudalen ac archebwch eto.',
  },

  fault: {
    title: 'Aeth rhywbeth o’i le ar ein hochr ni',
    detail: 'Does dim o’ch eiddo chi wedi’i golli. Rhowch gynnig arall arni ymhen ychydig eiliadau.',
  },
  busy: {
    title: 'Mae llawer iawn yn gofyn ar hyn o bryd',
    detail: 'Does dim byd i chi wedi’i golli. Rhowch gynnig arall arni ymhen ychydig eiliadau.',
  },
  'too-many-requests': {
    title: 'Daeth llawer iawn o geisiadau o’ch rhwydwaith',
    detail:
      'Os oes gennych le, mae’n ddiogel. Rhowch gynnig arall arni ymhen munud, neu o gysylltiad arall, megis un eich ffôn.',
  },

  'line-unknown': {
    title: 'Nid oes gwerthiant o’r fath',
    detail: 'Mae tudalen y tymor yn dangos beth sydd ar werth.',
  },
  'line-not-open-yet': {
    title: 'Nid yw’r drysau ar agor eto',
    detail: 'Mae eich lle yn ddiogel. Dewch yn ôl pan fydd y drysau’n agor.',
  },
  'line-closed': {
    title: 'Mae’r gwerthiant hwn ar ben',
    detail: 'Efallai fod ffyrdd eraill o gael tocynnau: gweler tudalen y tymor.',
  },
  'entry-wrong': {
    title: 'Rhaid dod i mewn yma mewn ffordd arall',
    detail: 'Ail-lwythwch y dudalen a defnyddiwch y ffurflen sydd arni.',
  },
  'member-unknown': {
    title: 'Nid yw’r rhif aelod a’r cod post yn cyfateb',
    detail: 'Cymharwch y ddau â’ch cerdyn aelodaeth, neu gofynnwch i’r swyddfa docynnau.',
  },
  'too-many-tries': {
    title: 'Gormod o gynigion',
    detail:
      'Daeth llawer o godau post anghywir o’r cysylltiad hwn. Rhowch gynnig arall arni yn nes ymlaen, neu nawr o gysylltiad arall, fel un y ffôn, neu gofynnwch i’r swyddfa docynnau.',
  },
  'link-wrong': {
    title: 'Nid yw’r ddolen hon yn ddilys',
    detail: 'Copïwch hi eto, yn gyfan, neu gofynnwch am un newydd.',
  },
  'work-wrong': {
    title: 'Ni lwyddodd y gwirio',
    detail: 'Rhowch gynnig arall arni, os gwelwch yn dda.',
  },
  'mail-unavailable': {
    title: 'Nid yw’r safle hwn yn anfon e-bost',
    detail: 'Dewch i mewn mewn ffordd arall, neu gofynnwch i’r swyddfa docynnau.',
  },
  'mail-busy': {
    title: 'Mae llawer yn gofyn am ddolen ar hyn o bryd',
    detail: 'Gofynnwch eto ymhen ychydig eiliadau.',
  },
  'receipt-missing': {
    title: 'Ni welwn eich lle',
    detail: 'Efallai fod eich porwr yn gwrthod cwcis: caniatewch nhw, ac ymunwch eto.',
  },
  'receipt-forged': {
    title: 'Nid un o’n lleoedd ni yw hwn',
    detail: 'Ymunwch â’r ciw eto: fe gewch eich lle eich hun yn ôl.',
  },
  'receipt-elsewhere': {
    title: 'Lle mewn ciw arall yw hwn',
    detail: 'Ewch i’r ciw hwnnw, neu ymunwch â’r un yma.',
  },
  'receipt-not-in-roll': {
    title: 'Nid yw’r lle hwn yn y rhestr a gyhoeddwyd',
    detail:
      'Mae ein llofnod ar eich derbynneb, ond nid yw’r rhestr yn ei chynnwys: gwnaethom ni gamgymeriad, neu fe’i ffugiodd rhywun â’n hallwedd ni. Cadwch hi’n dystiolaeth, a dywedwch wrth y swyddfa docynnau. Yna ymunwch eto: cewch le yn y rownd sydd ar agor nawr.',
  },
  'place-given-up': {
    title: 'Rhoddwyd y gorau i’r lle hwn',
    detail: 'Ymunwch eto a chewch ef yn ôl.',
  },
  'device-ended': {
    title: 'Tynnwyd y ddyfais hon oddi ar eich lle',
    detail: 'Dyfais arall â’r lle hwn a’i tynnodd. Ymunwch eto os eich lle chi ydyw.',
  },
  'device-behind': {
    title: 'Dyfais arall â’r lle hwn sy’n mynd gyntaf',
    detail:
      'Tynnwyd dyfais oddi ar y lle hwn cyn i hon ddod. Caiff hon ddod i mewn os na ddaw’r lleill o fewn pum munud i’r alwad.',
  },
  'device-unknown': {
    title: 'Ni allwch dynnu’r ddyfais hon',
    detail: 'Dim ond y rhai a ddaeth ar ei hôl y gall dyfais eu tynnu.',
  },
  'handover-wrong': {
    title: 'Nid yw’r cod hwn yn dod â lle i’r ddyfais hon',
    detail: 'Teipiwch yr wyth llythyren fel y dywedodd y swyddfa docynnau hwy, neu gofynnwch amdanynt eto.',
  },
  'handover-used': {
    title: 'Defnyddiwyd y cod hwn',
    detail:
      'Mae cod ar gyfer un ddyfais, a chymerodd un arall hwn. Os nad chi oedd hi, dywedwch wrth y swyddfa docynnau.',
  },
  'handover-old': {
    title: 'Nid yw’r cod hwn yn ddilys mwyach',
    detail:
      'Mae cod yn ddilys am ddeng munud, a’r un diweddaraf sy’n cyfrif. Gofynnwch i’r swyddfa docynnau am un arall.',
  },
  'handover-tries': {
    title: 'Gormod o godau anghywir',
    detail:
      'Daeth llawer o godau anghywir o’ch cysylltiad. Rhowch gynnig arall arni yn nes ymlaen, neu yn awr o gysylltiad arall, fel un ffôn.',
  },
  'not-drawn-yet': {
    title: 'Nid yw eich lle wedi’i dynnu eto',
    detail: 'Caiff eich rhif ei dynnu o fewn eiliadau. Mae eich lle yn ddiogel.',
  },
  'not-your-turn': {
    title: 'Nid eich tro chi yw hi eto',
    detail: 'Arhoswch nes i’ch rhif gael ei alw. Mae eich lle yn ddiogel.',
  },
  'late-next': {
    title: 'Rydych yn hwyr, ac ymhlith y cyntaf o’r rhai nesaf',
    detail:
      'Mae eich rhif wedi’i alw’n barod. Chi gaiff y lle rhydd nesaf yn y neuadd, fel arfer mewn eiliadau: rhowch gynnig arall arni’n syth.',
  },
  'room-full': {
    title: 'Rydych chi wedi cael eich tro, ac mae’r ystafell yn llawn',
    detail: 'Rhowch gynnig arall arni ymhen ychydig.',
  },
  'keys-change': {
    title: 'Un eiliad arall',
    detail:
      'Nid oes tocynnau mynediad yn cael eu rhoi ar hyn o bryd. Mae eich lle yn ddiogel, a chewch ddod i mewn ymhen munud.',
  },
  'slower-lane': {
    title: 'Ychydig mwy o amynedd',
    detail: 'Byddwch yn dod i mewn ychydig funudau ar ôl yr alwad. Chi piau’r lle o hyd.',
  },
  'place-removed': {
    title: 'Tynnwyd y lle hwn o’r ciw',
    detail: 'Ysgrifennwch atom os yw hynny’n anghywir.',
  },
  'nothing-to-appeal': {
    title: 'Nid oes dim i apelio yn ei erbyn',
    detail: 'Mae eich lle yn y ciw arferol: mae popeth yn iawn.',
  },
  'no-more-time': {
    title: 'Does dim rhagor o amser',
    detail: 'Nid yw eich lle wedi’i golli: wedyn cewch ddod i mewn eto pan fydd lle.',
  },
  'voucher-wrong': {
    title: 'Nid yw’r daleb hon yn ddilys',
    detail: 'Cewch ddod i mewn eto pan fydd lle.',
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
    title: 'Mae eich amser i brynu ar ben',
    detail: 'Nid yw eich lle wedi’i golli: cewch ddod i mewn eto pan fydd lle.',
  },
  'pass-over': {
    title: 'Mae’r tro hwn ar ben',
    detail:
      'Chi ddaeth ag ef i ben, neu’r swyddfa docynnau a dynnodd eich lle yn ôl. Mae tudalen y ciw yn dweud pa un.',
  },
  'pass-elsewhere': {
    title: 'Mewn gwerthiant arall y mae’ch tro chi',
    detail: 'Nid yw’r perfformiad hwn ar werth yn y gwerthiant rydych yn prynu ynddo.',
  },

  'performance-cancelled': {
    title: 'Wedi’i ganslo',
    detail: 'Nid yw ar werth. Dewiswch ddyddiad arall.',
  },
  'performance-stopped': {
    title: 'Ddim ar werth ar hyn o bryd',
    detail:
      'Mae gwerthiant y perfformiad hwn wedi’i atal am y tro. Mae’r seddi sydd ar gadw i chi yn dal yn eiddo i chi i’w prynu. Dewiswch ddyddiad arall, neu edrychwch eto yn nes ymlaen.',
  },
  'performance-unknown': {
    title: 'Does dim perfformiad o’r fath',
    detail: 'Efallai ei fod wedi’i ganslo. Gofynnwch i’r swyddfa docynnau.',
  },
  'hold-unknown': {
    title: 'Nid yw’r seddi hyn ar gadw i chi',
    detail: 'Ail-lwythwch y dudalen: mae’n dangos beth sydd ar gadw i chi.',
  },
  'too-many-asks': {
    title: 'Roedd hynny’n rhy gyflym',
    detail: 'Arhoswch am atebion y tŷ, yna gofynnwch am seddi eto.',
  },
  'hold-sold': {
    title: 'Mae’r seddi hyn eisoes wedi’u prynu',
    detail: 'Os na allwch ddod, gofynnwch i’r swyddfa docynnau.',
  },
  'nothing-held': {
    title: 'Does dim seddi ar gadw i chi',
    detail: 'Dewiswch seddi yn gyntaf. Os daeth amser eich rhai chi i ben, efallai eu bod yn rhydd o hyd.',
  },

  'slip-forged': {
    title: 'Nid ydym yn adnabod y seddi hyn',
    detail: 'Ewch yn ôl at eich seddi ac archebwch oddi yno.',
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
  'concession-over-limit': {
    title: 'Ni chaiff un person gynifer o seddi am y pris gostyngol hwn',
    detail: 'Dewiswch y pris llawn ar gyfer y seddi eraill.',
  },
  'concession-unknown': {
    title: 'Ni chynigir y pris gostyngol hwn yma',
    detail: 'Ail-lwythwch y dudalen: mae’n dangos y prisiau sydd ar gael.',
  },
  'order-unknown': {
    title: 'Does dim archeb o’r fath',
    detail: 'Ni chwblhawyd hi. Archebwch eto.',
  },
  'order-key-wrong': {
    title: 'Archeb rhywun arall yw hon',
    detail:
      'Agorwch hi â’r ddolen yn eich e-bost: mae honno’n gweithio ar unrhyw ddyfais. Neu gofynnwch i’r swyddfa docynnau.',
  },
  'order-not-changeable': {
    title: 'Ni ellir newid yr archeb hon nawr',
    detail: 'Ail-lwythwch y dudalen i weld sut mae hi. Gall y swyddfa docynnau helpu.',
  },
  'ticket-used': {
    title: 'Mae tocyn o’r archeb hon wedi agor y drws',
    detail: 'Ni ellir ei rhoi yn ôl na’i chyfnewid mwyach.',
  },
  'tickets-belong-together': {
    title: 'Mae’r tocynnau hyn yn perthyn i’w gilydd',
    detail: 'Rhowch sedd y cydymaith yn ôl gyda’r lle cadair olwyn.',
  },
  'date-not-offered': {
    title: 'Nid oes modd cael y dyddiad hwn yn lle’r llall',
    detail: 'Dewiswch un arall o’r dyddiadau, neu’ch arian yn ôl.',
  },
  'seats-not-exchangeable': {
    title: 'Ni ellir cyfnewid y seddi hyn am y rheini',
    detail: 'Dewiswch yr un nifer o seddi yn yr un perfformiad, heb fod yn ddrutach.',
  },
  'tickets-not-ready': {
    title: 'Nid oes tocynnau i’r archeb hon ar hyn o bryd',
    detail: 'Mae tudalen yr archeb yn dangos sut mae hi. Edrychwch eto ymhen munud.',
  },
} satisfies RefusalWords;

export const fieldWords = {
  'body.member': 'Teipiwch eich rhif aelod',
  'body.postcode': 'Teipiwch eich cod post',
  'body.email': 'Teipiwch gyfeiriad e-bost, er enghraifft ada@example.org',
  'body.code': 'Teipiwch y cod',
  'body.message': 'Dywedwch pam, mewn brawddeg',
} satisfies FieldWords;
