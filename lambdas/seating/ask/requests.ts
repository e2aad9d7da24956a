import { z } from 'zod';
import { opaqueId, slug } from '../../../contracts/ids.ts';
import { header } from '../../../contracts/paths.ts';

/*
 * The shapes of seating's requests. A missing pass or key is no mistake of form: it has its own refusal,
 * so here both are optional.
 */

export const performancePath = z.object({ performance: slug });
export const holdPath = z.object({ performance: slug, hold: opaqueId });
export const passHeader = z.object({ [header.pass]: z.string().optional() });
export const askHeaders = z.object({
  [header.pass]: z.string().optional(),
  [header.idempotencyKey]: z.string().optional(),
});
