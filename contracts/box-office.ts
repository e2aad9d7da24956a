import { z } from 'zod';
import { lineText } from './seen.ts';

/** How the box office is reached by people who cannot get on with the pages. Part of a season, as it may change with one. */
export const boxOffice = z.strictObject({
  /** As it is printed, e.g. `+44 20 7946 0000` or `020 7946 0000`. */
  telephone: z
    .string()
    .trim()
    .regex(
      /^\+?\(?\d[\d ()./-]{3,28}\d$/,
      'write a telephone number as it is printed, such as +44 20 7946 0000: digits, spaces and ( ) . / -',
    ),
  /** In which somebody answers, e.g. `Mon–Sat 10:00–18:00`: the same in every language. */
  hours: lineText('write when somebody answers, or leave it out').max(80).optional(),
});
export type BoxOffice = Readonly<z.infer<typeof boxOffice>>;
