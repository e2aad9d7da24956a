import type { OnSaleDraft, SeasonDraft } from '../../contracts/catalogue.ts';
import type { DialsTurn, Judgement, LineOpening, RosterLoad } from '../../contracts/line-operation.ts';
import type { PerformanceCancellation, PerformanceMove } from '../../contracts/performance-acts.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { ActShelf } from '../../lambdas/catalogue/act-on-performance.ts';
import { cancelPerformance } from '../../lambdas/catalogue/cancel-performance.ts';
import { movePerformance } from '../../lambdas/catalogue/move-performance.ts';
import { publishSeason } from '../../lambdas/catalogue/publish-season.ts';
import { openActShelf, openShelf, readFreeze } from '../../lambdas/catalogue/shelf.ts';
import { unlessFrozen } from '../../lambdas/catalogue/unless-frozen.ts';
import { openHouse } from '../../lambdas/seating/house/open-house.ts';
import { loadRoster } from '../../lambdas/waiting-room/entry/load-roster.ts';
import { rememberMarks } from '../../lambdas/waiting-room/line/marks.ts';
import { turnDials } from '../../lambdas/waiting-room/line/turn-dials.ts';
import { openLine } from '../../lambdas/waiting-room/opening/open-line.ts';
import { judgePlace } from '../../lambdas/waiting-room/place/judge-place.ts';
import { keys, newMarkKey } from './platform.ts';
import type { Stage } from './stage.ts';

/**
 * The acts of operators on a stage, as the functions that they may invoke do them. An act fails here only if the rules
 * refuse it. Then it throws, since a stage that is not set up as it was meant to be is of no use.
 */
export class Operators {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async publish(season: SeasonDraft, plans: readonly Plan[]): Promise<void> {
    const shelf = openShelf(this.#stage.platform.publisher);
    for (const plan of plans) await shelf.publishPlan(plan);
    const freeze = { readFreeze: readFreeze(this.#stage.platform.publisher) };
    taken(await unlessFrozen(freeze, this.#now, () => publishSeason(shelf, season, this.#now, [], this.#stage.site)));
  }

  get #acts(): ActShelf {
    return openActShelf(this.#stage.platform.publisher, this.#stage.site);
  }

  async cancelPerformance(given: PerformanceCancellation): Promise<void> {
    taken(await cancelPerformance(this.#acts, given, this.#now));
  }

  async movePerformance(given: PerformanceMove): Promise<void> {
    taken(await movePerformance(this.#acts, given, this.#now));
  }

  async enrol(load: RosterLoad): Promise<void> {
    const { fans } = this.#stage.platform.stores;
    await loadRoster({ fans, keys: keys.line }, load);
  }

  async openLine(opening: LineOpening): Promise<void> {
    const { stores, publisher, beacon } = this.#stage.platform;
    const { lines, marks } = stores;
    const deps = { lines, marks, files: publisher, keys: keys.line, newMarkKey, beacon: beacon?.chain };
    taken(await openLine(deps, opening, this.#now));
  }

  async openLinesOf({ onSales }: Pick<SeasonDraft, 'onSales'>): Promise<void> {
    for (const onSale of onSales) await this.openLine(openingOf(onSale));
  }

  async openHouses(performances: readonly string[]): Promise<void> {
    const { stores, publisher } = this.#stage.platform;
    const deps = { store: stores.seats, files: publisher };
    taken(await openHouse(deps, { performances: [...performances] }, this.#now));
  }

  async turn(onSale: string, dials: DialsTurn['dials'], reason?: string): Promise<void> {
    const { lines } = this.#stage.platform.stores;
    taken(await turnDials({ lines }, { onSale, dials, ...(reason !== undefined && { reason }) }, this.#now));
  }

  async judge(given: Judgement): Promise<void> {
    const { stores } = this.#stage.platform;
    taken(await judgePlace({ ...stores, marks: rememberMarks(stores.marks) }, given, this.#now));
  }

  get #now(): number {
    return this.#stage.time.now;
  }
}

function openingOf({
  id,
  title,
  opensAt,
  closesAt,
  entry,
  roster,
  tier,
  later,
  audience,
  dials,
}: OnSaleDraft): LineOpening {
  return { onSale: id, title, opensAt, closesAt, entry, roster, tier, later, audience, dials };
}

function taken(answer: { readonly ok: true } | { readonly ok: false; readonly detail: string }): void {
  if (!answer.ok) throw new Error(answer.detail);
}
