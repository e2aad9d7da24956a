import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeStripe } from './fake-stripe.ts';

/*
 * The pretend Stripe in a process of its own, for `npm start -- --stripe`. It says over IPC where it is, and hears over
 * IPC where its messages go. It ends with the process that started it.
 */

const { values } = parseArgs({ options: { state: { type: 'string' }, port: { type: 'string', default: '12111' } } });
const file = values.state === undefined ? undefined : join(values.state, 'pretend-stripe.json');
const options = { ...(file !== undefined && { file }) };

// The port of the last time if it is free, so that the templates, which name it, need not be made anew.
const stripe = await startFakeStripe({ ...options, port: Number(values.port) }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startFakeStripe(options);
  },
);
process.on('message', ({ tell }: { readonly tell: string }) => stripe.tell(tell));
process.once('disconnect', () => void stripe.stop().then(() => process.exit(0)));
// Ctrl-C reaches all of the group; the one who started this one ends it when its own work is done.
process.on('SIGINT', () => {});
const { url, secretKey, publishableKey, webhookSecret } = stripe;
process.send?.({ url, secretKey, publishableKey, webhookSecret });
