import { api } from '../../../contracts/api.ts';
import type { FreezeAct } from '../../../contracts/freeze.ts';
import type { GoAct, GoSaid } from '../../../contracts/line-go.ts';
import type { RunUpAct, RunUpShown } from '../../../contracts/run-up.ts';
import { type Answer, ask, type Browser } from '../../api.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/** Questions about a run-up, with an access token of somebody of the house. */

export function readRunUp(browser: Browser, access: string, onSale: string): Promise<Answer<RunUpShown>> {
  const asked = {
    ...api('GET staff/run-up/{onSale}', { onSale }),
    headers: withToken(access),
    cache: 'no-store',
  } as const;
  return ask(dressed(browser), asked);
}

/** Done twice, each act is done once. */
export function changeRunUp(
  browser: Browser,
  access: string,
  onSale: string,
  body: RunUpAct,
): Promise<Answer<RunUpShown>> {
  return ask(dressed(browser), { ...api('POST staff/run-up/{onSale}', { onSale }), headers: withToken(access), body });
}

/** Done twice, each act is done once. */
export function turnFreeze(
  browser: Browser,
  access: string,
  onSale: string,
  body: FreezeAct,
): Promise<Answer<RunUpShown>> {
  const asked = api('POST staff/run-up/{onSale}/freeze', { onSale });
  return ask(dressed(browser), { ...asked, headers: withToken(access), body });
}

/** Said twice, it stands twice: so it is asked once, and whoever said it sees in the ledger whether it was heard. */
export function sayGo(browser: Browser, access: string, onSale: string, body: GoAct): Promise<Answer<GoSaid>> {
  const asked = api('POST staff/lines/{onSale}/go', { onSale });
  return ask(dressed(browser), { ...asked, headers: withToken(access), body, tries: 1 });
}
