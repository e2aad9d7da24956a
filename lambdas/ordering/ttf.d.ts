/** What the bundler makes of a typeface: its bytes. */
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
