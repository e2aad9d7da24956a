import type { FuzzReport } from './fuzz.ts';
import type { FuzzRequest } from './requests.ts';

/** The report as a person reads it: how often each operation answered what, then the faults with what to send again. */
export function fuzzLines({ sent, statuses, faults, faulty }: FuzzReport): readonly string[] {
  const operations = Object.entries(statuses).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const widest = Math.max(...operations.map(([name]) => name.length), 0);
  return [
    ...operations.map(([name, counts]) => {
      const said = Object.entries(counts).map(([status, count]) => `${status}: ${count}`);
      return `${name.padEnd(widest)}  ${said.join('  ')}`;
    }),
    '',
    `${sent} requests, ${faulty} answers that were not right${faults.length > 0 ? `, ${faults.length} kinds of them:` : ''}`,
    ...faults.flatMap(({ says, request }) => ['', `${request.operation} answered ${says}`, `  ${asSent(request)}`]),
  ];
}

function asSent({ method, path, headers, body }: FuzzRequest): string {
  // A proof is a key. What is sent again has one of its own.
  const named = Object.entries(headers).map(([name, value]) => `${name}: ${value.slice(0, 60)}`);
  return [`${method} ${path.slice(0, 300)}`, ...named, ...(body === undefined ? [] : [body.slice(0, 600)])].join(
    '\n  ',
  );
}
