/** The module that CloudFront gives to a function with a key-value store. */
declare module 'cloudfront' {
  export interface KeyValues {
    /** Rejects when there is no such key, and when the store cannot be read. */
    get(key: string): Promise<string>;
    exists(key: string): Promise<boolean>;
  }
  const cf: { kvs(): KeyValues };
  export default cf;
}
