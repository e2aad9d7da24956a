import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/*
 * A program that some tests need and no npm package brings. It is taken where it stands, or installed as Debian's if we
 * may. Else the tests that need it are skipped, loudly. With CI=true nothing may be skipped.
 */

export interface DebianProgram {
  /** The name that people call it. */
  readonly name: string;
  /** Debian's package. */
  readonly package: string;
  /** Another that brings it too, for releases of Debian that lack the first. */
  readonly orPackage?: string;
  /** The environment variable that names its path. */
  readonly variable: string;
  /** The places where it may stand. */
  readonly paths: readonly string[];
}

function found({ variable, paths }: DebianProgram): string | undefined {
  return [process.env[variable] ?? '', ...paths].find((path) => path !== '' && existsSync(path));
}

function installed(program: DebianProgram): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  for (const name of [program.package, program.orPackage ?? []].flat()) {
    try {
      execFileSync('apt-get', ['update', '-qq'], quietly);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quietly);
    } catch (cause) {
      console.warn(`Installing Debian's ${name} failed: ${(cause as Error).message}`);
    }
    const path = found(program);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** The path of the program. It is undefined when there is none and the tests may run without it. */
export function findProgram(program: DebianProgram): string | undefined {
  const path = found(program) ?? installed(program);
  if (path !== undefined) return path;
  const advice = `No ${program.name} found. Install one (Debian: apt-get install ${program.package}), or set ${program.variable} to its path.`;
  if (process.env.CI === 'true') throw new Error(advice);
  console.warn(`TESTS THAT NEED ${program.name.toUpperCase()} ARE SKIPPED. ${advice}`);
  return undefined;
}
