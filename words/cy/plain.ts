import type { PlainWords } from '../en/plain.ts';
import { minutes, people } from './line.ts';

export const plainWords = {
  season: 'Pob sioe',
  allLines: 'Pob ciw',
  languages: 'Iaith',
  intro:
    'Dyma’r ciw yn ei ffurf symlaf, sy’n gweithio heb JavaScript. Yr un yw eich lle a’ch rhif chi yma ag ar y dudalen lawn.',
  fullPage: 'I’r dudalen lawn',

  linesTitle: 'Pa giw?',
  noLines: 'Nid oes ciw ar agor nac wedi’i gyhoeddi ar hyn o bryd.',
  opensAt: (when) => `Y drysau’n agor: ${when}`,
  noLine: 'Nid oes ciw o’r enw hwn',
  noLineDetail: 'Gwiriwch y cyfeiriad, neu dewiswch giw o’r rhestr.',

  doorsOpenDetail: 'Bydd pawb sy’n ymuno o fewn yr un ychydig eiliadau â chi yn cael eu tynnu mewn hap gyda’i gilydd.',
  entries: { members: 'Gyda’ch rhif aelod', email: 'Gyda’r ddolen o’n e-bost', open: 'Heb aelodaeth' },
  link: 'Dolen o’r e-bost',
  linkHint:
    'Gofynnwch amdani ar y dudalen lawn, ar unrhyw ffôn neu gyfrifiadur sydd â JavaScript. Yna copïwch y ddolen gyfan o’r e-bost i’r blwch hwn.',
  openDetail: (venue) =>
    `Er mwyn cadw robotiaid allan, mae’r ffordd hon i mewn yn gofyn i’ch porwr wneud cyfrifiad byr, ac mae angen JavaScript ar gyfer hynny. Ymunwch ar unrhyw ffôn neu gyfrifiadur sydd â JavaScript, neu gofynnwch i swyddfa docynnau ${venue}.`,
  anyNeeds: 'Oes angen unrhyw beth arnoch chi?',
  joinCookies:
    'Mae’r dudalen hon yn cadw eich lle mewn cwci. Os yw eich porwr yn gwrthod cwcis, caniatewch nhw ar gyfer y wefan hon cyn ymuno.',
  joinOnce: 'Un lle yr un: ymunwch eto o unrhyw le ac fe gewch yr un lle yn ôl.',

  inLobbyDetail: 'Cewch gau’r dudalen hon: chi biau eich lle o hyd. Byddwch yn ôl pan fydd y drysau’n agor.',
  inTheLobby: (n) => `${people(n)} yn y cyntedd.`,
  wait: (half, most) =>
    `Caiff hanner y rhai yn eich lle chi eu galw o fewn tua ${minutes(half)}, a naw o bob deg o fewn tua ${minutes(most)}.`,
  waitMost: (most) => `Caiff naw o bob deg yn eich lle chi eu galw o fewn tua ${minutes(most)}.`,
  waitUnknown: 'Byddwn yn gwybod mewn munud neu ddwy pa mor hir y byddwch yn aros.',
  chance: (ofTen) => `Y siawns y bydd dwy sedd ar ôl pan ddaw eich tro yw tua ${ofTen} mewn 10.`,
  chanceHigh: 'Mae’n debygol iawn y bydd seddi ar ôl pan ddaw eich tro. Nid yw’n addewid.',
  chanceLow: 'Mae’n annhebygol y bydd seddi ar ôl pan ddaw eich tro: llai nag 1 siawns mewn 20.',

  calledDetail: (venue) =>
    `Mae eich amser i siopa yn dechrau pan gymerwch eich trwydded. Heb JavaScript cawn ni hyd i’r seddi gorau i chi, a byddwch yn talu yn y swyddfa docynnau. I ddewis ar y cynllun, neu i dalu â cherdyn, agorwch y dudalen lawn ar ffôn neu gyfrifiadur sydd â JavaScript ac ymunwch fel y gwnaethoch yma: fe gewch yr un lle. Neu gofynnwch i swyddfa docynnau ${venue} a dywedwch eich rhif.`,
  claim: 'Cymryd fy nhrwydded nawr',
  shopping: 'Mae gennych chi drwydded i siopa',
  shoppingUntil: (time) => `Mae’n ddilys tan ${time}.`,
  shoppingDetail: (venue) =>
    `Heb JavaScript cawn ni hyd i’r seddi gorau i chi, a byddwch yn talu yn y swyddfa docynnau. I ddewis ar y cynllun, neu i dalu â cherdyn, agorwch y dudalen lawn ar ffôn neu gyfrifiadur sydd â JavaScript: ymunwch fel y gwnaethoch yma, ac fe gewch yr un lle a’r un drwydded. Neu gofynnwch i swyddfa docynnau ${venue} a dywedwch eich rhif.`,
  leaveSure: 'Byddwch yn ildio eich rhif, a bydd rhywun arall yn symud ymlaen.',
  leaveYes: 'Ie, gadael y ciw',

  lost: 'Dim gair gan y ciw ar hyn o bryd. Mae eich lle yn ddiogel: yn y swyddfa docynnau y caiff ei gadw, nid ar y dudalen hon.',
  appeal: 'Os camgymeriad yw hyn, ysgrifennwch atom o’r dudalen lawn: bydd person yn edrych arno.',

  refreshes: 'Mae’r dudalen hon yn diweddaru ei hun.',
  stop: 'Stopio diweddaru',
  start: 'Diweddaru ohoni’i hun',
  lookNow: 'Diweddaru nawr',
  asOf: (time) => `Fel yr oedd am ${time}.`,
  trouble: 'Ni weithiodd hynny',
  fault:
    'Aeth rhywbeth o’i le ar ein hochr ni. Nid ydych wedi colli dim. Rhowch gynnig arall arni mewn ychydig eiliadau.',
} satisfies PlainWords;
