import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Season, SeasonDraft, ShowFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import { publishSeason } from '../../../../lambdas/catalogue/publish-season.ts';
import { openShelf } from '../../../../lambdas/catalogue/shelf.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { openHouse } from '../../../../lambdas/seating/house/open-house.ts';
import { type Around, Killed, killAt, through } from '../../../interrupted.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { performance } from './edits.ts';
import { type SeasonOnSale, season, seasonOnSale } from './season-on-sale.ts';

/*
 * A publication that dies at any of its calls, and two at the same moment. All that is open stands meanwhile. Called
 * again, all agrees. No house opens for half a season.
 */

const minute = 60_000;
let open: SeasonOnSale;
let files: ReadonlyMap<string, unknown>;
const restore = () => {
  const { files: now } = open.stage.platform;
  now.clear();
  for (const [path, file] of files) now.set(path, file);
};
const publisher = () => open.stage.platform.publisher;
const shelf = () => openShelf(publisher());
const publish = (draft: SeasonDraft, at = open.time.now) => publishSeason(shelf(), draft, at, [], open.stage.site);

/** All that may be edited, at once. */
function edited(edit: (draft: SeasonDraft) => void = () => {}): SeasonDraft {
  const draft = season(open.plan.id);
  Object.assign(draft, { title: 'Midsummer' });
  Object.assign(performance(draft, 'storm-2'), { note: 'Signed' });
  Object.assign(performance(draft, 'calm-1'), { prices: { stalls: 7000, circle: 100 } });
  Object.assign(performance(draft, 'storm-3'), {
    startsAt: Date.UTC(2027, 6, 1, 18),
    prices: { stalls: 9, circle: 8 },
  });
  draft.shows[0]?.performances.push({
    ...performance(draft, 'storm-2'),
    id: 'storm-4',
    startsAt: Date.UTC(2027, 6, 2, 18),
  });
  edit(draft);
  return draft;
}

beforeAll(async () => {
  open = await seasonOnSale();
  files = new Map(open.stage.platform.files);
});

/** The publication, killed at every chance in turn, and then something else. */
async function killedEverywhere(then: (nth: number) => Promise<void>): Promise<number> {
  for (let nth = 1; ; nth++) {
    restore();
    const { fault } = killAt(nth);
    // Of forty pages one death will do: they are written one like the other.
    let pages = 0;
    const around: Around = async (call, name) => {
      if (name !== 'writeText' || ++pages % 12 === 0) fault();
      return call();
    };
    const dying = openShelf(through(publisher(), around));
    try {
      expect(await publishSeason(dying, edited(), open.time.now, [], open.stage.site)).toMatchObject({ ok: true });
      return nth;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    await then(nth);
  }
}

describe('a publication that dies at any call', () => {
  /** These lack what is open or sold. */
  const ofOpen = (sentences: readonly string[]) =>
    sentences.filter((one) => /order|basket|house of|ticket|calendar|line/.test(one));

  test('leaves what is open and sold as it is, and all agrees when it is called again', async () => {
    const chances = await killedEverywhere(async () => {
      expect(ofOpen(await contradictionsIn(open))).toEqual([]);
      expect(await publish(edited(), open.time.now + 2 * minute)).toMatchObject({ ok: true });
      expect(await contradictionsIn(open)).toEqual([]);
    });
    expect(chances).toBeGreaterThan(20);
  });

  test('the season before it may be published again as well', async () => {
    await killedEverywhere(async (nth) => {
      // Each second will do.
      if (nth % 2 !== 0) return;
      const draft = season(open.plan.id);
      const answer = await publish(draft, open.time.now + 2 * minute);
      // A note that was written stands, if its house is open.
      if (!answer.ok) {
        expect(answer.errors.map(({ field }) => field)).toEqual(['shows.0.performances.1.note']);
        Object.assign(performance(draft, 'storm-2'), { note: 'Signed' });
        expect(await publish(draft, open.time.now + 2 * minute)).toMatchObject({ ok: true });
      }
      expect(await contradictionsIn(open)).toEqual([]);
    });
  });

  test('opens no house that its show does not have so', async () => {
    const outcomes = new Set<string>();
    await killedEverywhere(async (nth) => {
      if (nth % 2 !== 0) return;
      const later = open.time.now + 2 * minute;
      for (const id of ['storm-3', 'storm-4']) {
        const opened = await openHouse({ store: houseTwin(), files: publisher() }, { performances: [id] }, later);
        outcomes.add(`${id} ${opened.ok}`);
        if (!opened.ok) expect(opened.errors[0]?.message).toMatch(/publish (a|its) season/i);
        else {
          // A page follows its show's file, by its script at once.
          const wrong = (await contradictionsIn(open)).filter((one) => one.includes(id) && !one.includes('page'));
          expect(wrong).toEqual([]);
          const show = publisher().read<ShowFile>(published.show('storm'));
          expect((await show)?.performances.map((one) => one.id)).toContain(id);
        }
      }
    });
    expect([...outcomes].sort()).toEqual(['storm-3 false', 'storm-3 true', 'storm-4 false', 'storm-4 true']);
  });
});

describe('two publications at once', () => {
  test('at any step of the first one, the second is over by then or refused, and all agrees', async () => {
    const other = () => edited((draft) => Object.assign(draft, { title: 'Solstice' }));
    const answers = new Set<string>();
    for (let at = 0; at < 100; at++) {
      restore();
      let step = 0;
      let second = '';
      const racing = openShelf(
        through(open.stage.platform.publisher, async (call) => {
          if (step++ === at) second = `${(await publish(other())).ok}`;
          return call();
        }),
      );
      const first = await publishSeason(racing, edited(), open.time.now, [], open.stage.site);
      if (second === '') break;
      answers.add(`${first.ok} ${second}`);
      if (at % 5 === 0) expect(await contradictionsIn(open)).toEqual([]);
      expect(publisher().read<Season>(published.season())).resolves.toMatchObject({ title: 'Midsummer' });
    }
    expect([...answers].sort()).toEqual(['true false', 'true true']);
  });
});
