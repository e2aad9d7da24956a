import type { ComingTrouble } from './coming-trouble.ts';

/** Something that a person of the house did, looked at or wrote down. */
export interface PersonsAct {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly person: string;
  readonly act: string;
  readonly on: string;
  readonly note?: string | undefined;
}

/** An entry of the line's public ledger. */
export interface LineAct {
  readonly at: number;
  readonly act: string;
  readonly role: string;
  readonly reason: string;
}

/** The rest of a morning that people rehearsed. */
export interface RehearsedMorning {
  readonly onSale: string;
  readonly opensAt: number;
  readonly troubles: readonly ComingTrouble[];
  readonly people: readonly PersonsAct[];
  readonly ledger: readonly LineAct[];
}

/** Looks leave one entry a minute, which says nothing of when. */
const isLook = ({ act }: PersonsAct): boolean => act.startsWith('read-');

/** A person who acts within this time after a trouble began answered it. */
const answerMs = 5 * 60_000;

/**
 * The sheet after a rehearsal with people, as Markdown: each trouble, when it came, how long it took until somebody did
 * something, and what; then everything in the order in which it happened. It claims no more than it knows: an act after a
 * trouble may have been about something else, and the people in the room know.
 */
export function sheetOf({ onSale, opensAt, troubles, people, ledger }: RehearsedMorning): string {
  const time = (at: number) => `${at < opensAt ? '−' : '+'}${clockOf(Math.abs(at - opensAt))}`;
  const rows = troubles.map(({ title, seen, runbook, beginsAt, endsAt }) => {
    const first = firstAct(people, beginsAt);
    const answered = first
      ? `${clockOf(first.at - beginsAt)}: ${first.person}, ${first.act}${first.note ? ` (“${first.note}”)` : ''}`
      : 'nobody did anything';
    return `| ${title} | ${time(beginsAt)} | ${time(endsAt)} | ${seen} | ${answered} | [${runbook}](docs/runbooks/${runbook}.md) |`;
  });
  const log = [
    ...troubles.flatMap(({ title, beginsAt, endsAt }) => [
      { at: beginsAt, text: `**${title}**: begins` },
      { at: endsAt, text: `**${title}**: is over` },
    ]),
    ...people.map(({ at, person, act, on, note }) => ({
      at,
      text: `${person}: ${act} ${on}${note ? `, “${note}”` : ''}`,
    })),
    ...ledger.map(({ at, act, role, reason }) => ({ at, text: `ledger: ${act} by ${role}, “${reason}”` })),
  ].sort((one, other) => one.at - other.at);
  return [
    `# The morning of ${onSale}, rehearsed with people`,
    '',
    'Times are from the opening of the doors, in minutes and seconds.',
    '',
    '## Troubles',
    '',
    '| trouble | began | was over | to be seen by | first act after it began | runbook |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Everything, in order',
    '',
    ...log.map(({ at, text }) => `- ${time(at)} ${text}`),
    '',
  ].join('\n');
}

function firstAct(people: readonly PersonsAct[], beginsAt: number): PersonsAct | undefined {
  return people
    .filter((one) => !isLook(one) && one.at >= beginsAt && one.at < beginsAt + answerMs)
    .sort((one, other) => one.at - other.at)[0];
}

/** `4:07` */
function clockOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
}
