/**
 * Things that several resources share: the queues that an API answers for, the database engine. Each is made by the
 * first resource that asks. A service that runs is started by the first that is opened, and stopped after every
 * resource is.
 */
import type { Cloud } from './kind.ts';

export interface SharedService<T> {
  readonly value: T;
  readonly stop: () => Promise<void>;
}

const key = (name: string): string => `shared-service:${name}`;
const startedKey = 'shared-services';

type Started = Map<string, Promise<SharedService<unknown>>>;

const startedIn = (cloud: Cloud): Started => {
  const known = cloud.registry.get(startedKey) as Started | undefined;
  if (known !== undefined) return known;
  const started: Started = new Map();
  cloud.registry.set(startedKey, started);
  return started;
};

/** The one thing of that name in this cloud. @param make touches no more than a kind's `make` may. */
export const onceACloud = <T>(cloud: Cloud, name: string, make: () => T): T => {
  const id = `once:${name}`;
  if (!cloud.registry.has(id)) cloud.registry.set(id, make());
  return cloud.registry.get(id) as T;
};

/** The service of that name in this cloud, started now if it was not. */
export const sharedService = async <T>(
  cloud: Cloud,
  name: string,
  start: () => Promise<SharedService<T>>,
): Promise<T> => {
  const started = startedIn(cloud);
  const running = started.get(key(name)) ?? start();
  started.set(key(name), running);
  return ((await running) as SharedService<T>).value;
};

/** Stops every shared service, the last started first. */
export const stopSharedServices = async (cloud: Cloud): Promise<void> => {
  const started = startedIn(cloud);
  for (const running of [...started.values()].reverse()) {
    const service = await running.catch(() => undefined);
    await service?.stop();
  }
  started.clear();
};
