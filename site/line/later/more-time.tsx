import { laterWords } from '../../../words/en/line-later.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** A longer pass, for a fan who may ask for one. */
export function moreTime({ busy, actTrouble, pass }: LineState, acts: LaterActs) {
  return (
    <>
      {actTrouble && <TroubleNotice trouble={actTrouble} />}
      <div class="centred">
        <button type="button" class="button button-quiet" onClick={acts.extend} aria-disabled={busy === 'extend'}>
          {busy === 'extend' ? laterWords.extending : laterWords.extend}
        </button>
        <p class="hint">{laterWords.extensions(pass?.extensions ?? 0)}</p>
      </div>
    </>
  );
}
