import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ExtendDeps, extendPass } from './extend-pass.ts';

const shape = { path: z.object({ onSale: slug }), headers: z.object({ [header.receipt]: z.string().optional() }) };

/** `POST /api/lines/{onSale}/extend`, with the receipt in its header: 200 with the same pass and its later end. */
export const extendPassRoute = (deps: ExtendDeps): Route =>
  apiRoute(shape, async ({ path, headers, now }) => {
    const outcome = await extendPass(deps, { onSale: path.onSale, receipt: headers[header.receipt] }, now);
    return outcome.ok ? { ok: true, status: 200, body: outcome.claimed, counted: ['Extended'] } : outcome;
  });
