import { describe, expect, test } from '@jest/globals';
import type { AllocationsFile, SeasonDraft } from '../../../contracts/catalogue.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { publishSeason, type SeasonShelf } from '../../../lambdas/catalogue/publish-season.ts';
import { draft, plan } from './season.ts';

function shelf(more: Partial<SeasonShelf> = {}) {
  const written: { readonly kind: string; readonly file: { readonly id: string } }[] = [];
  const write = (kind: string) => async (file: { readonly id: string }) => {
    written.push({ kind, file });
  };
  const nothing = async () => undefined;
  const shelf: SeasonShelf = {
    readPlan: async (id) => (id === plan.id ? plan : undefined),
    begin: async () => true,
    end: async () => undefined,
    readSeason: nothing,
    readShow: nothing,
    readPerformance: nothing,
    readLine: nothing,
    readBoard: nothing,
    readOpenHouses: nothing,
    readActs: nothing,
    publishPerformance: write('performance'),
    keepAllocations: nothing,
    publishShow: write('show'),
    publishSeason: write('season'),
    publishText: nothing,
    ...more,
  };
  return { shelf, written };
}

/** Before the doors of every on-sale of the draft. */
const now = 1;
const set = (partner: string, ...seats: readonly string[]) => ({ partner, seats: [...seats] });

/* Long because every fault of a season has a line in one table. */

