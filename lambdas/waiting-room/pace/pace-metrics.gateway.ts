import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { isTrial } from '../../../contracts/trial.ts';
import { logger, metrics } from '../../foundation/observe.ts';
import type { Ticked } from './tick-line.ts';

/** A tick's readings of a line, as metrics: one set a line, and one of all lines for the alarms. A trial has none. */
export function publishReadings({ board, shoppers }: Extract<Ticked, { did: 'ticked' }>): void {
  if (isTrial(board.onSale)) return;
  if (board.halt === 'house') countOne('LineHalted');
  metrics.addDimension('onSale', board.onSale);
  metrics.addMetric('Waiting', MetricUnit.Count, board.waiting);
  metrics.addMetric('CalledUpTo', MetricUnit.Count, board.calledUpTo);
  metrics.addMetric('PassesInUse', MetricUnit.Count, shoppers.inUse.size);
  metrics.addMetric('VoucherPasses', MetricUnit.Count, shoppers.vouchers);
  metrics.publishStoredMetrics();
}

/** The line moves all the same: those who look at it see how old its figures are. */
export function reportUntoldReadings(onSale: string, error: unknown): void {
  logger.error('readings not written', { onSale, error: error as Error });
  countOne('ReadingsUntold');
}

export function reportFailedTick(onSale: string, error: unknown): void {
  logger.error('tick failed', { onSale, error: error as Error });
  countOne('TickFailed');
}

/** Instances were not provided: the doors open all the same, and each first caller waits for a start. */
export function reportColdDoors(error: unknown): void {
  logger.error('instances were not provided', { error: error as Error });
  countOne('InstancesNotProvided');
}

/** A run of the trial was not started: nobody tries a purchase now, and fans may do as ever. */
export function reportTrialNotStarted(error: unknown): void {
  logger.error('the trial was not started', { error: error as Error });
  countOne('TrialNotStarted');
}

function countOne(name: string): void {
  metrics.addMetric(name, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}
