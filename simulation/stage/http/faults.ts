/**
 * The faults on the way to a stage, by path: a `503` so many times; an answer that is lost on its way back, though it
 * was acted on; an answer that waits. A path is without its query.
 */
export class FaultsOnTheWay {
  /** Answer 503, so many more times. */
  readonly broken = new Map<string, number>();
  /** Lose their answers, so many more times. */
  readonly unheard = new Map<string, number>();
  /** Answer when the promise is kept. */
  readonly slow = new Map<string, Promise<unknown>>();

  isBroken(path: string): boolean {
    return takeOne(this.broken, path);
  }

  isUnheard(path: string): boolean {
    return takeOne(this.unheard, path);
  }
}

function takeOne(left: Map<string, number>, path: string): boolean {
  const times = left.get(path) ?? 0;
  if (times > 0) left.set(path, times - 1);
  return times > 0;
}
