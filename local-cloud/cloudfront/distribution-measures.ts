/**
 * The measures of a distribution that CloudFront tells CloudWatch. `5xxErrorRate` is the percentage of a minute's requests: its
 * average over them is the same.
 */
import type { Measures } from '../cloudwatch/cloudwatch.ts';

export const distributionMeasures = (DistributionId: string, measure: Measures['measure']) => {
  const tell = (name: string, value: number): void =>
    measure({ namespace: 'AWS/CloudFront', name, dimensions: { DistributionId, Region: 'Global' } }, value);
  return (status: number, bytes: number): void => {
    tell('Requests', 1);
    tell('5xxErrorRate', status >= 500 ? 100 : 0);
    tell('BytesDownloaded', bytes);
  };
};
