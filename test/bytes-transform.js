import { readFileSync } from 'node:fs';

/** A typeface as the bundler gives it, for Jest: a module of its bytes. */
export default {
  process: (_text, path) => ({
    code: `export default new Uint8Array(Buffer.from('${readFileSync(path).toString('base64')}', 'base64'));`,
  }),
};
