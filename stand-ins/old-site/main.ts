import { startOldSite } from './old-site.ts';

/*
 * The stand-in for the venue's old site in a process of its own, for `npm start`. Its argument is the name of the site. It
 * says over IPC where it is, and ends with the process that started it.
 */

const site = await startOldSite(process.argv[2] ?? '');
process.once('disconnect', () => void site.stop().then(() => process.exit(0)));
// Ctrl-C reaches all of the group; the one who started this one ends it when its own work is done.
process.on('SIGINT', () => {});
process.send?.({ url: site.url });
