import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { FanHelp, FanHelped } from '../../../contracts/find-fan.ts';
import type { StaffAct } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import { bankOf } from '../../../rules/roll.ts';
import { fanWords } from '../../../words/en/control-room-fans.ts';
import { shortMoment } from '../../../words/en/written.ts';
import { type Answer, ask, type Trouble } from '../../api.ts';
import { browser, learnTime, newKey, readConfig, theatreTime } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import { readBoard, readLine, readSheet } from '../../line/line-api.ts';
import { signInOver } from '../../sign-in/me-api.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { changeOrder, findFan, findHolds, helpFan, seekOrders } from './fans-api.ts';
import { type AskedAct, type Caller, type FansState, nobodyLooked, type OpenFan } from './fans-state.ts';
import { peopleFound } from './people-found.ts';
import type { LineNews } from './told-place.ts';
import { type Kind, kindsOf, searchesOf } from './what-was-typed.ts';

export interface FansDeps {
  readonly house: Pick<SignedInPage, 'ask'>;
  readonly onSale: () => string | undefined;
  readonly state: () => FansState;
  readonly turn: (fans: FansState) => void;
}

export type Fans = ReturnType<typeof openFans>;

/**
 * Somebody telephones: they are looked for, opened, and helped. Three rooms of the platform are asked side by side, since
 * none of them knows what another has; here a fan's place, orders and seats come together, by the fan's key.
 */
