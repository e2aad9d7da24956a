import text from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
import strong from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf';
import bill from '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf';
import { readFonts } from './ticket-pdf.ts';

/** Source Serif and Source Sans (SIL Open Font License), whole: they are bytes in the bundle of those who import this. */
export const ticketFonts = readFonts({ bill, text, strong });
