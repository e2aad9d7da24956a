import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a stand-in for somebody else's service in a process of its own. It ends when this process does.
 *
 * @param program Its file, absolute. It says over IPC where it is, once it can be reached.
 * @param name For the error, if it ends before that.
 */
export async function startStandIn<Said>(
  program: string,
  name: string,
  args: readonly string[] = [],
): Promise<{ readonly said: Said; readonly child: ChildProcess }> {
  const child = fork(program, args);
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${name} did not start`);
    }),
  ])) as [Said];
  // It shall not keep this process alive.
  child.unref();
  child.channel?.unref();
  return { said, child };
}
