import { expect, test } from '@jest/globals';
import type { ShowDraft } from '../../../../contracts/catalogue.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { performance } from './edits.ts';
import { doors, openSeason, season } from './season-on-sale.ts';

test('five hundred performances are added to a season on sale, and their houses are opened fifty at a time', async () => {
  const open = await openSeason();
  const draft = season(open.plan.id);
  const performances = Array.from({ length: 500 }, (_, nth) => ({
    ...performance(draft, 'calm-2'),
    id: `hail-${nth + 1}`,
    startsAt: doors + 80 * 86_400_000 + nth * 3_600_000,
  }));
  draft.shows.push({ ...(draft.shows[1] as ShowDraft), id: 'hail', title: 'Hail', performances });
  expect(await open.publish(draft)).toMatchObject({ ok: true, performances: 505 });
  for (let from = 0; from < 500; from += 50)
    await open.stage.operators.openHouses(performances.slice(from, from + 50).map(({ id }) => id));
  expect(await contradictionsIn(open)).toEqual([]);
  expect(await open.publish(draft)).toMatchObject({ ok: true });
  performances.splice(250, 1);
  expect(await open.publish(draft)).toMatchObject({ ok: false, errors: [{ field: 'shows' }] });
});
