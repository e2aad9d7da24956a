import { z } from 'zod';
import { languages } from './languages.ts';
import { lineText } from './seen.ts';

/*
 * A venue's own answers, such as why the line opens on a Saturday. The venue writes them with an on-sale, and they are
 * shown after the answers that hold for every venue. Text alone, on one line. `season.json` carries them to
 * every fan, so they are few and short.
 */

/** In one language for everybody, or in several, each fan in their own. */
const said = (most: number) =>
  z.union([
    lineText().max(most),
    z
      .partialRecord(z.enum(languages), lineText().max(most))
      .refine((texts) => Object.keys(texts).length > 0, 'write it in one language at least'),
  ]);

export const ownAnswer = z.strictObject({ question: said(120), text: said(500) });
export type OwnAnswer = z.infer<typeof ownAnswer>;
export type OwnText = OwnAnswer['text'];

export const ownAnswers = z.array(ownAnswer).max(8);
