/** All that the templates say about who may do what, as plain data: it is given to other threads as it is. */
import { createHash } from 'node:crypto';
import type { Policy } from './policy.ts';

export interface Role {
  readonly name: string;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
}

/** A function signs with it, and so names its role. */
export interface SessionKey {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
  /** Arn of the role. */
  readonly role: string;
  /** Name of the function. */
  readonly session: string;
}

export interface FunctionOfBook {
  readonly name: string;
  /** As people know it: its logical id without the digest. */
  readonly label: string;
  /** Arn. */
  readonly role: string;
  /** Whether the local cloud runs it: of another, nobody sees what it needs. */
  readonly runs: boolean;
}

export interface PolicyBook {
  readonly account: string;
  /** By arn. */
  readonly roles: ReadonlyMap<string, Role>;
  /** By access key id. */
  readonly keys: ReadonlyMap<string, SessionKey>;
  /** Policies of queues, buckets, functions and so on, by the arn of what they stand at. */
  readonly resources: ReadonlyMap<string, readonly Policy[]>;
  readonly functions: readonly FunctionOfBook[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase();

/** The book while the templates are read. */
export class OpenBook implements PolicyBook {
  readonly account: string;
  readonly roles = new Map<string, Role>();
  readonly keys = new Map<string, SessionKey>();
  readonly resources = new Map<string, readonly Policy[]>();
  readonly functions: FunctionOfBook[] = [];
  /** Policies that roles name by arn. */
  readonly managed = new Map<string, Policy>();

  constructor(account: string) {
    this.account = account;
  }

  /** @param made what the template of the role says; without it the role is only named. */
  role(arn: string, made: Partial<Role> = {}): void {
    const known = this.roles.get(arn) ?? { name: arn.split('/').at(-1) ?? arn, policies: [] };
    this.roles.set(arn, { ...known, ...made, policies: [...known.policies, ...(made.policies ?? [])] });
  }

  roleArnOf(name: string): string {
    const found = [...this.roles].find(([, role]) => role.name === name);
    return found?.[0] ?? `arn:aws:iam::${this.account}:role/${name}`;
  }

  addToResource(arn: string, policy: Policy): void {
    this.resources.set(arn, [...(this.resources.get(arn) ?? []), policy]);
  }

  /** The same for the same function, so that nothing that was made has to be told of a restart. */
  addFunction(made: FunctionOfBook): SessionKey {
    this.functions.push(made);
    this.role(made.role);
    const hash = digest(`${made.role}|${made.name}`);
    const key = { id: `ASIA${hash.slice(0, 16)}`, secret: hash.slice(16, 56), token: hash.slice(32) };
    const known = { ...key, role: made.role, session: made.name };
    this.keys.set(key.id, known);
    return known;
  }
}

/** The part that another thread may be given. */
export const plainBook = ({ account, roles, keys, resources, functions }: PolicyBook): PolicyBook => ({
  account,
  roles,
  keys,
  resources,
  functions,
});
