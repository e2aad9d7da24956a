/**
 * The local cloud's command line: `node local-cloud/main.ts --assembly cdk.out --state
 * .stampede` runs an assembly, `node local-cloud/main.ts check cdk.out` only says what would be refused. It ends with 0
 * if all is well, and with 1 if something is refused or has failed. It ends with 2 for a command that it does not
 * understand, or for an assembly to check that does not exist.
 */
import { parseArgs } from 'node:util';
import { NoAssembly } from './assembly/assembly.ts';
import { type Check, checkAssembly, checkReport } from './check.ts';
import { isIamMode } from './iam/gate.ts';
import { startLocalCloud } from './local-cloud.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const usage = `Usage: node local-cloud/main.ts [options]
       node local-cloud/main.ts check [<folder>] [--state <folder>]

Runs a cloud assembly. \`check\` starts nothing and lists all that would be refused.

  --assembly <folder>   cloud assembly to run or to check (default cdk.out)
  --state <folder>      what survives a restart (default .stampede)
  --port <number>       port of the first distribution (default 8787)
  --database <engine>   dynalite (default) or dynamodb-local, which needs Java 17
  --iam <mode>          enforce (default) refuses what IAM would refuse, observe notes it, off does neither
  --iam-report <file>   write there, at the end, which permissions no call needed
  --verbose             show every log on the terminal
  --warm                load functions at once, for a rush that comes soon
  --fresh               forget what an earlier run left
  --help`;

const nothingRefused = 0;
const refusedOrFailed = 1;
const wrongUsage = 2;

const isDatabase = (name: string): name is 'dynalite' | 'dynamodb-local' =>
  name === 'dynalite' || name === 'dynamodb-local';

const messageOf = (error: unknown): unknown => (error instanceof Error ? error.message : error);

const endAsMisused = (problem: unknown): never => {
  console.error(`${messageOf(problem)}\n\n${usage}`);
  process.exit(wrongUsage);
};

const read = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      assembly: { type: 'string' },
      state: { type: 'string', default: '.stampede' },
      port: { type: 'string', default: '8787' },
      database: { type: 'string', default: 'dynalite' },
      iam: { type: 'string', default: 'enforce' },
      'iam-report': { type: 'string' },
      verbose: { type: 'boolean', default: false },
      warm: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, folder, ...more] = positionals;
  if (command !== undefined && command !== 'check') throw new Error(`${command} is no command of the local cloud.`);
  const folders = [folder, values.assembly].filter((each) => each !== undefined);
  if (more.length > 0 || folders.length > 1) throw new Error('One assembly is checked at a time.');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
  const { database, iam, 'iam-report': iamReport } = values;
  if (!isDatabase(database)) throw new Error(`--database ${database} must be dynalite or dynamodb-local.`);
  if (!isIamMode(iam)) throw new Error(`--iam ${iam} must be enforce, observe or off.`);
  return { ...values, command, assembly: folders[0] ?? 'cdk.out', port, database, iam, iamReport };
};

const readOrEnd = (): ReturnType<typeof read> => {
  try {
    return read();
  } catch (error) {
    return endAsMisused(error);
  }
};

const checkOrEnd = (options: { readonly assembly: string; readonly state: string }): Check => {
  try {
    return checkAssembly(options);
  } catch (error) {
    if (error instanceof NoAssembly) return endAsMisused(error);
    throw error;
  }
};

const run = async (): Promise<void> => {
  const { command, help, ...options } = readOrEnd();
  if (help) {
    console.log(usage);
    return;
  }
  if (command === 'check') {
    const check = checkOrEnd(options);
    console.log(checkReport(options.assembly, check));
    process.exitCode = check.refusals.length === 0 ? nothingRefused : refusedOrFailed;
    return;
  }
  const running = await startLocalCloud({ ...options, dynamoDbLocalFolder: process.env.DYNAMODB_LOCAL_DIR });
  for (const { name, url } of running.addresses) console.log(`${name}  ${url}`);
  console.log(`Logs are in ${options.state}/logs. Ctrl-C stops.`);
  stopOnSignal(running);
};

run().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(refusedOrFailed);
});
