import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { slug } from '../../../contracts/ids.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { slugOf } from '../../../lambdas/catalogue/slug.ts';
import fc from '../../properties.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';

/* Ids from names: of every script, the same for ever, and not the same for two names. */

const id = (name: string) => slugOf(name, 'section');

describe('a name as an id', () => {
  test.each([
    ['Stalls', 'stalls'],
    ['Élysée (2)', 'elysee-2'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Øvre etage', 'ovre-etage'],
    ['①', '1'],
    ['—', ''],
  ])('%s is %s', (name, said) => expect(id(name)).toBe(said));

  test.each(['Партер', '楽屋', '一階席', 'المسرح', 'Ложа 1', 'A席', 'रंगमंच', '𠮷野'])('%s has one', (name) => {
    expect(slug.safeParse(id(name)).success).toBe(true);
    expect(id(name)).toBe(id(name));
  });

  test('says what is left of the name, else what it names', () => {
    expect(id('Партер')).toMatch(/^section-[0-9a-f]{8}$/);
    expect(id('Ложа 1')).toMatch(/^1-[0-9a-f]{8}$/);
    expect(id(`${'long '.repeat(20)}Ж`)).toHaveLength(63);
  });

  test('is another for another name, also where the Latin rest is the same', () => {
    const names = [
      'Партер',
      'Балкон',
      'Партер 1',
      'Балкон 1',
      '1',
      'A席',
      'B席',
      'A',
      '楽屋',
      '楽屋口',
      'Ложа А',
      'Ложа A',
    ];
    expect(new Set(names.map(id)).size).toBe(names.length);
  });

  test('is the same in capitals', () => expect(id('ПАРТЕР')).toBe(id('партер')));

  test('is an id, or empty for a name without a letter or a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
        const made = id(name);
        if (/[\p{L}\p{N}]/u.test(name.normalize('NFKD').replace(/\p{Mark}/gu, ''))) expect(made).not.toBe('');
        if (made !== '') expect(slug.safeParse(made).success).toBe(true);
      }),
    );
  });
});

describe('a plan without a Latin letter', () => {
  const given = JSON.parse(readFileSync(new URL('./plan-names-without-latin.json', import.meta.url), 'utf8'));
  const read = readPlan(given);

  test('has sections and categories of its own, under the names that people see', () => {
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const { id: planId, sections, categories } = read.plan;
    expect(slug.safeParse(planId).success).toBe(true);
    expect(sections.map(({ name }) => name)).toEqual(['Партер', 'Балкон']);
    expect(new Set(sections.map((section) => section.id)).size).toBe(2);
    expect(categories.map(({ name }) => name)).toEqual(['Партер', 'Stalls']);
    expect(categories[1]?.id).toBe('stalls');
    expect(sections[0]?.rows[0]?.label).toBe('А');
  });

  test('is the same plan each time', () => {
    const again = readPlan(given);
    expect(again).toEqual(read);
  });

  test('names its seats and neighbours as it likes', () => {
    const plan = readPlan(
      layoutOf([
        zoneOf('楽屋', { rows: [rowOf('楽屋', '一', 2, 0)], stampede: { neighbours: ['一階席'] } }),
        zoneOf('一階席', { rows: [rowOf('一階席', '一', 2, 0)] }),
      ]),
    );
    if (!plan.ok) throw new Error(JSON.stringify(plan.errors));
    const [first, second] = plan.plan.sections;
    expect(first?.neighbours).toEqual([second?.id]);
    const seats = plan.plan.sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats.map((seat) => seat.id)));
    expect(new Set(seats).size).toBe(4);
    expect(seats.every((seat) => /^[\w-]+$/.test(seat))).toBe(true);
  });
});
