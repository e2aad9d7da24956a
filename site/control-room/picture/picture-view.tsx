import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import type { Trouble } from '../../api.ts';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import { type Scopes, zoneOf } from '../../staff/scopes.ts';
import { AllTable } from './all-table.tsx';
import { Charts } from './charts-view.tsx';
import { Figures } from './figure.tsx';
import { figuresOfHouse, figuresOfLine, figuresOfOrders } from './figures-of.ts';
import type { PlatformState } from './follow-platform.ts';
import type { PictureState } from './follow-readings.ts';
import { Headline, Needs } from './headline.tsx';
import { howItGoes } from './how-it-goes.ts';
import { platformNeeds } from './platform-needs.ts';
import { Platform } from './platform-view.tsx';
import { StockTable } from './stock-table.tsx';
import { byTone, whatNeedsSomebody } from './what-needs-somebody.ts';

export interface PictureProps {
  readonly picture: PictureState | undefined;
  readonly platform: PlatformState | undefined;
  readonly onSale: string | undefined;
  readonly scopes: Scopes | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly onChoose: (onSale: string) => void;
}

/** How it goes now. */
export function Picture({ picture, platform, onSale, scopes, now, onChoose }: PictureProps) {
  const own = picture?.of === onSale ? picture : undefined;
  return (
    <div class="picture">
      <h2 class="unseen">{words.title}</h2>
      {own?.trouble && <Away trouble={own.trouble} />}
      {onSale === undefined ? (
        own?.all ? (
          <>
            <Needs needs={platformNeeds(platform?.figures, now)} />
            <AllTable all={own.all} scopes={scopes} now={now} onChoose={onChoose} />
          </>
        ) : (
          !own?.trouble && <Loading />
        )
      ) : own?.readings ? (
        <OfOne {...{ readings: own.readings, history: own.history, platform, scopes, now }} />
      ) : (
        !own?.trouble && <Loading />
      )}
      <Platform platform={platform} now={now} />
    </div>
  );
}

function OfOne({
  readings,
  history,
  platform,
  scopes,
  now,
}: Required<Pick<PictureState, 'readings' | 'history'>> & Pick<PictureProps, 'platform' | 'scopes' | 'now'>) {
  if (!readings) return null;
  const { line, house, orders } = readings;
  const timeZone = zoneOf(scopes);
  const needs = byTone([...whatNeedsSomebody(readings, now), ...platformNeeds(platform?.figures, now)]);
  return (
    <>
      <Headline goes={howItGoes(readings, history, now)} needs={needs} timeZone={timeZone} />
      <Needs needs={needs} />
      {!line && !house && !orders ? (
        <Notice title={words.nothing}>
          <p>{words.nothingDetail}</p>
        </Notice>
      ) : (
        <>
          <Figures
            title={words.figures.line}
            figures={line ? figuresOfLine(line, now) : []}
            at={line?.writtenAt}
            now={now}
          />
          <Figures
            title={words.figures.house}
            figures={house ? figuresOfHouse(house) : []}
            at={house?.countedAt}
            now={now}
          />
          <Figures
            title={words.figures.orders}
            figures={orders ? figuresOfOrders(orders) : []}
            at={orders?.countedAt}
            now={now}
          />
          {history && (
            <section>
              <h2>{words.charts.title}</h2>
              <Charts history={history} timeZone={timeZone} />
            </section>
          )}
          {house && (
            <section>
              <h2>{words.stock.title}</h2>
              <StockTable house={house} scopes={scopes} />
            </section>
          )}
        </>
      )}
    </>
  );
}

const Loading = () => (
  <p class="waiting-for-data" aria-busy="true">
    <span class="unseen">{words.loading}</span>
  </p>
);

/** A no has its own words; that nothing was heard is said once, and what stands here stays. */
function Away({ trouble }: { readonly trouble: Trouble }) {
  if (trouble.kind === 'refused' && trouble.problem.status < 500) return <StaffTrouble trouble={trouble} />;
  return (
    <Notice title={words.away} tone="trouble" role="alert">
      <p>{words.awayDetail}</p>
    </Notice>
  );
}
