import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/*
 * A program that some tests need and no npm package brings: found where it stands; else Debian's, installed if we
 * may; else the tests that need it are skipped, loudly. Where CI=true nothing may be skipped.
 */

export interface DebianProgram {
  /** What people call it. */
  readonly name: string;
  /** Debian's package. */
  readonly package: string;
  /** The environment variable that names its path. */
  readonly variable: string;
  /** Where it may stand. */
  readonly paths: readonly string[];
}

function found({ variable, paths }: DebianProgram): string | undefined {
  return [process.env[variable] ?? '', ...paths].find((path) => path !== '' && existsSync(path));
}

function installed(program: DebianProgram): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quietly);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', program.package], quietly);
  } catch (cause) {
    console.warn(`Installing Debian's ${program.package} failed: ${(cause as Error).message}`);
  }
  return found(program);
}

/** The path of the program, or undefined when there is none and the tests may do without. */
export function findProgram(program: DebianProgram): string | undefined {
  const path = found(program) ?? installed(program);
  if (path !== undefined) return path;
  const advice = `No ${program.name} found. Install one (Debian: apt-get install ${program.package}), or set ${program.variable} to its path.`;
  if (process.env.CI === 'true') throw new Error(advice);
  console.warn(`TESTS THAT NEED ${program.name.toUpperCase()} ARE SKIPPED. ${advice}`);
  return undefined;
}
