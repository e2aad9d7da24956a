import { type FileVersion, Histories, type PutBack, type PutBackWish } from './versions-at.ts';

/*
 * Puts files back as they were at a moment of the past: somebody deleted or defaced them. It says what it will do, a person
 * agrees, and each file is put back by itself. Then the CDN forgets all that it has. Broken off, it is begun again: what is
 * back already is left alone.
 */
export interface PutBackDoors {
  readonly say: (line: string) => void;
  /** The answer of a person; undefined when there is nobody to ask any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** All versions of the keys that begin so; of each kind, files and deletions, the newest of a key first. */
  readonly versions: (under: string) => AsyncIterable<FileVersion>;
  readonly carryOut: (act: PutBack) => Promise<void>;
  /** The CDN forgets every file. */
  readonly forget: () => Promise<void>;
}

export interface PutBackAsked extends PutBackWish {
  readonly stage: string;
  readonly look: boolean;
}

/** So many are named; of the rest it is said how many there are. */
const mostNamed = 20;
/** At once. Each waits for S3 most of its time. */
const hands = 16;

export async function putBack(asked: PutBackAsked, doors: PutBackDoors): Promise<boolean> {
  const { say } = doors;
  const histories = new Histories(asked);
  for await (const version of doors.versions(asked.under ?? '')) histories.add(version);
  const acts = histories.putBacks();
  const moment = new Date(asked.moment).toISOString();
  say(acts.length === 0 ? `Nothing differs from what was there at ${moment}.` : `As all was at ${moment}:`);
  for (const line of named(acts)) say(line);
  if (asked.look) return true;
  if (acts.length > 0) {
    const typed = (await doors.ask(`Type the name of the stage (${asked.stage}):`))?.trim();
    if (typed !== asked.stage) {
      say(`That is not ${asked.stage}. Nothing was put back.`);
      return false;
    }
  }
  const failed = await carriedOut(acts, doors);
  // Also when nothing differs: an earlier try may have ended before this.
  await doors.forget();
  for (const { key, error } of failed) say(`${key} is not as it was: ${error.message}`);
  say(
    failed.length > 0
      ? `${failed.length} of ${acts.length} files are not as they were. Do it again.`
      : `${counted(acts.length)} put back. The CDN forgets its copies within a minute or two.`,
  );
  return failed.length === 0;
}

const does: Readonly<Record<PutBack['does'], string>> = {
  'comes-back': 'comes back',
  'goes-back': 'is again what it was',
  'goes-away': 'goes away: it was not there',
};

function named(acts: readonly PutBack[]): readonly string[] {
  const lines = acts.slice(0, mostNamed).map((act) => `  ${act.key} ${does[act.does]}`);
  const more = acts.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}

const counted = (n: number): string => (n === 1 ? '1 file is' : `${n} files are`);

async function carriedOut(acts: readonly PutBack[], { carryOut }: PutBackDoors) {
  const failed: { readonly key: string; readonly error: Error }[] = [];
  const waiting = [...acts];
  const hand = async (): Promise<void> => {
    for (let act = waiting.shift(); act; act = waiting.shift()) {
      const { key } = act;
      await carryOut(act).catch((error: Error) => failed.push({ key, error }));
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return failed;
}
