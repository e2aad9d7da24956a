import { describe, expect, test } from '@jest/globals';
import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import { positionOf } from '../../../rules/draw.ts';
import type { Standing } from '../../../rules/standing.ts';
import type { LineState } from '../../../site/line/line-state.ts';
import { standingOf } from '../../../site/line/line-state.ts';
import {
  aSeason,
  member,
  openForMembers,
  PlainBrowser,
  textOf,
} from '../../lambdas/waiting-room/plain/plain-browser.ts';
import { joined, onSale, opensAt, SmallStage } from '../../lambdas/waiting-room/small-stage.ts';

/* One fan at two pages: from the same published files and the same receipt both say that the fan stands in the same place. */

/** The heading of the page without JavaScript, by where the fan stands. */
const headings: Readonly<Record<Standing['at'], RegExp>> = {
  unheard: /^$/,
  unknown: /There is no such line/,
  announced: /This line is not set up yet/,
  outside: /Join the (lobby|line)/,
  lobby: /You have a place/,
  drawing: /The draw is being made/,
  waiting: /ahead of you|You are next/,
  called: /It is your turn|Your time to shop is over/,
  shopping: /You have your pass/,
  over: /This on-sale is over/,
};

async function anEvening() {
  const stage = new SmallStage();
  const plain = new PlainBrowser(stage);
  let kept: LineState['kept'];
  let pass: LineState['pass'];

  /** The state of the page with JavaScript after a look. */
  function lineState(): LineState {
    const file = <Of>(path: string) => stage.files.get(path) as Of | undefined;
    const board = file<Board>(published.board(onSale));
    const line = file<LineFile>(published.line(onSale));
    const sheet = kept && file<DrawSheet>(published.drawSheet(onSale, kept.place.round, 0));
    const [listed] = file<typeof aSeason>(published.season())?.onSales ?? [];
    return {
      onSale,
      goal: '/',
      ...(line ? { line } : { lineTrouble: { kind: 'missing' } }),
      ...(board && { board }),
      ...(listed && { listed }),
      zoned: true,
      kept,
      pass,
      position: kept && sheet && line && positionOf(sheet, kept.place, line.roll),
      calledUpTo: board?.calledUpTo ?? 0,
      shown: 0,
      signals: {},
      forgetful: false,
      now: stage.now,
      visible: true,
      unanswered: board ? 0 : 1,
    };
  }

  return {
    stage,
    plain,
    join: async () => {
      await plain.join();
      kept = joined(await stage.joinAs({ entry: 'members', ...member }));
    },
    claim: async () => {
      await plain.send({ act: 'claim' });
      const claim = await stage.claim(kept?.receipt);
      if (!claim.ok) throw new Error(claim.refusal);
      pass = { onSale, ...claim.claimed };
    },
    giveBack: async () => {
      await plain.send({ act: 'leave' });
      pass = pass && { ...pass, expiresAt: stage.now };
    },
    /** The standing that both pages show. */
    async stands(): Promise<Standing['at']> {
      // The plain page remembers files for a second.
      stage.now += 1_000;
      const text = textOf((await plain.look()).html);
      const { at } = standingOf(lineState());
      expect(text).toMatch(headings[at]);
      const others = Object.entries(headings).filter(([other]) => other !== at && other !== 'unheard');
      expect(others.filter(([, heading]) => heading.test(text)).map(([other]) => other)).toEqual([]);
      return at;
    },
  };
}

describe('the page of the line and the page without JavaScript', () => {
  test('say the same all evening long', async () => {
    const { stage, join, claim, giveBack, stands } = await anEvening();
    expect(await stands()).toBe('unknown');
    stage.files.set(published.season(), aSeason);
    stage.now += 15_000;
    expect(await stands()).toBe('announced');
    await openForMembers(stage);
    stage.now += 15_000;
    await stage.tick();
    expect(await stands()).toBe('outside');
    await join();
    expect(await stands()).toBe('lobby');
    stage.now = opensAt;
    expect(await stands()).toBe('drawing');
    await stage.run(opensAt + 3_000);
    const board = stage.files.get(published.board(onSale)) as Board;
    stage.files.set(published.board(onSale), { ...board, calledUpTo: 0 });
    expect(await stands()).toBe('waiting');
    stage.files.set(published.board(onSale), board);
    expect(await stands()).toBe('called');
    await claim();
    expect(await stands()).toBe('shopping');
    await giveBack();
    expect(await stands()).toBe('called');
    stage.now = opensAt + 3_600_000;
    expect(await stands()).toBe('over');
  });
});
