/**
 * What an operator switched on or off: rules, event source mappings. It is kept in `<state>/switches.json` until it is switched
 * again, since a start is a deployment, and one that changes nothing of a rule leaves it as it is.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from './kind.ts';
import { onceACloud } from './once-a-cloud.ts';

export interface Switches {
  /** @param otherwise what the template says. */
  readonly isOn: (id: string, otherwise: boolean) => boolean;
  readonly turn: (id: string, on: boolean) => void;
}

const openSwitches = (file: string): Switches => {
  let known: Record<string, boolean> | undefined;
  const all = (): Record<string, boolean> => {
    known ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, boolean>) : {};
    return known;
  };
  return {
    isOn: (id, otherwise) => all()[id] ?? otherwise,
    turn: (id, on) => {
      known = { ...all(), [id]: on };
      writeFileSync(file, JSON.stringify(known, null, 2));
    },
  };
};

/** Read when the first of them is asked for, which is after the state is cleared, if it is. */
export const switchesOf = (cloud: Cloud): Switches =>
  onceACloud(cloud, 'switches', () => openSwitches(join(cloud.state, 'switches.json')));
