import type { SwitchWay } from '../../contracts/switch.ts';
import { plural } from './written.ts';

const lines = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

export const switchWords = {
  title: 'The switch',
  lead: 'When the site is in trouble, the switch sends everyone who asks for its name to another place. It works without this region: docs/failover.md has the command for a morning on which this page does not.',
  reading: 'Reading the switch …',
  readAgain: 'Read again',
  on: (fallback: string) => `On: everyone goes to ${fallback}`,
  off: (domainName: string) => `Off: everyone comes to ${domainName}`,
  last: (to: string, role: string, when: string) => `Last turned here to ${to}, by ${role}, ${when}.`,
  staysAt: 'Open this page by a name that the switch does not turn, before you turn it: ',
  ways: { fallback: 'The fallback', 'line-only': 'The line alone', primary: 'The site' } satisfies Record<
    SwitchWay,
    string
  >,
  what: {
    fallback: (fallback: string) =>
      `Everyone who asks for the site goes to ${fallback}. Lines are paused: every place is kept, and an open line page says that tickets are sold elsewhere.`,
    'line-only': () =>
      'The site stays, and every place in its lines. Nobody is called, and boards say that tickets are sold elsewhere. Fans who are in may finish.',
    primary: () =>
      'Everyone comes to the site. Lines that call are paused first, so nobody is called into a crowd. Resume each when you are ready.',
  } satisfies Record<SwitchWay, (fallback: string) => string>,
  takes: {
    fallback: 'The first leave within some 6 seconds, the last after 70.',
    'line-only': 'Boards say so within seconds. Who was sent away comes back within 90 seconds.',
    primary: 'The first come back after some 25 seconds, the last after 90.',
  } satisfies Record<SwitchWay, string>,
  needsTwo: 'Somebody else of the house must confirm it within ten minutes.',
  why: 'Why',
  whyHint: 'One sentence. It is in the ledger of each line that is paused with it. No names.',
  whyWrong: 'Say why.',
  name: (domainName: string) => `Type the name of the site: ${domainName}`,
  nameWrong: (domainName: string) => `This is not ${domainName}.`,
  do: {
    fallback: 'Send everyone to the fallback',
    'line-only': 'Keep the line alone',
    primary: 'Bring everyone to the site',
  } satisfies Record<SwitchWay, string>,
  cancel: 'Leave it as it is',
  working: 'Working …',

  wantedTitle: (role: string, what: string) => `A second person is needed: ${role} would ${what}`,
  wantedAct: {
    fallback: 'send everyone to the fallback',
    'line-only': 'keep the line alone',
    primary: 'bring everyone to the site',
  } satisfies Record<SwitchWay, string>,
  wantedWhy: (why: string) => `Reason: ${why}`,
  wantedUntil: (until: string) => `It waits until ${until}.`,
  wantedOwn: 'You asked for it. Another person confirms it on their own screen.',
  confirm: 'Confirm it',

  done: {
    fallback: 'The switch is on',
    'line-only': 'Tickets are sold elsewhere now',
    primary: 'The switch is off',
  } satisfies Record<SwitchWay, string>,
  stood: 'It was done before',
  asked: 'It waits for somebody else',
  askedDetail: 'It is done as soon as another person confirms it on their screen, within ten minutes.',
  paused: (names: readonly string[]) =>
    plural(names.length, {
      one: `The line of ${lines(names)} is paused. It stays so until you resume it.`,
      other: `The lines of ${lines(names)} are paused. They stay so until you resume each.`,
    }),
  notPaused: (names: readonly string[]) =>
    `Not paused: ${lines(names)}. Those who are called meanwhile stand first among the late.`,
  meanwhile: 'Somebody else turned first',
  meanwhileDetail:
    'Nothing of yours was done. Above is what stands now. Look at it, and press again if you still mean it.',
} as const;
