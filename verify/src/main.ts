import { run } from './cli.ts';
import { disk } from './disk.gateway.ts';
import { site } from './site.gateway.ts';

process.exitCode = await run(process.argv.slice(2), {
  disk,
  site,
  now: Date.now,
  say: (line) => void process.stdout.write(`${line}\n`),
});
