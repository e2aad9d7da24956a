import type { DrawSheet, Place } from '../../contracts/line.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import type { Progress } from '../../lambdas/waiting-room/line/progress.ts';
import type { ShoppersStore } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import type { FanRecord } from '../../lambdas/waiting-room/place/fan-store.ts';
import { positionsOf } from '../../rehearsal/audit/recompute.ts';
import { isNextSeed } from '../seeds.ts';
import type { Effect } from '../stage/cloud.ts';
import { Breach } from './breach.ts';

type WrittenFan = Written<{ readonly fan: FanRecord }>;

/**
 * The invariants of the line. They are checked at every effect on the things that a stranger and an auditor can see:
 * places as they were put, sheets as they were drawn and published, passes as they were granted. Positions are computed
 * here a second time, by other means than the platform's.
 */
export class LineAudit {
  readonly places = new Map<string, Place>();
  readonly positions = new Map<string, number>();
  readonly #owners = new Map<number, string>();
  readonly #sheets = new Map<number, DrawSheet & { readonly text: string }>();
  readonly #positionIn = new Map<number, ReturnType<typeof positionsOf>>();
  readonly #passes = new Map<string, { readonly expiresAt: number; readonly givenBack: boolean }>();
  readonly #published = new Map<string, string>();
  readonly #shopping: number;
  readonly #shoppers: Pick<ShoppersStore, 'read'>;
  readonly #named: (fan: string) => string;
  #progress: Progress | undefined;
  #drawn = 0;

  constructor(of: {
    readonly shopping: number;
    readonly shoppers: Pick<ShoppersStore, 'read'>;
    named(fan: string): string;
  }) {
    this.#shopping = of.shopping;
    this.#shoppers = of.shoppers;
    this.#named = of.named;
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  async saw({ call, of, answer, failed }: Effect, now: number): Promise<void> {
    if (failed) return;
    if (call === 'fans.place') this.#placed(of[0] as Place, answer as WrittenFan);
    else if (call === 'rounds.draw') this.#wasDrawn(answer as DrawSheet);
    else if (call === 'lines.write' && answer) this.#moved(answer as LineRecord);
    else if (call === 'files.write') this.#wasPublished(of[0] as string, of[1]);
    else if (call === 'fans.grant' && (answer as Written).ok) {
      const { expiresAt } = of[2] as { readonly expiresAt: number };
      this.#passes.set(of[1] as string, { expiresAt, givenBack: false });
      await this.#checkRoom(now);
    } else if (call === 'fans.giveBack' && answer) {
      const pass = this.#passes.get(of[1] as string);
      if (pass) this.#passes.set(of[1] as string, { ...pass, givenBack: true });
    }
  }

  #placed(place: Place, written: WrittenFan): void {
    if (!written.ok) return;
    const name = this.#named(place.fan);
    if (this.places.has(place.fan)) throw new Breach('W1', `${name} was given a second place`, [name]);
    this.places.set(place.fan, place);
    const drawn = this.#positionIn.get(place.round);
    if (drawn) this.#position(place, drawn);
  }

