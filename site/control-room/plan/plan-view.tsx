import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import type { PlanItem } from '../../../contracts/run-up.ts';
import {
  type DatedItem,
  type DoorsOfPlan,
  datedPlan,
  dayAt,
  dayNumber,
  type ItemState,
  noonOf,
} from '../../../rules/run-up/plan-days.ts';
import { runUpWords as words } from '../../../words/en/control-room-plan.ts';
import { longMoment, shortDate } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { newKey } from '../../browser.gateway.ts';
import { valuesOf } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { mayNow, type WhoIsIn } from '../../sign-in/signed-in.ts';
import { FreezeView } from './freeze-view.tsx';
import { ItemForm } from './item-form.tsx';
import { ImportFile, RunUpNotices } from './notices.tsx';
import { itemWished, ticked } from './plan-form.ts';
import type { RunUpActs, RunUpState } from './run-up.ts';

export interface RunUpProps {
  readonly runUp: RunUpState;
  readonly acts: RunUpActs;
  readonly who: WhoIsIn;
  readonly onSale: PublishedOnSale;
  readonly timeZone: string;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
}

const states: readonly ItemState[] = ['late', 'today', 'ahead', 'done'];

/** The weeks before an on-sale: what is late first. */
export function PlanView(props: RunUpProps) {
  const { runUp, acts, who, onSale, timeZone, now } = props;
  const { shown, busy, form } = runUp;
  const doors: DoorsOfPlan = { opensAt: onSale.opensAt, timeZone };
  const mayKeep = mayNow(who, 'keep-plan');
  if (!shown)
    return (
      <>
        <RunUpNotices runUp={runUp} />
        {busy ? <p class="waiting-for-data" aria-busy="true" /> : <ReadAgain {...props} />}
      </>
    );
  const dated = datedPlan(shown.runUp.plan, doors, now);
  const of = (state: ItemState) => dated.filter((row) => row.state === state);
  const [late, today, ahead, done] = states.map((state) => of(state).length) as [number, number, number, number];
  return (
    <section class="run-up" aria-labelledby="run-up-title" aria-busy={busy}>
      <div class="run-up-head">
        <h2 id="run-up-title" tabIndex={-1}>
          {words.title}
        </h2>
        <p class="run-up-doors">
          {words.doors(longMoment(onSale.opensAt, timeZone))}, <b>{words.doorsIn(untilDoors(doors, now))}</b>
        </p>
      </div>
      <RunUpNotices runUp={runUp} />
      <FreezeView {...props} shown={shown} />
      {dated.length === 0 ? (
        <Notice title={words.empty}>
          <p>{mayKeep ? words.emptyDetail : words.emptyReadOnly}</p>
        </Notice>
      ) : (
        <p class="run-up-sum" role="status">
          {words.sum(late, today, ahead, done)}
        </p>
      )}
      {states.map((state) => {
        const rows = of(state);
        if (rows.length === 0) return null;
        return (
          <section key={state} class={`run-up-part run-up-${state}`} aria-labelledby={`rows-${state}`}>
            <h3 id={`rows-${state}`}>
              {words.states[state]} <small>{rows.length}</small>
            </h3>
            <ul>
              {rows.map((row) => (
                <Row key={row.item.id} row={row} {...props} />
              ))}
            </ul>
          </section>
        );
      })}
      {mayKeep && (
        <div class="run-up-tools">
          {form?.of === 'item' && !form.item ? (
            <ItemForm runUp={runUp} acts={acts} onSave={(save) => saved(save, undefined, acts)} />
          ) : (
            <p>
              <button type="button" class="button button-quiet" onClick={() => acts.open({ of: 'item' })}>
                {words.add}
              </button>
            </p>
          )}
          <ImportFile
            name="import-plan"
            label={words.importPlan}
            hint={words.importHint}
            busy={busy}
            onFile={(file) => acts.importFile('plan', file)}
          />
        </div>
      )}
    </section>
  );
}

export function ReadAgain({ runUp, acts }: Pick<RunUpProps, 'runUp' | 'acts'>) {
  return (
    <p>
      <button type="button" class="button" onClick={() => void acts.look(runUp.onSale)}>
        {words.readAgain}
      </button>
    </p>
  );
}

const untilDoors = ({ opensAt, timeZone }: DoorsOfPlan, now: number) =>
  dayNumber(dayAt(opensAt, timeZone)) - dayNumber(dayAt(now, timeZone));

function saved(form: HTMLFormElement, standing: PlanItem | undefined, acts: RunUpActs): void {
  const wish = itemWished(valuesOf(form), standing, newKey);
  if (wish.ok) acts.act(wish.act);
  else acts.wrong(wish.wrong);
}

function Row({ row, runUp, acts, who, timeZone }: RunUpProps & { readonly row: DatedItem }) {
  const { item, date, inDays, state } = row;
  const { id, action, owner, done } = item;
  const mayKeep = mayNow(who, 'keep-plan');
  const { form } = runUp;
  // As it was when its form was opened: that is what somebody changes, whatever came since.
  const opened = form?.of === 'item' && form.item?.id === id ? form.item : undefined;
  const isOpen = opened !== undefined;
  return (
    <li class="run-up-row">
      {mayKeep && (
        <input
          type="checkbox"
          checked={done}
          disabled={runUp.busy}
          aria-label={words.isDone(isolated(action))}
          onChange={(change) => acts.act(ticked(item, change.currentTarget.checked))}
        />
      )}
      <p class="run-up-date">
        {shortDate(noonOf(date, timeZone), timeZone)} <small>{words.inDays(inDays, state)}</small>
      </p>
      <p class="run-up-action" dir="auto">
        {action}
      </p>
      <p class="run-up-owner" dir="auto">
        {owner || words.nobody}
      </p>
      {mayKeep && (
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen}
          aria-label={words.changeOne(isolated(action))}
          onClick={() => acts.open(isOpen ? undefined : { of: 'item', item })}
        >
          {words.change}
        </button>
      )}
      {opened && <ItemForm runUp={runUp} acts={acts} item={opened} onSave={(typed) => saved(typed, opened, acts)} />}
    </li>
  );
}
