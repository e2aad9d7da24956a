/** The address of a stylesheet that a part of a page brings along, once it is built. */
declare module '*.css?url' {
  const address: string;
  export default address;
}
