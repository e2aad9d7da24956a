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
  back: 'I’r tŷ',

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

  noRole: 'Nid oes gennych rôl yma',
  noRoleDetail: (address) => `Gofynnwch i un o berchnogion y tŷ roi rôl i ${address}. Yna llwythwch y dudalen hon eto.`,
  noRoleNoAddress:
    'I gyfeiriadau e-bost y rhoddir rolau, ac nid oes gan eich mewngofnodi un wedi’i gadarnhau. Gofynnwch i’r rhai sy’n gofalu am eich cyfrif.',
  notAllowed: 'Nid yw eich rôl yn caniatáu hyn',
  notAllowedDetail: 'Gofynnwch i un o berchnogion y tŷ am rôl sy’n ei ganiatáu.',
  yourRoles: 'Gweld pa rolau sydd gennych',
  elsewhere: 'Mae gan y cyfeiriad hwn fewngofnodi arall',
  elsewhereDetail:
    'Mewngofnododd rhywun â’ch cyfeiriad drwy gyfrif arall. Gall perchennog dynnu’r cyfeiriad a’i wahodd o’r newydd.',
  bySettings: 'Y gosodiadau sy’n enwi’r perchennog hwn',
  bySettingsDetail:
    'Gall pwy bynnag sy’n gofalu am y safle hwn dynnu’r cyfeiriad o’r gosodiadau. Ni all neb wneud hynny yma.',

  may: 'Yr hyn y cewch ei wneud',
  forGood: 'am byth',
  untilWhen: (when) => `tan ${when}`,
  ended: (when) => `daeth i ben ${when}`,
  fromSettings: 'Drwy osodiadau’r safle hwn',
  roles: {
    owner: 'Perchennog',
    programmer: 'Rhaglennu',
    marketing: 'Marchnata',
    'box-office': 'Swyddfa docynnau',
    'box-office-supervisor': 'Goruchwyliwr y swyddfa docynnau',
    steward: 'Stiward',
    ops: 'Gweithrediadau',
    partner: 'Partner',
    auditor: 'Archwilydd',
  },
  permissions: {
    'read-orders': 'darllen archebion',
    'see-buyers': 'gweld pwy brynodd',
    'change-orders': 'newid archebion a chymryd taliadau',
    'pair-devices': 'paru dyfeisiau â drws',
    'grant-roles': 'rhoi a thynnu rolau',
    'read-audit': 'darllen pwy wnaeth beth',
  },
  mayDo: (what) => `Caiff ${what}.`,
  mayNothing: 'Nid yw’n agor yr un o’r tudalennau hyn eto.',
  scopes: {
    everything: 'Y tŷ cyfan',
    show: (title) => `Sioe: ${title}`,
    'on-sale': (title) => `Gwerthiant: ${title}`,
    performance: (title, when) => `Perfformiad: ${title}, ${when}`,
    performanceUnknown: (id) => `Perfformiad: ${id}`,
    allocation: (name) => `Dyraniad: ${name}`,
  },
  people: 'Pobl a rolau',
  audit: 'Pwy wnaeth beth',
} satisfies StaffWords;
