import type { BoardLine } from './lines-to-pause.ts';

/**
 * Turning the switch. It takes two people, since it moves everybody who is on the site: the one who acts says why, and
 * another one types where everyone shall go. Then it is written down, the switch is turned, and the name is asked until it
 * leads there. Nobody is called meanwhile: who is called to a site that is not there loses a turn, and who comes back with
 * everybody else shall find the place, and not a crowd at the doors. Staff resume each line at their own pace.
 *
 *     fallback    turn it on, then pause lines if the home region can be reached
 *     line-only   pause lines, with a message that tickets are sold elsewhere, then turn it off if it is on
 *     primary     pause lines that call, then turn it off
 */
export const flipWays = ['fallback', 'line-only', 'primary'] as const;
export type FlipTo = (typeof flipWays)[number];

export interface Flip {
  readonly to: FlipTo;
  /** The name that fans type. */
  readonly domainName: string;
  /** The name of the fallback. */
  readonly fallback: string;
  /** Lines stay as they are. */
  readonly keepCalling: boolean;
}

/** What was written down of it. Nobody reads it without credentials, since it names people. */
export interface FlipNote {
  readonly to: FlipTo;
  readonly by: string;
  readonly and: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface FlipDoors {
  readonly say: (line: string) => void;
  /** The answer of a person; undefined when there is nobody to ask any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly isOn: () => Promise<boolean>;
  readonly turn: (on: boolean) => Promise<void>;
  readonly note: (note: FlipNote) => Promise<void>;
  /** The name that the site's name leads to, by its name servers. Undefined if none answers. */
  readonly leadsTo: () => Promise<string | undefined>;
  readonly linesToPause: (elsewhere: boolean) => Promise<readonly BoardLine[]>;
  /** Nobody is called any more; the board says that tickets are sold elsewhere, if that shall be said. */
  readonly pause: (onSale: string, why: { readonly reason: string; readonly elsewhere: boolean }) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export type FlipOutcome = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A checker looks every half minute. One that has not seen it after four looks does not see it. */
const longestNoticeMs = 120_000;
const lookEveryMs = 1_000;
/** Of the records, in seconds. */
const ttlSeconds = 60;

export async function flip(wanted: Flip, doors: FlipDoors): Promise<FlipOutcome> {
  const { to, domainName } = wanted;
  const on = to === 'fallback';
  const isOn = await doors.isOn();
  doors.say(
    `The switch is ${isOn ? 'on' : 'off'}. ${domainName} leads to ${(await doors.leadsTo()) ?? 'nobody knows where'}.`,
  );
  if (isOn === on && to !== 'line-only') return watch(wanted, doors, doors.now());
  doors.say(meaning(wanted));

  const agreed = await askTwo(wanted, doors);
  if (!agreed.ok) return agreed;
  const { by, and, reason } = agreed;
  await doors.note({ to, by, and, reason, at: doors.now() });
  const pause = () => pauseLines({ reason, elsewhere: to !== 'primary' }, doors);
  // The way there waits for nothing: what is down may be what lines are paused by.
  if (!on && !wanted.keepCalling) await pause();
  if (isOn !== on) {
    await doors.turn(on);
    doors.say(`The switch is ${on ? 'on' : 'off'}.`);
  }
  const turnedAt = doors.now();
  if (on && !wanted.keepCalling) await pause().catch((error: Error) => doors.say(notPaused(error)));
  return watch(wanted, doors, turnedAt);
}

function meaning({ to, domainName, fallback }: Flip): string {
  switch (to) {
    case 'fallback':
      return `This sends everyone who asks for ${domainName} to ${fallback}.`;
    case 'line-only':
      return `This keeps ${domainName} and every place in its lines, calls nobody, and says that tickets are sold elsewhere.`;
    case 'primary':
      return `This sends everyone who asks for ${domainName} to the site.`;
  }
}

function notPaused({ message }: Error): string {
  return `Lines were not paused: ${message} Those who are called meanwhile stand first among the late.`;
}

type Agreed = { readonly ok: true; readonly by: string; readonly and: string; readonly reason: string };

async function askTwo({ to, domainName }: Flip, { ask }: FlipDoors): Promise<Agreed | (FlipOutcome & { ok: false })> {
  const said = async (question: string) => (await ask(question))?.trim() ?? '';
  const by = await said('Who are you?');
  if (by === '') return refused('Nobody said who turns it.');
  const reason = await said('Why?');
  if (reason === '') return refused('Nobody said why.');
  if ((await said(`Type the name of the site (${domainName}):`)).toLowerCase() !== domainName)
    return refused(`That is not ${domainName}.`);
  const and = await said('Somebody else now. Who are you?');
  if (and === '') return refused('It takes two people.');
  if (samePerson(by, and)) return refused(`It takes two people, and ${and} said it already.`);
  if ((await said(`Type where everyone shall go (${to}):`)).toLowerCase() !== to) return refused(`That is not ${to}.`);
  return { ok: true, by, and, reason };
}

function samePerson(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  return folded(one) === folded(other);
}

const refused = (why: string) => ({ ok: false, why: `${why} Nothing was turned.` }) as const;

async function pauseLines(why: Parameters<FlipDoors['pause']>[1], doors: FlipDoors): Promise<void> {
  for (const { onSale, waiting } of await doors.linesToPause(why.elsewhere)) {
    await doors.pause(onSale, why);
    doors.say(`The line of ${onSale} is paused; ${waiting} wait, and keep their places.`);
  }
}

/** Asks the name until it leads where it should. */
async function watch({ to, domainName, fallback }: Flip, doors: FlipDoors, from: number): Promise<FlipOutcome> {
  const isThere = (name: string | undefined) => name !== undefined && (name === fallback) === (to === 'fallback');
  for (;;) {
    const name = await doors.leadsTo();
    const seconds = Math.round((doors.now() - from) / 1000);
    if (isThere(name)) {
      doors.say(
        `${domainName} leads to ${name}, after ${seconds} s. The last resolver follows within ${ttlSeconds} s.`,
      );
      if (to !== 'fallback') doors.say('Lines that were paused stay so: resume each in the control room.');
      return { ok: true };
    }
    if (doors.now() - from >= longestNoticeMs)
      return {
        ok: false,
        why: `The switch is ${to === 'fallback' ? 'on' : 'off'}, and ${domainName} still leads to ${name ?? 'nobody knows where'} after ${seconds} s. Look at the health check in Route 53.`,
      };
    await doors.wait(lookEveryMs);
  }
}
