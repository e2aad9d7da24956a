import type { ReportedCheck } from '../../contracts/run-up.ts';

/** The checks of preflight that each check of a run-up is made of. */
export const preflightGroups = {
  quotas: ['lambda', 'api-gateway', 'dynamodb'],
  'warm-tables': ['warm-tables'],
  keys: ['secrets', 'stripe-keys'],
  mail: ['mail', 'alarm-mail'],
  certificate: ['certificate'],
  fallback: ['fallback'],
} as const satisfies Readonly<Partial<Record<ReportedCheck, readonly string[]>>>;
