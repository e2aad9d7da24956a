/** The bundler turns a typeface into its bytes. */
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
