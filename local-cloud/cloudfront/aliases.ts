import type { Cloud } from '../kind.ts';

/** The names that distributions and user pools are known by, each with the local address that stands for it. Filled as they are made. */
export function aliasesOf(cloud: Cloud): Map<string, string> {
  const known = cloud.registry.get('cloudfront:aliases') as Map<string, string> | undefined;
  if (known) return known;
  const aliases = new Map<string, string>();
  cloud.registry.set('cloudfront:aliases', aliases);
  return aliases;
}
