import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';

/**
 * Logger, metrics and tracer of this function. Service name, level and namespace come from the POWERTOOLS_* variables
 * that the node-lambda construct sets. Nothing personal is ever logged: no bodies, no headers and no names, only ids.
 */
export const logger = new Logger();
export const metrics = new Metrics();
export const tracer = new Tracer();

/** Notes that the list of ended passes could not be read: see `ended-passes.ts`. */
export function listUnread(error: unknown): void {
  metrics.addMetric('EndedPassesUnread', 'Count', 1);
  logger.warn('the list of ended passes could not be read', { error: error as Error });
}

/** Notes that what staff turned in a sale could not be read: what was known last is gone by. */
export function saleUnread(error: unknown): void {
  logger.warn('what was turned in a sale could not be read', { error: error as Error });
}

/** Publishes what was counted in an invocation, if anything was; Powertools' own middleware warns each time nothing was. */
const publish = () => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};
export const publishMetrics = { after: publish, onError: publish };
