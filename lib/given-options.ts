import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a command as they were typed; a sentence of Node's if there are no such ones. */
export function givenOptions<const Known extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Known,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    if (!`${(error as NodeJS.ErrnoException).code}`.startsWith('ERR_PARSE_ARGS')) throw error;
    return (error as Error).message;
  }
}
