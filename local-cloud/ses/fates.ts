/**
 * The fate of mails, as SES counts it in CloudWatch by the event destinations of a configuration set. Every mail arrives
 * here, but for those to the addresses of SES's own mailbox simulator, which are what their names say.
 */
import type { Measures } from '../cloudwatch/cloudwatch.ts';

export type MailEvent = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

export interface CountedEvents {
  /** In small letters, as templates name them. */
  readonly events: ReadonlySet<string>;
  readonly dimensions: Readonly<Record<string, string>>;
}

const simulator = /^(?:.*<)?(bounce|complaint)(?:\+[^@]*)?@simulator\.amazonses\.com>?$/i;

export const eventsOf = (address: string): readonly MailEvent[] => {
  const fate = simulator.exec(address)?.[1]?.toLowerCase();
  if (fate === 'bounce') return ['Send', 'Bounce'];
  return fate === 'complaint' ? ['Send', 'Delivery', 'Complaint'] : ['Send', 'Delivery'];
};

export const countFates = (
  to: readonly string[],
  destinations: readonly CountedEvents[],
  measure: Measures['measure'],
): void => {
  for (const { events, dimensions } of destinations)
    for (const name of to.flatMap(eventsOf))
      if (events.has(name.toLowerCase())) measure({ namespace: 'AWS/SES', name, dimensions }, 1);
};
