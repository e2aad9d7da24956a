import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../../../contracts/catalogue.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { type Edit, editedHall, edits } from './edits.ts';
import { planOf, type SeasonOnSale, season, seasonOnSale } from './season-on-sale.ts';

/*
 * A season is edited while its houses are open, a line is live and orders are unfinished: each edit is refused by the
 * name of its field, or published and right. All that says something of the season is compared before and after.
 */

let open: SeasonOnSale;
let files: ReadonlyMap<string, unknown>;
const basket = () => open.others.passOf('dan', 'friends');
const contradictions = () => contradictionsIn(open, [basket()]);

beforeAll(async () => {
  open = await seasonOnSale();
  files = new Map(open.stage.platform.files);
});

/** A publication writes files and nothing else. */
beforeEach(() => {
  const { files: now } = open.stage.platform;
  now.clear();
  for (const [path, file] of files) now.set(path, file);
});

function edited(edit: Edit): SeasonDraft {
  const draft = season(open.plan.id);
  const { id } = planOf(editedHall(edit));
  for (const { performances } of draft.shows)
    for (const one of performances) if (edit.onlyIn?.includes(one.id) ?? true) one.plan = id;
  edit.season?.(draft);
  return draft;
}

test('before any edit, nothing contradicts anything', async () => {
  expect(await contradictions()).toEqual([]);
});

describe.each(edits)('%s', (_of, all) => {
  test.each(all)('$what', async (edit) => {
    const written = () =>
      JSON.stringify([...open.stage.platform.files].filter(([path]) => !/publishing|\/plans\//.test(path)));
    const before = written();
    const answer = await open.publish(edited(edit), planOf(editedHall(edit)));
    if (edit.refused === undefined) expect(answer).toMatchObject({ ok: true });
    else {
      expect(answer.ok ? 'it was published' : answer.errors.map(({ field }) => field)).toContain(edit.refused);
      const said = answer.ok ? [] : answer.errors.filter(({ field }) => field === edit.refused);
      // It says what may be done instead.
      for (const { message } of said) expect(message).toMatch(/leave|write|price|another id|it has|give|id of/i);
      expect(written()).toBe(before);
    }
    expect(await contradictions()).toEqual([]);
  });
});
