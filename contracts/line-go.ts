import { z } from 'zod';
import { instant } from './ids.ts';
import { actorRole } from './ledger.ts';
import { lineText } from './seen.ts';

/** Body of `say-go`. The reason is published. */
export const goAct = z
  .strictObject({
    go: z.boolean(),
    red: z.number().int().min(0).max(100).describe('How many checks were red on the page of who says it.'),
    reason: lineText('say why: it is published').max(200).exactOptional(),
  })
  .refine(({ go, red, reason }) => reason !== undefined || (go && red === 0), {
    path: ['reason'],
    message: 'say why: something is red, or it is no go',
  });
export type GoAct = z.infer<typeof goAct>;

/** Answer to `say-go`. */
export const goSaid = z.object({ go: z.boolean(), saidAt: instant, role: actorRole }).readonly();
export type GoSaid = z.infer<typeof goSaid>;
