import type { Need } from '../../contracts/line-requests.ts';
import type { HallState } from './hall-state.ts';

/**
 * The needs that a fan named at the join, in the form that finds seats. A wheelchair place is chosen beforehand, for
 * two if somebody comes along, and can be unchosen. The platform asks for a wheelchair place of its own accord where a
 * wish says nothing, so a wish of such a fan always says which.
 */
export function chosenFor(needs: readonly Need[]): Partial<Pick<HallState, 'access' | 'party'>> {
  return needs.includes('wheelchair') ? { access: true, party: needs.includes('companion') ? 2 : 1 } : {};
}

export function accessFor(needs: readonly Need[], chosen: boolean): { readonly access?: 'wheelchair' | 'none' } {
  if (chosen) return { access: 'wheelchair' };
  return needs.includes('wheelchair') ? { access: 'none' } : {};
}
