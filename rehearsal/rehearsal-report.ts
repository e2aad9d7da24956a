import type { CheckReports } from '../contracts/run-up.ts';
import { reportSays } from '../rules/run-up/report-says.ts';
import type { HeldRehearsal } from './hold.ts';

/* A rehearsal as the run-up is told of it. One that could not be held is no good news either. */

export function rehearsalReport(held: HeldRehearsal, fans: number): Required<Pick<CheckReports, 'reports'>> {
  const good = held.ok && held.status === 0;
  const says = held.ok
    ? `${fans.toLocaleString('en')} fans rehearsed ${held.onSale}: ${good ? 'no finding' : `found ${held.breaches.join(', ')}`}.`
    : `It could not be held: ${held.problem}`;
  return { reports: [{ check: 'rehearsal', good, says: reportSays(says) }] };
}
