import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../contracts/plan.ts';
import type { Answer } from '../../../site/api.ts';
import { planOfHouse } from '../../../site/hall/house-plan.ts';
import { takenSeats } from '../../../site/hall/plan/taken.ts';
import { drawPlan } from '../../lambdas/seating/small-stage.ts';

const whole = drawPlan({ stalls: { rows: ['oooo', 'oooo'] } });
/** The same plan after a row was taken out of its file. */
const edited: Plan = {
  ...whole,
  id: `${whole.id}-edited`,
  sections: whole.sections.map((section) => ({ ...section, rows: section.rows.slice(1) })),
};
const answers = (plan: Plan): Answer<Plan> => ({ ok: true, body: plan, seen: undefined }) as unknown as Answer<Plan>;
const silent = { ok: false, trouble: { kind: 'unreachable' } } as unknown as Answer<Plan>;

/** The third and fourth seat of the first row, as the house keeps them. */
const house = {
  plan: whole.id,
  sections: { stalls: { free: 6, taken: Buffer.from([0b00110000]).toString('base64') } },
};

describe('the plan that a page draws', () => {
  test('is the one that the house was opened with, though another is published', async () => {
    const asked: string[] = [];
    const drawn = await planOfHouse(edited, house, async (id) => {
      asked.push(id);
      return answers(whole);
    });
    expect(asked).toEqual([whole.id]);
    expect(drawn).toBe(whole);
    const seats = whole.sections[0]?.rows[0]?.seats.map(({ id }) => id) ?? [];
    expect([...takenSeats(drawn ?? edited, house)]).toEqual(seats.slice(2));
    // On the other one the same bits are other seats: sold ones would show free, and free ones sold.
    expect([...takenSeats(edited, house)]).not.toEqual(seats.slice(2));
  });

  test('is not read again where it is drawn already', async () => {
    const never = () => Promise.reject(new Error('asked'));
    expect(await planOfHouse(whole, house, never)).toBe(whole);
  });

  test('is none while it cannot be read: nothing is drawn on another', async () => {
    expect(await planOfHouse(edited, house, async () => silent)).toBeUndefined();
  });
});
