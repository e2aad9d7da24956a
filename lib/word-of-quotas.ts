import { joinsServed, neededConcurrency, type Reserved } from './concurrency.ts';
import { apiLimits, type Quotas } from './quotas.ts';
import type { Settings } from './settings.ts';
import { openingSecond, requestsWanted, warmTables } from './sizing.ts';

/**
 * What is to be asked of AWS before the audience of this stage comes, and what happens otherwise. Nothing is refused:
 * with less the same people come in, in more seconds.
 */
export function wordsOfQuotas(
  { audienceSize, limits }: Pick<Settings, 'audienceSize' | 'limits'>,
  quotas: Quotas,
  reserved: Reserved,
): readonly string[] {
  const asked = (n: number) => n.toLocaleString('en');
  const { rateLimit } = apiLimits(limits, quotas);
  const second = openingSecond(audienceSize, rateLimit);
  const served = joinsServed(second, reserved);
  const needed = neededConcurrency(audienceSize, second);
  const seconds = Math.ceil(audienceSize / served);
  const words: string[] = [];
  if (needed > quotas.accountConcurrency)
    words.push(
      `${asked(audienceSize)} fans need ${asked(needed)} Lambda instances, and this stage may use ${asked(quotas.accountConcurrency)}. ` +
        `So ${asked(served)} of ${asked(second.joins)} joins a second come through, and all within ${asked(seconds)} s. To change that, ask in ` +
        `Service Quotas for Lambda, Concurrent executions, ${asked(needed)}, then raise quotas.accountConcurrency`,
    );
  const requests = requestsWanted(audienceSize);
  const given =
    limits.apiRequestsPerSecond > quotas.apiRequestsPerSecond
      ? `limits.apiRequestsPerSecond is ${asked(limits.apiRequestsPerSecond)}, and API Gateway gives this account ${asked(quotas.apiRequestsPerSecond)} in its home region, which is what is deployed`
      : `limits.apiRequestsPerSecond is ${asked(limits.apiRequestsPerSecond)}`;
  if (requests > rateLimit)
    words.push(
      `${asked(audienceSize)} fans need ${asked(requests)} requests a second of the API: joins, a challenge before each, and a fifth for those inside. ` +
        `${given}. So ${asked(second.joins)} joins a second come through, and all within ${asked(Math.ceil(audienceSize / second.joins))} s. To change that, ask in ` +
        `Service Quotas for API Gateway, Throttle rate, ${asked(requests)}, then raise quotas.apiRequestsPerSecond and limits`,
    );
  for (const [table, { writeUnitsPerSecond, readUnitsPerSecond }] of Object.entries(warmTables(second))) {
    const units = Math.max(writeUnitsPerSecond, readUnitsPerSecond);
    if (units > quotas.tableUnitsPerSecond)
      words.push(
        `${table} needs ${asked(units)} units a second, and a table may be warmed to ${asked(quotas.tableUnitsPerSecond)}. To change that, ask in ` +
          'Service Quotas for DynamoDB, Table-level read and write throughput, then raise quotas.tableUnitsPerSecond',
      );
  }
  return words;
}
