/** The parameters of SSM's parameter store, by region and name. */
import type { Cloud } from '../kind.ts';

const key = (region: string, name: string): string => `ssm:${region}:${name}`;

export const keepParameter = (cloud: Cloud, region: string, name: string, value: string): void => {
  cloud.registry.set(key(region, name), value);
};

export const findParameter = (cloud: Cloud, region: string, name: string): string | undefined =>
  cloud.registry.get(key(region, name)) as string | undefined;
