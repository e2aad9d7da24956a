import type { OnSaleDraft, PerformanceDraft, SeasonDraft, ShowDraft } from '../../../../contracts/catalogue.ts';
import type { LayoutSeat, LayoutZone, PlanLayout } from '../../../../lambdas/catalogue/plan-layout.ts';
import { zoneOf } from '../layouts.ts';
import { hall } from './season-on-sale.ts';

/*
 * One edit each of a season that is on sale, and what is to come of it: right, or the field that it is refused by. It is
 * long because every field is edited.
 */

const hour = 3_600_000;

export interface Edit {
  readonly what: string;
  readonly season?: (season: SeasonDraft) => void;
  /** The plan is edited, and all performances have it, as when the plan's file of a world is edited. */
  readonly plan?: (layout: PlanLayout) => PlanLayout;
  /** Only these performances have the edited plan. */
  readonly onlyIn?: readonly string[];
  /** The field; all else is published and right. */
  readonly refused?: string;
}

const partOf = <Part extends { readonly id: string }>(parts: readonly Part[], id: string): Part => {
  const found = parts.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};
const onSale = (season: SeasonDraft, id = 'friends'): OnSaleDraft => partOf(season.onSales, id);
const show = (season: SeasonDraft, id = 'storm'): ShowDraft => partOf(season.shows, id);
export const performance = (season: SeasonDraft, id = 'storm-1'): PerformanceDraft =>
  partOf(
    season.shows.flatMap(({ performances }) => performances),
    id,
  );
const drop = <Part extends { readonly id: string }>(parts: Part[], id: string) =>
  void parts.splice(parts.indexOf(partOf(parts, id)), 1);

const put =
  <Of extends object>(of: (season: SeasonDraft) => Of, more: Partial<Of>) =>
  (season: SeasonDraft) =>
    void Object.assign(of(season), more);
const storm1 = (more: Partial<PerformanceDraft>) => put((season) => performance(season), more);
const friends = (more: Partial<OnSaleDraft>) => put((season) => onSale(season), more);

const first = 'shows.0.performances.0';
const ofSeason: readonly Edit[] = [
  { what: 'nothing' },
  {
    what: 'its title and the name of the house',
    season: put((s) => s, { title: 'Midsummer', venue: 'The Playhouse' }),
  },
  { what: 'its id', season: put((s) => s, { id: 'midsummer' }) },
  { what: 'its currency', season: put((s) => s, { currency: 'EUR' }), refused: 'currency' },
  { what: 'its time zone', season: put((s) => s, { timeZone: 'Europe/Paris' }), refused: 'timeZone' },
  {
    what: 'its time zone, in other letters',
    season: put((s) => s, { timeZone: 'europe/london' }),
    refused: 'timeZone',
  },
  ...[
    { what: 'a larger reduction', concessions: [{ id: 'under-26', name: 'Under 26', percentOff: 60 }] },
    { what: 'another name of a reduction', concessions: [{ id: 'under-26', name: 'Young', percentOff: 50 }] },
    { what: 'another id of a reduction', concessions: [{ id: 'young', name: 'Under 26', percentOff: 50 }] },
    { what: 'no reduction', concessions: [] },
    {
      what: 'one reduction more',
      concessions: [
        { id: 'under-26', name: 'Under 26', percentOff: 50 },
        { id: 'local', name: 'Local', percentOff: 10 },
      ],
    },
  ].map(({ what, concessions }) => ({
    what,
    season: put((s: SeasonDraft) => s, { concessions }),
    refused: `${first}.concessions`,
  })),
];

const ofShows: readonly Edit[] = [
  { what: 'the title of a show', season: put((s) => show(s), { title: 'The Gale' }), refused: 'shows.0.title' },
  { what: 'the hall of a show', season: put((s) => show(s), { venue: 'Tent' }), refused: 'shows.0.venue' },
  {
    what: 'byline, description and poster of a show',
    season: put((s) => show(s), { byline: 'by X', description: 'Hail.', poster: { ink: '#101010', paper: '#efefef' } }),
  },
  { what: 'the id of a show', season: put((s) => show(s), { id: 'gale' }), refused: `${first}.id` },
  {
    what: 'the ids of two shows, for one another',
    season: (s) => {
      const [one, other] = [show(s), show(s, 'calm')];
      Object.assign(one, { id: 'calm' });
      Object.assign(other, { id: 'storm' });
    },
    refused: `${first}.id`,
  },
  { what: 'the order of its shows', season: (s) => void s.shows.reverse() },
  { what: 'a show goes', season: (s) => drop(s.shows, 'storm'), refused: 'shows' },
];

