import type { Settings } from '../lib/settings.ts';
import { whole } from './check.ts';
import { edgeRegion, type MorningNeeds, regionsOf } from './needs.ts';

/**
 * The text of the case for AWS Support, sent two weeks before: AWS then knows of the peak, and raises what is too low.
 * @param doors Milliseconds since the epoch, if they are known.
 */
export function supportCase(settings: Settings, needs: MorningNeeds, doors: number | undefined): string {
  const when =
    doors === undefined ? '<date and time of the doors, UTC>' : `${new Date(doors).toISOString().slice(0, 16)}Z`;
  const tables = Object.entries(needs.tables).map(
    ([name, { writeUnitsPerSecond, readUnitsPerSecond }]) =>
      `  DynamoDB, ${name}: warm throughput of ${whole(writeUnitsPerSecond)} writes and ${whole(readUnitsPerSecond)} reads a second`,
  );
  return [
    `Subject: Ticket on-sale on ${when}, ${whole(settings.audienceSize)} people at one moment`,
    '',
    `Account: ${needs.account ?? '<account>'}`,
    `Regions: ${regionsOf(needs).join(', ')} (everything runs in ${needs.home}; ${edgeRegion} has CloudFront’s certificate and firewall)`,
    `Peak: ${when}, for ten seconds; then less and less for two hours`,
    '',
    `We sell tickets to ${whole(settings.audienceSize)} people who come at one announced moment. Expected in the first second:`,
    `  API Gateway (HTTP API): ${whole(needs.joins + needs.challenges)} requests (${whole(needs.joins)} joins, and a challenge before each), ${whole(needs.apiRequestsPerSecond)} a second allowed`,
    `  Lambda: ${whole(needs.lambdaInstances)} instances at once`,
    ...tables,
    `  CloudFront: ${whole(settings.audienceSize * 4)} requests in ten seconds, and a poll of each waiting person every 3 to 60 s`,
    '',
    'Please confirm that the quotas above are in force in these regions, that CloudFront has verified the account, and that',
    'nothing is planned for these services at that time.',
  ].join('\n');
}
