import { doorWords } from '../../words/en/door.ts';
import { timeOfDay } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { countdown } from '../../words/writing.ts';
import { theatreTime } from '../browser.gateway.ts';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import type { DevicesActs, DevicesState, ShownOffer } from './devices.ts';

/** The devices of stewards, for a supervisor: a code for one more, those that are paired, and their end. */
export function DevicesView(props: {
  readonly devices: DevicesState;
  readonly timeZone: string;
  /** The performance is so far away that a right is for trying alone. */
  readonly toPractise: boolean;
  readonly acts: DevicesActs;
}) {
  const { devices, timeZone, toPractise, acts } = props;
  const { list = [], offer, busy, trouble, sure } = devices;
  const live = list.filter(({ state }) => state !== 'ended');
  const isShown = offer && !offer.taken && theatreTime() < offer.endsAt;
  return (
    <section class="card devices" aria-labelledby="devices">
      <h2 id="devices">{doorWords.devices}</h2>
      <p class="hint">{doorWords.devicesHint(toPractise)}</p>
      {offer && <Offer offer={offer} name={list.find(({ device }) => device === offer.device)?.name} />}
      {!isShown && (
        <button type="button" class="button button-quiet" onClick={acts.offer} aria-disabled={busy}>
          {busy ? doorWords.offering : offer ? doorWords.offerAnother : doorWords.offer}
        </button>
      )}
      {trouble && <StaffTrouble trouble={trouble} />}
      {devices.list && list.length === 0 && <p>{doorWords.noDevices}</p>}
      {list.length > 0 && (
        <ul class="device-list">
          {list.map(({ device, name = doorWords.deviceUnnamed, state, changedAt }) => (
            <li key={device} class={`device device-${state}`}>
              <p>
                <b dir="auto">{name}</b>
                <small>{doorWords.deviceStates[state](timeOfDay(changedAt, timeZone))}</small>
              </p>
              {state !== 'ended' && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={doorWords.endOne(isolated(name))}
                  onClick={() => acts.end(device)}
                >
                  {doorWords.end}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {live.length > 1 &&
        (sure ? (
          <p class="devices-sure" role="alert">
            {doorWords.endAllSure}{' '}
            <button type="button" class="button" onClick={acts.endAll}>
              {doorWords.endAllYes}
            </button>
            <button type="button" class="button button-quiet" onClick={() => acts.askEndAll(false)}>
              {doorWords.endAllNo}
            </button>
          </p>
        ) : (
          <button type="button" class="link" onClick={() => acts.askEndAll(true)}>
            {doorWords.endAll}
          </button>
        ))}
    </section>
  );
}

function Offer({ offer, name }: { readonly offer: ShownOffer; readonly name: string | undefined }) {
  const { drawn, address, endsAt, taken } = offer;
  const left = endsAt - theatreTime();
  if (taken)
    return (
      <p class="offer-taken" role="status">
        {doorWords.offerTaken(name === undefined ? name : isolated(name))}
      </p>
    );
  if (left <= 0) return <p role="status">{doorWords.offerOver}</p>;
  return (
    <div class="offer">
      {drawn === 'failed' ? (
        <p>
          {doorWords.offerFailed} <code>{address}</code>
        </p>
      ) : (
        <svg viewBox={`0 0 ${drawn.size} ${drawn.size}`} role="img" aria-label={doorWords.offered}>
          <rect width={drawn.size} height={drawn.size} fill="#fff" />
          <path d={drawn.path} fill="#000" />
        </svg>
      )}
      <p>
        <b>{doorWords.offered}</b>
        <small>{doorWords.offerEnds(countdown(left))}</small>
      </p>
    </div>
  );
}
