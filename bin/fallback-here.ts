import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './build.ts';
import { startStandIn } from './stand-in.ts';

/*
 * The fallback of a start on this machine: the stand-in of stand-ins/old-site/. The templates name the venue's own. The local
 * cloud tells the function that asks it of the stand-in instead.
 */

export interface FallbackHere {
  /** Values of functions' variables in place of the templates'. */
  readonly variables: Readonly<Record<string, string>>;
}

export async function startFallbackHere(): Promise<FallbackHere> {
  const { domainName } = JSON.parse(readFileSync(join(home, 'stages', 'example.json'), 'utf8'));
  const { said } = await startStandIn<{ readonly url: string }>(
    join(home, 'stand-ins', 'old-site', 'main.ts'),
    'The stand-in for the fallback',
    [domainName],
  );
  return { variables: { FALLBACK: JSON.stringify({ at: said.url, as: domainName }) } };
}
