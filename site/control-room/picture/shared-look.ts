import { askStaffMs, type KeyedReadings, type SharedReadings } from '../../../contracts/readings.ts';
import type { Answer } from '../../api.ts';

/*
 * One look at how an on-sale goes. The staff route hands out a key; with it the page looks at the shared address, which
 * costs a request of the CDN alone. The staff route is asked again before the key ends, so that whoever may not see the
 * readings any more is told so, and in the same look whenever the shared address gave nothing.
 *
 *     no key ──staff──▶ key ──shared──▶ key …
 *        ▲                │ four minutes, another on-sale, or no good answer
 *        └────────────────┘
 */
export interface SharedLookDeps {
  /** By the person's own right. */
  readonly staff: (onSale: string) => Promise<Answer<KeyedReadings>>;
  /** By the key. */
  readonly shared: (onSale: string, key: string) => Promise<Answer<SharedReadings>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface SharedLook {
  readonly look: (onSale: string) => Promise<Answer<SharedReadings>>;
  /** The key was handed to somebody who is gone. */
  readonly forget: () => void;
}

export function openSharedLook({ staff, shared, now }: SharedLookDeps): SharedLook {
  let known: { readonly onSale: string; readonly key: string; readonly askedAt: number } | undefined;

  /** A clock that was set back makes no key last longer. */
  const isGood = (askedAt: number) => Math.abs(now() - askedAt) < askStaffMs;

  async function look(onSale: string): Promise<Answer<SharedReadings>> {
    if (known?.onSale === onSale && isGood(known.askedAt)) {
      const answer = await shared(onSale, known.key);
      if (answer.ok) return answer;
    }
    known = undefined;
    const askedAt = now();
    const answer = await staff(onSale);
    if (!answer.ok) return answer;
    const { key, ...body } = answer.body;
    known = { onSale, key, askedAt };
    return { ...answer, body };
  }

  return {
    look,
    forget() {
      known = undefined;
    },
  };
}
