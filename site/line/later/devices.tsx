import { TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** The devices that hold the place, which the fan asked for; nothing until they are known. */
export function devices(state: LineState, acts: LaterActs) {
  const { deviceList, actTrouble } = state;
  return deviceList?.(state, acts) ?? (actTrouble ? <TroubleNotice trouble={actTrouble} /> : null);
}
