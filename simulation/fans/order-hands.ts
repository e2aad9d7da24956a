import type { Morning } from '../morning.ts';
import { tend } from '../ordering.ts';
import { isExpected } from '../stage/platform.ts';

const everyMs = 60_000;
const timeMs = 48_000;

/** Somebody looks after orders once a minute, now and then two at a time. */
export async function tendNowAndThen(morning: Morning, isOver: () => boolean): Promise<void> {
  const { chance } = morning.of;
  while (!isOver()) {
    await morning.wait(everyMs);
    const hands = chance.happens(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: hands }, () => tendOnce(morning)));
  }
}

async function tendOnce(morning: Morning): Promise<void> {
  const { platform, time } = morning;
  const clock = () => time.now;
  const invoked = await platform.tenders.invoke((api) => tend(api, clock, time.now + timeMs));
  const errors =
    invoked.ended === 'failed'
      ? [invoked.error]
      : invoked.ended === 'well'
        ? invoked.result.failed.map(({ error }) => error)
        : [];
  for (const error of errors) if (!isExpected(error)) morning.fail(error);
}
