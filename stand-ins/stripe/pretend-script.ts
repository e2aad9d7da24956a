import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** The script in place of Stripe.js, without its types, for pages whose Stripe is at this address. */
export function pretendScript(origin: string): string {
  const source = readFileSync(join(import.meta.dirname, 'pretend-stripe.ts'), 'utf8');
  return transformSync(source, { loader: 'ts', format: 'iife' }).code.replace('%ORIGIN%', origin);
}
