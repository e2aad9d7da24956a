/**
 * Gives each listener its port. People open distributions, so these get the port asked for and those after it. The rest
 * get ports further up. Listeners ask in the order of the templates, so they get the same ports every time. If somebody
 * else has such a port, any free port does.
 */
import { createServer } from 'node:net';
import { listenOnce } from './http/listener.ts';

const serviceOffset = 20;
const mostPort = 65_535;

/** @returns the port, or undefined if it cannot be had. 0 asks for any. */
const tryPort = async (port: number): Promise<number | undefined> => {
  const server = createServer();
  return listenOnce(server, port).catch(() => undefined);
};

export class Ports {
  readonly #first: number;
  readonly #given = new Set<number>();
  #distributions = 0;
  #services = 0;

  /** @param first the preferred port of the first distribution; 0 for any free ports. */
  constructor(first: number) {
    this.#first = first;
  }

  async portFor(name: string): Promise<number> {
    const wanted = this.#first === 0 ? 0 : this.#preferred(name);
    const port = (await this.#attempt(wanted)) ?? (await this.#anyFree());
    this.#given.add(port);
    return port;
  }

  #preferred(name: string): number {
    const isDistribution = name.startsWith('cloudfront:');
    const port = this.#first + (isDistribution ? this.#distributions : serviceOffset + this.#services);
    if (isDistribution) this.#distributions += 1;
    else this.#services += 1;
    return port > mostPort ? 0 : port;
  }

  /** A port is given once, even if its listener has not opened yet. */
  async #attempt(wanted: number): Promise<number | undefined> {
    const port = await tryPort(wanted);
    return port === undefined || this.#given.has(port) ? undefined : port;
  }

  async #anyFree(): Promise<number> {
    for (;;) {
      const port = await this.#attempt(0);
      if (port !== undefined) return port;
    }
  }
}
