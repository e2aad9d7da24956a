import { type TwoPeopleAct, twoPeopleActs } from '../../../contracts/levers.ts';
import { failOver } from '../../../contracts/switch.ts';

/** The content of `TWO_PEOPLE`: acts that need two people, with a comma between, or `none`. Those of a line. */
export function twoPeopleIn(text: string): readonly TwoPeopleAct[] {
  return twoPeopleActs.filter((act) => isNamed(text, act));
}

/** Whether turning the switch needs two. */
export const failOverOfTwo = (text: string): boolean => isNamed(text, failOver);

const isNamed = (text: string, act: string) => text.split(',').includes(act);
