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

  slower: 'Rydych yn y lôn arafach',
  slowerDetail: 'Chi piau’r rhif o hyd. Byddwch yn dod i mewn ychydig funudau ar ôl iddo gael ei alw.',
  removed: 'Tynnwyd y lle hwn o’r ciw',
  removedDetail: 'Ni ellir dod i mewn ag ef.',
  why: {
    'many-from-one-address':
      'Cymerwyd llawer iawn o leoedd o’ch cyfeiriad rhwydwaith, gan rywbeth nad oedd yn debyg i borwr.',
    'not-a-browser': 'Cymerwyd y lle gan rywbeth nad oedd yn edrych fel porwr.',
    staff: 'Staff y theatr a benderfynodd hyn.',
  },
  reason: (code) => `Rheswm: ${code}`,
  appeal: 'Ydy hynny’n anghywir? Dywedwch wrthym, a bydd person yn edrych arno.',
  appealHint: 'Mewn brawddeg neu ddwy; 500 nod ar y mwyaf.',
  appealSend: 'Anfon',
  appealing: 'Yn anfon…',
  appealed: 'Mae eich neges gennym',
  appealedDetail: 'Mae person yn y theatr yn edrych arni. Os ydynt yn cytuno, bydd eich lle fel yr oedd.',

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
