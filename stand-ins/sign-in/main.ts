import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeSignIn } from './fake-sign-in.ts';
import { persons } from './persons.ts';
import type { SignInClient } from './provider.ts';

/*
 * The stand-in for the sign-in in a process of its own, for `npm start`. It says over IPC where it is, and hears over IPC
 * which program people sign in to. It ends with the process that started it.
 */

const { values } = parseArgs({ options: { state: { type: 'string' }, port: { type: 'string', default: '12112' } } });
const file = values.state === undefined ? undefined : join(values.state, 'pretend-sign-in.json');
const options = { ...(file !== undefined && { file }) };

// The port of the last time if it is free: its address is the issuer that tokens name.
const signIn = await startFakeSignIn({ ...options, port: Number(values.port) }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startFakeSignIn(options);
  },
);
process.on('message', ({ serve }: { readonly serve: SignInClient }) => signIn.serve(serve));
process.once('disconnect', () => void signIn.stop().then(() => process.exit(0)));
// Ctrl-C reaches all of the group; the one who started this one ends it when its own work is done.
process.on('SIGINT', () => {});
process.send?.({
  url: signIn.url,
  persons: persons.map(({ role, name, email, subject }) => ({ role, name, email, subject })),
});