const seat = (change: (seat: LayoutSeat) => LayoutSeat | undefined) => (layout: PlanLayout) => ({
  ...layout,
  zones: layout.zones.map((zone) => ({
    ...zone,
    rows: zone.rows.map((row) => ({ ...row, seats: row.seats.flatMap((one) => change(one) ?? []) })),
  })),
});
const zone = (id: string, more: (zone: LayoutZone) => Partial<LayoutZone>) => (layout: PlanLayout) => ({
  ...layout,
  zones: layout.zones.map((one) => (one.zone_id === id ? { ...one, ...more(one) } : one)),
});
const only = (id: string, more: Partial<LayoutSeat>) =>
  seat((one) => (one.seat_guid === id ? { ...one, ...more } : one));

const plans: readonly (Pick<Edit, 'what'> & Required<Pick<Edit, 'plan'>>)[] = [
  { what: 'a seat goes', plan: seat((one) => (one.seat_guid === 'Stalls-A-7' ? undefined : one)) },
  {
    what: 'a seat comes',
    plan: (layout) => ({ ...layout, zones: [...layout.zones, zoneOf('Box', { position: { x: 400, y: 200 } })] }),
  },
  { what: 'another number of a seat', plan: only('Stalls-A-1', { seat_number: '101' }) },
  { what: 'another id of a seat', plan: only('Stalls-A-1', { seat_guid: 'Stalls-A-101' }) },
  { what: 'another category of a seat', plan: only('Stalls-A-2', { category: 'Circle' }) },
  { what: 'a wheelchair place for everybody', plan: only('Stalls-B-7', { stampede: {} }) },
  {
    what: 'rows in another order',
    plan: zone('Stalls', ({ rows }) => ({
      rows: [...rows].reverse().map((row, at) => ({ ...row, position: { x: 0, y: at * 30 } })),
    })),
  },
  {
    what: 'another name of a row',
    plan: zone('Circle', ({ rows }) => ({ rows: rows.map((row) => ({ ...row, row_number: 'AA' })) })),
  },
  { what: 'another name of a block', plan: zone('Stalls', () => ({ name: 'Parterre' })) },
  { what: 'another id of a block', plan: zone('Circle', () => ({ zone_id: 'balcony', name: 'Balcony' })) },
  {
    what: 'another colour',
    plan: (layout) => ({ ...layout, categories: layout.categories.map((one) => ({ ...one, color: '#000000' })) }),
  },
  { what: 'another name of the hall in the plan', plan: (layout) => ({ ...layout, name: 'New Playhouse' }) },
];

const asFile = (layout: PlanLayout) => JSON.parse(JSON.stringify(layout, null, 4)) as PlanLayout;
const ofPlans: readonly Edit[] = [
  ...plans.map(({ what, plan }) => ({ what: `plan: ${what}`, plan, refused: `${first}.plan` })),
  ...plans.map(({ what, plan }) => ({
    what: `plan of houses that are shut: ${what}`,
    plan,
    onlyIn: ['storm-3', 'calm-2'],
  })),
  {
    what: 'plan: the file has other bytes and says the same',
    plan: (layout) => {
      const { name, ...rest } = asFile(layout);
      return { ...rest, name };
    },
  },
  {
    what: 'plan: a colour in other letters',
    plan: (layout) => ({
      ...layout,
      categories: layout.categories.map((one) => ({ ...one, color: one.color?.toUpperCase() ?? '' })),
    }),
  },
  {
    what: 'plan: a category is renamed',
    plan: (layout) =>
      seat((one) => ({ ...one, category: one.category === 'Circle' ? 'Balcony' : one.category }))({
        ...layout,
        categories: layout.categories.map((one) => ({ ...one, name: one.name === 'Circle' ? 'Balcony' : one.name })),
      }),
    season: (s) => {
      for (const { performances } of s.shows)
        for (const one of performances) one.prices = { stalls: 5000, balcony: 3000 };
    },
    refused: `${first}.plan`,
  },
];

