import type { AnswersWords } from '../en/answers.ts';
import { lineWords, minutes, people } from './line.ts';
import { count } from './written.ts';

const at = (when?: string) => (when ? ` (${when})` : '');

export const answersWords = {
  title: 'Cwestiynau ac atebion',
  ask: {
    queue: 'Pam mae ciw?',
    early: 'A oes mantais mewn dod yn gynnar?',
    fair: 'Sut ydw i’n gwybod bod y tynnu’n deg?',
    long: 'Faint o amser fydd hyn yn ei gymryd?',
    refresh: 'A ddylwn i ail-lwytho’r dudalen hon?',
    missed: 'Beth os collaf fy nhro?',
    quieter: 'Pryd mae’n dawelach?',
    seats: 'A fydd seddi ar ôl?',
    payment: 'Beth os nad yw fy nhaliad yn mynd drwodd?',
    access: 'Sut mae cael lle cadair olwyn, neu ragor o amser?',
  },
  askReach: 'Sut mae cysylltu â’r swyddfa docynnau?',
  askNumber: (n) => `Pam mai rhif ${count(n)} ydw i?`,

  queue:
    'Daw mwy o bobl ar yr un pryd nag sy’n gallu dewis seddi ar unwaith. Rydym yn gadael i mewn gynifer ag y gall y swyddfa docynnau eu gwasanaethu, yn ôl eu rhifau. Felly mae pob sedd yn mynd i un person, ac mae’r taliadau’n mynd drwodd.',
  waiting: (n) => `Yn aros nawr: ${people(n)}.`,
  rate: (n) => `Wedi’u galw bob munud: tua ${count(n)}.`,

  noUse: 'Nid yw ymuno’n gynnar yn rhoi gwell rhif.',
  willBe: (when) =>
    `Caiff trefn pawb sy’n ymuno cyn i’r drysau agor${at(when)} ei thynnu ar hap bryd hynny. Bydd pawb a ddaw wedyn y tu ôl iddynt.`,
  here: (n) => `Yn y cyntedd nawr: ${people(n)}.`,
  lot: (when) => `Tynnwyd trefn pawb a ymunodd cyn i’r drysau agor${at(when)} ar hap.`,
  among: (n) => `Yn y tynnu hwnnw: ${people(n)}, pob un â’r un siawns o gael pob rhif.`,
  late: 'Wedi i’r drysau agor, caiff pawb sy’n ymuno o fewn yr un eiliadau eu tynnu ar hap gyda’i gilydd.',
  behind: (n) => `Wedi’u tynnu cyn hynny, ac felly o’ch blaen: ${people(n)}.`,

  fair: 'Yn gyntaf caiff rhestr pawb sydd yn y tynnu ei phennu a’i chyhoeddi. Dim ond wedyn y bydd ffynhonnell hap gyhoeddus yn penderfynu: ni all neb ei gwybod ymlaen llaw na’i dewis.',
  unproved:
    'Yn gyntaf caiff rhestr pawb sydd yn y tynnu ei phennu a’i chyhoeddi. Ond nid ffynhonnell hap gyhoeddus sy’n hysbys yma sy’n penderfynu yn y ciw hwn, felly nid yw’r tynnu wedi’i brofi.',
  checkPlace: 'Gwirio fy lle',
  check:
    'Mae “Gwirio fy lle”, ar dudalen y ciw, yn cyfrifo eich rhif eto ar eich dyfais eich hun, o’r hyn a gyhoeddwyd.',

  notYet: (when) => `Gallwn ddweud munud neu ddwy ar ôl i’r drysau agor${at(when)}.`,
  unknown: 'Cawn wybod ymhen munud neu ddwy.',
  called: 'Mae eich rhif wedi’i alw.',
  ahead: lineWords.ahead,
  wait: (half, most) =>
    `Caiff hanner y rhai â’ch rhif chi eu galw o fewn tua ${minutes(half)}, a naw o bob deg o fewn ${minutes(most)}.`,
  waitMost: (most) => `Caiff naw o bob deg â’ch rhif chi eu galw o fewn ${minutes(most)}.`,
  middle: (half, most) =>
    `O ganol y ciw, caiff hanner eu galw o fewn tua ${minutes(half)}, a naw o bob deg o fewn ${minutes(most)}.`,
  joiningNow: (half, most) => lineWords.waitNow(half < most ? minutes(half) : undefined, minutes(most)),
  halts: lineWords.halts,

  refresh:
    'Na. Mae’r dudalen hon yn dod â phob newid ohoni ei hun. Nid yw ail-lwytho’n gwneud drwg na da: y swyddfa docynnau sy’n cadw eich lle, nid y dudalen hon. Gallwch ei chau, gadael i’ch ffôn gysgu, neu ymuno eto o ddyfais arall: cewch yr un lle.',

  missed: (when) =>
    `Does dim wedi’i golli. Unwaith y caiff ei alw, mae eich rhif yn aros felly nes i’r ciw gau${at(when)}. Os dewch yn hwyr, byddwch ymhlith y cyntaf o’r rhai nesaf a chewch ddod i mewn pan fydd lle. Os daw eich amser i brynu i ben, cewch ddod i mewn eto pan fydd lle.`,

  quieter:
    'Mae’r aros hiraf pan fydd y drysau’n agor, a byrrach pan fydd llai’n ymuno nag sy’n cael eu galw. Ond po hwyraf y dewch, lleiaf o seddi fydd i ddewis ohonynt. Nid yw eich lle yn y ciw byth yn gwaethygu: cadwch ef.',
  closes: (when) => `Bydd y ciw’n cau ${when}.`,

  chance: (tenths) =>
    `Am ddwy sedd â’ch rhif chi: ${tenths === 0 ? 'llai nag 1 siawns mewn 20' : tenths === 10 ? 'tebygol iawn' : `tua ${tenths} siawns mewn 10`}. Cyfrifir hyn o’r ffordd mae pobl yn prynu nawr. Nid yw’n addewid.`,
  left: (n) => `Seddi heb eu gwerthu eto: ${count(n)}.`,
  noOdds: 'Gallwn ddweud pan fydd pobl wedi dechrau prynu.',

  kept: (n) => `Cedwir y seddi yn eich basged am ${minutes(n)}, ac yn hwy tra bydd eich banc yn eich holi.`,
  findOrder: 'Dod o hyd i’m harcheb',
  payment:
    'Os gwrthodir taliad, ni chodir dim: rhowch gynnig arall arni, neu defnyddiwch gerdyn arall. Os ydych wedi talu a heb weld tocynnau, peidiwch â thalu ddwywaith. Agorwch “Dod o hyd i’m harcheb”: naill ai mae’ch tocynnau yno, neu daw’r arian yn ôl ohono’i hun.',

  access:
    'Ni roddir lleoedd cadair olwyn, pob un â sedd i gydymaith wrth ei ymyl, i neb arall. Dewiswch “Lle i gadair olwyn” pan ddewch i mewn. Os oes angen rhagor o amser arnoch, dywedwch wrth ymuno: bydd pob terfyn yn hwy i chi, a chewch ofyn am ragor. Nid yw hyn yn newid y tynnu.',
} satisfies AnswersWords;
