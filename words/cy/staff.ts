import type { StaffWords } from '../en/staff.ts';

export const staffWords = {
  title: 'I’r tŷ',
  lead: 'Mae’r fynedfa hon ar gyfer y bobl sy’n gweithio yma. Nid oes angen i gefnogwyr fewngofnodi.',
  signIn: 'Mewngofnodi',
  signInAgain: 'Mewngofnodi eto',
  signingIn: 'Yn eich mewngofnodi …',
  leaving: 'Yn eich allgofnodi …',
  signedOut: 'Rydych wedi allgofnodi',
  signedOutDetail:
    'Nid yw’r tab hwn yn cofio dim amdanoch. Caewch dabiau eraill y gwnaethoch fewngofnodi ynddynt hefyd.',

  you: 'Rydych wedi mewngofnodi fel',
  nameless: 'rhywun heb enw',
  until: (time) => `Tan ${time}. Tra byddwch yn gweithio caiff ei adnewyddu ohono’i hun.`,
  signOut: 'Allgofnodi',
  signOutHint: 'Ar ddyfais y mae eraill yn ei defnyddio, allgofnodwch wrth adael.',
  tools: 'Eich offer',
  orderBook: 'Llyfr archebion',
  door: 'Drws',
  stillWithKey: 'Mae’r ddau hyn yn dal i ofyn am allwedd y staff.',

  unset: 'Ni all neb fewngofnodi yma',
  unsetDetail: 'Cafodd y wefan hon ei sefydlu heb fodd i fewngofnodi. Holwch y rhai sy’n gofalu amdani.',
  refused: 'Ni chawsoch eich mewngofnodi',
  refusedDetail: 'Torrwyd ar draws y mewngofnodi, neu ni chafodd ei ganiatáu. Nid oes dim wedi newid. Ceisiwch eto.',
  over: 'Daeth eich sesiwn i ben',
  overDetail:
    'Mae gormod o amser wedi mynd heibio, neu daeth rhywun â hi i ben. Mewngofnodwch eto, a dewch yn ôl i’r lle’r oeddech.',
  away: 'Nid yw’r gwasanaeth mewngofnodi yn ateb',
  awayDetail: 'Gall fod eich cysylltiad chi neu’r gwasanaeth. Arhoswch funud a cheisiwch eto.',
  clock: 'Mae cloc y ddyfais hon yn anghywir',
  clockDetail:
    'Mae angen yr amser cywir i fewngofnodi. Gadewch i’r ddyfais osod ei chloc ei hun, yna mewngofnodwch eto.',
  mismatch: 'Nid eich ateb chi yw hwn',
  mismatchDetail: 'Daeth y dudalen yn ôl o fewngofnodi na ddechreuodd yn y tab hwn. Dechreuwch eto yma.',
} satisfies StaffWords;
