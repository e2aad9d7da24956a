/** The local cloud's command line: `node local-cloud/main.ts --assembly cdk.out --state .stampede`. */
import { parseArgs } from 'node:util';
import { startLocalCloud } from './local-cloud.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const usage = `Usage: node local-cloud/main.ts [options]

  --assembly <folder>   cloud assembly to run (default cdk.out)
  --state <folder>      what survives a restart (default .stampede)
  --port <number>       port of the first distribution (default 8787)
  --database <engine>   dynalite (default) or dynamodb-local, which needs Java 17
  --verbose             show every log on the terminal
  --fresh               forget what an earlier run left
  --help`;

const isDatabase = (name: string): name is 'dynalite' | 'dynamodb-local' =>
  name === 'dynalite' || name === 'dynamodb-local';

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      assembly: { type: 'string', default: 'cdk.out' },
      state: { type: 'string', default: '.stampede' },
      port: { type: 'string', default: '8787' },
      database: { type: 'string', default: 'dynalite' },
      verbose: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
  if (!isDatabase(values.database)) {
    throw new Error(`--database ${values.database} must be dynalite or dynamodb-local.`);
  }
  const running = await startLocalCloud({
    assembly: values.assembly,
    state: values.state,
    port,
    database: values.database,
    dynamoDbLocalFolder: process.env.DYNAMODB_LOCAL_DIR,
    verbose: values.verbose,
    fresh: values.fresh,
  });
  for (const { name, url } of running.addresses) console.log(`${name}  ${url}`);
  console.log(`Logs are in ${values.state}/logs. Ctrl-C stops.`);
  stopOnSignal(running);
};

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
