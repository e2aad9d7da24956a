import { laterWords } from '../../../words/en/line-later.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** Leaving is asked twice, on the page itself. */
export function leaving({ actTrouble, busy }: LineState, acts: LaterActs) {
  return (
    <fieldset class="leave-sure">
      <legend>{laterWords.leaveSure}</legend>
      {actTrouble && <TroubleNotice trouble={actTrouble} />}
      <button type="button" class="button button-quiet" onClick={acts.stay}>
        {laterWords.leaveNo}
      </button>
      <button type="button" class="button button-quiet" onClick={acts.leave} aria-disabled={busy === 'leave'}>
        {laterWords.leaveYes}
      </button>
    </fieldset>
  );
}
