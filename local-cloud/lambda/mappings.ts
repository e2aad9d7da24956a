/**
 * The event source mappings of one cloud. One that is switched off takes no more from its queue:
 *
 *     Enabled ──off──▶ Disabling ──batches under way are settled──▶ Disabled ──on──▶ Enabled
 */
import type { Cloud } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { switchesOf } from '../switches.store.ts';
import { answerMappings, mappingsAsks, mappingsPrefix } from './mappings-api.ts';
import type { QueueSource } from './queue-source.ts';

export interface MappingSettings {
  readonly uuid: string;
  readonly functionArn: string;
  readonly eventSourceArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly mostAtOnce: number | undefined;
  readonly responses: readonly string[];
  readonly region: string;
  readonly isOnByTemplate: boolean;
}

export interface Mapping extends MappingSettings {
  readonly state: () => 'Enabled' | 'Disabling' | 'Disabled';
  readonly changedAt: () => number;
  readonly turn: (on: boolean) => void;
  /** As it was left, or as the template says. */
  readonly begin: () => void;
}

/** By uuid. */
export type Mappings = Map<string, Mapping>;

export const switchedMapping = (
  cloud: Cloud,
  source: Pick<QueueSource, 'start' | 'stop'>,
  settings: MappingSettings,
): Mapping => {
  const switches = switchesOf(cloud);
  const { uuid, isOnByTemplate } = settings;
  let state: ReturnType<Mapping['state']> = 'Disabled';
  let changedAt = Date.now();
  const become = (next: typeof state): void => {
    state = next;
    changedAt = Date.now();
  };
  const begin = (): void => {
    if (!switches.isOn(uuid, isOnByTemplate)) return;
    become('Enabled');
    source.start();
  };
  return {
    ...settings,
    state: () => state,
    changedAt: () => changedAt,
    begin,
    turn: (on) => {
      if (on === (state === 'Enabled')) return;
      switches.turn(uuid, on);
      if (on) {
        begin();
        return;
      }
      become('Disabling');
      source.stop().then(
        () => become('Disabled'),
        (error: unknown) => cloud.log('queues', `an event source mapping did not stop: ${error}`),
      );
    },
  };
};

export const mappingsOf = (cloud: Cloud): Mappings =>
  onceACloud(cloud, 'event-source-mappings', () => {
    const mappings: Mappings = new Map();
    const { account, apis } = cloud;
    apis.servePath(mappingsPrefix, { asks: (call) => mappingsAsks(account, call) }, async (call) =>
      answerMappings(mappings, account, call),
    );
    return mappings;
  });