  #wasDrawn(sheet: DrawSheet): void {
    const { round, offset, size, counts, seed } = sheet;
    const about = [`round ${round}`];
    const text = JSON.stringify(sheet);
    const before = this.#sheets.get(round);
    if (before) {
      if (before.text !== text) throw new Breach('W5', `Round ${round} was drawn again, and otherwise`, about);
      return;
    }
    if ([...this.#sheets.keys()].some((other) => other > round))
      throw new Breach('W2', `Round ${round} is drawn behind a later one`, about);
    if (offset !== this.#drawn)
      throw new Breach('W2', `Round ${round} begins at ${offset}, and ${this.#drawn} are drawn before it`, about);
    if (counts.reduce((sum, count) => sum + count, 0) !== size)
      throw new Breach('W5', `The counts of round ${round} do not come to its size`, about);
    if (!isNextSeed(round, seed)) throw new Breach('W5', `The seed of round ${round} is not of the chain`, about);
    this.#sheets.set(round, { ...sheet, text });
    this.#drawn += size;
    const drawn = positionsOf(sheet);
    this.#positionIn.set(round, drawn);
    for (const place of this.places.values()) if (place.round === round) this.#position(place, drawn);
  }

  #position(place: Place, drawn: ReturnType<typeof positionsOf>): void {
    const name = this.#named(place.fan);
    const position = drawn(place);
    const where = `shard ${place.shard}, index ${place.index} of round ${place.round}`;
    if (position === undefined)
      throw new Breach('W5', `${name} has ${where}, of which the draw sheet knows nothing`, [
        name,
        `round ${place.round}`,
      ]);
    const owner = this.#owners.get(position);
    if (owner !== undefined)
      throw new Breach('W1', `Position ${position} is held by ${this.#named(owner)} and by ${name}`, [
        name,
        this.#named(owner),
      ]);
    this.#owners.set(position, place.fan);
    this.positions.set(place.fan, position);
  }

  #moved({ progress }: LineRecord): void {
    const before = this.#progress;
    for (const name of ['drawn', 'drawnRounds', 'calledUpTo'] as const)
      if (before && progress[name] < before[name])
        throw new Breach('W6', `The line went back: ${name} from ${before[name]} to ${progress[name]}`, ['line']);
    if (progress.calledUpTo > progress.drawn)
      throw new Breach('W6', `${progress.calledUpTo} are called, and ${progress.drawn} drawn`, ['line']);
    this.#progress = progress;
  }

  #wasPublished(path: string, file: unknown): void {
    const isSheet = path.includes('/rounds/');
    if (!isSheet && !path.endsWith('/line.json')) return;
    const text = JSON.stringify(file);
    const before = this.#published.get(path);
    if (before !== undefined && before !== text)
      throw new Breach('W5', `${path} was published otherwise before`, ['line']);
    this.#published.set(path, text);
    if (!isSheet) return;
    const { round } = file as DrawSheet;
    if (this.#sheets.get(round)?.text !== text)
      throw new Breach('W5', `${path} is not what was drawn`, [`round ${round}`]);
  }

  async #checkRoom(now: number): Promise<void> {
    const living = [...this.#passes.values()].filter(({ expiresAt, givenBack }) => !givenBack && expiresAt > now);
    if (living.length <= this.#shopping) return;
    const shoppers = await this.#shoppers.read(this.#onSale, now);
    if (living.length > shoppers.inUse)
      throw new Breach('W3', `${living.length} passes are in use, and ${shoppers.inUse} are counted`, ['line']);
    if (living.length > this.#shopping + shoppers.late)
      throw new Breach('W3', `${living.length} shop: ${this.#shopping} may, and ${shoppers.late} came late`, ['line']);
  }

  get #onSale(): string {
    return [...this.places.values()][0]?.onSale ?? '';
  }

  /** The position that a stranger computes from a receipt's place and the published files. */
  positionOf(files: ReadonlyMap<string, unknown>, place: Place, path: (round: number) => string): number | undefined {
    const sheet = files.get(path(place.round)) as DrawSheet | undefined;
    if (!sheet) return undefined;
    return (this.#positionIn.get(place.round) ?? positionsOf(sheet))(place);
  }

  /** W6, once all is calm and long over: nobody is left uncalled. */
  atEnd(): void {
    const { drawn = 0, calledUpTo = 0 } = this.#progress ?? {};
    if (calledUpTo < drawn)
      throw new Breach('W6', `Of ${drawn} drawn, ${drawn - calledUpTo} were never called`, ['line']);
    const [uncalled] = [...this.places.values()].filter(({ fan }) => !this.positions.has(fan));
    if (uncalled) {
      const name = this.#named(uncalled.fan);
      throw new Breach('W6', `${name} joined round ${uncalled.round} and was never drawn`, [name]);
    }
  }
}
