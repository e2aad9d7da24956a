import type { BoardLine } from './lines-to-pause.ts';

/**
 * Turning the switch. It takes two people, since it moves everybody who is on the site: the one who acts says why, and
 * another one types where everyone shall go. Then it is written down, the switch is turned, and the name is asked until it
 * leads there.
 *
 * On the way back nobody is called yet: lines are paused first, so that those who come back at once find their places,
 * and staff let them in again at their own pace.
 *
 *     how it stands ──▶ who, why ──▶ who else, where to ──▶ note ──▶ pause lines (back only) ──▶ turn ──▶ watch the name
 */
export type FlipTo = 'fallback' | 'primary';

export interface Flip {
  readonly to: FlipTo;
  /** The name that fans type. */
  readonly domainName: string;
  /** The name of the fallback. */
  readonly fallback: string;
  /** Lines stay as they are, on the way back. */
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
  readonly linesToPause: () => Promise<readonly BoardLine[]>;
  readonly pause: (onSale: string, reason: string) => Promise<void>;
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
  const { to, domainName, fallback } = wanted;
  const on = to === 'fallback';
  const target = on ? fallback : 'the site';
  const isOn = await doors.isOn();
  doors.say(
    `The switch is ${isOn ? 'on' : 'off'}. ${domainName} leads to ${(await doors.leadsTo()) ?? 'nobody knows where'}.`,
  );
  if (isOn === on) return watch(wanted, doors, doors.now());
  doors.say(`This sends everyone who asks for ${domainName} to ${target}.`);

  const agreed = await askTwo(wanted, doors);
  if (!agreed.ok) return agreed;
  await doors.note({ to, by: agreed.by, and: agreed.and, reason: agreed.reason, at: doors.now() });
  if (!on && !wanted.keepCalling) await pauseLines(agreed.reason, doors);
  await doors.turn(on);
  const turnedAt = doors.now();
  doors.say(`The switch is ${on ? 'on' : 'off'}.`);
  return watch(wanted, doors, turnedAt);
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

async function pauseLines(reason: string, doors: FlipDoors): Promise<void> {
  for (const { onSale, waiting } of await doors.linesToPause()) {
    await doors.pause(onSale, reason);
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
      if (to === 'primary') doors.say('Lines that were paused stay so: resume each in the control room.');
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
