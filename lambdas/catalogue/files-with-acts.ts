import type { PerformanceFile, Season, ShowFile, ShowSummary } from '../../contracts/catalogue.ts';
import type { CancelledPerformance, MovedPerformance, PerformanceAct } from '../../contracts/performance-acts.ts';

/*
 * The words of published files on a performance that was cancelled or moved. The acts are the truth, and the files follow
 * from them: whoever writes a file of the catalogue writes it through here. So no publication takes an act back, and a
 * file that an act did not reach, since its caller died, is right again with the next writing.
 */

interface SaidByActs {
  readonly startsAt?: number;
  readonly venue?: string;
  readonly cancelled?: CancelledPerformance;
  readonly moved?: MovedPerformance;
}

function actedOn(acts: readonly PerformanceAct[], performance: string): SaidByActs {
  let acted: SaidByActs = {};
  for (const one of acts) {
    if (one.performance !== performance) continue;
    const { actedAt, reason } = one;
    if (one.act === 'cancel') {
      const { instead } = one;
      acted = { ...acted, cancelled: { cancelledAt: actedAt, reason, ...(instead && { instead }) } };
    } else {
      const { from, to, returnUntil } = one;
      acted = { ...acted, ...to, moved: { movedAt: actedAt, reason, from, returnUntil } };
    }
  }
  return acted;
}

export function performanceWithActs(file: PerformanceFile, acts: readonly PerformanceAct[]): PerformanceFile {
  const { cancelled: _, moved: __, ...rest } = file;
  return { ...rest, ...actedOn(acts, file.id) };
}

/** Its performances in order of time. */
export function showWithActs(show: ShowFile, acts: readonly PerformanceAct[]): ShowFile {
  const performances = show.performances.map((one) => {
    const { venue, ...acted } = actedOn(acts, one.id);
    const { venue: before, cancelled: _, moved: __, ...rest } = one;
    const hall = venue ?? before;
    return { ...rest, ...acted, ...(hall !== undefined && hall !== show.venue && { venue: hall }) };
  });
  return { ...show, performances: performances.sort((a, b) => a.startsAt - b.startsAt) };
}

/** The summary of a show whose performances are these. */
export function summaryOf(summary: ShowSummary, { performances }: Pick<ShowFile, 'performances'>): ShowSummary {
  const { cancelled: _, ...rest } = summary;
  const on = performances.filter((one) => !one.cancelled);
  const times = (on.length > 0 ? on : performances).map(({ startsAt }) => startsAt);
  return {
    ...rest,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    performances: on.length,
    ...(on.length === 0 && { cancelled: true as const }),
  };
}

/** `show` is the file of one of its shows. */
export function seasonWithShow(season: Season, show: ShowFile): Season {
  return {
    ...season,
    shows: season.shows.map((summary) => (summary.id === show.id ? summaryOf(summary, show) : summary)),
  };
}
