import { api } from '../../../contracts/api.ts';
import type { SwitchAct, SwitchShown, SwitchTurned } from '../../../contracts/switch.ts';
import { type Answer, ask } from '../../api.ts';
import { browser } from '../../browser.gateway.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/* Questions about the failover switch, with an access token of somebody of the house. An act may be sent again. */

export const readSwitch = (access: string): Promise<Answer<SwitchShown>> =>
  ask(dressed(browser), { ...api('GET staff/switch'), headers: withToken(access), cache: 'no-store' });

export const turnSwitch =
  (body: SwitchAct) =>
  (access: string): Promise<Answer<SwitchTurned>> =>
    ask(dressed(browser), { ...api('POST staff/switch'), headers: withToken(access), body, timeout: 12_000 });
