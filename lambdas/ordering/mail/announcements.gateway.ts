import { versioned } from '../../../contracts/message-versions.ts';
import { openQueue } from '../../foundation/aws.gateway.ts';
import type { Announce } from './announce.ts';

/** The queue of orders whose buyers have news. Only the order's id travels: no name, no address. */
export function openAnnouncements(url: string): Announce {
  const queue = openQueue(url);
  return ({ id }) => queue.send(versioned('announcement', { order: id }));
}
