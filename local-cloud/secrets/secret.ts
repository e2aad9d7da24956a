/** A secret of this cloud, found by its arn or name by whatever needs its value. */
import type { Cloud } from '../kind.ts';

export interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: number;
  readonly versionId: () => string;
  readonly value: () => string;
  readonly put: (value: string) => void;
}

const key = (id: string): string => `secret:${id}`;

export const keepSecret = (cloud: Cloud, secret: Secret): void => {
  cloud.registry.set(key(secret.arn), secret);
  cloud.registry.set(key(secret.name), secret);
};

/** @param id the arn, or the name. */
export const findSecret = (cloud: Cloud, id: string): Secret | undefined =>
  cloud.registry.get(key(id)) as Secret | undefined;
