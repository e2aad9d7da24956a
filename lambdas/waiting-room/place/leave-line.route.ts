import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type LeaveDeps, leaveLine } from './leave-line.ts';

const shape = { path: z.object({ onSale: slug }), headers: z.object({ [header.receipt]: z.string().optional() }) };

/** `POST /api/lines/{onSale}/leave`, with the receipt in its header: 204, also the second time. */
export const leaveLineRoute = (deps: LeaveDeps): Route =>
  apiRoute(shape, async ({ path, headers, now }) => {
    const outcome = await leaveLine(deps, { onSale: path.onSale, receipt: headers[header.receipt] }, now);
    return outcome.ok ? { ok: true, status: 204, counted: [`GaveBack-${outcome.gave}`] } : outcome;
  });
