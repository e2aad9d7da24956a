import type { Away } from '../../contracts/line-operation.ts';
import { isOnAt, type SwitchNote, type SwitchWay } from '../../contracts/switch.ts';
import type { BoardLine } from './lines-to-pause.ts';

/**
 * Turning the switch. It takes two people, since it moves everybody who is on the site: the one who acts says why, and
 * another one types where everyone shall go. Then it is written down, the switch is turned, and the name is asked until it
 * leads there. Nobody is called meanwhile: a fan who is called to a site that is not there loses a turn, and fans who come
 * back all at once shall find their places, and not a crowd at the doors. Staff resume each line at their own pace.
 *
 *     fallback    turn it on, then pause lines if the home region can be reached
 *     line-only   pause lines, with a message that tickets are sold elsewhere, then turn it off if it is on
 *     primary     pause lines that call, then turn it off
 */
export interface Flip {
  readonly to: SwitchWay;
  /** The name that fans type. */
  readonly domainName: string;
  /** The name of the fallback. */
  readonly fallback: string;
  /** Lines stay as they are. */
  readonly keepCalling: boolean;
}

export interface FlipDoors {
  readonly say: (line: string) => void;
  /** The answer of a person; undefined when there is nobody to ask any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** When the switch was turned on; undefined while it is off. */
  readonly onSince: () => Promise<number | undefined>;
  readonly turn: (on: boolean) => Promise<void>;
  readonly note: (note: SwitchNote) => Promise<void>;
  /** The name that the site's name leads to, by its name servers. Undefined if none answers. */
  readonly leadsTo: () => Promise<string | undefined>;
  readonly linesToPause: (withPaused: boolean) => Promise<readonly BoardLine[]>;
  /**
   * Nobody is called any more; the board says that tickets are sold elsewhere, if that shall be said. Turns that ran while
   * everybody was away are given once more.
   */
  readonly pause: (onSale: string, why: PausedFor) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

interface PausedFor {
  readonly reason: string;
  readonly elsewhere: boolean;
  readonly away?: Away;
}

export type FlipOutcome = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A checker looks every half minute. One that has not seen it after four looks does not see it. */
const longestNoticeMs = 120_000;
const lookEveryMs = 1_000;
/** Of the records, in seconds. */
const ttlSeconds = 60;

export async function flip(wanted: Flip, doors: FlipDoors): Promise<FlipOutcome> {
  const { to, domainName } = wanted;
  const on = isOnAt(to);
  const seen = await switchSeen(doors);
  if (!seen.ok) doors.say(seen.why);
  // S3 may take an object where it lists none, and to turn the switch twice is to turn it once.
  const isOn = seen.ok ? seen.since !== undefined : undefined;
  doors.say(standing(domainName, isOn, await doors.leadsTo()));
  if (isOn === on && !(await hasLinesToPause(wanted, doors))) return watch(wanted, doors, doors.now());
  doors.say(meaning(wanted));

  const agreed = await askTwo(wanted, doors);
  if (!agreed.ok) return agreed;
  const { by, and, reason } = agreed;
  const away = () =>
    seen.ok && seen.since !== undefined && !on
      ? { away: { from: seen.since, to: Math.max(seen.since, doors.now()) } }
      : {};
  const pause = () => pauseLines({ reason, elsewhere: to !== 'primary', ...away() }, doors);
  if (!on && !wanted.keepCalling) {
    const failed = await pause().then(
      () => undefined,
      (error: Error) => error,
    );
    if (failed)
      return refused(
        `Lines are not paused: ${failed.message.replace(/\.$/, '')}. With --keep-calling they stay as they are.`,
      );
  }
  await doors.note({ to, by, and, reason, at: doors.now() });
  if (isOn !== on) {
    await doors.turn(on);
    doors.say(`The switch is ${on ? 'on' : 'off'}.`);
  }
  const turnedAt = doors.now();
  // The way there waits for nothing: what is down may be what lines are paused by.
  const paused = on && !wanted.keepCalling ? pause().catch((error: Error) => doors.say(notPaused(error))) : undefined;
  const [outcome] = await Promise.all([watch(wanted, doors, turnedAt), paused]);
  return outcome;
}

async function switchSeen({
  onSince,
}: FlipDoors): Promise<
  { readonly ok: true; readonly since: number | undefined } | { readonly ok: false; readonly why: string }
> {
  try {
    return { ok: true, since: await onSince() };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}

/** It stands as it shall already, but an earlier try may have ended before lines were paused. */
async function hasLinesToPause({ to, keepCalling }: Flip, doors: FlipDoors): Promise<boolean> {
  if (to === 'line-only') return true;
  if (keepCalling || to === 'primary') return false;
  const lines = await doors.linesToPause(false).catch((error: Error) => doors.say(notPaused(error)));
  return lines !== undefined && lines.length > 0;
}

/** How the switch stands, and where the name leads, in a line. `undefined`: that is not seen from here. */
export function standing(domainName: string, isOn: boolean | undefined, name: string | undefined): string {
  return `The switch is ${isOn === undefined ? 'not seen' : isOn ? 'on' : 'off'}. ${leading(domainName, name)}`;
}

function leading(domainName: string, name: string | undefined): string {
  return name === undefined
    ? `No name server of the zone can be asked from here, so it is not seen where ${domainName} leads.`
    : `${domainName} leads to ${name}.`;
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

/** Each by itself: one that cannot be paused keeps none of the others. */
async function pauseLines({ away, ...why }: PausedFor, doors: FlipDoors): Promise<void> {
  const failed: string[] = [];
  for (const { onSale, waiting, isOpen } of await doors.linesToPause(why.elsewhere || away !== undefined)) {
    try {
      await doors.pause(onSale, { ...why, ...(isOpen && away && { away }) });
      doors.say(`The line of ${onSale} is paused; ${waiting} wait, and keep their places.`);
    } catch (error) {
      failed.push(`${onSale}: ${(error as Error).message}`);
    }
  }
  if (failed.length > 0) throw new Error(failed.join('\n'));
}

/** Asks the name until it leads where it should. */
async function watch({ to, domainName, fallback }: Flip, doors: FlipDoors, from: number): Promise<FlipOutcome> {
  const on = isOnAt(to);
  const whyNot = async (name: string | undefined, seconds: number) => {
    const seen = await switchSeen(doors);
    if (seen.ok && (seen.since !== undefined) !== on)
      return `Somebody turned the switch ${on ? 'off' : 'on'} meanwhile.`;
    const said = name === undefined ? leading(domainName, name) : `${domainName} still leads to ${name}.`;
    return `The switch was turned ${on ? 'on' : 'off'} ${seconds} s ago. ${said} Look at the health check in Route 53.`;
  };
  const isThere = (name: string | undefined) => name !== undefined && (name === fallback) === on;
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
    if (doors.now() - from >= longestNoticeMs) return { ok: false, why: await whyNot(name, seconds) };
    await doors.wait(lookEveryMs);
  }
}
