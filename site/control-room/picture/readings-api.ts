import { api } from '../../../contracts/api.ts';
import type { PlatformReadings } from '../../../contracts/platform.ts';
import type { AllReadings, KeyedReadings, ReadingsHistory, SharedReadings } from '../../../contracts/readings.ts';
import { type Answer, ask, type Browser } from '../../api.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/** Questions about how it goes. Asked once each: the next step asks again. */
const once = (access: string) => ({ headers: withToken(access), cache: 'no-store', tries: 1, timeout: 4000 }) as const;

export const readReadings = (browser: Browser, access: string, onSale: string): Promise<Answer<KeyedReadings>> =>
  ask(dressed(browser), { ...api('GET staff/readings/{onSale}', { onSale }), ...once(access) });

/** For who has the key. The staff route is left time to stand in within the same step. */
export const readShared = (browser: Browser, onSale: string, key: string): Promise<Answer<SharedReadings>> =>
  ask(browser, { ...api('GET readings/{onSale}/{key}', { onSale, key }), cache: 'no-store', tries: 1, timeout: 2000 });

export const readAllReadings = (browser: Browser, access: string): Promise<Answer<AllReadings>> =>
  ask(dressed(browser), { ...api('GET staff/readings'), ...once(access) });

export const readHistory = (browser: Browser, access: string, onSale: string): Promise<Answer<ReadingsHistory>> =>
  ask(dressed(browser), { ...api('GET staff/readings/{onSale}/history', { onSale }), ...once(access) });

/** The first who asks waits for CloudWatch. */
export const readPlatform = (browser: Browser, access: string): Promise<Answer<PlatformReadings>> =>
  ask(dressed(browser), { ...api('GET staff/platform'), ...once(access), timeout: 9000 });
