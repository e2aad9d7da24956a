import { pathToFileURL } from 'node:url';

/* A process of its own for one cold start. It imports the bundle whose path it gets, and says how long that took. */

const [, , file = ''] = process.argv;
const from = performance.now();
const module = (await import(pathToFileURL(file).href)) as { readonly handler?: unknown };
const took = performance.now() - from;
if (typeof module.handler !== 'function') throw new Error(`${file} has no handler`);
process.send?.({ took });
process.once('disconnect', () => process.exit(0));
