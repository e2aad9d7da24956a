import { usualChain } from './chain.ts';
import { startFakeBeacon } from './fake-beacon.ts';

/*
 * The stand-in for the public beacon in a process of its own, for `npm start`. It says over IPC where it is and what its
 * chain is. It ends with the process that started it.
 */

const beacon = await startFakeBeacon();
// The first signature of a program takes a while, and a pacemaker waits for a relay no longer than 1.5 s.
usualChain().at(1);
process.once('disconnect', () => void beacon.stop().then(() => process.exit(0)));
// Ctrl-C reaches all of the group; the one who started this one ends it when its own work is done.
process.on('SIGINT', () => {});
const { url, relay, chain } = beacon;
process.send?.({ url, relay, chain });
