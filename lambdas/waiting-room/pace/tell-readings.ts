import type { LineReadings, LineReadingsFile } from '../../../contracts/readings.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { minuteOf } from '../../../rules/minute-history.ts';
import type { KeptReadings } from '../../foundation/readings/kept-readings.ts';
import type { IsLookedAt } from '../../foundation/readings/looks.ts';
import { isTimeToWrite } from '../../foundation/readings/when-to-write.ts';
import type { LedgerStore } from '../line/ledger-store.ts';
import type { AppealStore } from '../place/appeal-store.ts';
import { JudgedPlaces } from './judged-places.ts';
import { lineReadingsOf, withReadings } from './line-readings.ts';
import type { Ticked } from './tick-line.ts';

/**
 * After a tick: writes the readings of the line for those who run the morning, if it is time to. Places that were judged
 * are counted once a minute, from the entries that the ledger got since. Of a trial nothing is written.
 */
export interface TellReadingsDeps {
  readonly readings: Pick<KeptReadings<LineReadingsFile>, 'write'>;
  readonly isLookedAt: IsLookedAt;
  readonly ledger: Pick<LedgerStore, 'read'>;
  readonly appeals: Pick<AppealStore, 'open'>;
}

interface ToldLine {
  readonly writtenAt: number;
  readonly judged: LineReadings['judged'];
  readonly places: JudgedPlaces;
}

/** For as long as one pacemaker runs. */
export class LineTeller {
  readonly #deps: TellReadingsDeps;
  readonly #told = new Map<string, ToldLine>();

  constructor(deps: TellReadingsDeps) {
    this.#deps = deps;
  }

  /** `now` in milliseconds since the epoch: when the tick began. */
  async tell(ticked: Extract<Ticked, { did: 'ticked' }>, now: number): Promise<void> {
    const { onSale } = ticked.board;
    if (isTrial(onSale)) return;
    const told = this.#told.get(onSale);
    // Asked only where the answer matters: that somebody looks is a file.
    if (!isTimeToWrite(told?.writtenAt, true, now)) return;
    if (!isTimeToWrite(told?.writtenAt, await this.#deps.isLookedAt(now), now)) return;
    const { judged, places } = await this.#judged(onSale, told, ticked.line.progress.ledger.n, now);
    const readings = lineReadingsOf(ticked, judged, now);
    await this.#deps.readings.write(onSale, now, (standing) => withReadings(standing, readings));
    this.#told.set(onSale, { writtenAt: now, judged, places });
  }

  async #judged(
    onSale: string,
    told: ToldLine | undefined,
    entries: number,
    now: number,
  ): Promise<Omit<ToldLine, 'writtenAt'>> {
    if (told && minuteOf(told.writtenAt) === minuteOf(now)) return told;
    const { ledger, appeals } = this.#deps;
    const places = told?.places ?? new JudgedPlaces();
    if (places.next <= entries) places.read(await ledger.read(onSale, places.next, entries));
    const open = await appeals.open(onSale);
    return { places, judged: { ...places.counts, appeals: open.length } };
  }
}
