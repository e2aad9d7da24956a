import text from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
import strong from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf';
import bill from '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf';
import { fontFile } from '../lettering/font-files.gateway.ts';
import { readFonts } from '../lettering/letters.ts';

/** Source Serif and Source Sans (SIL Open Font License), whole: they are bytes in the bundle of those who import this.
 * Those for other scripts are files beside it. */
export const ticketFonts = readFonts({ bill, text, strong }, fontFile);
