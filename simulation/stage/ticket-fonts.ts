import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFonts, type TicketFonts } from '../../lambdas/ordering/lettering/letters.ts';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(path));
const file = (name: string) => read(`@expo-google-fonts/${name}`);
let fonts: TicketFonts | undefined;

/** The fonts of `ticket-fonts.ts` there, which are bytes in a bundle and which Node itself cannot import. Read when first asked for. */
export function ticketFonts(): TicketFonts {
  fonts ??= readFonts(
    {
      bill: file('source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
      text: file('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
      strong: file('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
    },
    read,
  );
  return fonts;
}