export function openFans({ house, onSale, state, turn }: FansDeps) {
  const change = (changed: Partial<FansState>) => turn({ ...state(), ...changed });
  const changeOpen = (changed: Partial<OpenFan>) => {
    const { open } = state();
    if (open) change({ open: { ...open, ...changed } });
  };
  /** An answer to a look that is over is nobody's. */
  let looks = 0;

  async function look(): Promise<void> {
    const { typed, kind, busy } = state();
    const where = onSale();
    if (busy || where === undefined) return;
    if (typed.trim() === '') {
      change({ missing: true, matches: undefined, trouble: undefined, open: undefined });
      return bringToNews();
    }
    const kinds = kind === 'auto' ? kindsOf(typed) : [kind];
    looks += 1;
    const mine = looks;
    turn({ typed, kind, busy: true, looked: kinds });
    const searches = kinds.map((one) => searchesOf(one, typed, where));
    const [lines, orders] = await Promise.all([
      Promise.all(
        searches.flatMap(({ line }) => (line ? [house.ask((access) => findFan(browser, access, where, line))] : [])),
      ),
      Promise.all(
        searches.flatMap((search) =>
          search.orders ? [house.ask((access) => seekOrders(browser, access, search.orders as never))] : [],
        ),
      ),
    ]);
    if (mine !== looks) return;
    const fans = lines.flatMap((answer) => (answer.ok ? answer.body.fans : []));
    const sought = orders.flatMap((answer) => (answer.ok ? answer.body.orders : []));
    const matches = peopleFound(fans, sought);
    const refused = [...lines, ...orders].find((answer) => !answer.ok);
    // What one room found is shown, whatever the other says: the open fan is asked for in all of them again.
    const trouble = matches.length === 0 ? saidOf(refused) : undefined;
    const more = orders.some((answer) => answer.ok && answer.body.more);
    change({ busy: false, matches: trouble || isOver(refused) ? undefined : matches, trouble, more });
    const [only] = matches;
    if (only && matches.length === 1) await open(only);
    else bringToNews();
  }

  async function open(person: Caller): Promise<void> {
    change({ open: { ...person, isRead: false, unread: [], acting: false } });
    await read(person.fan);
    document.getElementById('open-fan')?.focus();
  }

  /** All that the rooms know of this fan, now. */
  async function read(fan: string): Promise<void> {
    const where = onSale();
    if (where === undefined) return;
    const mine = looks;
    const [line, orders, holds] = await Promise.all([
      house.ask((access) => findFan(browser, access, where, { by: 'fan', fan })),
      house.ask((access) => seekOrders(browser, access, { by: 'fan', onSale: where, fan })),
      house.ask((access) => findHolds(browser, access, where, fan)),
    ]);
    const found = line.ok ? line.body.fans[0] : state().open?.found;
    const [news, nights] = await Promise.all([
      readNews(where, found),
      readNights(holds.ok ? holds.body.holds.map(({ performance }) => performance) : []),
    ]);
    if (mine !== looks || state().open?.fan !== fan) return;
    if (line.ok) learnTime(line.seen);
    changeOpen({
      isRead: true,
      found,
      news,
      ...(orders.ok && { orders: orders.body.orders }),
      holds: holds.ok ? holds.body.holds : undefined,
      nights,
      unread: [
        ...(line.ok ? [] : (['line'] as const)),
        ...(orders.ok ? [] : (['orders'] as const)),
        ...(holds.ok ? [] : (['holds'] as const)),
      ],
      readAt: theatreTime(),
    });
  }

  async function readNights(performances: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const read = [...new Set(performances)].map(async (id) => {
      const file = await ask<PerformanceFile>(browser, { url: published.performance(id), tries: 2 });
      return file.ok
        ? ([[id, `${file.body.title}, ${shortMoment(file.body.startsAt, file.body.timeZone)}`]] as const)
        : [];
    });
    return new Map((await Promise.all(read)).flat());
  }

  async function readNews(where: string, found: Caller['found']): Promise<LineNews | undefined> {
    const { live } = await readConfig();
    const [line, board] = await Promise.all([readLine(browser, where), readBoard(browser, live, where)]);
    if (!line.ok) return undefined;
    const place = found?.place;
    const bank = place && bankOf(line.body.roll, place.shard);
    const sheet = place && bank !== undefined ? await readSheet(browser, live, where, place.round, bank) : undefined;
    return {
      line: line.body,
      ...(board.ok && { board: board.body }),
      ...(sheet?.ok && { sheet: sheet.body }),
    };
  }

  async function act(asked: AskedAct, given: { readonly reason: string; readonly email?: string }): Promise<void> {
    const { open: current } = state();
    const where = onSale();
    if (!current || current.acting || where === undefined) return;
    changeOpen({ acting: true, actTrouble: undefined, done: undefined });
    const { fan } = current;
    const answer: Answer<unknown> =
      asked.of === 'place'
        ? await house.ask((access) => helpFan(browser, access, where, helpOf(asked, current, given.reason)))
        : await house.ask((access) => changeOrder(browser, access, asked.order, mailActOf(asked, given)));
    if (state().open?.fan !== fan) return;
    if (!answer.ok) {
      changeOpen({ acting: false, actTrouble: answer.trouble });
      return bringToNews();
    }
    const done = asked.of === 'place' ? fanWords.did[asked.act] : fanWords.mailDid[asked.act];
    const code = asked.of === 'place' ? (answer.body as FanHelped).code : undefined;
    changeOpen({ acting: false, asked: undefined, done, code });
    bringToNews();
    await read(fan);
  }

  return {
    type: (typed: string) => change({ typed, missing: false }),
    choose: (kind: Kind | 'auto') => change({ kind }),
    look: () => void look(),
    /** What an address names: the reference of an order. */
    lookFor: (reference: string) => {
      turn({ ...nobodyLooked, typed: reference, kind: 'reference' });
      return look();
    },
    open: (person: Caller) => void open(person),
    close: () => {
      looks += 1;
      change({ open: undefined, busy: false });
    },
    again: () => {
      const { open: current } = state();
      if (current) void read(current.fan);
    },
    /** A press that is repeated, since its answer was lost, has the same key. */
    askFor: (act: FanHelp['act']) =>
      changeOpen({ asked: { of: 'place', act, key: newKey() }, actTrouble: undefined, done: undefined }),
    ask: (asked: AskedAct | undefined) => changeOpen({ asked, actTrouble: undefined, done: undefined }),
    act: (asked: AskedAct, given: { readonly reason: string; readonly email?: string }) => void act(asked, given),
    /** Whoever comes next on this device finds nothing of whoever left; another line is another morning. */
    forget: () => {
      looks += 1;
      turn(nobodyLooked);
    },
  };
}

function helpOf({ act, key }: Extract<AskedAct, { of: 'place' }>, { fan, found }: OpenFan, reason: string): FanHelp {
  return act === 'hand-over' ? { act, fan, reason, key, codes: found?.codes ?? 0 } : { act, fan, reason };
}

function mailActOf(
  { act }: Extract<AskedAct, { of: 'order' }>,
  { reason, email = '' }: { readonly reason: string; readonly email?: string },
): StaffAct {
  return act === 'correct-email' ? { act, email, reason } : { act, reason };
}

function isOver(answer: Answer<unknown> | undefined): boolean {
  return answer !== undefined && !answer.ok && answer.trouble === signInOver;
}

/** That a sign-in has ended is said above the page. */
function saidOf(answer: Answer<unknown> | undefined): Trouble | undefined {
  return answer && !answer.ok && answer.trouble !== signInOver ? answer.trouble : undefined;
}