const ofPerformances: readonly Edit[] = [
  { what: 'its day', season: storm1({ startsAt: Date.UTC(2027, 5, 25, 18, 30) }), refused: `${first}.startsAt` },
  {
    what: 'its time, by a second',
    season: storm1({ startsAt: Date.UTC(2027, 5, 24, 18, 30, 1) }),
    refused: `${first}.startsAt`,
  },
  { what: 'a hall of its own', season: storm1({ venue: 'Tent' }), refused: `${first}.venue` },
  { what: 'the hall of the show, said again', season: storm1({ venue: 'Playhouse' }) },
  { what: 'its note', season: storm1({ note: 'Signed' }), refused: `${first}.note` },
  { what: 'a note where there was none', season: put((s) => performance(s, 'storm-2'), { note: 'Signed' }) },
  {
    what: 'a seat more for a partner',
    season: storm1({ allocations: [{ partner: 'bank', seats: ['Stalls-A-7', 'Stalls-A-8'] }] }),
    refused: `${first}.allocations`,
  },
  {
    what: 'a seat that was sold, for a partner',
    season: storm1({ allocations: [{ partner: 'bank', seats: ['Stalls-A-1', 'Stalls-A-8'] }] }),
    refused: `${first}.allocations`,
  },
  { what: 'no seat for a partner', season: storm1({ allocations: [] }), refused: `${first}.allocations` },
  {
    what: 'a seat of a partner, by its name',
    season: storm1({ allocations: [{ partner: 'bank', seats: ['stalls row a seat 8'] }] }),
  },
  { what: 'another partner', season: storm1({ allocations: [{ partner: 'brewery', seats: ['Stalls-A-8'] }] }) },
  {
    what: 'a seat for a partner that the plan lacks',
    season: storm1({ allocations: [{ partner: 'bank', seats: ['Stalls-Z-8'] }] }),
    refused: `${first}.allocations.0.seats.0`,
  },
  {
    what: 'a higher price',
    season: storm1({ prices: { stalls: 5001, circle: 3000 } }),
    refused: `${first}.prices.stalls`,
  },
  { what: 'a lower price', season: storm1({ prices: { stalls: 5000, circle: 1 } }), refused: `${first}.prices.circle` },
  { what: 'no price', season: storm1({ prices: { stalls: 5000 } }), refused: `${first}.prices.circle` },
  {
    what: 'a price of a category that the plan lacks',
    season: storm1({ prices: { stalls: 5000, circle: 3000, boxes: 1 } }),
    refused: `${first}.prices.boxes`,
  },
  {
    what: 'a price before its doors',
    season: put((s) => performance(s, 'calm-1'), { prices: { stalls: 7000, circle: 100 } }),
  },
  { what: 'one on-sale less', season: storm1({ onSales: ['friends'] }), refused: `${first}.onSales` },
  {
    what: 'one on-sale more',
    season: storm1({ onSales: ['friends', 'public', 'later'] }),
    refused: `${first}.onSales`,
  },
  { what: 'its on-sales in another order', season: storm1({ onSales: ['public', 'friends'] }) },
  {
    what: 'a reduction that holds here no longer',
    season: storm1({ concessions: [] }),
    refused: `${first}.concessions`,
  },
  { what: 'its id', season: storm1({ id: 'storm-one' }), refused: 'shows' },
  {
    what: 'the ids of two performances, for one another',
    season: (s) => {
      const [one, other] = [performance(s), performance(s, 'storm-2')];
      Object.assign(one, { id: 'storm-2' });
      Object.assign(other, { id: 'storm-1' });
    },
    refused: `${first}.startsAt`,
  },
  { what: 'it goes', season: (s) => drop(show(s).performances, 'storm-1'), refused: 'shows' },
  {
    what: 'it is there twice',
    season: (s) => void show(s).performances.push({ ...performance(s) }),
    refused: 'shows.0.performances.3.id',
  },
  {
    what: 'it is there twice, under two ids',
    season: (s) => void show(s).performances.push({ ...performance(s), id: 'storm-4' }),
    refused: 'shows.0.performances.3.startsAt',
  },
  {
    what: 'it is in another show',
    season: (s) => {
      show(s, 'calm').performances.push(performance(s));
      drop(show(s).performances, 'storm-1');
    },
    refused: 'shows.1.performances.2.id',
  },
  {
    what: 'one more',
    season: (s) =>
      void show(s).performances.push({
        ...performance(s, 'storm-2'),
        id: 'storm-4',
        startsAt: performance(s, 'storm-2').startsAt + 5 * hour,
      }),
  },
  {
    what: 'all of one whose house is shut',
    season: put((s) => performance(s, 'storm-3'), {
      startsAt: Date.UTC(2027, 6, 1, 18),
      prices: { stalls: 1, circle: 2 },
      onSales: ['public'],
      note: 'New',
      venue: 'Tent',
    }),
  },
  { what: 'one whose house is shut goes', season: (s) => drop(show(s).performances, 'storm-3') },
  {
    what: 'one whose house is shut is in another show',
    season: (s) => {
      show(s, 'calm').performances.push(performance(s, 'storm-3'));
      drop(show(s).performances, 'storm-3');
    },
  },
  {
    what: 'one begins before its doors',
    season: put((s) => performance(s, 'calm-2'), { startsAt: Date.UTC(2026, 5, 24, 18) }),
    refused: 'shows.1.performances.1.startsAt',
  },
];

