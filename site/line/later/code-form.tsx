import type { Joined, TakeOverRequest } from '../../../contracts/line-requests.ts';
import { codeWords as words } from '../../../words/en/line-code.ts';
import { fieldMessage } from '../../api.ts';
import { browser, newKey } from '../../browser.gateway.ts';
import { Field, valuesOf } from '../../elements/field.tsx';
import { bringToNews } from '../../elements/news.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import { visitor } from '../../kept.store.ts';
import type { LaterDeps } from '../later-deps.ts';
import { act } from '../line-api.ts';
import type { LineState } from '../line-state.ts';

/**
 * For a fan whose device broke: the code that the box office said on the telephone brings the place here. Loaded when it is
 * asked for.
 */
export function codeForm(state: LineState, deps: LaterDeps) {
  const { busy, codeTrouble } = state;
  const wrong = fieldMessage(codeTrouble, 'body.code');
  return (
    <form
      class="card join"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        void takeOver(deps, valuesOf(submit.currentTarget as HTMLFormElement).code ?? '');
      }}
    >
      <h2>{words.title}</h2>
      {codeTrouble && wrong === undefined && <TroubleNotice trouble={codeTrouble} />}
      <p>{words.detail}</p>
      <Field
        label={words.label}
        hint={words.hint}
        name="code"
        error={wrong}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={32}
      />
      <button type="submit" class="button" aria-disabled={busy !== undefined}>
        {busy === 'code' ? words.taking : words.take}
      </button>
    </form>
  );
}

/** An answer that was lost is asked for again: the same browser gets the same place for the same code. */
async function takeOver({ page, onSale, turn, keepPlace, wake }: LaterDeps, code: string): Promise<void> {
  if (page.state().busy) return;
  page.turn({ busy: 'code', codeTrouble: undefined });
  const body: TakeOverRequest = { code, device: visitor(newKey) };
  const answer = await act<Joined>(browser, onSale, 'handover', { body });
  page.turn({ busy: undefined, codeTrouble: answer.ok ? undefined : answer.trouble });
  if (!answer.ok) return bringToNews();
  turn({ left: false, joinTrouble: undefined });
  keepPlace(answer.body);
  wake();
}
