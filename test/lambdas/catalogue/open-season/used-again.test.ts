import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SeasonDraft, ShowFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { performance } from './edits.ts';
import { doors, noon, openSeason, type SeasonOnSale, season, seasonOnSale } from './season-on-sale.ts';

/* More than one publication: seasons that follow one another, and ids that are used a second time. */

const day = 86_400_000;
let open: SeasonOnSale;
let files: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  open = await seasonOnSale();
  files = new Map(open.stage.platform.files);
});

beforeEach(() => {
  const { files: now } = open.stage.platform;
  now.clear();
  for (const [path, file] of files) now.set(path, file);
  open.time.now = noon + 60_000;
});

const edited = (...edits: readonly ((draft: SeasonDraft) => void)[]) => {
  const draft = season(open.plan.id);
  for (const edit of edits) edit(draft);
  return draft;
};
const drop = (id: string) => (draft: SeasonDraft) => {
  for (const show of draft.shows) show.performances = show.performances.filter((one) => one.id !== id);
};
const put = (id: string, more: object) => (draft: SeasonDraft) => void Object.assign(performance(draft, id), more);
const faultsOf = async (draft: SeasonDraft) => {
  const answer = await open.publish(draft);
  return answer.ok ? [] : answer.errors;
};
const right = async (draft: SeasonDraft) => {
  expect(await open.publish(draft)).toMatchObject({ ok: true });
  expect(await contradictionsIn(open)).toEqual([]);
};

describe('an id that is used again', () => {
  test('a performance that was taken out may come back as another one, if its house was never open', async () => {
    await right(edited(drop('storm-3')));
    expect(await open.openHouse('storm-3')).toMatchObject({
      ok: false,
      errors: [{ message: 'storm-3 is in no show of the published season: publish a season that has it' }],
    });
    const other = edited(drop('storm-3'), (draft) => {
      const again = { ...performance(season(open.plan.id), 'storm-3'), startsAt: doors + 90 * day };
      draft.shows[1]?.performances.push(again);
    });
    await right(other);
  });

  test('a performance that was sold may not come back as another one, a day after it was over or a year', async () => {
    const over = performance(open.draft, 'storm-1').startsAt + 2 * day;
    open.time.now = over;
    await right(edited(drop('storm-1')));
    const again = { startsAt: over + 300 * day, note: undefined, allocations: [] };
    open.time.now = over + 200 * day;
    const faults = await faultsOf(edited(put('storm-1', again)));
    expect(faults.find(({ field }) => field.endsWith('startsAt'))?.message).toContain('use another id');
  });

  test('an on-sale keeps its limits when the performances it was opened for are over and gone', async () => {
    open.time.now = performance(open.draft, 'calm-1').startsAt + 2 * day;
    const { now } = open.time;
    const next = (more: object) =>
      edited((draft) => {
        Object.assign(draft.onSales[1] ?? {}, more);
        draft.shows.splice(0, 1);
        const [show] = draft.shows;
        if (show) show.performances = [{ ...performance(draft, 'calm-1'), id: 'calm-9', startsAt: now + 9 * day }];
      });
    for (const more of [
      { wheelchairPerFan: 5 },
      { asks: { burst: 9, perMinute: 9, undecided: 3 } },
      { seatsPerFan: 2 },
    ]) {
      const faults = await faultsOf(next(more));
      expect(faults.map(({ field }) => field)).toEqual([`onSales.1.${Object.keys(more)[0]}`]);
      expect(faults[0]?.message).toMatch(/houses are open for "public" with .*: leave it, or open another on-sale/);
    }
    await right(next({}));
  });
});

test('a performance that was cancelled and takes place after all is another one at the same time', async () => {
  await open.stage.operators.cancelPerformance({ performance: 'storm-3', reason: 'The lead is ill.' });
  const again = edited((draft) => {
    draft.shows[0]?.performances.push({ ...performance(draft, 'storm-3'), id: 'storm-9' });
  });
  await right(again);
  expect(await open.openHouse('storm-9')).toMatchObject({ ok: true });
  await right(again);
});

describe('a date that others speak of', () => {
  test('of an earlier season that stays on show is no date of another show', async () => {
    const winter = edited((draft) => {
      Object.assign(draft, { id: 'winter', title: 'Winter' });
      draft.onSales = draft.onSales.filter(({ id }) => id === 'later');
      const again = { ...performance(season(open.plan.id), 'storm-3'), onSales: ['later'] };
      Object.assign(draft, { shows: [{ ...draft.shows[1], id: 'frost', title: 'Frost', performances: [again] }] });
    });
    expect(await faultsOf(winter)).toEqual([
      {
        field: 'shows.0.performances.0.id',
        message: '"storm-3" is a date of "storm", which stays on show: use another id',
      },
    ]);
  });

  test('leaves the page of a show that was taken off, once another show has its id', async () => {
    const calm = (draft: SeasonDraft) => draft.shows[1] as SeasonDraft['shows'][number];
    await right(
      edited((draft) => {
        draft.shows.push({
          ...calm(draft),
          id: 'hail',
          performances: ['h-1', 'h-2'].map((id, n) => ({
            ...performance(draft, 'calm-2'),
            id,
            startsAt: doors + (80 + n) * day,
          })),
        });
      }),
    );
    await right(
      edited(
        (draft) =>
          void calm(draft).performances.push({
            ...performance(draft, 'calm-2'),
            id: 'h-1',
            startsAt: doors + 90 * day,
          }),
      ),
    );
    const { performances } = open.stage.platform.files.get(published.show('hail')) as ShowFile;
    expect(performances.map(({ id }) => id)).toEqual(['h-2']);
  });

  test('and is offered in place of a cancelled one stays what it is until it is over', async () => {
    await open.stage.operators.cancelPerformance({ performance: 'storm-1', reason: 'Ill.', instead: ['storm-3'] });
    const elsewhere = (draft: SeasonDraft) =>
      void draft.shows[1]?.performances.push({ ...performance(season(open.plan.id), 'storm-3') });
    expect(await faultsOf(edited(drop('storm-3')))).toEqual([
      {
        field: 'shows',
        message:
          'storm-3 is left out, and buyers of storm-1 are offered it: leave it in until it is over, or cancel it',
      },
    ]);
    expect(await faultsOf(edited(drop('storm-3'), elsewhere))).toEqual([
      {
        field: 'shows.1.performances.2.id',
        message: '"storm-3" is a date of "storm", and buyers of storm-1 are offered it: use another id',
      },
    ]);
    expect(await faultsOf(edited())).toEqual([]);
  });
});

