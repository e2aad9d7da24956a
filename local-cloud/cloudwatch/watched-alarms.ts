/**
 * The alarms of a cloud, each looked at once for every whole minute, and the changes of their states. `DescribeAlarms` and
 * `DescribeAlarmHistory` read them.
 */
import { type AlarmProperties, type AlarmState, stateOf } from './alarm.ts';
import type { MetricData } from './metric-data.ts';

interface AlarmChange {
  /** Milliseconds since 1970: the end of the minute that changed it. */
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

interface WatchedAlarm {
  readonly name: string;
  readonly arn: string;
  readonly properties: AlarmProperties;
  readonly description: string | undefined;
  state: AlarmState;
  readonly changes: AlarmChange[];
}

const minuteMs = 60_000;

export class WatchedAlarms {
  readonly #data: MetricData;
  readonly #alarms = new Map<string, WatchedAlarm>();
  /** The first minute that nobody has looked at. */
  #next: number;

  /** @param now Milliseconds since 1970: minutes that began before are not looked at. */
  constructor(data: MetricData, now: number) {
    this.#data = data;
    this.#next = Math.ceil(now / minuteMs);
  }

  /** @throws if it has what is not known here. */
  add(name: string, arn: string, properties: AlarmProperties, description: string | undefined): void {
    stateOf(properties, this.#data, this.#next, 'INSUFFICIENT_DATA');
    this.#alarms.set(name, { name, arn, properties, description, state: 'INSUFFICIENT_DATA', changes: [] });
  }

  /** Looks at every minute that is over. */
  look(now: number): void {
    for (; (this.#next + 1) * minuteMs <= now; this.#next += 1) {
      for (const alarm of this.#alarms.values()) {
        const to = stateOf(alarm.properties, this.#data, this.#next, alarm.state);
        if (to !== alarm.state) alarm.changes.push({ at: (this.#next + 1) * minuteMs, from: alarm.state, to });
        alarm.state = to;
      }
    }
  }

  all(): readonly WatchedAlarm[] {
    return [...this.#alarms.values()];
  }
}
