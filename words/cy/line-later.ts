import type { LaterWords } from '../en/line-later.ts';
import { plural } from './written.ts';

export const laterWords = {
  noOnSaleDetail: 'Nid yw’r cyfeiriad hwn yn enwi gwerthiant. Dewiswch un ar dudalen y tymor.',
  notYet: 'Nid yw’r ciw hwn yn barod eto',
  notYetDetail: 'Dewch yn ôl yn nes at yr agor. Ni all neb ymuno cyn hynny, felly nid ydych yn colli dim.',
  overDetail: 'Mae’r ciw wedi cau. Efallai fod ffyrdd eraill o gael tocynnau: gweler tudalen y tymor.',
  findOrder: 'Dod o hyd i’m harcheb',
  left: 'Rydych wedi gadael y ciw',
  leftDetail: 'Mae rhywun arall yn symud ymlaen. Wedi newid eich meddwl? Ymunwch eto a chewch eich hen le’n ôl.',
  leftBought: 'Diolch: chi biau eich tocynnau o hyd',
  leftBoughtDetail: 'Nid ydych yn y ciw mwyach. Mae eich archeb a’i thocynnau’n aros ar eu tudalen, ac yn eich e-bost.',
  toOrder: 'I’ch archeb',

  needs: {
    wheelchair: 'Lle cadair olwyn',
    companion: 'Cydymaith wrth fy ymyl',
    'more-time': 'Rhagor o amser ar gyfer popeth sydd â therfyn',
  },
  needsDetail: 'Dim ond y bobl sy’n rhoi seddi i chi sy’n gweld hyn. Nid yw’n newid dim yn nhrefn y tynnu.',

  email: 'Cyfeiriad e-bost',
  emailHint: 'Byddwn yn anfon dolen sy’n rhoi eich lle i chi. Nid ydym yn cadw’r cyfeiriad.',
  invite: 'Anfon y ddolen ataf',
  inviting: 'Yn anfon…',
  invited: 'Edrychwch yn eich e-bost',
  invitedDetail: (address) =>
    `Os gall ${address} dderbyn e-bost, mae neges ar ei ffordd. Agorwch y ddolen ynddi a bydd gennych le; gall gymryd munud, neu fod gyda’r sbam.`,
  inviteAgain: 'Defnyddio cyfeiriad arall',

  leaveSure: 'Gadael y ciw a rhoi’r gorau i’ch rhif?',
  leaveYes: 'Ie, gadael',
  leaveNo: 'Aros',

  signals: 'Dywedwch pan ddaw fy nhro',
  signal: { notify: 'Hysbysiad', sound: 'Sain', vibrate: 'Dirgrynu' },
  signalsDetail: 'Cadwch y dudalen hon ar agor, yn y cefndir os hoffech. Mae teitl y tab yn dweud hefyd.',
  refused: {
    notify:
      'Nid yw eich porwr yn gadael i ni. Caniatewch hysbysiadau i’r safle hwn yn ei osodiadau, neu dewiswch sain.',
    sound: 'Ni all eich porwr chwarae sain yma.',
    vibrate: 'Ni all y ddyfais hon ddirgrynu.',
  },

  extend: 'Mae angen rhagor o amser arnaf',
  extending: 'Un eiliad…',
  extensions: (n) =>
    plural(n, { one: 'Cewch ofyn unwaith.', two: 'Cewch ofyn ddwywaith.', other: `Cewch ofyn ${n} o weithiau.` }),
} satisfies LaterWords;
