import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningCloud } from '../local-cloud/local-cloud.ts';
import { markFolder } from '../local-cloud/state.store.ts';
import { home } from './build.ts';
import type { SomeoneOfTheHouse } from './greeting.ts';
import { startStandIn } from './stand-in.ts';

/*
 * The sign-in of a start on this machine: the stand-in of stand-ins/sign-in/, in a process of its own. The local cloud
 * puts its address in the place of the user pool that the templates name.
 */

export interface SignInHere {
  /** The issuer, without a slash at the end. */
  readonly url: string;
  /** For each role one. */
  readonly persons: readonly SomeoneOfTheHouse[];
  /** Values of functions' variables in place of the templates'. */
  readonly variables: Readonly<Record<string, string>>;
  /** Lets people sign in to the site of this cloud. */
  connect(cloud: RunningCloud): void;
}

interface SignInSaid {
  readonly url: string;
  readonly persons: readonly SomeoneOfTheHouse[];
}

/** @param state Folder that keeps its keys over a restart. */
export async function startSignInHere(state: string, fresh: boolean): Promise<SignInHere> {
  markFolder(state);
  if (fresh) rmSync(join(state, 'pretend-sign-in.json'), { force: true });
  const program = join(home, 'stand-ins', 'sign-in', 'main.ts');
  const { said, child } = await startStandIn<SignInSaid>(program, 'The stand-in for sign-in', ['--state', state]);
  return {
    ...said,
    variables: { SIGN_IN_ISSUER: said.url },
    connect: ({ userPoolClients: [serve] }) => {
      if (serve) child.send({ serve });
    },
  };
}
