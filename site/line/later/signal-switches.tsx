import { laterWords } from '../../../words/en/line-later.ts';
import type { Signals } from '../../kept.store.ts';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

const all: readonly (keyof Signals)[] = ['notify', 'sound', 'vibrate'];

/** A switch for each signal; a refusal by the browser is explained. */
export function signalSwitches({ signals, refusedSignal }: LineState, acts: LaterActs) {
  return (
    <fieldset class="card signals">
      <legend class="unseen">{laterWords.signals}</legend>
      <p>
        <b>{laterWords.signals}</b>
      </p>
      {all.map((kind) => (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={signals[kind] === true}
          onClick={() => acts.switchSignal(kind)}
        >
          {laterWords.signal[kind]}
        </button>
      ))}
      <p class={refusedSignal ? 'field-error' : 'hint'} role="status">
        {refusedSignal ? laterWords.refused[refusedSignal] : laterWords.signalsDetail}
      </p>
    </fieldset>
  );
}
