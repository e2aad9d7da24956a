import { z } from 'zod';

/* What an order says of a performance of it that was cancelled or moved. */

const acted = {
  number: z.number().int().describe('Counts what became of the performance, from 1.'),
  actedAt: z.number().int().describe('Milliseconds since the epoch.'),
  reason: z.string().describe('In the words of the house.'),
};

export const cancelledItem = z
  .object({
    ...acted,
    instead: z.array(z.string()).readonly().describe('Ids of performances that are offered in its place.'),
    back: z
      .number()
      .int()
      .exactOptional()
      .describe('Minor units that are given back for the seats of the performance.'),
  })
  .readonly();

export const movedItem = z
  .object({
    ...acted,
    from: z.object({ startsAt: z.number().int(), venue: z.string() }).readonly(),
    returnUntil: z.number().int().describe('Milliseconds since the epoch: until then its seats may be given back.'),
  })
  .readonly();
