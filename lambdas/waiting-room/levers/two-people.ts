import { type TwoPeopleAct, twoPeopleActs } from '../../../contracts/levers.ts';

/** The content of `TWO_PEOPLE`: levers that need two people, with a comma between, or `none`. */
export function twoPeopleIn(text: string): readonly TwoPeopleAct[] {
  const named = text.split(',');
  return twoPeopleActs.filter((act) => named.includes(act));
}
