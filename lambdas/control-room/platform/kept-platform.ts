import {
  newestMinuteEnd,
  type PlatformFile,
  type PlatformReadings,
  platformPath,
} from '../../../contracts/platform.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';

/*
 * The figures of the platform in one file, for all who look. The first who asks in a step says in the file that they
 * renew it, on condition that nobody else did, and asks CloudWatch then. Others wait for the file. One that says so and
 * never comes back is gone by after some seconds.
 *
 *     old ──claimed──▶ being renewed ──written──▶ of this step
 *      ▲                    │ nobody came back
 *      └────────────────────┘
 */

export interface KeptPlatformDeps {
  readonly files: Pick<FilesByPath, 'readTagged' | 'writeIf'>;
  /** Asks CloudWatch. */
  readonly ask: (now: number) => Promise<PlatformReadings>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** CloudWatch answers within a second. */
const lostAfterMs = 5000;
const lookAgainMs = 500;
const mostLooks = 8;

export function keptPlatform({ files, ask, wait }: KeptPlatformDeps): (now: number) => Promise<PlatformReadings> {
  let known: PlatformReadings | undefined;

  async function renew(now: number): Promise<PlatformReadings> {
    const upTo = newestMinuteEnd(now);
    const isOfThisStep = (figures: PlatformReadings | undefined) => figures !== undefined && figures.upTo >= upTo;
    let last: PlatformReadings | undefined;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const at = now + looks * lookAgainMs;
      const found = await files.readTagged<PlatformFile>(platformPath);
      last = found?.file.figures;
      if (last && isOfThisStep(last)) return last;
      const { renewing } = found?.file ?? {};
      const isRenewed = renewing !== undefined && renewing.upTo >= upTo && at - renewing.since < lostAfterMs;
      const claim: PlatformFile = { figures: last, renewing: { upTo, since: at } };
      const claimed = isRenewed ? undefined : await files.writeIf(platformPath, claim, 'no-store', found?.tag);
      if (!claimed?.ok) {
        await wait(lookAgainMs);
        continue;
      }
      const figures = await ask(now);
      // Somebody else may have taken over: theirs is as good.
      await files.writeIf(platformPath, { figures } satisfies PlatformFile, 'no-store', claimed.tag);
      return figures;
    }
    // The figures of the step before show their age.
    if (last) return last;
    throw new Error(`${platformPath} is being renewed by somebody who does not come back`);
  }

  return async (now) => {
    if (known && known.upTo >= newestMinuteEnd(now)) return known;
    known = await renew(now);
    return known;
  };
}
