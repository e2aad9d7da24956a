import { api } from '../../../contracts/api.ts';
import type {
  LeverAct,
  LeverPulled,
  LineLevers,
  MessageAct,
  NoteAct,
  PlaceAct,
  PlaceActed,
  RunningLog,
} from '../../../contracts/levers.ts';
import { type Answer, ask } from '../../api.ts';
import { browser } from '../../browser.gateway.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/* Questions about the levers of a line, with an access token of somebody of the house. Each act may be sent again. */

type LeverQuestion<Body> = (access: string) => Promise<Answer<Body>>;

export const readLevers =
  (onSale: string): LeverQuestion<LineLevers> =>
  (access) =>
    ask(dressed(browser), {
      ...api('GET staff/lines/{onSale}/levers', { onSale }),
      headers: withToken(access),
      cache: 'no-store',
    });

export const readLog =
  (onSale: string): LeverQuestion<RunningLog> =>
  (access) =>
    ask(dressed(browser), {
      ...api('GET staff/lines/{onSale}/log', { onSale }),
      headers: withToken(access),
      cache: 'no-store',
    });

export const pullLever =
  (onSale: string, body: LeverAct): LeverQuestion<LeverPulled> =>
  (access) =>
    ask(dressed(browser), { ...api('POST staff/lines/{onSale}/levers', { onSale }), headers: withToken(access), body });

export const sayMessage =
  (onSale: string, body: MessageAct): LeverQuestion<LeverPulled> =>
  (access) =>
    ask(dressed(browser), {
      ...api('POST staff/lines/{onSale}/message', { onSale }),
      headers: withToken(access),
      body,
    });

export const actOnPlace =
  (onSale: string, body: PlaceAct): LeverQuestion<PlaceActed> =>
  (access) =>
    ask(dressed(browser), { ...api('POST staff/lines/{onSale}/places', { onSale }), headers: withToken(access), body });

export const writeNote =
  (onSale: string, body: NoteAct): LeverQuestion<RunningLog> =>
  (access) =>
    ask(dressed(browser), { ...api('POST staff/lines/{onSale}/log', { onSale }), headers: withToken(access), body });
