import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './build.ts';
import { startStandIn } from './stand-in.ts';

/*
 * The fallback of a start on this machine: the stand-in of stand-ins/old-site/. The templates name the venue's own. The local
 * cloud tells the function that asks it of the stand-in instead, and leads the site's name there when the switch is on.
 */

export interface FallbackHere {
  /** Values of functions' variables in place of the templates'. */
  readonly variables: Readonly<Record<string, string>>;
  /** The name of the site, which leads to the fallback when the switch is on. */
  readonly domainName: string;
  /** Addresses of others here, by the names that templates have for them. */
  readonly others: Readonly<Record<string, string>>;
}

export async function startFallbackHere(): Promise<FallbackHere> {
  const { domainName, fallback } = JSON.parse(readFileSync(join(home, 'stages', 'example.json'), 'utf8'));
  const { said } = await startStandIn<{ readonly url: string }>(
    join(home, 'stand-ins', 'old-site', 'main.ts'),
    'The stand-in for the fallback',
    [domainName],
  );
  return {
    variables: { FALLBACK: JSON.stringify({ at: said.url, as: domainName }) },
    domainName,
    others: { [fallback.hostName]: said.url },
  };
}