const ofOnSales: readonly Edit[] = [
  { what: 'the name of a line', season: friends({ title: 'Members' }), refused: 'onSales.0.title' },
  { what: 'who may come, in words', season: friends({ audienceName: 'Friends and family' }) },
  { what: 'earlier doors', season: friends({ opensAt: Date.UTC(2027, 4, 1, 8) }), refused: 'onSales.0.opensAt' },
  {
    what: 'earlier doors of a lobby',
    season: put((s) => onSale(s, 'public'), { opensAt: Date.UTC(2027, 4, 3, 9) }),
    refused: 'onSales.1.opensAt',
  },
  {
    what: 'later doors of a lobby',
    season: put((s) => onSale(s, 'public'), { opensAt: Date.UTC(2027, 4, 3, 11) }),
    refused: 'onSales.1.opensAt',
  },
  { what: 'an earlier end', season: friends({ closesAt: Date.UTC(2027, 4, 2, 9, 1) }), refused: 'onSales.0.closesAt' },
  { what: 'a later end', season: friends({ closesAt: Date.UTC(2027, 4, 9, 9) }), refused: 'onSales.0.closesAt' },
  { what: 'another entry', season: friends({ entry: 'open', roster: undefined }), refused: 'onSales.0.entry' },
  {
    what: 'another name of a tier',
    season: friends({ tier: { id: 'patrons', name: 'Sponsors' } }),
    refused: 'onSales.0.tier',
  },
  { what: 'no tiers', season: friends({ tier: undefined, later: undefined }), refused: 'onSales.0.later' },
  { what: 'fewer seats a fan', season: friends({ seatsPerFan: 2 }), refused: 'onSales.0.seatsPerFan' },
  {
    what: 'more seats a fan, before the doors',
    season: put((s) => onSale(s, 'public'), { seatsPerFan: 7 }),
    refused: 'onSales.1.seatsPerFan',
  },
  {
    what: 'more wheelchair places a fan',
    season: put((s) => onSale(s, 'public'), { wheelchairPerFan: 3 }),
    refused: 'onSales.1.wheelchairPerFan',
  },
  { what: 'shorter holds', season: friends({ holdMinutes: 1 }), refused: 'onSales.0.holdMinutes' },
  {
    what: 'fewer asks',
    season: friends({ asks: { burst: 5, perMinute: 5, undecided: 2 } }),
    refused: 'onSales.0.asks',
  },
  { what: 'a shorter right to give back', season: friends({ returnHours: 72 }), refused: 'onSales.0.returnHours' },
  { what: 'a longer right to give back', season: friends({ returnHours: 2 }) },
  {
    what: 'people, roster and dials of a line',
    season: friends({
      audience: 7,
      roster: 'others',
      dials: { shopping: 1, perMinute: 1, paused: true, passMinutes: 5, claimMinutes: 5 },
    }),
  },
  {
    what: 'an on-sale goes',
    season: (s) => {
      drop(s.onSales, 'friends');
      for (const { performances } of s.shows) for (const one of performances) one.onSales = ['public'];
    },
    refused: 'onSales',
  },
  {
    what: 'another id of an on-sale',
    season: (s) => {
      Object.assign(onSale(s), { id: 'members' });
      for (const { performances } of s.shows)
        for (const one of performances) one.onSales = one.onSales.map((id) => (id === 'friends' ? 'members' : id));
    },
    refused: 'onSales',
  },
  {
    what: 'two on-sales become one',
    season: (s) => {
      Object.assign(onSale(s), { closesAt: onSale(s, 'public').closesAt });
      drop(s.onSales, 'public');
      for (const { performances } of s.shows)
        for (const one of performances) one.onSales = one.onSales.includes('later') ? ['later'] : ['friends'];
    },
    refused: 'onSales',
  },
  {
    what: 'all of one whose line is not open',
    season: put((s) => onSale(s, 'later'), {
      title: 'Soon',
      opensAt: Date.UTC(2027, 4, 2),
      seatsPerFan: 1,
      entry: 'email',
      holdMinutes: 3,
    }),
  },
  {
    what: 'one whose line is not open goes',
    season: (s) => {
      drop(s.onSales, 'later');
      performance(s, 'calm-2').onSales = ['public'];
    },
  },
  { what: 'one more', season: (s) => void s.onSales.push({ ...onSale(s, 'later'), id: 'returns' }) },
  { what: 'on-sales in another order', season: (s) => void s.onSales.reverse() },
];

export const edits: readonly (readonly [string, readonly Edit[]])[] = [
  ['the season', ofSeason],
  ['a show', ofShows],
  ['a plan', ofPlans],
  ['a performance', ofPerformances],
  ['an on-sale', ofOnSales],
];

export const editedHall = ({ plan = (layout) => layout }: Edit): PlanLayout => plan(hall());
