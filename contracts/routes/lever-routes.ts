import { z } from 'zod';
import { slug } from '../ids.ts';
import { leverAct, leverPulled, lineLevers, messageAct, noteAct, placeAct, placeActed, runningLog } from '../levers.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests of those who run a line, and the answers to them. */

const path = z.object({ onSale: slug.describe('The on-sale, as the season names it.') });
const headers = z.object({ authorization: z.string().optional() });
/** Of who signed in, and of the roles that they have. */
const refusals = ['sign-in-missing', 'sign-in-over', 'staff-unknown', 'not-allowed', 'line-unknown'] as const;

export const leverRoutes = {
  'waiting-room/levers/show-levers': {
    title: 'Read the levers of a line',
    about: 'How the dials stand, who turned last, what waits for a second person, and the readings of this moment.',
    path,
    headers,
    answers: { 200: { when: 'The levers.', body: lineLevers } },
    refusals,
  },
  'waiting-room/levers/pull-lever': {
    title: 'Pull a lever of a line',
    about:
      'Pauses it, lets it go on, turns its pace, moves its doors, ends it, or confirms what somebody else asked for. ' +
      'It takes effect within two seconds, and the ledger names the role. Sent again with its key, it is done once.',
    path,
    headers,
    body: leverAct,
    answers: { 200: { when: 'What became of it, and what stands.', body: leverPulled } },
    refusals: [...refusals, 'turned-meanwhile', 'lever-not-now', 'second-person-needed'],
  },
  'waiting-room/levers/say-message': {
    title: 'Say something to everybody in a line',
    about: 'A text as it is, or a message that was written beforehand in every language. Or nothing any more.',
    path,
    headers,
    body: messageAct,
    answers: { 200: { when: 'What became of it, and what stands.', body: leverPulled } },
    refusals: [...refusals, 'turned-meanwhile'],
  },
  'waiting-room/levers/act-on-place': {
    title: 'Slow, remove, restore or let in one place',
    about: 'A fan who is let in takes the next free slot. Each act is in the ledger, by the mark of the place.',
    path,
    headers,
    body: placeAct,
    answers: { 200: { when: 'The place as it is now.', body: placeActed } },
    refusals: [...refusals, 'fan-unknown', 'lever-not-now'],
  },
  'waiting-room/levers/read-log': {
    title: 'Read the running log of a morning',
    about: 'The acts on the line and the notes of people, the newest first.',
    path,
    headers,
    answers: { 200: { when: 'The log.', body: runningLog } },
    refusals,
  },
  'waiting-room/levers/write-note': {
    title: 'Write a note into the running log',
    about: 'With the time and the person. For the house alone. Sent again with its key, it is written once.',
    path,
    headers,
    body: noteAct,
    answers: { 200: { when: 'The log with the note.', body: runningLog } },
    refusals,
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
