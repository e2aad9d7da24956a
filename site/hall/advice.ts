import type { Plan } from '../../contracts/plan.ts';
import { equalSeats } from '../../rules/equal-seats.ts';
import { type Guidance, guideSeats } from '../../rules/guidance.ts';

/*
 * The page's advice on seats picked by name, by the very rules the house decides with. It names the singles they would
 * leave, and seats like those that somebody else got. Asked at every draw, so the last answer is kept.
 */

const none: Guidance = { singles: [], instead: [] };

/** Of all picks together; `instead` are whole choices, each as many as the picks. */
export const adviceOn = lastOf((plan: Plan, taken: ReadonlySet<string>, picks: readonly string[]): Guidance => {
  for (const section of plan.sections) {
    const here = picks.filter((id) => section.rows.some(({ seats }) => seats.some((seat) => seat.id === id)));
    if (here.length === 0) continue;
    const { singles, instead } = guideSeats(section, taken, here);
    if (singles.length === 0) continue;
    const elsewhere = picks.filter((id) => !here.includes(id));
    return { singles, instead: instead.map((ids) => [...elsewhere, ...ids]) };
  }
  return none;
});

/** Seats like those wished for, now that some of them are gone. */
export const equalTo = lastOf(
  (plan: Plan, taken: ReadonlySet<string>, wished: readonly string[]): readonly string[] | undefined =>
    equalSeats(plan, taken, wished),
);

function lastOf<Given extends readonly unknown[], Answer>(
  ask: (...given: Given) => Answer,
): (...given: Given) => Answer {
  let last: { readonly given: Given; readonly answer: Answer } | undefined;
  return (...given) => {
    if (!last || given.some((one, index) => one !== last?.given[index])) last = { given, answer: ask(...given) };
    return last.answer;
  };
}
