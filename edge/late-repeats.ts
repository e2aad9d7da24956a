/**
 * A fan who got no answer asks again, and must hear the first answer, also when the pass has ended meanwhile. So on the
 * routes that answer repeats a pass is judged as of some hours ago. Whether a request is a repeat only its handler can
 * know: it looks at the pass by its own clock, and begins nothing new with one that is over.
 */
export function judgedAsOf(path: string, nowSeconds: number): number {
  return repeating.test(path) ? nowSeconds - __REPEAT_SECONDS__ : nowSeconds;
}

const repeating = new RegExp(__REPEATS__);
