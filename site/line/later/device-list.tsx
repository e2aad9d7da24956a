import { deviceWords } from '../../../words/en/line-devices.ts';
import { longMoment } from '../../../words/en/written.ts';
import { Notice, TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** The devices that hold the place, and how to take one off. Loaded when they are asked for. */
export function deviceList({ devices = [], busy, actTrouble, timeZone }: LineState, acts: LaterActs) {
  const alone = devices.length < 2;
  return (
    <Notice title={alone ? deviceWords.alone : deviceWords.many} role="status">
      {!alone && <p>{deviceWords.detail}</p>}
      {actTrouble && <TroubleNotice trouble={actTrouble} />}
      <ul>
        {devices.map(({ device, kind, joinedAt, here, behind, mayEnd }) => {
          const name = deviceWords.kind(kind.browser, kind.system);
          return (
            <li key={device ?? ''}>
              <b>{name}</b>, {longMoment(joinedAt, timeZone)}. {here && deviceWords.here} {behind && deviceWords.behind}{' '}
              {mayEnd && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={`${deviceWords.end}: ${name}`}
                  aria-disabled={busy === 'devices'}
                  onClick={() => void acts.seeDevices(device)}
                >
                  {deviceWords.end}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
