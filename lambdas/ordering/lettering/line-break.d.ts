/** Unicode's rules for where a line may end (UAX 14). It comes with pdfkit, and has no types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end: before the sign at `position`. */
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }
}