test('a date that has begun is published by no season, and one that began while it was published stays', async () => {
  const { now } = open.time;
  const at = (startsAt: number) => (draft: SeasonDraft) => Object.assign(performance(draft, 'calm-1'), { startsAt });
  const begun = {
    field: 'shows.1.performances.0.startsAt',
    message: 'has begun already: write a later time, or leave it out',
  };
  open.stage.platform.files.delete(published.openHouses());
  expect(await faultsOf(edited(at(now)))).toContainEqual(begun);
  expect(await faultsOf(edited(at(now + 1)))).not.toContainEqual(begun);
  open.time.now = performance(edited(), 'calm-1').startsAt + 1;
  expect(await faultsOf(edited())).not.toContainEqual(begun);
});

test('doors may not be moved behind the only date that they sell', async () => {
  const late = (draft: SeasonDraft) => {
    const later = draft.onSales.find(({ id }) => id === 'later');
    const at = performance(draft, 'calm-2').startsAt + day;
    Object.assign(later ?? {}, { opensAt: at, closesAt: at + day });
  };
  expect(await faultsOf(edited(late))).toEqual([
    {
      field: 'shows.1.performances.1.startsAt',
      message: 'is before the doors of all its on-sales open: write a later time, or earlier doors',
    },
  ]);
});

describe('a line that is open', () => {
  test('is not left with what is cancelled or over', async () => {
    open.stage.platform.files.delete(published.openHouses());
    await open.stage.operators.cancelPerformance({ performance: 'storm-3', reason: 'Ill.' });
    const only = edited(drop('storm-1'), drop('storm-2'));
    expect((await faultsOf(only)).map(({ message }) => message).join()).toContain(
      'the line "friends" is open, and nothing would be sold in it: leave storm-1 or another performance in it',
    );
  });

  test('keeps something to sell', async () => {
    // Its houses are not opened yet, as on the eve of a sale.
    open = await openSeason();
    const { files: now } = open.stage.platform;
    now.delete(published.openHouses());
    const faults = await faultsOf(
      edited((draft) => {
        for (const show of draft.shows) for (const one of show.performances) one.onSales = ['later'];
      }),
    );
    expect(faults.map(({ message }) => message).join()).toContain(
      'the line "friends" is open, and nothing would be sold in it',
    );
    const winter = edited((draft) => {
      Object.assign(draft, { id: 'winter', title: 'Winter' });
      draft.onSales = draft.onSales.filter(({ id }) => id === 'later');
      draft.shows.splice(0, 1);
      Object.assign(draft.shows[0] ?? {}, {
        id: 'frost',
        performances: [{ ...performance(draft, 'calm-2'), id: 'frost-1' }],
      });
    });
    await right(winter);
    // The dates that lines of the season before sell stay on show beside it.
    expect(open.stage.platform.files.get(published.season())).toMatchObject({
      shows: [{ id: 'frost' }, { id: 'storm', season: 'summer' }, { id: 'calm', season: 'summer' }],
    });
  });
});

describe('seasons that follow one another', () => {
  const winter = () =>
    edited((draft) => {
      Object.assign(draft, {
        id: 'winter',
        title: 'Winter',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        concessions: [],
      });
      draft.onSales = draft.onSales.filter(({ id }) => id === 'later');
      draft.shows.splice(0, 1);
      Object.assign(draft.shows[0] ?? {}, {
        id: 'frost',
        title: 'Frost',
        performances: [{ ...performance(draft, 'calm-2'), id: 'frost-1' }],
      });
    });

  test('two are published in turns, and all agrees each time', async () => {
    for (const draft of [winter(), edited(), winter(), winter(), edited()]) await right(draft);
    await right(winter());
    expect(await open.openHouse('frost-1')).toMatchObject({ ok: true });
    for (const draft of [edited(), winter(), edited()]) await right(draft);
  });

  test('a show that was taken off keeps its page, and offers nothing', async () => {
    const off = edited((draft) => {
      Object.assign(draft.shows[0] ?? {}, {
        performances: draft.shows[0]?.performances.filter(({ id }) => id !== 'storm-3'),
      });
      draft.shows.push({
        ...(draft.shows[1] as SeasonDraft['shows'][number]),
        id: 'hail',
        title: 'Hail',
        performances: [{ ...performance(draft, 'calm-2'), id: 'hail-1', startsAt: doors + 80 * day }],
      });
    });
    await right(off);
    const page = () =>
      (open.stage.platform.files.get(published.showPage('en', 'hail')) as { readonly text: string }).text;
    expect(page()).toContain('"offers"');
    await right(edited());
    expect(page()).toContain('Not on sale');
    expect(page()).not.toContain('"offers"');
    expect(open.stage.platform.files.get(published.show('hail')) as ShowFile).toMatchObject({
      performances: [{ id: 'hail-1', onSales: [] }],
    });
    // And comes back.
    await right(off);
    expect(page()).toContain('"offers"');
  });
});
