import { readFileSync } from 'node:fs';

/** What the bundler makes of a typeface, for Jest: a module of its bytes. */
export default {
  process: (_text, path) => ({
    code: `export default new Uint8Array(Buffer.from('${readFileSync(path).toString('base64')}', 'base64'));`,
  }),
};
