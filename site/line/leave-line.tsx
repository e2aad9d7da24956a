import { TroubleNotice } from '../elements/notice.tsx';
import { lineWords } from '../words/line.ts';
import type { LineState } from './line-state.ts';

/** Leaving is asked twice, on the page itself. */
export function LeaveLine(props: {
  readonly state: LineState;
  /** A fan with a pass gives that back instead. */
  readonly finish?: boolean;
  readonly onLeave: () => void;
  readonly onAskLeave: (asks: boolean) => void;
}) {
  const { state, finish, onLeave, onAskLeave } = props;
  if (!state.asksToLeave) {
    return (
      <p class="leave">
        <button type="button" class="link" onClick={() => (finish ? onLeave() : onAskLeave(true))}>
          {finish ? lineWords.finish : lineWords.leave}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="leave leave-sure">
      <legend>{lineWords.leaveSure}</legend>
      {state.leaveTrouble && <TroubleNotice trouble={state.leaveTrouble} />}
      <button type="button" class="button button-quiet" onClick={() => onAskLeave(false)}>
        {lineWords.leaveNo}
      </button>
      <button type="button" class="button button-quiet" onClick={onLeave} aria-disabled={state.busy === 'leave'}>
        {lineWords.leaveYes}
      </button>
    </fieldset>
  );
}
