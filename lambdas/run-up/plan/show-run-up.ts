import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { RunUpShown } from '../../../contracts/run-up.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { PublishedFacts, RunUpFiles } from '../run-up-files.ts';

export interface ShowRunUpDeps {
  readonly files: RunUpFiles;
  readonly facts: PublishedFacts;
}

/** The run-up of an on-sale, with what was checked and what the published files say of it. */
export async function showRunUp(
  deps: ShowRunUpDeps,
  asker: Pick<StaffMember, 'may'>,
  onSale: string,
): Promise<{ readonly ok: true; readonly body: RunUpShown } | Refusal> {
  if (!asker.may('see-readings', [{ onSale }])) return notAllowed();
  const unknown = await unknownOnSale(deps, onSale);
  return unknown ?? { ok: true, body: await shown(deps, onSale) };
}

/** A run-up is of an on-sale that the season has: its days follow from the doors. */
export async function unknownOnSale(
  { facts }: Pick<ShowRunUpDeps, 'facts'>,
  onSale: string,
): Promise<Refusal | undefined> {
  const season = await facts.readSeason();
  return season?.onSales.some(({ id }) => id === onSale)
    ? undefined
    : refuse('line-unknown', 'The published season has no such on-sale. Publish it first.');
}

export async function shown({ files, facts }: ShowRunUpDeps, onSale: string): Promise<RunUpShown> {
  const [runUp, reports, freeze, line, houses] = await Promise.all([
    files.runUp(onSale).read(),
    files.reports.read(),
    facts.freeze.read(),
    facts.readLine(onSale),
    facts.readOpenHouses(),
  ]);
  return {
    runUp,
    reports,
    freeze,
    facts: { lineOpened: line !== undefined, openHouses: houses?.onSales[onSale] ?? [] },
  };
}
