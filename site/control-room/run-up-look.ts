import { isVisible, onReturn } from '../browser.gateway.ts';
import type { ControlState } from './control-room.tsx';
import type { RunUpActs } from './plan/run-up.ts';

/** How often a page that is looked at reads what others wrote. */
const lookEveryMs = 20_000;
/** Published files are many, and change seldom. */
const readPublishedEveryMs = 5 * 60_000;

const ofRunUp: readonly string[] = ['plan', 'risks', 'go'];

/**
 * Keeps the run-up of the on-sale in sight, as long as somebody looks at a part of it. The answer looks at once: with `anew`
 * also at what is published.
 */
export function keepLooking({
  state,
  acts,
  draw,
}: {
  readonly state: () => ControlState;
  readonly acts: RunUpActs;
  /** Days go by, and reports age. */
  readonly draw: () => void;
}): (anew?: boolean) => void {
  let readAt = Number.NEGATIVE_INFINITY;
  let readOf: string | undefined;
  const wanted = () => {
    const { who, part, onSale } = state();
    return who.at === 'in' && who.me?.permissions.includes('see-readings') && ofRunUp.includes(part)
      ? onSale
      : undefined;
  };
  const look = async (anew = false, quietly = false): Promise<void> => {
    const onSale = wanted();
    if (onSale === undefined) return;
    await acts.look(onSale, quietly && state().runUp?.shown !== undefined);
    if (state().part !== 'go') return;
    if (!anew && readOf === onSale && performance.now() - readAt < readPublishedEveryMs) return;
    [readAt, readOf] = [performance.now(), onSale];
    await acts.readPublished(onSale);
  };
  const quietLook = () => {
    // Who is writing is left alone.
    if (isVisible() && wanted() !== undefined && !state().runUp?.form) void look(false, true);
    draw();
  };
  window.setInterval(quietLook, lookEveryMs);
  onReturn(quietLook);
  return (anew = false) => void look(anew, !anew && state().runUp?.onSale === state().onSale);
}
