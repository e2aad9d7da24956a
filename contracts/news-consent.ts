import { z } from 'zod';
import { languages } from './languages.ts';
import { newsTexts } from './news-texts.ts';

/*
 * A buyer allows the venue to write about other shows. Nothing depends on it, and it is taken back at any time.
 */

/** Of an order. */
export const newsConsent = z
  .object({
    text: z.enum(newsTexts).describe('Which text the buyer saw.'),
    language: z.enum(languages).describe('In which they saw it.'),
    givenAt: z.number().int().describe('Milliseconds since the epoch.'),
    takenBackAt: z.number().int().exactOptional().describe('Milliseconds since the epoch. Absent while it stands.'),
  })
  .readonly();
export type NewsConsent = z.infer<typeof newsConsent>;

/** Answer to `list-consents`. */
export const consentPage = z
  .object({
    consents: z
      .array(
        z
          .object({ ...newsConsent.unwrap().shape, reference: z.string(), name: z.string(), email: z.string() })
          .readonly(),
      )
      .readonly()
      .describe('Of each order whose buyer once said yes, in the order in which they were placed.'),
    next: z.string().exactOptional().describe('Pass as `?from=` for the next page.'),
  })
  .readonly();
export type ConsentPage = z.infer<typeof consentPage>;
