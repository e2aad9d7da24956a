import type { Basket, HoldView } from '../../contracts/house.ts';
import { codeOf, type Trouble } from '../api.ts';
import { browser, learnTime, onReturn, theatreTime, timers } from '../browser.gateway.ts';
import { extendBasket, readBasket, releaseHold } from '../hall/seats-api.ts';
import type { KeptPass } from '../kept.store.ts';
import { hearTabs, tellTabs } from '../tabs.gateway.ts';
import {
  isUnwritten,
  type KnownBasket,
  nextEnd,
  shownBasket,
  withHeld,
  withLook,
  withMoreTime,
  withReleased,
} from './known-basket.ts';

/**
 * Where the pages of the hall, the checkout and the order have what the fan holds (known-basket.ts). The platform is
 * asked again when somebody comes back (to the tab, out of sleep, by Back), at the moment at which seats lapse, and after
 * an act until the houses have written it. Every tab hears what one of them learned.
 */
export interface BasketDesk {
  /** Undefined: it is known now. */
  readonly look: () => Promise<Trouble | undefined>;
  readonly moreTime: () => Promise<Trouble | undefined>;
  readonly release: (of: { readonly hold: string; readonly performance: string }) => Promise<Trouble | undefined>;
  /** A hold was answered; done once the clock and the limit that go with it are known too. */
  readonly held: (hold: HoldView) => Promise<void>;
}

/** Between two looks while the houses are at work on what was asked. Milliseconds. */
const betweenLooks = 900;
/** Clocks differ, and the platform's decides: the look comes a moment after the end. Milliseconds. */
const afterEnd = 400;

/** `passNow`: the fan's pass, running or over, if there is one. `show` is told whenever something is news. */
export function openBasket(passNow: () => KeptPass | undefined, show: (basket: Basket) => void): BasketDesk {
  let known: KnownBasket | undefined;
  let of: string | undefined;
  let timer: number | undefined;

  const wakeAt = (next: KnownBasket) => {
    if (timer !== undefined) timers.clear(timer);
    const now = theatreTime();
    const end = nextEnd(shownBasket(next), now);
    const pause = isUnwritten(next, now) ? betweenLooks : end === undefined ? undefined : end - now + afterEnd;
    timer = pause === undefined ? undefined : timers.set(() => void look(), pause);
  };
  const learn = (next: KnownBasket, onSale: string, isOwn: boolean) => {
    known = next;
    of = onSale;
    wakeAt(next);
    show(shownBasket(next));
    if (isOwn) tellTabs({ of: 'basket', onSale, known: next });
  };
  /** Of this on-sale; another pass has another basket. */
  const knownOf = (onSale: string) => (of === onSale ? known : undefined);

  async function look(): Promise<Trouble | undefined> {
    const pass = passNow();
    if (!pass) return undefined;
    const askedAt = theatreTime();
    const answer = await readBasket(browser, pass.pass);
    if (!answer.ok) return answer.trouble;
    learnTime(answer.seen);
    learn(withLook(knownOf(pass.onSale), answer.body, askedAt), pass.onSale, true);
    return undefined;
  }

  hearTabs((news) => {
    const pass = passNow();
    if (news.of === 'order') void look();
    else if (news.onSale === pass?.onSale && news.known.askedAt >= (knownOf(news.onSale)?.askedAt ?? 0))
      learn(news.known, news.onSale, false);
  });
  onReturn(() => void look());

  return {
    look,
    async moreTime() {
      const pass = passNow();
      if (!pass) return undefined;
      const answer = await extendBasket(browser, pass.pass);
      if (answer.ok) {
        learnTime(answer.seen);
        learn(withMoreTime(knownOf(pass.onSale), answer.body, theatreTime()), pass.onSale, true);
        return undefined;
      }
      await look();
      return answer.trouble;
    },
    async release({ performance, hold }) {
      const pass = passNow();
      if (!pass) return undefined;
      const answer = await releaseHold(browser, pass.pass, performance, hold);
      if (answer.ok) learn(withReleased(knownOf(pass.onSale), hold, theatreTime()), pass.onSale, true);
      else if (codeOf(answer.trouble) === 'hold-sold') await look();
      return answer.ok ? undefined : answer.trouble;
    },
    async held(hold) {
      const pass = passNow();
      if (!pass) return;
      learn(withHeld(knownOf(pass.onSale), hold, theatreTime()), pass.onSale, true);
      await look();
    },
  };
}
