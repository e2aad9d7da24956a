import type { Plan, PlanSeat, PlanSection } from '../../../contracts/plan.ts';
import type { Mark } from './paint-marks.ts';

/** All that the plan is shown with, as a picture and as a list of seats, and all that it tells. */
export interface PlanProps {
  readonly plan: Plan;
  readonly taken: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  readonly picks: readonly string[];
  /** All else that is to be seen of a seat: mine and picked are among them. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Seats to bring into view; another array brings them again. */
  readonly attend: readonly string[];
  /** A price band that stands out from the others. */
  readonly category: string | undefined;
  readonly describe: (section: PlanSection, row: string, seat: PlanSeat) => string;
  readonly describeSection: (section: PlanSection) => string;
  readonly onSeat: (seat: PlanSeat) => void;
  readonly onStanding: (section: PlanSection) => void;
}

/** Whether what the plan shows of seats has changed. A page is drawn anew every second for its clocks alone. */
export function showsOther(before: PlanProps, next: PlanProps): boolean {
  return (
    next.plan !== before.plan ||
    next.taken !== before.taken ||
    next.mine !== before.mine ||
    next.picks !== before.picks ||
    next.marks !== before.marks ||
    next.attend !== before.attend ||
    next.category !== before.category
  );
}
