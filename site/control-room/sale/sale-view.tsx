import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords as words } from '../../../words/en/control-room-sale.ts';
import { shortMoment, timeOfDay } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import type { Outlook } from './effects.ts';
import { HandPanel } from './hand-view.tsx';
import { OnlyOne, PerformanceTable } from './performance-table.tsx';
import { LimitLever, MethodsLever, PlannedReleases, SellingLever } from './resting-levers.tsx';
import type { SaleDesk, SaleState } from './sale.ts';

/** The levers of the sale: what stands, the lever in hand with its effect, and who turned what lately. */
export function SalePart({
  state,
  desk,
  outlook,
}: {
  readonly state: SaleState;
  readonly desk: SaleDesk;
  readonly outlook: Outlook;
}) {
  const { sale, trouble, done, hand } = state;
  if (!sale && trouble)
    return (
      <StaffTrouble trouble={trouble}>
        <Again desk={desk} />
      </StaffTrouble>
    );
  if (!sale)
    return (
      <p class="waiting-for-data" aria-busy="true">
        <span class="unseen">{words.reading}</span>
      </p>
    );
  return (
    <div class="sale">
      <p class="lead">{words.lead}</p>
      {trouble && (
        <Notice title={words.stale} tone="trouble" role="status">
          <Again desk={desk} />
        </Notice>
      )}
      {done && <Notice title={done} tone="good" role="status" />}
      {hand && <HandPanel state={state} sale={sale} hand={hand} desk={desk} outlook={outlook} />}
      <div class="sale-levers">
        <LimitLever sale={sale} state={state} desk={desk} />
        <MethodsLever sale={sale} state={state} desk={desk} />
        <PlannedReleases sale={sale} state={state} desk={desk} />
      </div>
      <section class="card" aria-labelledby="sale-performances">
        <h2 id="sale-performances">{words.performances}</h2>
        {sale.performances.length === 0 ? (
          <Notice title={words.none}>
            <p>{words.noneDetail}</p>
          </Notice>
        ) : (
          <>
            <div class="sale-tools">
              <OnlyOne state={state} sale={sale} desk={desk} />
              <SellingLever state={state} desk={desk} />
            </div>
            <p class="hint">{countedAt(sale)}</p>
            <PerformanceTable state={state} sale={sale} desk={desk} />
          </>
        )}
      </section>
      <Turns sale={sale} />
    </div>
  );
}

function countedAt({ countedAt: at, performances }: SaleLeversShown): string {
  const [{ timeZone } = { timeZone: 'UTC' }] = performances;
  return at === undefined ? words.notCounted : words.countedAt(timeOfDay(at, timeZone));
}

function Again({ desk }: { readonly desk: SaleDesk }) {
  return (
    <button type="button" class="button" onClick={desk.look}>
      {words.refresh}
    </button>
  );
}

function Turns({ sale: { turns, performances } }: { readonly sale: SaleLeversShown }) {
  const timeZone = performances[0]?.timeZone ?? 'UTC';
  return (
    <section class="card" aria-labelledby="sale-turns">
      <h2 id="sale-turns">{words.turns}</h2>
      {turns.length === 0 ? (
        <p>{words.noTurns}</p>
      ) : (
        <ol class="sale-turns">
          {turns.map(({ act, by, reason, turnedAt }) => (
            <li key={`${turnedAt} ${by} ${act}`}>
              <time dateTime={new Date(turnedAt).toISOString()}>{shortMoment(turnedAt, timeZone)}</time>{' '}
              {words.movedBy(isolated(by), words.act[act] ?? act, isolated(reason))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