describe('publishing', () => {
  test('writes performances, then shows, then the season', async () => {
    const { shelf: open, written } = shelf();
    expect(await publishSeason(open, draft(), now)).toEqual({ ok: true, season: 'summer', shows: 2, performances: 3 });
    const kinds = written.map(({ kind }) => kind);
    expect(kinds).toEqual(['performance', 'performance', 'performance', 'show', 'show', 'season']);
  });

  test('tells everyone what they may know, and no more', async () => {
    const { shelf: open, written } = shelf();
    await publishSeason(open, draft(), now);
    const [performance] = written;
    expect(performance?.file).toEqual({
      v: 1,
      id: 'storm-1',
      show: 'storm',
      title: 'The Storm',
      venue: 'Playhouse',
      startsAt: 2_000_000_100_000,
      note: 'Captioned',
      plan: plan.id,
      prices: { stalls: 5000, circle: 3000 },
      currency: 'GBP',
      timeZone: 'Europe/London',
      onSales: [{ id: 'friends', seatsPerFan: 8, holdMinutes: 10 }],
    });
    const season = written.at(-1)?.file;
    expect(season).toMatchObject({
      shows: [
        {
          id: 'storm',
          firstAt: 2_000_000_000_000,
          lastAt: 2_000_000_100_000,
          performances: 2,
          priceFrom: 2000,
          priceTo: 5000,
        },
        { id: 'calm', performances: 1 },
      ],
      onSales: [
        { id: 'friends', entry: 'members' },
        { id: 'public', entry: 'open' },
      ],
    });
    expect(JSON.stringify(written)).not.toMatch(/roster|dials|audience"|shopping/);
    const show = written.find(({ kind, file }) => kind === 'show' && file.id === 'storm')?.file;
    expect(show).toMatchObject({ performances: [{ id: 'storm-2' }, { id: 'storm-1', note: 'Captioned' }] });
  });

  test('publishes the tiers of an on-sale, without their rosters', async () => {
    const { shelf: open, written } = shelf();
    const season = draft();
    Object.assign(season.onSales[0] ?? {}, {
      tier: { id: 'benefactors', name: 'Benefactors' },
      later: [{ id: 'everyone', name: 'Everyone', entry: 'email', opensAt: 1500 }],
    });
    await publishSeason(open, season, now);
    expect(written.at(-1)?.file).toMatchObject({
      onSales: [
        {
          id: 'friends',
          entry: 'members',
          tiers: [
            { id: 'benefactors', name: 'Benefactors', entry: 'members', opensAt: 1000 },
            { id: 'everyone', name: 'Everyone', entry: 'email', opensAt: 1500 },
          ],
        },
        { id: 'public' },
      ],
    });
    expect(JSON.stringify(written)).not.toContain('roster');
  });

  test('publishes reduced prices where they hold, when seats may be given back, and which seats nobody can buy', async () => {
    const { shelf: open, written } = shelf();
    const season = draft();
    const [under26, senior] = [
      { id: 'under-26', name: 'Under 26', percentOff: 50, note: 'Bring a card' },
      { id: 'senior', name: 'Senior', percentOff: 10 },
    ];
    Object.assign(season, { concessions: [under26, senior] });
    Object.assign(season.onSales[0] ?? {}, { returnHours: 48 });
    const [first, second] = season.shows[0]?.performances ?? [];
    Object.assign(first ?? {}, {
      concessions: ['senior'],
      allocations: [set('bank', 'Stalls, row A, seat 3'), set('brewery', 's-1')],
    });
    Object.assign(second ?? {}, { concessions: [] });
    const kept: AllocationsFile[] = [];
    // They are there before anybody is told of the seats.
    const keepAllocations = async (file: AllocationsFile) => {
      kept.push(file);
      expect(written).toEqual([]);
    };
    expect(await publishSeason({ ...open, keepAllocations }, season, now)).toMatchObject({ ok: true });
    expect(kept).toEqual([{ v: 1, performance: 'storm-1', allocations: [set('bank', 's-3'), set('brewery', 's-1')] }]);
    const file = (id: string) => written.find((one) => one.file.id === id)?.file;
    expect(file('storm-1')).toMatchObject({
      concessions: [senior],
      blocked: ['s-1', 's-3'],
      onSales: [{ id: 'friends', seatsPerFan: 8, holdMinutes: 10, returnHours: 48 }],
    });
    expect(file('storm-2')).not.toHaveProperty('concessions');
    expect(file('storm-2')).not.toHaveProperty('blocked');
    expect(file('calm-1')).toMatchObject({ concessions: [under26, senior] });
    // The partners alone know whose seats they are.
    expect(JSON.stringify(written)).not.toMatch(/bank|brewery|allocation|partner/);
  });

  test('cut short anywhere, leaves the season before it in place', async () => {
    for (const dying of ['publishPerformance', 'publishShow'] as const) {
      const { shelf: open, written } = shelf({ [dying]: async () => Promise.reject(new Error('cut short')) });
      await expect(publishSeason(open, draft(), now)).rejects.toThrow('cut short');
      expect(written.filter(({ kind }) => kind === 'season')).toEqual([]);
    }
  });
});

describe('what is wrong with a season is named by its field', () => {
  const change = (edit: (season: SeasonDraft) => void) => {
    const season = draft();
    edit(season);
    return season;
  };
  const first = (season: SeasonDraft) =>
    season.shows[0]?.performances[0] ?? Object.assign({}, season.shows[0]?.performances[0]);
  const young = { id: 'young', name: 'Under 26', percentOff: 50 };
  const laterTier = (more: object = {}) => ({ id: 'second', name: 'Second', entry: 'email', opensAt: 1500, ...more });
  const tiered = (more: object) =>
    change((s) =>
      Object.assign(s.onSales[0] ?? {}, { tier: { id: 'first', name: 'First' }, later: [laterTier()], ...more }),
    );
  const cases: readonly [string, SeasonDraft, string][] = [
    [
      'a plan that is not there',
      change((s) => Object.assign(first(s), { plan: 'gone-0' })),
      'shows.0.performances.0.plan: there is no plan "gone-0": import it first',
    ],
    [
      'a category without a price',
      change((s) => Object.assign(first(s), { prices: { stalls: 1 } })),
      'shows.0.performances.0.prices.circle: price Circle: Playhouse has it',
    ],
    [
      'a price of no category',
      change((s) => Object.assign(first(s), { prices: { stalls: 1, circle: 1, gods: 1 } })),
      'shows.0.performances.0.prices.gods: Playhouse has no such category; it has stalls, circle',
    ],
    [
      'an on-sale that is not there',
      change((s) => Object.assign(first(s), { onSales: ['friends', 'foes'] })),
      'shows.0.performances.0.onSales.1: there is no on-sale "foes" in this season',
    ],
    [
      'a performance twice',
      change((s) => Object.assign(first(s), { id: 'calm-1' })),
      'shows.1.performances.0.id: "calm-1" is the id of shows.0.performances.0.id too',
    ],
    [
      'a reduced price twice',
      change((s) => Object.assign(s, { concessions: [young, young] })),
      'concessions.1.id: "young" is the id of concessions.0.id too',
    ],
    [
      'a reduced price that is not there',
      change((s) => Object.assign(Object.assign(s, { concessions: [young] }) && first(s), { concessions: ['old'] })),
      'shows.0.performances.0.concessions.0: there is no concession "old" in this season',
    ],
    [
      'a reduced price twice in a performance',
      change((s) =>
        Object.assign(Object.assign(s, { concessions: [young] }) && first(s), { concessions: ['young', 'young'] }),
      ),
      'shows.0.performances.0.concessions.1: "young" is the id of shows.0.performances.0.concessions.0 too',
    ],
    [
      'a seat set aside that the plan does not have',
      change((s) => Object.assign(first(s), { allocations: [set('bank', 's-1', 's-9')] })),
      'shows.0.performances.0.allocations.0.seats.1: Playhouse has no seat "s-9": write it as in "Stalls, row A, seat 1"',
    ],
    [
      'a seat set aside twice',
      change((s) => Object.assign(first(s), { allocations: [set('bank', 's-1'), set('brewery', 's-2', 's-1')] })),
      'shows.0.performances.0.allocations.1.seats.1: Stalls, row A, seat 1 is set aside by shows.0.performances.0.allocations.0.seats.0 already',
    ],
    [
      'a partner twice',
      change((s) => Object.assign(first(s), { allocations: [set('bank', 's-1'), set('bank', 's-2')] })),
      'shows.0.performances.0.allocations.1.partner: "bank" is the id of shows.0.performances.0.allocations.0.partner too',
    ],
    [
      'a show twice',
      change((s) => Object.assign(s.shows[1] ?? {}, { id: 'storm' })),
      'shows.1.id: "storm" is the id of shows.0.id too',
    ],
    [
      'an on-sale twice',
      change((s) => Object.assign(s.onSales[1] ?? {}, { id: 'friends' })),
      'onSales.1.id: "friends" is the id of onSales.0.id too',
    ],
    [
      'an on-sale that is called as a trial is',
      change((s) => Object.assign(s.onSales[1] ?? {}, { id: `trial-${'a'.repeat(26)}` })),
      'onSales.1.id: "trial-aaaaaaaaaaaaaaaaaaaaaaaaaa" is the name of a trial: choose another',
    ],
    [
      'a performance that is called so',
      change((s) => Object.assign(s.shows[0]?.performances[0] ?? {}, { id: `trial-${'b'.repeat(26)}` })),
      'shows.0.performances.0.id: "trial-bbbbbbbbbbbbbbbbbbbbbbbbbb" is the name of a trial: choose another',
    ],
    [
      'doors that close before they open',
      change((s) => Object.assign(s.onSales[1] ?? {}, { closesAt: 1 })),
      'onSales.1.closesAt: must be after opensAt',
    ],
    [
      'members without a roster',
      change((s) => Object.assign(s.onSales[0] ?? {}, { roster: undefined })),
      'onSales.0.roster: name the roster',
    ],
    [
      'a roster for everyone',
      change((s) => Object.assign(s.onSales[1] ?? {}, { roster: 'friends' })),
      'onSales.1.roster: leave it out',
    ],
    [
      'a later tier without the name of the first',
      tiered({ tier: undefined }),
      'onSales.0.tier: name the first tier if, and only if, others come later',
    ],
    ['a tier twice', tiered({ later: [laterTier({ id: 'first' })] }), 'onSales.0.later.0.id: "first" is the id of'],
    [
      'two tiers that look alike',
      tiered({ later: [laterTier({ name: 'FIRST ' })] }),
      'onSales.0.later.0.name: is the name of onSales.0.tier too, and fans know a tier by its name',
    ],
    [
      'two later tiers of one name',
      tiered({ later: [laterTier(), laterTier({ id: 'third', opensAt: 1600 })] }),
      'onSales.0.later.1.name: is the name of onSales.0.later.0 too',
    ],
    [
      'a tier that opens first',
      tiered({ later: [laterTier({ opensAt: 1000 })] }),
      'onSales.0.later.0.opensAt: must be after',
    ],
    [
      'a tier that opens after the end',
      tiered({ later: [laterTier({ opensAt: 2000 })] }),
      'onSales.0.later.0.opensAt: must be before',
    ],
    [
      'tiers in another order than their doors',
      tiered({ later: [laterTier({ opensAt: 1600 }), laterTier({ id: 'third', opensAt: 1500 })] }),
      'onSales.0.later.1.opensAt: must be after',
    ],
    [
      'a later tier of members without a roster',
      tiered({ later: [laterTier({ entry: 'members' })] }),
      'onSales.0.later.0.roster: name',
    ],
    [
      'a later tier by e-mail with a roster',
      tiered({ later: [laterTier({ roster: 'friends' })] }),
      'onSales.0.later.0.roster: leave',
    ],
    [
      'a currency of the past',
      change((s) => Object.assign(s, { currency: 'HRK' })),
      'currency: "HRK" is no currency of ISO 4217; write for instance GBP',
    ],
    [
      'a time zone of dreams',
      change((s) => Object.assign(s, { timeZone: 'Europe/Atlantis' })),
      'timeZone: "Europe/Atlantis" is not a time zone',
    ],
  ];
  test.each(cases)('%s', async (_what, season, fault) => {
    const { shelf: open, written } = shelf();
    const answer = await publishSeason(open, season, now);
    if (answer.ok) throw new Error('was published');
    const faults = answer.errors.map(({ field, message }) => `${field}: ${message}`);
    expect(faults.some((one) => one.startsWith(fault)) || faults).toBe(true);
    expect(answer.detail).toContain(fault);
    expect(written).toEqual([]);
  });

  test('prices named like parts of an object are categories like any other', async () => {
    const odd: Plan = { ...plan, categories: [{ id: 'constructor', name: 'Constructor', color: '#000000' }] };
    const season = draft();
    for (const show of season.shows) for (const one of show.performances) one.prices = {};
    const { shelf: open } = shelf({ readPlan: async () => odd });
    expect(await publishSeason(open, season, now)).toMatchObject({ ok: false, errors: [{}, {}, {}] });
  });
});
