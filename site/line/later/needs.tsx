import type { Need } from '../../../contracts/line-requests.ts';
import { lineWords } from '../../../words/en/line.ts';
import { laterWords } from '../../../words/en/line-later.ts';

const all: readonly Need[] = ['wheelchair', 'companion', 'more-time'];

/** Asked once, with the join, of whoever said that there is something. */
export function needs() {
  return (
    <fieldset class="ways">
      <legend>{lineWords.needsAsk}</legend>
      {all.map((need) => (
        <label>
          <input type="checkbox" name="needs" value={need} />
          <span>{laterWords.needs[need]}</span>
        </label>
      ))}
      <p class="hint">{laterWords.needsDetail}</p>
    </fieldset>
  );
}
